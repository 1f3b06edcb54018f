"""What a name's own words, those around it and its sentence say of the type of what it names. Each vote is a construction, with a weight."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.drafts import PLACES
from kg.lexicon import Lexicon
from kg.parse import Parse

#: A type, and how strongly it is spoken for; the entity recogniser's own word weighs 1.
Vote = tuple[str, float]

_ORGANIZED = ("Organization", "NewsMediaOrganization")
_TOLD = ("Organization", "GovernmentOrganization", "NewsMediaOrganization", "Facility", "BodyOfWater", "Law", "Vessel")
_AGE = re.compile(r"[1-9]\d")
_LETTERS = 3  # of an abbreviation that is no pair of initials, at least


def votes_for(parse: Parse, lexicon: Lexicon, first: int, last: int, label: str = "") -> tuple[Vote, ...]:
    """What speaks for the type of a name; ``label`` is what the entity recogniser takes it for."""
    head = head_of(parse, first, last)
    return (
        *_by_what_stands_before(parse, lexicon, first, last),
        *_by_its_words(parse, lexicon, first, last, label),
        *_by_what_it_is_called(parse, lexicon, first, last, head, label),
        *_by_its_sentence(parse, lexicon, first, last, head, label),
        *(_mended(parse, lexicon, first, last, head, label) if label in ("PERSON", "GPE") else ()),
    )


def head_of(parse: Parse, first: int, last: int) -> int:
    """The token whose head lies outside the range."""
    for i in range(last, first - 1, -1):
        if not first <= parse.heads[i] <= last or parse.heads[i] == i:
            return i
    return last


def introduces(word: str, lexicon: Lexicon) -> bool:
    """Whether a person's name follows a word: a title, or how somebody is addressed."""
    title = word.lower() in lexicon.titles and word.lower() not in lexicon.words("titleOrAdjective")  # the "National Assembly" is nobody
    short = word.endswith(".") and word[:-1].lower() in lexicon.words("shortTitle")  # "Rep.", "Del."
    return title or short or word.lower() in lexicon.words("standingTitle") or word in ("Mr", "Mrs", "Ms", "Dr", "Sir")


def _by_what_stands_before(parse: Parse, lexicon: Lexicon, first: int, last: int) -> Iterator[Vote]:
    before = parse.words[first - 1] if first > 0 else ""
    if introduces(before, lexicon) and parse.lemmas[last].lower() not in lexicon.nouns:
        yield "Person", 3.0  # the "Summit" of a "CEO Summit" is nobody
    if (
        first > 0
        and parse.pos[first - 1] == "NOUN"
        and parse.deps[first - 1] in ("compound", "nmod")
        and parse.lemmas[first - 1] in lexicon.noun_types
        and (lexicon.noun_types[parse.lemmas[first - 1]] not in PLACES or parse.entity_types[first] in ("GPE", "LOC", "FAC"))  # "world GDP"
    ):
        yield lexicon.noun_types[parse.lemmas[first - 1]], 2.0  # "the tanker Skipper", "carmaker BYD"


def _by_its_words(parse: Parse, lexicon: Lexicon, first: int, last: int, label: str) -> Iterator[Vote]:
    if first == last:
        return
    begin, end = parse.words[first], parse.words[last].rstrip(".")
    if begin in lexicon.first_names:
        yield "Person", 2.0
    kind = lexicon.noun_types.get(parse.lemmas[last]) or lexicon.noun_types.get(end.lower())
    if kind in _TOLD:
        yield kind, 3.0
    prefix, event = lexicon.name_prefixes.get(begin), last == first + 1 and end.lower() in lexicon.nouns
    if prefix and not (prefix in PLACES and event):  # the "Gulf War" is no water
        yield prefix, 6.0
    if lexicon.name_suffixes.get(end):
        yield lexicon.name_suffixes[end], 4.0
    elif label not in ("ORG", "WORK_OF_ART") and _seat(lexicon, end.lower()):  # "Elm City" may be a club, "Elm Mountain" a film
        yield _seat(lexicon, end.lower()), 3.0


def _seat(lexicon: Lexicon, noun: str) -> str:
    """The type of a place that a noun stands beside the name of: "the village of Elm", "Elm county"; none of "the coast of Peru"."""
    return "City" if noun in lexicon.words("settlement") else "Place" if noun in lexicon.words("division") else ""


def _by_what_it_is_called(parse: Parse, lexicon: Lexicon, first: int, last: int, head: int, label: str) -> Iterator[Vote]:
    """ "Elm county", "the provinces of Elm and Oak", "the Beacon newspaper": a noun beside the name says what it names."""
    noun = _noun_behind(parse, last, head)
    people = parse.tags[head] == "JJ" or (
        label == "NORP" and noun is not None and (parse.tags[noun] != "NN" or parse.lemmas[noun] in lexicon.words("realm"))
    )
    if noun is not None and not people:  # "the Jewish state"
        seat, kind = _seat(lexicon, parse.lemmas[noun]), lexicon.noun_types.get(parse.lemmas[noun], "")
        if seat:
            yield seat, 3.0
        elif kind in _ORGANIZED and label not in ("GPE", "LOC", "NORP"):  # a town may have a newspaper
            yield kind, 2.0
        elif label in ("PERSON", "GPE") and _plays(parse, lexicon, noun):
            yield "Organization", 1.5  # a club: "Elm midfielder Ana Ruiz"
    first_of = _first_conjunct(parse, head)
    of = parse.heads[first_of]
    if parse.deps[first_of] == "pobj" and parse.words[of] == "of" and parse.heads[of] == of - 1 and parse.pos[of - 1] in ("NOUN", "PROPN"):
        seat = _seat(lexicon, parse.lemmas[of - 1].lower())
        if seat and parse.left(first_of) == of + 1:
            yield seat, 3.0


def _plays(parse: Parse, lexicon: Lexicon, noun: int) -> bool:
    """Whether a noun is one of players and trainers, with a name behind."""
    return parse.lemmas[noun] in lexicon.words("player") and noun + 1 < len(parse) and parse.words[noun + 1][:1].isupper()


def _noun_behind(parse: Parse, last: int, head: int) -> int | None:
    """The common noun that a name stands right before, or right before with one noun between: "the Elm brokerage firm"."""
    noun = parse.heads[_first_conjunct(parse, head)]
    fits = last < noun <= last + 2 and parse.pos[noun] == "NOUN" and all(parse.words[i].islower() for i in range(last + 1, noun + 1))
    return noun if fits and parse.deps[_first_conjunct(parse, head)] in ("compound", "nmod", "amod") else None


def _first_conjunct(parse: Parse, token: int) -> int:
    """The first of a list: "Elm" of "Elm, Oak and Ash"."""
    while parse.deps[token] == "conj" and parse.heads[token] < token:
        token = parse.heads[token]
    return token


def _by_its_sentence(parse: Parse, lexicon: Lexicon, first: int, last: int, head: int, label: str) -> Iterator[Vote]:
    if _is_he(parse, head):
        yield "Person", 1.5
    yield from ((kind, 2.0) for kind in _listed_as(parse, lexicon, head) if (kind, label) != ("Group", "ORG"))  # "the banking group Elm"
    for child in parse.children[head]:
        if parse.deps[child] in ("appos", "relcl") and (child < first or child > last):
            described = lexicon.noun_types.get(parse.lemmas[child])
            if parse.deps[child] == "appos" and described:
                yield described, 2.0
            elif any(parse.words[c].lower() in ("who", "whose", "whom") for c in parse.children[child]):
                yield "Group" if _several(parse, head, child) else "Person", 2.0


def _several(parse: Parse, head: int, clause: int) -> bool:
    """ "The Pacers, who have lost": "who" are many, by the name's or the verb's plural."""
    words = {parse.words[c].lower() for c in (clause, *parse.all(clause, "aux", "auxpass"))}
    return parse.tags[head] in ("NNPS", "NNS") or bool(words & {"have", "are", "were"}) or parse.tags[clause] == "VBP"


def _listed_as(parse: Parse, lexicon: Lexicon, head: int) -> list[str]:
    """ "two directors, Paolo Dini and Franca Orsi", "his counterpart Ana Ruiz", "the newspaper Dawn": what the noun before says that they are."""
    head = _first_conjunct(parse, head)
    noun = parse.heads[head]
    if parse.deps[head] != "appos" or noun > head or parse.pos[noun] != "NOUN":
        return []
    longer = f"{parse.words[noun - 1].lower()} {parse.lemmas[noun]}" if noun else ""
    kind = lexicon.noun_types.get(longer) or lexicon.noun_types.get(parse.lemmas[noun]) or ("Person" if parse.lemmas[noun] in lexicon.titles else "")
    if kind == "Person" and parse.lemmas[noun] in lexicon.words("contender"):
        return []  # a champion may be a team
    close = parse.left(head) == noun + 1 and parse.pos[noun + 1] != "PUNCT" and (kind not in PLACES or kind == _seat(lexicon, parse.lemmas[noun]))
    return [kind] if kind and (parse.tags[noun] == "NNS" or close) else []


def _is_he(parse: Parse, subject: int) -> bool:
    """ "Lula said he would go", "Merkel lost her seat": the sentence takes its subject up as a person."""
    verb = parse.heads[subject]
    if parse.deps[subject] not in ("nsubj", "nsubjpass"):
        return False
    below = [c for clause in parse.all(verb, "ccomp", "xcomp", "dobj") for c in parse.children[clause] if parse.deps[c] in ("nsubj", "poss")]
    return any(parse.words[c].lower() in ("he", "she", "his", "her") for c in below)


def _mended(parse: Parse, lexicon: Lexicon, first: int, last: int, head: int, label: str) -> Iterator[Vote]:
    """What contradicts the recogniser, which takes words that it does not know for persons and for towns."""
    word, lone = parse.words[last], first == last
    if lone and any(c.isdigit() for c in word):
        yield "Thing", 1.5
    elif lone and _abbreviation(parse, lexicon, first, label):
        yield "Organization", 1.5
    elif lone and _with_article(parse, first, head):
        kind = lexicon.noun_types.get(word.lower(), "")
        named = kind if kind and kind != "Person" else "Group" if parse.tags[first] == "NNPS" else "Organization"
        yield ("Place" if label == "GPE" and parse.tags[first] != "NNPS" else named), 1.5
    elif lone and label == "PERSON" and parse.tags[first] == "NNPS":
        yield "Group", 1.5
    if label == "PERSON" and lone and _located(parse, lexicon, head):
        yield "City", 1.5
    if label == "GPE" and (_speaks(parse, lexicon, head) or _of_an_age(parse, last) or _holds_office(parse, lexicon, first, last, head)):
        yield "Person", 2.0


def _abbreviation(parse: Parse, lexicon: Lexicon, word: int, label: str) -> bool:
    """ "DIOKI", but not the "ELM" of a dateline, and nobody with a title before."""
    letters, opening = parse.words[word], word == parse.sentences[parse.sentence_of[word]][0]
    titled = word > 0 and introduces(parse.words[word - 1], lexicon)
    return letters.isalpha() and letters.isupper() and len(letters) >= _LETTERS and not titled and not (label == "GPE" and opening)


def _with_article(parse: Parse, word: int, head: int) -> bool:
    """ "The Beacon reported it": no person and no town has an article, unless it is of a noun behind, as in "the Ruiz trial"."""
    article = word - 1
    alone = parse.deps[head] not in ("compound", "nmod", "amod", "poss") and parse.words[min(word + 1, len(parse) - 1)] not in ("'s", "’s", "'")
    return word > 0 and parse.words[article].lower() == "the" and parse.heads[article] == head and alone


def _located(parse: Parse, lexicon: Lexicon, head: int) -> bool:
    """ "They met in Elm": not "trust in Ruiz"."""
    preposition = parse.heads[_first_conjunct(parse, head)]
    governor = parse.lemmas[parse.heads[preposition]]
    inside = parse.deps[_first_conjunct(parse, head)] == "pobj" and parse.words[preposition].lower() in ("in", "near", "outside", "around")
    return inside and governor not in lexicon.words("trust")


def _speaks(parse: Parse, lexicon: Lexicon, head: int) -> bool:
    """ "Ruiz added that …": capitals that speak for countries are listed, other towns say nothing."""
    verb = parse.heads[head]
    return parse.deps[head] == "nsubj" and parse.pos[verb] == "VERB" and parse.lemmas[verb] in lexicon.reporting_verbs


def _of_an_age(parse: Parse, last: int) -> bool:
    """ "Ruiz, 35, left"."""
    behind = parse.words[last + 1 : last + 4]
    return len(behind) == 3 and behind[0] == behind[2] == "," and _AGE.fullmatch(behind[1]) is not None


def _holds_office(parse: Parse, lexicon: Lexicon, first: int, last: int, head: int) -> bool:
    """ "Paul Elm, head of the office"."""
    return any(
        child > last and parse.deps[child] == "appos" and parse.pos[child] == "NOUN" and parse.lemmas[child] in lexicon.titles
        for child in parse.children[head]
    )
