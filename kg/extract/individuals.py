"""The named individuals of one document: which names are one, and of what type each is. One name has one type in a document, by evidence."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.extract.drafts import Name
from kg.lexicon import Lexicon
from kg.parse import Parse

_ORGANIZED = frozenset({"Organization", "GovernmentOrganization", "NewsMediaOrganization"})
_NAMES = 3  # words that a person's full name has, at the most
_SURE = 3.0  # the weight of a vote by what a name itself says
_NOT_ALONE = 2.0  # that of a noun beside it
_LINKS = frozenset({"for", "of", "to", "and", "the", "in", "on", "with", "&"})  # words of no person's name
_FULL = 4  # how much surer a recogniser is of a name of several words than of one word


@dataclass(slots=True)
class Individual:
    """One named participant of a document and the names that mention it."""

    label: str
    type: str
    key: str | None
    names: list[Name] = field(default_factory=list)

    @property
    def aliases(self) -> tuple[str, ...]:
        return tuple(sorted({name.text for name in self.names} - {self.label}))


def find_individuals(names: Sequence[Name], parse: Parse, lexicon: Lexicon) -> list[Individual]:
    """Group names into individuals, in the order of their first mention."""
    groups: dict[str, list[Name]] = defaultdict(list)
    others = {**_spouses(names, parse, lexicon), **namesakes(names, parse, lexicon)}
    for name in names:
        title = others.get(name.first)
        groups[title or name.key or (name.text.title() if name.rule == "uncapitalised" else name.text)].append(name)
    target = {group: group for group in groups}
    unlisted = [group for group, members in groups.items() if members[0].key is None and members[0].first not in others]
    by_words = _by_words(unlisted)
    for group in sorted(unlisted, key=lambda g: (len(g.split()), g)):
        told = Counter(gender for name in groups[group] if (gender := _told(parse, lexicon, name)))
        longer = _longer(group, groups, by_words, lexicon, told.most_common(1)[0][0] if told else "")
        if longer is not None:
            target[group] = longer
    merged: dict[str, list[Name]] = defaultdict(list)
    for group, members in groups.items():
        final = group
        while target[final] != final:
            final = target[final]
        merged[final] += members
    individuals = [_individual(sorted(members, key=lambda n: (n.first, n.last)), lexicon) for members in merged.values()]
    _surnamed(individuals)
    return sorted(individuals, key=lambda i: (i.names[0].first, i.names[0].last))


def _surnamed(individuals: Sequence[Individual]) -> None:
    """ "Ana and Juan Ruiz sued. Ruiz won": what the article's persons bear as their surname is a person's, be it open whose, and no organisation's,
    but for what its words or those beside it tell."""
    surnames = {one.label.split()[-1] for one in individuals if one.type == "Person" and " " in one.label}
    for one in individuals:
        sure = any(kind != "Person" and weight >= _NOT_ALONE for name in one.names for kind, weight in name.votes)
        if one.key is None and one.label in surnames and one.type in _ORGANIZED and not sure:
            one.type = "Person"


def namesakes(names: Sequence[Name], parse: Parse, lexicon: Lexicon) -> dict[int, str]:
    """First tokens of lone surnames that are not those of the one of that surname whom the article names in full, each with title and surname.

    "The banker Anna Keller was convicted. Judge Keller said …": whoever bears such a title is introduced with it, and nothing near the
    full name speaks of it.
    """
    titled: dict[tuple[str, str], list[Name]] = defaultdict(list)
    for name in names:
        before = parse.words[name.first - 1].lower() if name.first else ""
        if " " not in name.text and name.key is None and before in lexicon.words("standingTitle") and parse.words[name.first - 1][0].isupper():
            titled[before, name.text].append(name)
    found: dict[int, str] = {}
    for (title, surname), lone in titled.items():
        apart = {name.first - 1 for name in lone}
        bearers = [name for name in names if " " in name.text and name.text.split()[-1] == surname]
        spans = {parse.sentences[parse.sentence_of[name.first]] for name in bearers}
        if bearers and not any(parse.words[i].lower() == title and i not in apart for span in spans for i in range(*span)):
            found |= {name.first: f"{title} {surname}" for name in lone}
    return found


def _spouses(names: Sequence[Name], parse: Parse, lexicon: Lexicon) -> dict[int, str]:
    """First tokens of lone surnames that a title or a pronoun tells to be a woman's or a man's, where who is named in full is the other one.

    "Bill Clinton campaigned in Ohio. Mrs. Clinton said …": she is not Bill; with both named in full she is the one with a woman's name.
    """
    full: dict[str, list[tuple[str, str]]] = defaultdict(list)  # surname -> gender and name of each mention in full
    lone: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        words = name.text.split()
        if name.key is None and len(words) > 1:
            full[words[-1]].append((_gender(lexicon, words[0]), name.text))
        elif name.key is None:
            lone[name.text].append(name)
    found: dict[int, str] = {}
    for surname, mentions in lone.items():
        bearers = full.get(surname, [])
        genders = {gender for gender, _ in bearers}
        if not bearers or "" in genders:
            continue
        told = {name.first: gender for name in mentions if (gender := _told(parse, lexicon, name))}
        apart = {first: gender for first, gender in told.items() if gender not in genders}
        found |= {first: f"{gender} {surname}" for first, gender in apart.items()}
        if len(genders) > 1:
            one = {gender: {text for g, text in bearers if g == gender} for gender in genders}
            found |= {first: next(iter(one[gender])) for first, gender in told.items() if len(one[gender]) == 1}
        elif len(apart) > len(bearers):
            found |= {name.first: f"{next(iter(apart.values()))} {surname}" for name in mentions if name.first not in told}
    return found


def _gender(lexicon: Lexicon, given: str) -> str:
    """ "woman" or "man" by a given name; nothing where it tells neither."""
    return next((g for g in ("woman", "man") if given.lower() in lexicon.words(f"{g}Name")), "")


def _told(parse: Parse, lexicon: Lexicon, name: Name) -> str:
    """ "Mrs. Ruiz" is a woman by her title; the "Judge Ruiz" of a sentence that has "her" and neither "he" nor "his" is one as well."""
    before = parse.words[name.first - 1].lower().rstrip(".") if name.first else ""
    title = next((g for g in ("woman", "man") if before in lexicon.words(f"{g}Noun")), "")
    if title or before not in lexicon.titles:
        return title
    words = {parse.words[i].lower() for i in range(*parse.sentences[parse.sentence_of[name.first]])}
    she, he = bool(words & {"she", "her", "herself"}), bool(words & {"he", "his", "him", "himself"})
    return "" if she == he else "woman" if she else "man"


def _by_words(names: Sequence[str]) -> dict[str, list[str]]:
    """Names by what a shorter one may have of them, so that each is compared with few: the first word, the last two, the initials."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in names:
        words = name.split()
        for part in {words[0], *map(_bare, words[-2:]), _initials(words)}:
            found[part].append(name)
    return found


def _longer(short: str, groups: dict[str, list[Name]], by_words: dict[str, list[str]], lexicon: Lexicon, told: str) -> str | None:
    """The one longer name that a short one abbreviates: a person's by the surname, an organisation's by its first words or initials. ``told`` is the
    gender that most titles before the short one tell.
    """
    words = short.split()
    alike = [g for part in (words[0], _bare(words[-1]), words[0].replace(".", "")) for g in by_words.get(part, ()) if len(g.split()) > len(words)]
    unlisted = list(dict.fromkeys(alike))
    people = _people(words, groups, unlisted, lexicon)
    if len({g.split()[-1].lower() for g in people}) == 1 and len({g.split()[0].lower() for g in people}) == 1:
        return max(people, key=lambda g: (len(g), g))
    first = _introduced_first(short, groups, people, lexicon)
    if first is not None and told in ("", _gender(lexicon, first.split()[0])):
        return first
    others = [g for g in unlisted if not _is_person(groups[g], lexicon) and _abbreviates_organization(words, g.split(), lexicon)]
    return others[0] if len(others) == 1 and not _is_person(groups[short], lexicon) else None


def _introduced_first(short: str, groups: dict[str, list[Name]], people: Sequence[str], lexicon: Lexicon) -> str | None:
    """ "Ana Ruiz won. Ruiz thanked them, as did her brother Juan Ruiz": of several of a surname the one who alone has been named in full where the
    article first calls somebody by it. Before any full name stands a headline only, which may call either so.
    """
    if " " in short or any(_bare(g.split()[-1]) != _bare(short) for g in people):
        return None
    begun: dict[str, int] = {}
    for full in people:
        given = full.split()[0]
        begun[given] = min(begun.get(given, groups[full][0].first), *(name.first for name in groups[full]))
    alone = [name.first for name in groups[short] if name.first > min(begun.values(), default=name.first)]
    before = [given for given, first in begun.items() if alone and first < min(alone)]
    sure = [given for given in before if _gender(lexicon, given)]
    doubtful = all(sum(len(groups[full]) for full in people if full.split()[0] == given) == 1 for given in before if given not in sure)
    bearers = sure if len(sure) == 1 and doubtful else before  # "Team Ruiz" of a headline is nobody's full name
    return max((g for g in people if g.split()[0] == bearers[0]), key=lambda g: (len(g), g)) if len(bearers) == 1 else None


def _people(short: list[str], groups: dict[str, list[Name]], unlisted: Sequence[str], lexicon: Lexicon) -> list[str]:
    """Longer names of persons whom a short one may mean: by the surname, else by what their names begin with ("Zhang" of "Zhang Wei")."""
    word = short[0].lower()
    named = len(word) > 1 and "." not in word and (word not in lexicon.noun_types or _is_person(groups[" ".join(short)], lexicon))

    def fit(full: list[str], by_surname: bool) -> bool:
        plain = _LINKS.isdisjoint(full) and not any(c.isdigit() for c in "".join(full))
        return plain and (_abbreviates_person(short, full, lexicon) if by_surname else named and full[:1] == short)

    found = [g for g in unlisted if fit(g.split(), True) and _is_person(groups[g], lexicon)]
    last = [g for g in found if _bare(g.split()[-1]) == _bare(short[-1])]  # "Ruiz" is Ana Ruiz, not her nephew Juan Ruiz Mora
    return last or found or [g for g in unlisted if fit(g.split(), False) and _is_person(groups[g], lexicon)]


def _abbreviates_person(short: list[str], full: list[str], lexicon: Lexicon) -> bool:
    """ "Ruiz" of "Ana Ruiz", "Hadi" of "Omar al-Hadi", "Di Marco" of "Rosa Di Marco"."""
    if len(short) == 1:
        return _bare(short[0]) in (_bare(full[-1]), *([_bare(full[-2])] if len(full) > 2 else []))
    surname = short == full[-len(short) :] and not _gender(lexicon, short[0])
    return surname or (_bare(short[-1]) == _bare(full[-1]) and short[0].lower() == full[0].lower())


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words if word[:1].isupper())


def _bare(surname: str) -> str:
    """A surname without its article."""
    return re.sub("^(al|el)-", "", surname.lower())


def _abbreviates_organization(short: list[str], full: list[str], lexicon: Lexicon) -> bool:
    """An organisation's first words are its name ("Norda" of "Norda Airlines"); initials are a name by themselves, and those whom or what they
    stand before are others: an "OSTRA Commissioner" is not OSTRA, but "TKN News" is TKN."""
    if len(short) == 1 and short[0].isupper() and len(short[0]) > 2 and short[0].replace(".", "") == _initials(full):
        return True
    last = full[-1].lower().rstrip(".")
    kind = lexicon.noun_types.get(last) or lexicon.noun_types.get(last.removesuffix("s")) or lexicon.name_suffixes.get(full[-1].rstrip("."), "")
    fits = kind in _ORGANIZED or last in lexicon.words("institution") or (not kind and not short[-1].isupper() and last not in lexicon.title_words)
    return full[: len(short)] == short and len(short[0]) > 3 and fits


def _votes(names: Sequence[Name]) -> Counter[str]:
    votes: Counter[str] = Counter()
    for name in names:
        for kind, weight in name.votes:
            votes[kind] += weight * (_FULL if len(name.text.split()) > 1 else 1)  # type: ignore[assignment]
    return votes


def _is_person(names: Sequence[Name], lexicon: Lexicon) -> bool:
    return _best(_votes(names)) == "Person" or any(_given(name, lexicon) for name in names)


def _best(votes: Counter[str]) -> str:
    return min(votes, key=lambda kind: (-votes[kind], kind), default="Thing")


def _individual(names: list[Name], lexicon: Lexicon) -> Individual:
    key = names[0].key
    entry = lexicon.gazetteer.get(key or "")
    if entry is not None:
        return Individual(entry.label, entry.type, key, names)
    counts = Counter(_plain(name.text) for name in names)
    kind = "Person" if any(_given(name, lexicon) for name in names) else _best(_votes(names))
    label = max(counts, key=lambda t: (len(t.split()) if kind == "Person" else not t.isupper(), counts[t], len(t), t))
    return Individual(label, kind, key, names)


def _given(name: Name, lexicon: Lexicon) -> bool:
    """A full name with a given name in front, as "Ana Ruiz": hers, whatever her surname is taken for elsewhere; not "Ana Ruiz Hall"."""
    words = name.text.split()
    last = words[-1].lower().rstrip(".")
    other = lexicon.noun_types.get(last) or lexicon.name_suffixes.get(words[-1]) or last in lexicon.words("institution")
    sure = any(kind != "Person" and weight >= _SURE for kind, weight in name.votes)
    return 1 < len(words) <= _NAMES and bool(_gender(lexicon, words[0])) and not other and not sure and _LINKS.isdisjoint(words)


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text)
