"""Whose word a headline is: "Police: Man robbed nine banks", "Norda Bank to close nine mines: report"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.clauses import Clauses
from kg.extract.drafts import ACTORS, Saying

_LABEL = 5  # words that tell whose word it is
_TELLING = 3  # words that are a headline without it
_TOPICS = frozenset({"Country", "State", "City"})  # before a colon they tell where or whom it is about


def headlined(clauses: Clauses) -> Iterator[Saying]:
    """What a headline tells before or behind a colon, as the word of whoever the other side names."""
    parse = clauses.parse
    for number, (begin, after) in enumerate(parse.sentences):
        colon = next((i for i in range(begin + 1, after - 1) if parse.words[i] == ":"), None) if _is_headline(clauses, number) else None
        if colon is None:
            continue
        last = after - 1 if parse.pos[after - 1] != "PUNCT" else after - 2
        before, behind = colon - begin, last - colon
        teller = _teller(clauses, colon + 1, last) if behind <= _LABEL < last - begin and before >= _TELLING else None
        told = (begin, colon - 1)
        if teller is None and before <= _LABEL and behind >= _TELLING:
            teller, told = _teller(clauses, begin, colon - 1), (colon + 1, after - 1)
            teller = None if teller is not None and clauses.type_of(teller) in _TOPICS else teller
        if teller is not None:
            yield Saying(colon, teller, [told], "actual", "quotation")


def _is_headline(clauses: Clauses, number: int) -> bool:
    """Whether a sentence is marked as a headline, or is the article's first and stands alone."""
    parse = clauses.parse
    if number or parse.kinds[0] != "text" or len(parse.sentences) < 2:
        return parse.kinds[number] == "headline"
    return parse.begins[parse.sentences[1][0]] - parse.ends[parse.sentences[0][1] - 1] > 1


def _teller(clauses: Clauses, first: int, last: int) -> int | None:
    """Who the words on one side of the colon name, if they name nothing else: a name, people, an office, a poll or a paper."""
    parse, lexicon = clauses.parse, clauses.lexicon
    if any(parse.pos[i] not in ("PROPN", "NOUN", "ADJ", "DET", "NUM", "ADP", "PART", "PUNCT") for i in range(first, last + 1)):
        return None
    prep = next((i for i in range(first + 1, last + 1) if parse.pos[i] in ("ADP", "PUNCT")), last + 1)
    head = prep - 1
    if parse.left(head) < first or parse.right(head) > last + 1:
        return None  # where the parser hung the headline on it
    if clauses.is_named(head):
        return head if clauses.type_of(head) in ACTORS else None
    somebody = lexicon.noun_types.get(parse.lemmas[head]) in ("Person", "Group", "Organization", "GovernmentOrganization", "NewsMediaOrganization")
    records = parse.pos[head] == "NOUN" and parse.lemmas[head] in lexicon.words("headlineSource")
    return head if somebody or records else None
