"""Two records of look-alike names compared feature by feature: a score from 0 to 1, and the features that made it."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.lexicon import Lexicon
from kg.resolve.context import Settings
from kg.resolve.portraits import Portraits
from kg.resolve.records import Record
from kg.resolve.surnames import Bearers
from kg.resolve.wording import PersonName, is_acronym, spelled_alike, without_form

#: What each feature adds to the score. Two records are one from ``SAME`` on, unless something forbids it.
WEIGHTS = {
    "same-full-name": 0.7,
    "same-first-name-one-of-two-surnames": 0.45,
    "same-surname-and-initial": 0.45,
    "same-name-spelled-otherwise": 0.5,
    "same-two-surnames": 0.45,
    "same-surname": 0.35,
    "same-first-name": 0.2,
    "same-name": 0.5,
    "same-common-name": 0.35,
    "same-name-but-for-the-legal-form": 0.45,
    "same-name-but-for-its-kind": 0.45,
    "name-begins-alike": 0.35,
    "abbreviation": 0.4,
    "called-so-in-the-article": 0.15,
    "same-title": 0.2,
    "same-deed": 0.2,
    "same-country": 0.15,
    "articles-share-names": 0.5,  # times how much they share, in full at 2
    "another-type": -0.3,
}
SAME = 0.6
_FULLY_SHARED = 2.0


@dataclass(frozen=True, slots=True)
class Verdict:
    """``reasons`` are names of features, strongest first; ``forbidden`` names what keeps two records apart whatever they share."""

    score: float
    reasons: tuple[str, ...]
    forbidden: str = ""


@dataclass(frozen=True, slots=True)
class Comparer:
    """Compares records. Needs to know the stories that articles belong to and what they tell of whom."""

    lexicon: Lexicon
    settings: Settings
    portraits: Portraits
    bearers: Bearers = field(default_factory=dict)

    def compare(self, one: Record, two: Record) -> Verdict | None:
        """None where the names do not look alike."""
        alike = self._names(one, two)
        if not alike:
            return None
        forbidden = self._forbidden(one, two)
        if forbidden:
            return Verdict(0.0, (forbidden,), forbidden)
        parts = {feature: WEIGHTS[feature] for feature in alike}
        first, second = self.portraits.of(one.ref), self.portraits.of(two.ref)
        if one.person and two.person and first.titles & second.titles:
            parts["same-title"] = WEIGHTS["same-title"]
        if first.deeds & second.deeds:
            parts["same-deed"] = WEIGHTS["same-deed"]
        here, there = self.settings.of[one.ref[0]], self.settings.of[two.ref[0]]
        if one.placed and two.placed and here.countries & there.countries:
            parts["same-country"] = WEIGHTS["same-country"]
        if one.family != two.family and "Thing" not in (one.entity.type, two.entity.type) and "same-name-but-for-its-kind" not in alike:
            parts["another-type"] = WEIGHTS["another-type"]
        shared = self.settings.shared(one.ref[0], two.ref[0], without=one.name if one.name == two.name else "")
        if shared:
            parts["articles-share-names"] = WEIGHTS["articles-share-names"] * min(1.0, shared / _FULLY_SHARED)
        score = round(min(1.0, max(0.0, sum(parts.values()))), 4)
        return Verdict(score, tuple(sorted(parts, key=lambda feature: (-abs(parts[feature]), feature))))

    def _forbidden(self, one: Record, two: Record) -> str:
        if one.link and two.link:
            return "different-listed-names"
        persons = [record for record in (one, two) if record.person]
        if len(persons) == 1 and (one.link or two.link):
            return "a-person-and-no-person"
        if one.person and two.person and bool(one.person.given) != bool(two.person.given):
            lone, full = (two, one) if one.person.given else (one, two)
            own = self.bearers.get(lone.ref[0], {}).get(lone.person.surname, ()) if lone.person else ()
            if len(own) > 1 and full.person and full.person.full and not any(persons_agree(bearer, full.person) for bearer in own):
                return "another-of-the-name-in-the-article"
            standing = self.portraits.of(lone.ref).titles & self.lexicon.words("standingTitle")
            if standing and standing.isdisjoint(self.portraits.of(full.ref).titles):
                return "another-title"  # "Judge Keller" is not the banker Anna Keller
        if one.generic and two.generic:
            countries = {self.settings.of[record.ref[0]].country for record in (one, two)} - {None}
            if len(countries) == 2:
                return "different-countries"
        return ""

    def _names(self, one: Record, two: Record) -> tuple[str, ...]:
        """Features of the names alone; none where they are no look-alikes."""
        if one.person and two.person:
            return _persons(one, two, self.lexicon)
        if one.words == two.words or one.name in two.shorts or two.name in one.shorts:
            return ("same-common-name",) if one.generic and not one.placed else ("same-name",)
        if self._but_for_its_kind(one, two):
            return ("same-name-but-for-its-kind",)
        if one.person or two.person:
            person, other = (one, two) if one.person else (two, one)
            lone = person.person is not None and len(other.words) == 1 and other.entity.type == "Thing" and other.name == person.person.surname
            return ("same-surname",) if lone else ()
        return self._organised(one, two) if one.family == two.family == "organised" else ()

    def _but_for_its_kind(self, one: Record, two: Record) -> bool:
        """ "Veldt" and "Veldt Province", whatever "Veldt" was taken for; "the Blue Heron group" and "Blue Heron", but not "Anna Keller"."""
        short, long = sorted((one, two), key=lambda record: len(record.words))
        if short.link or short.generic or short.words != long.core or long.core == long.words:
            return False
        given = short.person is not None and bool(short.person.given) and short.words[0].capitalize() in self.lexicon.first_names
        return not given and (long.family == "place" or short.family != "place")

    def _organised(self, one: Record, two: Record) -> tuple[str, ...]:
        told = ("called-so-in-the-article",) if _called_so(one, two) or _called_so(two, one) else ()
        if without_form(one.words, self.lexicon) == without_form(two.words, self.lexicon):
            return ("same-name-but-for-the-legal-form",)
        short, long = sorted((one, two), key=lambda record: (len(record.words), record.words))
        if short.name == long.initials:
            return ("abbreviation", *told)
        if not short.generic and _begins(short, long, self.lexicon):
            return ("name-begins-alike", *told)
        return told


def _persons(one: Record, two: Record, lexicon: Lexicon) -> tuple[str, ...]:
    left, right = one.person, two.person
    if left is None or right is None or (left.suffix != right.suffix and left.given and right.given):
        return ()
    if left.given and right.given:
        first, other = left.given[0], right.given[0]
        if left.surname == right.surname:
            if first == other:
                return ("same-full-name",) if _middles_agree(left.given, right.given) else ()
            if first[0] == other[0] and 1 in (len(first), len(other)):
                return ("same-surname-and-initial",)
            return ("same-two-surnames",) if _ends_alike(left, right) else _otherwise(left, right, lexicon)
        crossed = first == other and _crossed(left, right)
        return ("same-first-name-one-of-two-surnames",) if crossed else _otherwise(left, right, lexicon)
    lone, full = (left, right) if not left.given else (right, left)
    if lone.surname == full.surname:
        return ("same-surname",)
    if lone.surname in full.given:
        return ("same-first-name",) if lone.surname in lexicon.first_names else ("same-surname",)
    return ()


def _called_so(one: Record, two: Record) -> bool:
    """Whether the second is called as the first is; a people has its name by itself."""
    return one.name in two.aliases and (one.entity.type != "Group" or two.entity.type == "Group")


def _begins(short: Record, long: Record, lexicon: Lexicon) -> bool:
    """Whether a name is a longer one's beginning, and stands for it. "AL" is no beginning of "Al Noor Bank", and letters are a name by themselves:
    the "OSTRA Council" is not OSTRA. Neither a people ("Tamil") nor a word of no known kind ("Summit") stands for whatever is called after it.
    """
    length = len(short.words)
    if long.words[:length] != short.words or all(word in lexicon.words("nameParticle") for word in short.words):
        return False
    if len(long.words) == length + 1 and long.words[-1] in lexicon.words("nameKind"):
        return True  # "the Velm Party"
    vague = short.entity.type == "Group" or (length == 1 and short.entity.type == "Thing")
    return not vague and not is_acronym(short.entity.label)


def _otherwise(left: PersonName, right: PersonName, lexicon: Lexicon) -> tuple[str, ...]:
    """Whether two full names can be one in two spellings: not where one is a woman's and the other a man's ("Colleen", "Colin")."""
    first, other = left.given[0], right.given[0]
    genders = {gender for gender in ("womanName", "manName") for name in (first, other) if name in lexicon.words(gender)}
    alike = spelled_alike(left.surname, right.surname) and spelled_alike(first, other) and _middles_agree(left.given, right.given)
    return ("same-name-spelled-otherwise",) if alike and left.full and right.full and len(genders) < 2 else ()


def _crossed(left: PersonName, right: PersonName) -> bool:
    """Whether one is "Ana Reyes" and the other "Ana Reyes Fuentes": all of the shorter name stands in the longer. The Korean "Kim Soo-Han" has not
    the given name of "Kim Jang-Soo".
    """
    short, long = sorted((left, right), key=lambda person: len(person.given))
    if short.surname not in long.given[1:]:
        return False
    before = long.given[: long.given.index(short.surname, 1)]
    return all(any(word == other or (1 in (len(word), len(other)) and word[0] == other[0]) for other in before) for word in short.given)


def _middles_agree(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """ "John A. Smith" and "John Adam Smith" agree, as does "John Smith"; "John B. Smith" does not."""
    return all(a == b or (a[0] == b[0] and 1 in (len(a), len(b))) for a, b in zip(one[1:], two[1:], strict=False))


def persons_agree(one: PersonName, two: PersonName) -> bool:
    """Whether two names with a first name can be of one person; "J. Smith" can be John and James."""
    first, other = one.given[0], two.given[0]
    initial = first[0] == other[0] and 1 in (len(first), len(other))
    same = spelled_alike(one.surname, two.surname)
    if same and _ends_alike(one, two):
        return one.suffix == two.suffix
    if one.suffix != two.suffix or not (initial or spelled_alike(first, other)):
        return False
    return _middles_agree(one.given, two.given) if same else True


def _ends_alike(one: PersonName, two: PersonName) -> bool:
    """ "Reyes Fuentes" and "Ana Reyes Fuentes": the shorter has no first name but both surnames."""
    short, long = sorted((one.given, two.given), key=len)
    return 1 < len(long) > len(short) and long[-len(short) :] == short
