"""Who says so by being of a mind: "was adamant that the ball was out", "is confident it can pay"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.clauses import PASSIVE_SUBJECTS, SUBJECTS, Clauses
from kg.extract.cues import reach
from kg.extract.drafts import ACTORS, Saying
from kg.extract.phrases import finite
from kg.lexicon import Lexicon
from kg.parse import Parse, move

_SUBJECTS = (*SUBJECTS, *PASSIVE_SUBJECTS, "expl")
_COPULAS = frozenset({"be", "become", "remain", "feel", "seem", "appear", "sound", "stay", "grow"})
_THINGS = frozenset({"it", "this", "that", "there", "what", "which", "these", "those"})
_OF_THINGS = frozenset({"be clear", "be certain", "be positive", "be doubtful", "be uncertain", "be explicit"})  # "it is certain that …"


def mend_stance(parse: Parse, lexicon: Lexicon, adjective: int) -> None:
    """ "was adamant the team had lost": without "that", the clause was hung elsewhere, and its subject taken for the adjective's object."""
    if cue_of(parse, adjective) not in lexicon.reporting_verbs:
        return
    clause = next((c for c in parse.all(parse.heads[adjective], "advcl", "ccomp", "conj") if c > adjective and finite(parse, c)), None)
    if clause is None or parse.child(clause, "mark", "cc") is not None or parse.tags[parse.left(clause)] in ("WRB", "WP", "WDT"):
        return
    subject = next((c for c in parse.children[adjective] if c > adjective and parse.deps[c] in ("pobj", "dobj", "npadvmod")), None)
    own = parse.child(clause, *_SUBJECTS)
    if subject is not None and own is None and parse.right(subject) + 1 >= parse.left(clause):
        move(parse, subject, clause, "nsubjpass" if parse.child(clause, "auxpass") is not None else "nsubj")
        own = subject
    if own is not None and adjective < own and parse.left(clause) == adjective + 1:
        move(parse, clause, adjective, "ccomp")


def by_adjective(clauses: Clauses, adjective: int) -> Iterator[Saying]:
    """ "The coach was adamant that they had won", "Nordbank is confident it can pay": what somebody is sure of, he says or believes.

    The lexicon has to have the cue of the adjective.
    """
    parse = clauses.parse
    cue = cue_of(parse, adjective)
    passive = parse.child(adjective, "auxpass") is not None
    copula = adjective if passive else parse.heads[adjective]
    if not passive and parse.lemmas[copula] not in _COPULAS:
        return
    if any(parse.tags[c] in ("TO", "MD") or parse.words[c].lower() == "so" for i in (adjective, copula) for c in parse.children[i]):
        return  # "has to be clear that …", "can be convinced that …", "was so sure that he left at half-time"
    told = [c for holder in dict.fromkeys((adjective, copula)) for c in parse.all(holder, "ccomp") if c > adjective and finite(parse, c)]
    source = next((s for s in clauses.subjects(copula) if _minded(clauses, s, cue)), None)
    if source is not None and told:
        yield Saying(
            adjective, source, [reach(clauses, c) for c in told], clauses.lexicon.reporting_verbs[cue], "reporting-adjective", event=adjective
        )


def _minded(clauses: Clauses, subject: int, cue: str) -> bool:
    """Whether a subject may be of a mind: not the "it" of "it is certain that …"."""
    if clauses.parse.pos[subject] == "PRON":
        return clauses.parse.words[subject].lower() not in (_THINGS if cue in _OF_THINGS else _THINGS - {"it"})
    somebody = clauses.type_of(subject) in ACTORS or clauses.is_named(subject)
    return somebody or (cue not in _OF_THINGS and clauses.type_of(subject) == "" and not clauses.is_happening(subject))


def cue_of(parse: Parse, adjective: int) -> str:
    """ "be adamant", as the lexicon has it; "worried" may be read as a participle."""
    return f"be {parse.words[adjective].lower()}"
