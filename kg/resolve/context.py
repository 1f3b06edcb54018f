"""What stands around a name: the countries an article is about, whom its list of names can mean there, and which articles tell one story.

Articles are related by names that few others use. Each name's articles are kept in the order of their dates and an article looks at the nearest
few only, so that the cost grows with the number of articles and not with its square.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.lexicon import GazetteerEntry, Lexicon
from kg.model import Entity, Extraction
from kg.resolve.introduced import Introduced, introduced, united_links
from kg.resolve.nearby import nearest, shares_of
from kg.resolve.wording import is_acronym, is_generic, plain

PLACES = frozenset({"Country", "State", "City", "Place", "BodyOfWater", "Facility"})
_SEATED = frozenset({"Country", "State", "City", "Place"})
_CLEARLY = 1.5  # an article is about a country that it names so many times as often as any other
_DWARFED = 4  # a country that is named so many times less than another is not meant by "Parliament"
_OWN, _LONE, _VAGUE = 1.0, 0.5, 0.25  # what a shared name says: one of several words, of one word, of no certain type
_LISTED, _COUNTRY, _PROMINENT = 0.5, 0.25, 0.75  # the like of a listed name and of a country, and of all of them together at most
_FEW, _SHARE, _COMMON = 10, 50, 0.25  # a name is rare in up to 10 articles or one in 50; a common one says a quarter
_NEAR = 20  # articles on either side of an article, of those that share a name
_RELATED = 20  # articles at most that an article is compared with


@dataclass(frozen=True, slots=True)
class Setting:
    """An article as the setting of its names."""

    order: tuple[str, str]  # day, document; an article without a day comes last
    links: dict[str, str | None]  # named entity -> gazetteer key, where the article bears it out
    countries: frozenset[str]
    country: str | None  # the one that the article is about, where that is clear
    names: dict[str, float]  # rare enough to tell a story -> what sharing it says
    prominent: dict[str, float]  # countries, listed names
    shorts: dict[str, Introduced]  # entity of an abbreviation -> the name that the article introduces it for


def setting(extraction: Extraction, lexicon: Lexicon) -> Setting:
    """The setting of one article. Time grows with its entities."""
    document = extraction.document
    named = [entity for entity in extraction.entities if entity.named]
    texts: dict[str, Counter[str]] = {entity.id: Counter() for entity in named}
    for mention in extraction.mentions:
        if mention.entity in texts and mention.kind == "name":
            texts[mention.entity][document.text[slice(*mention.span)]] += 1
    counts = _countries(named, texts, lexicon)
    inner = _inner(named, texts, lexicon)
    links = {entity.id: _borne_out(entity, texts[entity.id], counts, inner, lexicon) for entity in named}
    shorts = introduced(extraction)
    links = united_links(extraction, shorts, links, lexicon)
    ranked = [*counts.most_common(2), ("", 0), ("", 0)]
    clear = ranked[0][1] and ranked[0][1] >= _CLEARLY * ranked[1][1]
    names, prominent = _neighbours(named, links, lexicon)
    return Setting((document.date or "9999", document.id), links, frozenset(counts), ranked[0][0] if clear else None, names, prominent, shorts)


def _home(entry: GazetteerEntry) -> str | None:
    return entry.key if entry.type == "Country" else entry.country


def _countries(named: Sequence[Entity], texts: Mapping[str, Counter[str]], lexicon: Lexicon) -> Counter[str]:
    """How often an article names each country, or a place, a people or an institution of it."""
    counts: Counter[str] = Counter()
    for entity in named:
        entry = lexicon.gazetteer.get((entity.link or "").split(":")[0])
        home = _home(entry) if entry is not None and entry.type in _SEATED else None
        if home is not None:
            counts[home] += max(1, texts[entity.id].total())
    return counts


def _inner(named: Sequence[Entity], texts: Mapping[str, Counter[str]], lexicon: Lexicon) -> Counter[str]:
    """How often an article names states and towns of each country, but for what bears the name of something elsewhere and for seats of government."""
    counts: Counter[str] = Counter()
    for entity in named:
        entry = lexicon.gazetteer.get(entity.link or "")
        if entry is None or entry.country is None or entry.type not in _SEATED:
            continue
        seat = lexicon.gazetteer[entry.country].seat if entry.country in lexicon.gazetteer else None
        if entry.label != seat and not any(len(lexicon.candidates.get(text, ())) > 1 for text in texts[entity.id]):
            counts[entry.country] += max(1, texts[entity.id].total())
    return counts


def _borne_out(entity: Entity, texts: Counter[str], counts: Counter[str], inner: Counter[str], lexicon: Lexicon) -> str | None:
    """The listed name that is meant: of several bearers the one whose country is spoken of, none where "Parliament" is another country's."""
    entry = lexicon.gazetteer.get(entity.link or "")
    if entry is None:
        return entity.link
    bearers = [key for text in texts for key in lexicon.candidates.get(text, ())]
    if bearers and entry.key in bearers:
        told = [key for text in texts if (key := lexicon.demonyms.get(text)) in bearers]
        return told[0] if told else _likeliest(bearers, counts - Counter({_home(entry) or "": texts.total()}), inner, lexicon)
    if entry.type in PLACES or not texts or not all(_says_little(text, entry, lexicon) for text in texts):
        return entry.key
    if entry.country is None:
        return None if entry.type == "GovernmentOrganization" else entry.key
    most = max(counts.values(), default=0)
    return entry.key if counts[entry.country] and counts[entry.country] * _DWARFED >= most else None


def _likeliest(bearers: Sequence[str], others: Counter[str], inner: Counter[str], lexicon: Lexicon) -> str:
    """Of the bearers of a name the one whose country is spoken of. A state is meant beside other places of its country only: all the world's news
    names the United States, and the "Georgia" of most of them is no part of it.
    """

    home = {key: _home(lexicon.gazetteer[key]) or "" for key in bearers}
    stately = {home[key] for key in bearers if lexicon.gazetteer[key].type == "State"}
    spoken_of = {key: (inner if home[key] in stately else others)[home[key]] for key in bearers}
    return max(bearers, key=lambda key: (spoken_of[key], -bearers.index(key)))


def _says_little(text: str, entry: GazetteerEntry, lexicon: Lexicon) -> bool:
    """Whether the words could name another country's institution as well."""
    return is_generic(tuple(plain(text).split()), lexicon) or (entry.ambiguous and is_acronym(text))


def _neighbours(named: Sequence[Entity], links: Mapping[str, str | None], lexicon: Lexicon) -> tuple[dict[str, float], dict[str, float]]:
    names: dict[str, float] = {}
    prominent: dict[str, float] = {}
    for entity in named:
        link, words = links[entity.id], plain(entity.label).split()
        if entity.type == "NewsMediaOrganization":
            continue  # whoever spreads a story is no part of it
        if link is not None:
            prominent[link] = _COUNTRY if entity.type in ("Country", "State") or ":" in link else _LISTED
        elif words:
            vague = entity.type == "Thing" or is_generic(tuple(words), lexicon)
            names[" ".join(words)] = _VAGUE if vague else _OWN if len(words) > 1 else _LONE
    return names, prominent


class Settings:
    """Which articles tell one story, by the names as written: it is asked before anybody knows who is who."""

    def __init__(self, settings: Mapping[str, Setting]) -> None:
        self.of = settings  # by document
        counts: Counter[str] = Counter()
        for one in settings.values():
            counts.update((*one.names, *one.prominent))
        rare = max(_FEW, len(settings) // _SHARE)
        self._common = frozenset(name for name, count in counts.items() if count > rare)

    def related(self) -> Iterator[tuple[str, list[str]]]:
        """Each article with those that share most with it, the nearest of each name's looked at; by their days."""
        ordered = sorted(self.of, key=lambda doc: self.of[doc].order)
        weights = [{name: weight * (_COMMON if name in self._common else 1.0) for name, weight in self.of[doc].names.items()} for doc in ordered]
        for doc, others in zip(ordered, nearest(shares_of(weights), [True] * len(ordered), _NEAR, 0, _RELATED), strict=True):
            yield doc, [ordered[n] for n in others]

    def shared(self, left: str, right: str, without: str = "") -> float:
        """How much two articles share, leaving out one name: 1 is somebody of a full name, listed names count up to 0.75 together."""
        one, two = self.of[left], self.of[right]
        own = sum(self._weight(name, one.names, two.names) for name in one.names.keys() & two.names.keys() if name != without)
        return own + min(_PROMINENT, sum(self._weight(n, one.prominent, two.prominent) for n in one.prominent.keys() & two.prominent.keys()))

    def _weight(self, name: str, one: Mapping[str, float], two: Mapping[str, float]) -> float:
        return min(one[name], two[name]) * (_COMMON if name in self._common else 1.0)
