"""Where the name of a person begins and ends: what the recogniser takes in of titles, headlines and numbers, or leaves out of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.drafts import Name
from kg.extract.votes import head_of, introduces
from kg.lexicon import Lexicon
from kg.parse import QUOTATION_MARKS, TITLED, Parse

_INITIAL = re.compile(r"[A-Z]\.?")
_CAPITALS = 3  # words of a headline whose capitals tell that each word of it has one


def undescribed(parse: Parse, lexicon: Lexicon, first: int, last: int) -> tuple[int, int]:
    """ "Embattled Ruiz to Resign", "Ana Ruiz Stuns Rivals", "the Ruiz Speech": a word of a headline has its capital by that, and a common noun is
    none of a name, where the article has the name without it, and nowhere else with it.
    """
    if first == last or _twice(parse, first, last):
        return first, last
    begin, end = parse.words[first], parse.words[last]
    other = [parse.tags[i] not in ("NNP", "NNPS") for i in (first, last)]
    common = [_is_common(parse, lexicon, i) for i in (first, last)]
    described = (not first and other[0]) or (_headed(parse, first) and (other[0] or common[0]))
    if described and not _is_given(lexicon, begin) and begin.isalpha() and _named_alone(parse, lexicon, first + 1, last):
        return first + 1, last
    beyond = not (first + 1 == last and _is_given(lexicon, begin)) and end.isalpha()
    if beyond and (other[1] or common[1] or (last > first + 1 and _headed(parse, last))) and _named_alone(parse, lexicon, first, last - 1):
        return first, last - 1
    return first, last


def _is_common(parse: Parse, lexicon: Lexicon, i: int) -> bool:
    """Whether a word is a noun of the lexicon that names nobody, or is written in lower case by the article as well."""
    word = parse.words[i].lower()
    return word in lexicon.nouns or lexicon.noun_types.get(word, "Person") != "Person" or word in parse.words


def _is_given(lexicon: Lexicon, word: str) -> bool:
    return word in lexicon.first_names or word.lower() in lexicon.words("womanName") or word.lower() in lexicon.words("manName")


def _twice(parse: Parse, first: int, last: int) -> bool:
    """Whether the article has some words in a row more than once."""
    words, length = parse.words[first : last + 1], last - first + 1
    return any(parse.words[i : i + length] == words for i in range(len(parse) - length + 1) if i != first)


def _named_alone(parse: Parse, lexicon: Lexicon, first: int, last: int) -> int:
    """How often the article names a person by these words, with no other word of the name around them."""
    words, length = parse.words[first : last + 1], last - first + 1
    found = 0
    for i in range(len(parse) - length + 1):
        if parse.words[i] != words[0] or parse.words[i : i + length] != words or first <= i <= last:
            continue
        before, after = max(0, i - 1), min(i + length, len(parse) - 1)
        opens = not i or parse.entity_types[before] != "PERSON" or parse.entity_starts[i] or introduces(parse.words[before], lexicon)
        ends = parse.entity_types[after] != "PERSON" or parse.entity_starts[after] or not parse.words[after][:1].isalpha()
        found += opens and ends and parse.pos[i] == "PROPN"
    return found


def _headed(parse: Parse, i: int) -> bool:
    """Whether a word stands in a headline whose words have capitals."""
    number = parse.sentence_of[i]
    begin, after = parse.sentences[number]
    words = [word for word in parse.words[begin:after] if word.isalpha() and len(word) > _CAPITALS]
    capitals = len(words) >= _CAPITALS and all(word[0].isupper() for word in words)
    return capitals or parse.kinds[number] in TITLED


def unnumbered(parse: Parse, lexicon: Lexicon, first: int, last: int, kind: str) -> tuple[int, int]:
    """ "Ana Ruiz 384, Paul Lind 212": a number behind a person's name counts votes or pages, and is no part of it."""
    end, given = last, parse.words[first].lower()
    while end > first and parse.words[end].isdigit():
        end -= 1
    person = kind == "PERSON" or given in lexicon.words("womanName") or given in lexicon.words("manName")
    return first, end if person else last


def without_rank(parse: Parse, lexicon: Lexicon, first: int, last: int) -> tuple[int, int]:
    """ "Lieutenant General Carl Brandt" is called Carl Brandt."""
    begin = first
    while begin < last and parse.words[begin].lower().rstrip(".") in lexicon.words("rank"):
        begin += 1
    return begin, last


def with_first_name(parse: Parse, lexicon: Lexicon, first: int, last: int) -> tuple[int, int]:
    """ "Committee Chair Ana Ruiz Lopez": a first name that the recogniser left to the title before it."""
    before = first - 1
    name = parse.words[before]
    listed = name in lexicon.first_names or name.lower() in lexicon.words("womanName") or name.lower() in lexicon.words("manName")
    given = before >= 0 and listed and not parse.entity_types[before] and parse.pos[before] == "PROPN"
    return (before if given and first <= parse.heads[before] <= last else first), last


def with_surname(parse: Parse, lexicon: Lexicon, first: int, last: int) -> tuple[int, int]:
    """ "Ana Lucia Ruiz", of which the recogniser found "Ana Lucia"."""
    after = last + 1
    if (
        after >= len(parse)
        or parse.entity_types[after]
        or parse.pos[after] != "PROPN"
        or not parse.words[after].istitle()
        or not parse.words[after].isalpha()
    ):
        return first, last
    word, head = parse.words[after], head_of(parse, first, last)
    known = word.lower() in lexicon.titles or word.lower() in lexicon.nouns or word in lexicon.names or word in lexicon.demonyms
    own = not known and lexicon.noun_types.get(word.lower()) is None and parse.text(first, last) not in lexicon.names
    return first, last + (own and parse.deps[head] == "compound" and parse.heads[head] == after)


def nicknamed(parse: Parse, known: set[str]) -> Iterator[Name]:
    """ "Roberto "Beto" Ruiz" is one name: he is called Beto Ruiz where the article calls him Beto elsewhere, else Roberto Ruiz."""
    for i in range(2, len(parse) - 2):
        marks = parse.words[i - 1] in QUOTATION_MARKS and parse.words[i + 1] in QUOTATION_MARKS
        if not marks or any(parse.pos[k] not in ("PROPN", "NOUN") or not parse.words[k][:1].isupper() for k in (i - 2, i, i + 2)):
            continue
        first = i - 2
        while parse.pos[first] == "PROPN" and _INITIAL.fullmatch(parse.words[first]) and first > 0 and parse.words[first - 1][:1].isupper():
            first -= 1  # the initial of "Roberto C. "Beto" Ruiz"
        if "PERSON" in (parse.entity_types[first], parse.entity_types[i + 2]) and parse.sentence_of[first] == parse.sentence_of[i + 2]:
            often = sum(parse.words[k] == parse.words[i] for k in range(len(parse))) > 1 and parse.words[i] in known
            given = parse.words[i] if often else parse.words[first]
            text = f"{given} {parse.words[i + 2]}"
            yield Name(first, i + 2, head_of(parse, first, i + 2), text, "nickname", None, (("Person", 3.0),))
