"""Persons with titles: which word bears the title and which only says of what, mended on the parse. Each rule is a construction."""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.parse import Parse, move


def mend_titled(parse: Parse, lexicon: Lexicon) -> None:
    """Mend heads and dependencies in place."""
    for i in range(len(parse)):
        if parse.pos[i] == "PROPN" and parse.deps[i] == "conj":
            _two_titled(parse, lexicon, i)
        if parse.pos[i] == "PROPN" and parse.deps[i] in ("conj", "appos"):
            _bearer(parse, lexicon, i)
            _second_bearer(parse, lexicon, i)
        if parse.deps[i] == "appos" and parse.pos[i] == "PROPN":
            _placed_bearer(parse, lexicon, i)


def _is_title(parse: Parse, lexicon: Lexicon, noun: int) -> bool:
    """ "director", "chief executive"."""
    return parse.lemmas[noun] in lexicon.titles or (noun > 0 and f"{parse.words[noun - 1].lower()} {parse.lemmas[noun]}" in lexicon.titles)


def _two_titled(parse: Parse, lexicon: Lexicon, second: int) -> None:
    """ "Secretary of State Ana Ruiz and Defense Secretary Paul Lind": two persons, each with a title, and not one whom all else describes."""
    first = parse.heads[second]
    last = first
    while parse.deps[last] in ("nmod", "compound") and parse.heads[last] != last:
        last = parse.heads[last]
    titled = any(parse.words[i].lower() in lexicon.titles for i in range(second + 1, last))
    head, dep = parse.heads[last], parse.deps[last]
    if first > second or last <= second or not titled or parse.entity_types[last] != "PERSON" or head == last:
        return
    begin = parse.left(last)
    if not any(parse.words[i].lower() in lexicon.titles for i in range(begin, first)):
        return
    move(parse, first, head, dep)
    for i in [i for i in range(begin, first) if parse.heads[i] > second]:
        move(parse, i, first, "compound")
    move(parse, second, last, "compound")
    move(parse, last, first, "conj")


def _bearer(parse: Parse, lexicon: Lexicon, name: int) -> None:
    """ "the director of Norda, Ana Ruiz, left": the name after the comma is the director's, and not that of a second firm."""
    what = parse.heads[name]
    title = parse.heads[parse.heads[what]]
    person = parse.entity_types[name] == "PERSON" and parse.entity_types[what] != "PERSON" and what < name
    titled = _is_title(parse, lexicon, title) and parse.pos[title] == "NOUN" and parse.tags[title] == "NN" and title < what
    if not person or not titled or parse.deps[what] != "pobj" or parse.words[parse.left(name) - 1] != "," or parse.child(title, "appos") is not None:
        return
    if name + 1 < len(parse) and parse.words[name + 1] == ",":
        move(parse, name, title, "appos")


def _second_bearer(parse: Parse, lexicon: Lexicon, name: int) -> None:
    """ "the mayor, Ana Ruiz, and her deputy, Paul Lind, left": the deputy stands beside the mayor, and is not a second name of hers."""
    title = parse.heads[name]
    if parse.deps[name] != "appos" or parse.pos[title] != "NOUN" or parse.deps[title] not in ("nsubj", "nsubjpass", "dobj", "pobj"):
        return
    second = parse.child(name, "conj")
    cc = parse.child(name, "cc")
    if second is None or cc is None or not name < cc < second or parse.words[cc - 1] != "," or parse.child(second, "poss", "det") is None:
        return
    if _is_title(parse, lexicon, second) or lexicon.noun_types.get(parse.lemmas[second]) == "Person":
        move(parse, cc, title, "cc")
        move(parse, second, title, "conj")


def _placed_bearer(parse: Parse, lexicon: Lexicon, name: int) -> None:
    """ "backed Ohio Senator Lena Ford": the place right before a title tells of where she is one, and is not whom they backed."""
    place = parse.heads[name]
    title = place + 1
    titled = parse.left(name) == title < name and parse.words[title].lower() in lexicon.titles and parse.words[title].istitle()
    if not titled or parse.entity_types[place] not in ("GPE", "LOC", "ORG", "NORP") or parse.pos[place] != "PROPN" or parse.deps[place] == "appos":
        return
    head, dep = parse.heads[place], parse.deps[place]
    if head == place:
        return
    move(parse, name, head, dep)
    for child in [c for c in parse.children[place] if c != name]:
        move(parse, child, name, parse.deps[child])
    move(parse, place, name, "compound")
