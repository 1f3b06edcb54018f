"""Proper names: what the gazetteer lists, what the parser's entity recogniser found, and runs of capitalised words, made consistent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.drafts import Name
from kg.extract.personal import nicknamed, undescribed, unnumbered, with_first_name, with_surname, without_rank
from kg.extract.votes import head_of, introduces, votes_for
from kg.lexicon import Lexicon
from kg.parse import SPEAKER, TITLED, Parse

#: OntoNotes labels of names, and the type each speaks for.
_NER_TYPES = {
    "PERSON": "Person", "ORG": "Organization", "GPE": "City", "LOC": "Place", "FAC": "Facility", "NORP": "Group", "PRODUCT": "Product",
    "EVENT": "Thing", "WORK_OF_ART": "Thing", "LAW": "Law",
}  # fmt: skip
_LONGEST = 8
_INNER_POS = frozenset({"PROPN", "NOUN", "ADJ", "NUM", "X", "ADP", "DET", "CCONJ", "PART", "PUNCT", "SYM"})
_ORDINAL = re.compile(r"\d+(st|nd|rd|th)")
_MIXED_CASE = re.compile("[a-z][A-Z]")


def find_names(parse: Parse, lexicon: Lexicon, dated: frozenset[int] = frozenset()) -> list[Name]:
    """All names of a document in order, none overlapping another or a time (``dated``); longer ones win, listed ones win among equals."""
    listed, recognised = list(_listed(parse, lexicon)), list(_recognised(parse, lexicon))
    recognised = [name for name in recognised if not _only_title(lexicon, name)]
    running = [name for name in recognised if not _in_title(parse, name)]
    words = {word for name in (*listed, *running) for word in name.text.split()}
    titled = [name for name in recognised if _in_title(parse, name) and all(word in words for word in name.text.split())]
    taken: list[Name | None] = [None] * len(parse)
    running = [*_speakers(parse, lexicon), *nicknamed(parse, words), *running]
    _choose([(name, 0) for name in (*listed, *_branches(parse, lexicon))] + [(name, 1) for name in (*running, *titled)], taken)
    _choose([(name, 2) for name in _capitalised(parse, lexicon, taken, words)], taken)
    _choose([(name, 3) for name in _uncapitalised(parse, lexicon, taken)], taken)
    names = sorted({n.first: n for n in taken if n is not None and not _of_title(parse, lexicon, n)}.values(), key=lambda n: n.first)
    return _institutions(parse, lexicon, [name for name in names if not dated.intersection(range(name.first, name.last + 1))])


def _speakers(parse: Parse, lexicon: Lexicon) -> Iterator[Name]:
    """ "Sen. Ruiz (D-Ohio):" in a transcript: who leads a turn is somebody, whatever the recogniser takes a name without a sentence for."""
    for (first, after), kind in zip(parse.sentences, parse.kinds, strict=True):
        if kind == SPEAKER:
            last = next((i for i in range(first, after) if parse.words[i] in ("(", ":")), after - 1) - 1
            while first < last and (_is_title(parse, lexicon, first, last) or _ranked(parse, lexicon, first)):
                first += 1
            words = [parse.words[i].lower() for i in range(first, last + 1)]
            common = any(word in lexicon.nouns or word in lexicon.noun_types or word in lexicon.titles for word in words)
            if words and not common and words[0] not in lexicon.words("turn") and parse.words[first].isalpha():
                yield _name(parse, first, last, "speaker", None, (("Person", 1.0),))


def _branches(parse: Parse, lexicon: Lexicon) -> Iterator[Name]:
    """ "Siemens (India) Ltd.": the country in brackets is a part of the company's name."""
    for i in range(3, len(parse) - 1):
        if parse.words[i] != ")" or parse.words[i - 2] != "(" or not all(parse.words[k][:1].isupper() for k in (i - 3, i - 1, i + 1)):
            continue
        first, last = i - 3, i + 1
        while first and parse.pos[first - 1] == "PROPN" and parse.sentence_of[first - 1] == parse.sentence_of[i]:
            first -= 1
        while last + 1 < len(parse) and parse.pos[last + 1] == "PROPN" and parse.sentence_of[last + 1] == parse.sentence_of[i]:
            last += 1
        if parse.words[last].lower().rstrip(".") in lexicon.words("legalForm"):
            yield _name(parse, first, last, "branch", None, (("Organization", 9.0),))


def _only_title(lexicon: Lexicon, name: Name) -> bool:
    """ "Chief Executive Officer" and "Prof." name nobody; one whole word may ("Dean", "Bishop")."""
    words = name.text.lower().split()
    short = [word.rstrip(".") in lexicon.words("shortTitle") for word in words]
    return all(short) or (len(words) > 1 and all(word in lexicon.title_words or word in lexicon.words("rank") for word in words))


def _of_title(parse: Parse, lexicon: Lexicon, name: Name) -> bool:
    """The "Defense" of "Defense Minister Ana Ruiz", the "State" of "Secretary of State" are a part of the title."""
    after = name.last + 1
    led = parse.words[after].lower() if after < len(parse) else ""
    of = name.first > 1 and parse.words[name.first - 1] == "of" and parse.text(name.first - 2, name.last).lower() in lexicon.titles
    return of or f"{name.text.lower()} {led}" in lexicon.titles or _titles(parse, lexicon, name)


def _titles(parse: Parse, lexicon: Lexicon, name: Name) -> bool:
    """ "Deputy Rural Affairs Minister Ana Ruiz", "Head of Delegation Ana Ruiz": what ends or begins with a title and stands before a person."""
    after, words = name.last + 1, name.text.split()
    person = after + 1 < len(parse) and "PERSON" in (parse.entity_types[after], parse.words[after] == "," and parse.entity_types[after + 1])
    titled = words[-1].lower() in lexicon.titles or (words[0].lower() in lexicon.titles and words[1:2] == ["of"])
    return person and titled and len(words) > 1 and name.key is None


def _in_title(parse: Parse, name: Name) -> bool:
    return parse.kinds[parse.sentence_of[name.head]] in TITLED


def _choose(ranked: list[tuple[Name, int]], taken: list[Name | None]) -> None:
    for name, _ in sorted(ranked, key=lambda pair: (pair[0].first - pair[0].last, pair[1], pair[0].first)):
        if all(taken[i] is None for i in range(name.first, name.last + 1)):
            for i in range(name.first, name.last + 1):
                taken[i] = name


def _name(parse: Parse, first: int, last: int, rule: str, key: str | None = None, votes: tuple[tuple[str, float], ...] = ()) -> Name:
    return Name(first, last, head_of(parse, first, last), parse.text(first, last), rule, key, votes)


def _listed(parse: Parse, lexicon: Lexicon) -> Iterator[Name]:
    """Names and demonyms of the gazetteer, longest first at each token."""
    starts = lexicon.name_starts
    i, end = 0, len(parse)
    while i < end:
        word = parse.words[i]
        if word == "the":
            i += 1  # the article of a listed name ("the Hague") must not hide a longer name after it
            continue
        longest = starts.get(word, 0)
        if "-" in word:
            longest = max(longest, starts.get(word.split("-")[0], 0))
        if word.isupper():
            longest = max(longest, starts.get(word.title(), 0))
        if not longest:
            i += 1
            continue
        found = None
        for last in range(min(i + longest, parse.sentences[parse.sentence_of[i]][1]) - 1, i - 1, -1):
            text = parse.text(i, last)
            if text.isupper() and len(text) > 3 and text not in lexicon.names:
                text = text.title()  # "CARACAS" of a dateline
            if text in lexicon.names and not _of_followers(parse, i, last) and not _delegate(parse, lexicon, i, last):
                key = lexicon.names[text]
                found = _name(parse, i, last, "gazetteer", key, ((lexicon.gazetteer[key].type, 9.0),))
            elif text in lexicon.demonyms:
                found = _demonym(parse, i, last, lexicon.demonyms[text])
            if found:
                break
        if found:
            yield found
            i = found.last + 1
        else:
            i += 1


def _of_followers(parse: Parse, first: int, last: int) -> bool:
    """ "a pro-Islamic State group" is no "Islamic State group": what has "pro-" before it is another one's."""
    before = first > 1 and parse.words[first - 1] == "-" and parse.words[first - 2].lower() in ("pro", "anti")
    return before and last > first and parse.words[last].islower()


def _delegate(parse: Parse, lexicon: Lexicon, first: int, last: int) -> bool:
    """ "state Del. Ana Ruiz" is a delegate; "Ruiz, of Dover, Del." is from Delaware."""
    word, after = parse.words[first], last + 1
    short = first == last and word.endswith(".") and word.lower().rstrip(".") in lexicon.words("shortTitle")
    led = after < len(parse) and parse.pos[after] == "PROPN" and parse.words[after].istitle() and parse.sentence_of[after] == parse.sentence_of[first]
    return short and led and (not first or parse.words[first - 1] != ",")


def _demonym(parse: Parse, first: int, last: int, key: str) -> Name:
    """ "Venezuelan" beside a noun stands for the country; as a noun it is the people, or one of them."""
    if parse.deps[last] in ("amod", "compound", "nmod", "acomp", "attr", "conj") and parse.tags[last] not in ("NNPS", "NNS"):
        return _name(parse, first, last, "demonym", key, (("Country", 9.0),))
    return _name(parse, first, last, "people", f"{key}:people", (("Group", 9.0),))


def _recognised(parse: Parse, lexicon: Lexicon) -> Iterator[Name]:
    """Spans of the entity recogniser, trimmed to what is a name in them."""
    i, end = 0, len(parse)
    while i < end:
        kind = parse.entity_types[i]
        last = i
        while last + 1 < end and parse.entity_types[last + 1] == kind and not parse.entity_starts[last + 1]:
            last += 1
        if kind in _NER_TYPES:
            span = _trim(parse, lexicon, i, last)
            if span is not None:
                span = None if _of_two(parse, lexicon, *span) else _whole(parse, lexicon, *span)
            if span is not None:
                span = unnumbered(parse, lexicon, *span, kind)
            if span is not None and kind == "PERSON":
                span = with_surname(parse, lexicon, *with_first_name(parse, lexicon, *without_rank(parse, lexicon, *span)))
                span = undescribed(parse, lexicon, *span)
            elif span is not None and kind == "GPE" and parse.text(*span) not in lexicon.names:
                span = with_first_name(parse, lexicon, *span)
            if span is not None:
                rule = "ner"
                yield _name(parse, *span, rule, None, ((_NER_TYPES[kind], 1.0), *votes_for(parse, lexicon, *span, kind)))
        i = last + 1


def _trim(parse: Parse, lexicon: Lexicon, first: int, last: int) -> tuple[int, int] | None:
    """Drop articles, titles, possessive marks and lower-case edges; give nothing when a verb or no capital is inside."""
    while first <= last and (_is_edge(parse, first) or _is_title(parse, lexicon, first, last)):
        first += 1
    while last >= first and (parse.words[last] in ("'s", "'", "’s") or parse.pos[last] in ("PUNCT", "VERB", "ADP") or parse.words[last].islower()):
        last -= 1
    if last < first or last - first >= _LONGEST:
        return None
    inner = range(first, last + 1)
    if any(parse.pos[i] not in _INNER_POS for i in inner) or parse.sentence_of[first] != parse.sentence_of[last]:
        return None
    if any(parse.words[i] in (",", ";", ":", "(", ")", '"', "[", "]") for i in inner):
        return None
    if not any(parse.words[i][:1].isupper() for i in inner):
        return None
    if first == last and parse.pos[first] not in ("PROPN", "NOUN", "ADJ", "X"):
        return None
    return first, last


def _whole(parse: Parse, lexicon: Lexicon, first: int, last: int) -> tuple[int, int]:
    """A name with the rest of a word with hyphens of which the recogniser found one part: "Ana Ruiz-Soler"."""
    while last + 2 < len(parse) and _hyphenated(parse, last + 1) and not _between_two(parse, lexicon, last + 1):
        last += 2
    while first >= 2 and _hyphenated(parse, first - 1) and not _between_two(parse, lexicon, first - 1):
        first -= 2
    return first, last


def _of_two(parse: Parse, lexicon: Lexicon, first: int, last: int) -> bool:
    """Whether a span is such a pair, whose parts are names by themselves."""
    return any(parse.words[i] in "-‑‐" and _between_two(parse, lexicon, i) for i in range(first + 1, last)) and last == first + 2


def _between_two(parse: Parse, lexicon: Lexicon, i: int) -> bool:
    """ "Peru-Chile talks": the hyphen stands between two places or peoples that each have a name, in the list or by the recogniser.

    "Peruvian-Chileans" and a "Peruvian-American" are of one people.
    """
    if parse.tags[i + 1] in ("NNS", "NNPS") or parse.words[i + 1] == "American":
        return False
    listed = [parse.words[word] in lexicon.names or parse.words[word] in lexicon.demonyms for word in (i - 1, i + 1)]
    apart = not parse.entity_types[i] and all(parse.entity_types[word] in ("GPE", "NORP") for word in (i - 1, i + 1))
    return all(listed) or (any(listed) and apart)


def _hyphenated(parse: Parse, i: int) -> bool:
    """Whether a hyphen stands between two capitalised words, close to the first; a wire may have broken a line behind it ("Teng- Hui")."""
    if parse.words[i] not in ("-", "‑", "‐"):
        return False
    before, after = i - 1, i + 1
    close = parse.span(before, before)[1] == parse.span(i, i)[0] and parse.span(after, after)[0] - parse.span(i, i)[1] <= 1
    return close and all(parse.words[word][:1].isupper() and parse.pos[word] == "PROPN" for word in (before, after))


def _ranked(parse: Parse, lexicon: Lexicon, i: int) -> bool:
    """ "Captain Ana Ruiz"."""
    return parse.words[i].lower().rstrip(".") in lexicon.words("rank") and parse.words[i + 1] in lexicon.first_names


def _is_edge(parse: Parse, i: int) -> bool:
    """A word that no name begins with; "6th Circuit Court" does with its number."""
    if _ORDINAL.fullmatch(parse.words[i]) and i + 1 < len(parse) and parse.words[i + 1][:1].isupper() and parse.heads[i] != i + 1:
        return False
    if not parse.words[i][:1].isalnum():
        return True  # "-Chilean" of "anti-Chilean"
    return parse.tags[i] in ("DT", "PRP$", "POS", "CC", "IN", "CD") or parse.pos[i] in ("PUNCT", "VERB", "ADV") or parse.words[i].islower()


def _is_title(parse: Parse, lexicon: Lexicon, i: int, last: int) -> bool:
    """A title before a name ("President", "Prime Minister"), not a name that is a title itself."""
    return (
        i < last
        and parse.words[i + 1][:1].isupper()
        and (introduces(parse.words[i], lexicon) or _first_lady(parse, lexicon, i))
        and not (parse.words[i].lower() in lexicon.words("standingTitle") and parse.words[i + 1].lower() in lexicon.title_words)
    )


def _first_lady(parse: Parse, lexicon: Lexicon, i: int) -> bool:
    """The second word of a title of two, where the first alone is none."""
    return i > 0 and f"{parse.words[i - 1]} {parse.words[i]}".lower() in lexicon.titles


def _capitalised(parse: Parse, lexicon: Lexicon, taken: list[Name | None], known: set[str]) -> Iterator[Name]:
    """Runs of proper nouns that nothing else claimed; in a title only words that the article uses as names elsewhere."""
    i, end = 0, len(parse)
    while i < end:
        if taken[i] is not None or not _nameable(parse, i):
            i += 1
            continue
        last = i
        while last + 1 < end and taken[last + 1] is None and _nameable(parse, last + 1) and parse.sentence_of[last + 1] == parse.sentence_of[i]:
            last += 1
        first, last = _whole(parse, lexicon, i, last)
        after = last + 1
        while first < last and (_is_title(parse, lexicon, first, last) or _ranked(parse, lexicon, first)):
            first += 1
        titled = parse.kinds[parse.sentence_of[first]] in TITLED
        words = [parse.words[k] for k in range(first, last + 1)]
        lone_title = first == last and not _called(parse, first) and (words[0].lower() in lexicon.titles or parse.lemmas[first] in lexicon.noun_types)
        if not lone_title and not (titled and not all(word in known for word in words)):
            votes = votes_for(parse, lexicon, first, last) or (("Thing", 0.1),)
            begin = first - (first == last and _called(parse, first))
            name = _name(parse, begin, last, "capitalised", None, votes)
            if not _only_title(lexicon, name):
                yield name
        i = after


def _called(parse: Parse, word: int) -> bool:
    """ "quoted by The Nation": a capital of "the" within a sentence makes a common noun a name."""
    within = word - 1 > parse.sentences[parse.sentence_of[word]][0] and not parse.quoted(word)
    return within and parse.words[word - 1] == "The" and parse.words[word - 2] not in ("-", "--", "—", "–", ":", ";", ".")


def _uncapitalised(parse: Parse, lexicon: Lexicon, taken: list[Name | None]) -> Iterator[Name]:
    """A person's name that slipped into lower case: a noun that this document else writes as a name only."""
    persons = {parse.words[n.last].lower() for n in taken if n is not None and ("Person", 1.0) in n.votes and n.rule == "ner"}
    for i in range(len(parse)):
        if taken[i] is None and parse.words[i] in persons and len(parse.words[i]) > 4 and _may_be_name(parse, lexicon, i):
            yield _name(parse, i, i, "uncapitalised", None, (("Person", 1.0),))


def _may_be_name(parse: Parse, lexicon: Lexicon, i: int) -> bool:
    listed = parse.lemmas[i] in lexicon.noun_types or parse.lemmas[i] in lexicon.nouns
    return parse.pos[i] in ("NOUN", "PROPN", "X") and parse.tags[i] != "NNS" and not listed


def _nameable(parse: Parse, i: int) -> bool:
    word = parse.words[i]
    if parse.pos[i] in ("PROPN", "NOUN", "X", "ADJ") and _MIXED_CASE.search(word):
        return True
    return (
        parse.pos[i] == "PROPN" and word[:1].isupper() and parse.entity_types[i] not in ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL")
    )


def _institution_noun(parse: Parse, lexicon: Lexicon, name: Name) -> int:
    """The noun that a name modifies; in "U.S. military strikes" the one beside it, though both modify the strikes."""
    after = name.last + 1
    beside = after < len(parse) and parse.deps[after] == "compound" and parse.heads[after] == parse.heads[name.head]
    if beside and lexicon.noun_types.get(parse.lemmas[after]) in ("GovernmentOrganization", "Organization"):
        return after
    return parse.heads[name.head]


def _institutions(parse: Parse, lexicon: Lexicon, names: list[Name]) -> list[Name]:
    """ "the Venezuelan government", "U.S. forces", "the Trump administration": a name and an institution's noun make one name.

    The key is made of the country's and the noun, so that the same institution is the same everywhere.
    """
    found: list[Name] = []
    for name in names:
        head = _institution_noun(parse, lexicon, name)
        adjacent = name.last + 1 == head or (name.last + 2 == head and parse.words[name.last + 1] in ("'s", "'", "’s"))
        kind = (lexicon.noun_types.get(parse.words[head].lower()) or lexicon.noun_types.get(parse.lemmas[head])) if adjacent else None
        modifies = parse.deps[name.head] in ("compound", "amod", "nmod", "poss", "nsubj")
        national = name.rule == "demonym" or (name.key in lexicon.gazetteer and lexicon.gazetteer[name.key or ""].type in ("Country", "State"))
        governing = parse.lemmas[head] in lexicon.words("government")
        if modifies and head != name.head and ((national and kind in ("GovernmentOrganization", "Organization")) or governing):
            key = f"{name.key or name.text.lower()}:{parse.lemmas[head]}"
            found.append(name if name.key else replace(name, votes=(*name.votes, ("Person", 1.5))))  # a government is named after a person
            found.append(Name(name.first, head, head, parse.text(name.first, head), "institution", key, ((kind or "GovernmentOrganization", 9.0),)))
        else:
            found.append(name)
    return found
