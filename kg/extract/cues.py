"""Cues that are no verbs: "according to the union", "in her view", "reports that …"; and how far what is said reaches."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.clauses import Clauses
from kg.extract.drafts import ACTORS, Saying
from kg.extract.reports import missing, told_with, unvouched, without_that
from kg.parse import DASHES

_THINGS = frozenset({"this", "that", "these", "those", "it", "which", "what"})


def reach(clauses: Clauses, token: int) -> tuple[int, int]:
    """First and last token below a token, without a gloss at its end."""
    parse = clauses.parse
    first, last = parse.left(token), parse.right(token)
    while last + 1 < len(parse) and token in parse.ancestors(last + 1) and not {parse.words[last], parse.words[last + 1]} & DASHES:
        last = parse.right(last + 1)  # "set up firms abroad, by which …": the clause of a noun within, behind a comma of the verb's
    at = token
    while parse.children[at] and parse.children[at][-1] > at:
        at = parse.children[at][-1]
        gloss = parse.deps[at] == "appos" and parse.child(at, "relcl") is not None
        if gloss and (begin := parse.left(at)) > token and (parse.words[begin - 1] in (",", '"') or _after_dash(clauses, begin)):
            return first, begin - 2  # "…, a move that would break the law": who reports it says so
    return first, last


def _after_dash(clauses: Clauses, token: int) -> bool:
    """ "said it would cost a million - a sum that few have": whether a token follows a dash outside quotation marks."""
    return clauses.parse.words[token - 1] in DASHES and clauses.parse.spaced[token - 2] and not clauses.parse.quoted(token)


def comment(clauses: Clauses, piece: tuple[int, int]) -> bool:
    """ "'We will fight,' she said, a vow that frightened many": what is put after the cue with "a" is the writer's comment."""
    parse = clauses.parse
    first, last = piece
    while first < last and parse.words[first] in (",", '"', "''"):
        first += 1
    if parse.words[first - 1] not in (",", '"') or parse.words[first].lower() not in ("a", "an") or parse.quoted(first):
        return False
    noun = parse.heads[first]
    return parse.pos[noun] == "NOUN" and parse.child(noun, "relcl", "acl", "prep") is not None and parse.right(noun) >= last - 1


def without(whole: tuple[int, int], part: tuple[int, int]) -> list[tuple[int, int]]:
    """A range with another one cut out of it."""
    pieces = [(whole[0], min(whole[1], part[0] - 1)), (max(whole[0], part[1] + 1), whole[1])]
    return [piece for piece in pieces if piece[0] <= piece[1]]


def according(clauses: Clauses, token: int) -> Iterator[Saying]:
    parse = clauses.parse
    to = next((c for c in parse.children[token] if parse.words[c].lower() == "to"), None)
    if to is None:
        return
    source = next((_author(clauses, f) for o in parse.all(to, "pobj") for f in clauses.fillers(o)), None)
    if source is not None and _in_line(clauses, token, source):
        return
    content = without(reach(clauses, _scope(clauses, token)), reach(clauses, token))
    content = [rest for piece in content for rest in _without_hearsay(clauses, piece)]
    if source is not None and content:
        yield Saying(token, source, content, "actual", "according-to", to)


def _in_line(clauses: Clauses, token: int, source: int) -> bool:
    """ "prices vary according to demand", "sorted according to size": in line with something that tells nothing, and no comma before it."""
    parse, first = clauses.parse, clauses.parse.left(token)
    apart = first == parse.sentences[parse.sentence_of[token]][0] or parse.pos[first - 1] == "PUNCT"
    somebody = clauses.type_of(source) in ACTORS or parse.pos[source] in ("PRON", "PROPN") or parse.lemmas[source] in clauses.lexicon.reporting_nouns
    tells = clauses.lexicon.nouns.get(parse.lemmas[source]) == "Investigation" or parse.lemmas[source] in clauses.lexicon.words("record")
    return not (apart or somebody or tells or clauses.is_named(source))


def _without_hearsay(clauses: Clauses, piece: tuple[int, int]) -> list[tuple[int, int]]:
    """ "The raid, which is said to have failed, began at noon, according to the army": what others say in an aside is not from the army."""
    parse = clauses.parse
    pieces = [piece]
    for verb in (i for i in range(piece[0], piece[1] + 1) if parse.deps[i] == "relcl" and hearsay(clauses, i)):
        first = parse.left(verb)
        if first > piece[0] and parse.words[first - 1] == "," and parse.tags[first] in ("WDT", "WP"):
            pieces[-1:] = without(pieces[-1], (first, parse.right(verb))) if pieces else []
    return pieces


def hearsay(clauses: Clauses, verb: int) -> bool:
    """ "is said to be the first": a passive of telling with an infinitive and without anybody who tells."""
    parse = clauses.parse
    told = parse.child(verb, "xcomp")
    by = parse.child(verb, "agent") is not None
    infinitive = told is not None and any(parse.tags[c] == "TO" for c in parse.children[told])
    return infinitive and not by and parse.lemmas[verb] in ("say", "report") and parse.child(verb, "auxpass") is not None


def _scope(clauses: Clauses, cue: int) -> int:
    """The head of what a phrase like "according to …" tells the source of: all of the sentence where it leads or ends it, else its own clause."""
    parse = clauses.parse
    begin, after = parse.sentences[parse.sentence_of[cue]]
    first, last = parse.left(cue), parse.right(cue)
    ends = parse.words[first - 1] == "," and all(parse.pos[i] == "PUNCT" for i in range(last + 1, after))
    above = [*parse.ancestors(cue)]
    verbs = [i for i in above if parse.pos[i] in ("VERB", "AUX")]
    if not verbs:
        return parse.heads[cue]
    said = any(parse.lemmas[v] in clauses.lexicon.reporting_verbs for v in verbs[1:])  # "According to the paper, he said it fell"
    return above[-1] if ends or (first == begin and not said) else verbs[0]


def in_view(clauses: Clauses, prep: int) -> Iterator[Saying]:
    """ "In the union's view, …", "in the opinion of doctors", "To them, …": who sees it so."""
    parse, lexicon = clauses.parse, clauses.lexicon
    noun, word, verb = parse.child(prep, "pobj"), parse.words[prep].lower(), parse.heads[prep]
    if word == "to" and parse.deps[verb] in ("nsubj", "nsubjpass") and prep == parse.left(verb):
        verb = parse.heads[verb]  # "To many, Ruiz, who lives here, is a hero": hung on the name behind the comma
    if noun is None or parse.pos[verb] not in ("VERB", "AUX"):
        return
    source = None
    if word in ("in", "by", "to") and parse.lemmas[noun] in lexicon.words("view"):
        owners = parse.all(noun, "poss") + [o for p in parse.all(noun, "prep") if parse.words[p].lower() == "of" for o in parse.all(p, "pobj")]
        source = next((f for o in owners for f in clauses.fillers(o) if clauses.type_of(f) in ACTORS or parse.pos[f] == "PRON"), None)
    elif word == "to" and leads(clauses, prep, verb) and _sees(clauses, verb):
        source = next((f for f in clauses.fillers(noun) if _sees_it(clauses, f)), None)
    if source is not None and leads(clauses, prep, verb):
        content = without(reach(clauses, verb), reach(clauses, prep))
        yield Saying(prep, source, content, "actual", "in-view", noun if parse.lemmas[noun] in lexicon.words("view") else prep)


def leads(clauses: Clauses, prep: int, verb: int) -> bool:
    """Whether a phrase leads its clause, with a comma behind it."""
    parse = clauses.parse
    behind = parse.right(prep) + 1
    subject = parse.child(verb, "nsubj", "nsubjpass", "expl")
    return behind < len(parse) and parse.words[behind] == "," and subject is not None and behind < subject


def _sees(clauses: Clauses, verb: int) -> bool:
    """ "To them, it means war", not "To them, he gave bread": whether "to" somebody before a verb tells who thinks so."""
    parse, lexicon = clauses.parse, clauses.lexicon
    lemma, subject = parse.lemmas[verb], parse.child(verb, "nsubj", "nsubjpass", "expl")
    somebody = subject is not None and parse.lemmas[subject] != "it" and (clauses.type_of(subject) in ACTORS or parse.pos[subject] == "PRON")
    return (
        parse.child(verb, "dative") is None
        and lemma not in lexicon.words("giving") | {"leave"}
        and not (somebody and lemma in lexicon.reporting_verbs)
    )


def _sees_it(clauses: Clauses, token: int) -> bool:
    """ "To them, it means war", not "To that, she added …": whether a token is somebody."""
    thing = clauses.parse.words[token].lower() in _THINGS
    return not thing and (clauses.type_of(token) in ("Person", "Group") or clauses.parse.pos[token] == "PRON")


def _author(clauses: Clauses, source: int) -> int:
    """ "according to a statement by the ministry": the ministry; a statement of nobody stands for itself."""
    if clauses.parse.lemmas[source] not in clauses.lexicon.reporting_nouns:
        return source
    return next((o for o in clauses.control.own_owners(source) if clauses.type_of(o) in ACTORS or clauses.parse.pos[o] == "PRON"), source)


def _before_dash(clauses: Clauses, noun: int, piece: tuple[int, int]) -> tuple[int, int]:
    """What stands after a dash is no more of the report ("reports of a raid - a move that angered many")."""
    dash = next((i for i in range(noun + 1, piece[1]) if clauses.parse.words[i] in ("-", "–", "—", "--") and clauses.parse.spaced[i - 1]), None)
    goes_on = dash is not None and clauses.parse.tags[dash + 1] == "VBG" and piece[0] < clauses.parse.heads[dash + 1] < dash  # "- killing nine"
    return piece if dash is None or dash <= piece[0] or goes_on else (piece[0], dash - 1)


def _teller(clauses: Clauses, noun: int) -> list[int]:
    """Whose report it is: the noun's own owner, or who makes or repeats it; who avoids or checks a report does not tell it."""
    parse, lexicon = clauses.parse, clauses.lexicon
    own = clauses.control.own_owners(noun) or told_with(clauses, noun)
    verb = parse.heads[noun]
    reports = parse.lemmas[verb] in lexicon.reporting_verbs and parse.lemmas[verb] not in lexicon.words("characterization")  # not "dismissed a claim"
    voices = parse.lemmas[verb] in lexicon.words("voicing") or parse.lemmas[verb] in lexicon.light_verbs or reports
    if not own and parse.deps[noun] == "dobj" and voices:
        return clauses.subjects(verb)
    arrives = f"{parse.lemmas[parse.heads[verb]]} {parse.words[verb].lower()}" in ("come to", "arrive at")
    if not own and parse.deps[noun] == "pobj" and arrives:
        return clauses.subjects(parse.heads[verb])  # "came to the conclusion that …"
    return own


def by_noun(clauses: Clauses, noun: int) -> Iterator[Saying]:
    """ "Trump's assertion that …", "claims of involvement", "reports from CNN that …"."""
    parse = clauses.parse
    content = [
        reach(clauses, c)
        for c in parse.all(noun, "acl", "ccomp", "relcl")
        if any(parse.words[m].lower() in ("that", "to") for m in parse.all(c, "mark", "aux"))
        or _complete(clauses, c)
        or without_that(parse, clauses.lexicon, c)
    ]
    for prep in parse.all(noun, "prep"):
        word = parse.words[prep].lower()
        inner = parse.child(prep, "pcomp", "pobj") if word == "of" else parse.child(prep, "pcomp") if word == "about" else None
        if (
            inner is not None and clauses.type_of(inner) not in ("Person", "Country") and parse.pos[inner] != "PRON"
        ):  # "concerns about the war" presuppose the war
            content.append(reach(clauses, inner))
    content = [_before_dash(clauses, noun, piece) for piece in content]
    if not content or parse.lemmas[noun] in clauses.lexicon.words("medium"):
        return
    source = next((o for o in _teller(clauses, noun) if clauses.type_of(o) in ACTORS or parse.pos[o] == "PRON"), None)
    modality = clauses.lexicon.reporting_nouns[parse.lemmas[noun]]
    if modality == "actual" and source is None and (parse.lemmas[noun] in clauses.lexicon.words("hearsay") or unvouched(clauses, noun)):
        modality = "alleged"  # "reports of an attack": somebody's, nobody's
    if missing(clauses, noun):
        source, modality = None, "possible"  # "offered no proof that …": who lacks it does not say so
    yield Saying(noun, source, content, "denied" if discredited(clauses, noun) else modality, "reporting-noun", noun)


def _complete(clauses: Clauses, clause: int) -> bool:
    """ "the rumour that the club sold its stadium": nothing is missing in the clause after "that", so that it is no relative one."""
    parse = clauses.parse
    that = next((c for c in parse.all(clause, "dative", "dobj") if parse.words[c].lower() == "that" and c < clause), None)
    return that is not None and parse.child(clause, "nsubj") is not None and any(o > clause for o in parse.all(clause, "dobj"))


def of_intention(clauses: Clauses, noun: int) -> Iterator[Saying]:
    """ "voiced a desire for talks", "expressed willingness to meet": a wish that somebody utters is his, and what it is for is planned."""
    parse, lexicon = clauses.parse, clauses.lexicon
    verb = parse.heads[noun]
    if parse.deps[noun] != "dobj" or lexicon.modal_nouns.get(parse.lemmas[noun]) != "planned" or parse.lemmas[verb] not in lexicon.words("voicing"):
        return
    source = next((s for s in clauses.subjects(verb) if clauses.type_of(s) in ACTORS or parse.pos[s] == "PRON"), None)
    wished = [c for p in parse.all(noun, "prep") for c in parse.all(p, "pobj", "pcomp")] + parse.all(noun, "acl")
    if source is not None and wished and not clauses.passive(verb):
        yield Saying(noun, source, [reach(clauses, c) for c in wished], "planned", "reporting-noun", noun)


def discredited(clauses: Clauses, noun: int) -> bool:
    """ "the debunked claim that …": the writer denies what it says, whoever made it."""
    parse = clauses.parse
    words = (w for c in parse.all(noun, "amod") for w in (parse.words[c].lower(), parse.lemmas[c]))
    return noun < len(parse) and any(word in clauses.lexicon.words("discredited") for word in words)
