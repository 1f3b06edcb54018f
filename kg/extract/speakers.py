"""Who speaks a quotation whose cue stands in the sentence beside it: ""Who will pay?" Ruiz asked.", "Ruiz attacked the banks. "They failed us.""."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.clauses import Clauses
from kg.extract.drafts import ACTORS, Saying
from kg.extract.phrases import finite
from kg.parse import QUOTATION_MARKS

_CALLS = frozenset({"?", "!"})  # marks after which the parser begins a sentence
_HE = frozenset({"he", "she"})
_WORDS = 4  # tokens that a scare quote may have


def told_after(sayings: Sequence[Saying], clauses: Clauses, quotes: Sequence[tuple[int, int]]) -> Iterator[Saying]:
    """ ""Who will pay?" Ruiz asked.": the sentence right after a quotation tells who spoke it."""
    spoken = {saying.cue: saying for saying in sayings if saying.event is not None}
    for quote in quotes:
        verb = _cue_after(clauses, quote[1]) if quote[1] - quote[0] > _WORDS else None
        if verb is None:
            continue
        if verb in spoken:
            spoken[verb].content.append(quote)
        else:
            alleged = clauses.lexicon.reporting_verbs.get(clauses.parse.lemmas[verb]) == "alleged"
            modality = "alleged" if alleged else "actual"  # a question that is asked is told to be one by its mark
            yield Saying(verb, clauses.subjects(verb)[0], [quote], modality, "reporting-verb", verb, event=verb)


def _cue_after(clauses: Clauses, mark: int) -> int | None:
    """The verb of saying, with its subject at the head of the sentence behind the mark that closes a quotation."""
    parse, lexicon = clauses.parse, clauses.lexicon
    begin = mark + 1
    if begin >= len(parse) or parse.words[mark] not in QUOTATION_MARKS or parse.words[mark - 1] not in _CALLS or not _on_line(clauses, begin):
        return None
    first, after = parse.sentences[parse.sentence_of[begin]]
    if begin not in (first, first + 1):
        return None
    verb = _root(clauses, begin)
    subject = next(iter(clauses.subjects(verb)), None)
    if subject is None or min(parse.left(subject), verb) != begin or subject >= after:
        return None
    tells = parse.lemmas[verb] in lexicon.reporting_verbs or parse.lemmas[verb] in lexicon.words("quotative")
    finite = parse.tags[verb] in ("VBD", "VBZ") and not clauses.passive(verb) and parse.child(verb, "ccomp", "xcomp", "neg", "aux") is None
    somebody = clauses.type_of(subject) in ACTORS or parse.pos[subject] in ("PRON", "PROPN")
    return verb if tells and finite and somebody else None


def spoke_before(clauses: Clauses, quote: int) -> int | None:
    """ "Mayor Ruiz attacked the banks. "They failed us."": whom the sentence before a quotation is about speaks it, where nobody else is told to."""
    parse = clauses.parse
    number = parse.sentence_of[quote] - 1
    if number < 0 or parse.sentences[number + 1][0] != quote or not _on_line(clauses, quote) or parse.kinds[number] != "text":
        return None
    begin, after = parse.sentences[number]
    root = _root(clauses, begin)
    subject = next(iter(clauses.subjects(root)), None) if parse.child(root, "nsubj") is not None else None
    if subject is None or not finite(parse, root) or any(parse.words[i] in QUOTATION_MARKS for i in (begin, after - 1)):
        return None
    subject = next((a for a in parse.all(subject, "appos") if a == subject + 1 or parse.left(a) == subject + 1), subject)  # "the lawyer Ana Ruiz"
    accounts = any(parse.words[i].lower() == "according" for i in range(begin, after))
    somebody = parse.words[subject].lower() in _HE if parse.pos[subject] == "PRON" else clauses.type_of(subject) == "Person"
    return subject if somebody and not accounts and parse.pos[root] == "VERB" else None


def _root(clauses: Clauses, token: int) -> int:
    """The head of a token's sentence."""
    begin, after = clauses.parse.sentences[clauses.parse.sentence_of[token]]
    return next(i for i in range(begin, after) if clauses.parse.heads[i] == i)


def _on_line(clauses: Clauses, token: int) -> bool:
    """Whether no more than a space parts a token from the one before."""
    return token > 0 and clauses.parse.begins[token] - clauses.parse.ends[token - 1] <= 1
