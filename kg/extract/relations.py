"""Lasting relations: offices from titles and appositives ("Venezuelan President Nicolás Maduro"), and what something is (copulas, appositives)."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.clauses import Clauses
from kg.extract.drafts import PLACES, Name, Relation
from kg.extract.phrases import determiner, plural
from kg.parse import TITLED, Parse

_COPULAS = frozenset({"be", "remain", "become"})
_WITHIN = frozenset({"in", "within", "inside", "near", "off"})
_AMOUNTS = frozenset({"PERCENT", "MONEY", "QUANTITY", "CARDINAL"})  # "by 37% of voters, Ruiz by 30%"
ORGANIZED = ("Organization", "GovernmentOrganization", "NewsMediaOrganization")
_SITED = frozenset({"Facility", "Place", "City"})


def find_relations(clauses: Clauses, names: list[Name]) -> list[Relation]:
    """Relations in the order of their cues, each once."""
    found: dict[tuple[int, str, int], Relation] = {}
    for relation in (*_titles(clauses, names), *_descriptions(clauses, names), *_appositives(clauses), *_copulas(clauses), *_locations(clauses)):
        if relation.subject != relation.object:
            found.setdefault((relation.subject, relation.predicate, relation.object), relation)
    return sorted(found.values(), key=lambda r: (r.cue, r.subject, r.object))


def offices(clauses: Clauses, names: list[Name]) -> dict[int, dict[str, set[str]]]:
    """For each named person: the titles that the document gives it, with the gazetteer's keys of the countries that they are of."""
    found: dict[int, dict[str, set[str]]] = {}
    for name in names:
        if clauses.type_of(name.head) == "Person":
            for token, title in titles_of(clauses, name):
                nations = {nation for place in _of_what(clauses, token, name) if (nation := clauses.nation_of(place))}
                found.setdefault(clauses.named[name.head], {}).setdefault(title, set()).update(nations)
    return found


def titles_of(clauses: Clauses, name: Name) -> Iterator[tuple[int, str]]:
    """Title tokens before or in apposition to a person's name, with the title as the lexicon lists it ("prime minister")."""
    parse, titles = clauses.parse, clauses.lexicon.titles
    i = name.first - 1
    while i >= 0 and parse.sentence_of[i] == parse.sentence_of[name.first]:
        two = f"{parse.words[i - 1].lower()} {parse.words[i].lower()}" if i else ""
        three = f"{parse.words[i - 2].lower()} {two}" if i > 1 else ""
        if three in titles:
            yield i, three
            i -= 3
        elif two in titles:
            yield i, two
            i -= 2
        elif parse.words[i].lower() in titles or parse.lemmas[i] in titles:
            yield i, parse.words[i].lower() if parse.words[i].lower() in titles else parse.lemmas[i]
            i -= 1
        elif parse.words[i] in ("and", "-") or parse.words[i].lower() in clauses.lexicon.words("officeModifier"):
            i -= 1
        else:
            break
    for child in parse.all(name.head, "appos"):
        title = _title_of(clauses, child)
        if title:
            yield child, title
    if parse.deps[name.head] == "appos":
        title = _title_of(clauses, parse.heads[name.head])
        if title:
            yield parse.heads[name.head], title


def _title_of(clauses: Clauses, token: int) -> str | None:
    parse, titles = clauses.parse, clauses.lexicon.titles
    two = f"{_word_before(clauses, token)} {parse.lemmas[token]}"
    three = f"{_word_before(clauses, token - 1)} {two}" if token else two
    if three in titles or two in titles:
        return three if three in titles else two
    singular = parse.pos[token] in ("NOUN", "PROPN") and parse.tags[token] != "NNS"
    return parse.lemmas[token] if parse.lemmas[token] in titles and singular else None


def _word_before(clauses: Clauses, token: int) -> str:
    """The word before a title, over the hyphen of "vice-president"."""
    words = clauses.parse.words
    before = token - 2 if token > 1 and words[token - 1] == "-" else token - 1
    return words[before].lower() if before >= 0 else ""


def _titles(clauses: Clauses, names: list[Name]) -> Iterator[Relation]:
    parse = clauses.parse
    for name in names:
        if clauses.type_of(name.head) != "Person" or parse.kinds[parse.sentence_of[name.head]] in TITLED:
            continue
        for token, title in titles_of(clauses, name):
            former = any(parse.words[k].lower() in clauses.lexicon.words("former") for k in _run_before(parse, token))
            for place in _of_what(clauses, token, name):
                if not former and not _subordinate(clauses, token):
                    yield Relation(name.head, _office(clauses, title, place), place, token, "title")


def _office(clauses: Clauses, title: str, place: int) -> str:
    """The relation that a title tells: who sits for a state in a chamber is no member of the state, but of a party."""
    relation = clauses.lexicon.titles[title]
    if relation == "bishopOf" and not clauses.is_named(place) and clauses.type_of(place) not in PLACES and clauses.parse.tags[place] == "NN":
        return "leaderOf"  # "the patriarch of a dynasty"
    return "memberOf" if relation == "legislatorFrom" and clauses.type_of(place) not in (*PLACES, "Group", "") else relation


def _run_before(parse: Parse, title: int) -> range:
    """The words of a title's phrase before it, behind the owner of it: "former Chilean Foreign" before "Minister"."""
    first = title
    while first > 0 and parse.sentence_of[first - 1] == parse.sentence_of[title]:
        before = first - 1
        joined = parse.words[before] in ("-", "/") or parse.words[first] == "-"  # "Under-Secretary"
        if parse.pos[before] not in ("ADJ", "NOUN", "PROPN", "ADV", "NUM") and not joined:
            break
        first = before
    return range(first, title)


def _subordinate(clauses: Clauses, token: int) -> bool:
    """ "deputy director of the agency": another office than that of the title."""
    parse, titles = clauses.parse, clauses.lexicon.titles
    before, title = _word_before(clauses, token), _title_of(clauses, token) or parse.lemmas[token]
    if before in clauses.lexicon.words("fieldModifier") and f"{before} {parse.lemmas[token]}" not in titles:
        return True
    run = _run_before(parse, max(0, token + 1 - len(title.split())))
    lower = {parse.words[k].lower() for k in run} & clauses.lexicon.words("subordinate")
    return not all(word in title.split() for word in lower)


def _of_what(clauses: Clauses, token: int, name: Name) -> list[int]:
    """What an office is of: "president of Kenya", "Kenyan President …", "Acme's chief executive"."""
    parse = clauses.parse
    of = [
        f
        for prep in parse.all(token, "prep")
        if parse.words[prep].lower() in ("of", "at", "for")
        for o in parse.all(prep, "pobj")
        for f in clauses.fillers(o)
        if not _of_the_title(clauses, token, o)
    ]
    if of:
        first = next((p for p in parse.all(token, "prep") if parse.words[p].lower() in ("of", "at", "for")), token)
        field = [
            o
            for o in parse.all(first, "pobj")
            if parse.words[first].lower() == "of" and clauses.type_of(o) in ("", "Law") and not clauses.is_named(o)
        ]
        if field and clauses.lexicon.titles.get(parse.lemmas[token]) == "professorAt":
            return [f for f in of if f not in field and clauses.type_of(f)]  # "professor of law at the university"
        return [] if field else [f for f in of if clauses.type_of(f)]  # "head of policy at the bank" does not head the bank
    private = parse.lemmas[token] in clauses.lexicon.words("privateTitle")
    pool = [c for c in parse.children[token] + parse.children[name.head] if not (private and parse.deps[c] == "amod")]  # "Brazilian striker"
    for child in sorted(pool):
        if parse.deps[child] in ("amod", "compound", "nmod", "poss") and child < name.first and clauses.is_named(child) and child != token:
            return [child] if _has_offices(clauses, child) and not _of_a_part(clauses, child, token) else []
    i = token - 1
    while (
        i >= 0
        and parse.sentence_of[i] == parse.sentence_of[token]
        and (parse.words[i] in ("'s", "’s", "'") or parse.pos[i] in ("ADJ", "NOUN", "PROPN"))
    ):
        if clauses.is_named(i) and _of_a_part(clauses, i, token):
            return []
        if clauses.is_named(i):
            return [] if (private and parse.deps[i] == "amod") or not _has_offices(clauses, i) else [i]
        i -= 1
    return []


def _of_the_title(clauses: Clauses, title: int, what: int) -> bool:
    """ "the secretary of state": what stands behind "of" is a word of the title, not what the office is of; "a member of parliament" is of it."""
    parse, titles = clauses.parse, clauses.lexicon.titles
    whole = f"{parse.lemmas[title]} {' '.join(parse.words[title + 1 : what + 1])}".lower() if title < what <= title + 3 else ""
    return whole in titles and titles[whole] == titles.get(parse.lemmas[title])


def _of_a_part(clauses: Clauses, what: int, token: int) -> bool:
    """ "Norda's Latino vote director", "the Norda sales chief": a common noun between a name and a title tells what of it is headed."""
    parse, lexicon = clauses.parse, clauses.lexicon
    last = token - 1
    if f"{parse.words[last].lower()} {parse.lemmas[token]}" in lexicon.titles:
        last -= 1
    between = (i for i in range(what + 1, last + 1) if parse.pos[i] == "NOUN" and parse.deps[i] in ("compound", "nmod"))
    whole = (*ORGANIZED, "Group", "Country", "State", "City")
    return any(clauses.type_of(i) not in whole and parse.lemmas[i] not in lexicon.titles and i not in clauses.dated for i in between)


def _has_offices(clauses: Clauses, what: int) -> bool:
    """ "a radical Sikh leader" leads no Sikh; "the Kenyan leader" leads Kenya, "Ana Ruiz's lawyer" is hers."""
    owner = clauses.parse.deps[what] == "poss"
    return owner or clauses.is_listed(what) or clauses.type_of(what) not in ("Person", "Group")


def _appositives(clauses: Clauses) -> Iterator[Relation]:
    """ "the tanker Skipper", "Ramonet, a Spanish journalist": what a named individual is."""
    parse = clauses.parse
    for i in range(len(parse)):
        if parse.deps[i] == "appos" and parse.kinds[parse.sentence_of[i]] not in TITLED:
            head = parse.heads[i]
            if parse.words[head + 1] == ":" and parse.left(head) == parse.sentences[parse.sentence_of[head]][0]:
                continue  # "Ruiz: Taxes will fall" is what she says
            if clauses.is_named(head) and not clauses.is_named(i) and parse.pos[i] == "NOUN" and _fits(clauses, head, i):
                yield Relation(head, "isA", i, i, "appositive")
            elif clauses.is_named(i) and not clauses.is_named(head) and parse.pos[head] == "NOUN" and _fits(clauses, i, head):
                yield Relation(i, "isA", head, head, "appositive")


def _descriptions(clauses: Clauses, names: list[Name]) -> Iterator[Relation]:
    """ "Spanish journalist Ana Ruiz", "budget airline Norda": the noun right before a name says what its bearer is."""
    parse = clauses.parse
    for name in names:
        noun = name.first - 1
        if noun < 0 or parse.kinds[parse.sentence_of[name.head]] in TITLED or not clauses.is_named(name.head):
            continue
        modifies = parse.heads[noun] == name.head and parse.deps[noun] in ("compound", "nmod", "amod")
        if not modifies or parse.tags[noun] != "NN" or not parse.words[noun].islower() or clauses.is_happening(noun):
            continue
        if parse.lemmas[noun] in clauses.lexicon.words("partOfTown"):
            continue  # "downtown Denver" is a part of it
        described, kind = clauses.type_of(noun), clauses.type_of(name.head)
        if parse.entity_types[name.head] != "PERSON" and parse.deps[name.head] == "compound" and parse.pos[parse.heads[name.head]] == "NOUN":
            continue  # "the voter ID lawsuit": a compound, of which the name is no voter
        if same_kind(described, kind) or (kind == "Person" and not described):
            yield Relation(name.head, "isA", noun, noun, "description")


def _fits(clauses: Clauses, name: int, noun: int) -> bool:
    """An apposition names the same kind of thing; "five boats, Venezuela" is a list."""
    described, kind = clauses.type_of(noun), clauses.type_of(name)
    if clauses.is_happening(noun) or clauses.parse.entity_types[noun] in _AMOUNTS:
        return False
    bare = clauses.parse.left(noun) == noun  # "the town of Puno, north of Cusco"
    if (bare and clauses.parse.words[noun].lower() in clauses.lexicon.words("bearing")) or _run_on(clauses, name, noun):
        return False
    if not described:
        glossed = noun > name and clauses.parse.child(noun, "relcl") is not None  # "should leave the EU, a move that could …": of the clause
        return (
            not glossed
            and kind not in ("Country", "City", "Place")
            and not plural(clauses.parse, noun)
            and determiner(clauses.parse, noun) in ("definite", "indefinite", "possessive")
        )
    return same_kind(described, kind)


def _run_on(clauses: Clauses, name: int, noun: int) -> bool:
    """ "a lead over the great Weber", "a game Norda had won", "took the name Norda": nothing sets the name off from the noun, and it is not what
    "the energy giant Norda" is."""
    parse = clauses.parse
    start = parse.left(name)
    if clauses.type_of(noun) or name < noun or parse.pos[start] == "PUNCT" or parse.pos[start - 1] in ("PUNCT", "SYM"):
        return False
    beside = start == noun + 1 and determiner(parse, noun) in ("definite", "possessive", "demonstrative")
    return not beside or parse.lemmas[noun] in clauses.lexicon.words("appellation")


def same_kind(described: str, kind: str) -> bool:
    """Whether a description's type and a name's may be of one thing; a description of unknown type fits nothing here."""
    return bool(described) and (
        described == kind
        or {described, kind} <= {"Organization", "GovernmentOrganization", "NewsMediaOrganization", "Thing"}
        or {described, kind} <= {"Country", "Place", "City", "State"}
    )


def _copulas(clauses: Clauses) -> Iterator[Relation]:
    """ "Ruto is the president of Kenya": an office; other copulas are events of being something (:mod:`kg.extract.predicates`)."""
    parse = clauses.parse
    for verb in range(len(parse)):
        attribute = parse.child(verb, "attr") if parse.lemmas[verb] in _COPULAS else None
        if attribute is not None:
            title, places = office_of(clauses, attribute)
            held = title and not is_past_term(clauses, verb) and not _subordinate(clauses, attribute)
            for subject in clauses.subjects(verb) if held else ():
                for place in places:
                    yield Relation(subject, _office(clauses, title, place), place, verb, "copula-office")


def is_past_term(clauses: Clauses, copula: int) -> bool:
    """ "was the president of the club until 1994": who held an office for a time need not hold it."""
    parse, attribute = clauses.parse, clauses.parse.child(copula, "attr")
    adjuncts = [*parse.all(copula, "prep", "npadvmod"), *(term(clauses, attribute) if attribute is not None else ())]
    if parse.tags[copula] == "VBD" and any(parse.words[c].lower() in ("previously", "formerly", "once") for c in parse.all(copula, "advmod")):
        return True
    return parse.tags[copula] == "VBD" and any(i in clauses.dated for a in adjuncts for i in (a, *parse.all(a, "pobj")))


def term(clauses: Clauses, office: int) -> list[int]:
    """The phrases that say when, where the parser hangs them on what somebody is or on what that is of."""
    parse = clauses.parse
    nouns = [office, *(o for prep in parse.all(office, "prep") for o in parse.all(prep, "pobj"))]
    return [p for noun in nouns for p in parse.all(noun, "prep") if any(o in clauses.dated for o in parse.all(p, "pobj"))]


def office_of(clauses: Clauses, noun: int) -> tuple[str, list[int]]:
    """The office that a phrase names and what it is of; an empty title where it names none."""
    parse = clauses.parse
    title = _title_of(clauses, noun)
    of = [o for prep in parse.all(noun, "prep") if parse.words[prep].lower() == "of" for o in parse.all(prep, "pobj")]
    places = [f for o in of if not _of_the_title(clauses, noun, o) for f in clauses.fillers(o)]
    return (title, places) if title and places else ("", [])


def only_sites(clauses: Clauses, verb: int) -> bool:
    """ "a store located in Lima": a participle that tells where something is, and no happening."""
    parse = clauses.parse
    return parse.tags[verb] == "VBN" and parse.deps[verb] == "acl" and parse.lemmas[verb] in clauses.lexicon.words("siting")


def _locations(clauses: Clauses) -> Iterator[Relation]:
    """ "a docking facility within Chile", "a store located in Lima": where a facility or a place is."""
    parse = clauses.parse
    for prep in range(len(parse)):
        noun = parse.heads[prep]
        if parse.deps[prep] != "prep" or parse.words[prep].lower() not in _WITHIN:
            continue
        sited = only_sites(clauses, noun)
        noun = parse.heads[noun] if sited else noun
        if (clauses.type_of(noun) not in _SITED and not sited) or parse.pos[noun] != "NOUN":
            continue
        if parse.child(noun, "aux") is not None:
            continue  # "set to land in Chile" was taken for a noun
        for place in parse.all(prep, "pobj"):
            if clauses.is_named(place) and clauses.type_of(place) in PLACES:
                yield Relation(noun, "locatedIn", place, prep, "location")
