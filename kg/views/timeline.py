"""Dated happenings in order, each with its precision, its standing and its sources."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kg.query import columns, plain
from kg.store import Graph
from kg.views.accounts import Account, accounts, dated
from kg.views.dates import Period, period
from kg.views.evidence import Evidence
from kg.views.kinds import event_kind
from kg.views.layout import count, csv_of, padded, text_of, wrapped
from kg.views.nodes import Nodes, refs, select
from kg.views.wording import best_first, quotes, standings, status_word, worded
from kg.vocab import KG, PREFIXES

DIFFERS = "≠"
_RECENT = 30  # years before the first article; what was before them stands last, for it is seldom what the articles are about
_BY_HALF = ("-control", "-gerund", "-participle")  # rules whose clauses may lack what the happening's own label has


@dataclass(frozen=True, slots=True)
class Entry:
    """A happening on the day, or in the period, that some documents give it."""

    date: str  # in words that are no more precise than the documents: "2025-12-29", "Q2 2025", "since 2013"
    first: str  # ISO 8601 day
    last: str  # the same, or empty where it is open
    event: str  # IRI
    happening: str
    kind: str  # type of event in words
    status: str
    words: str  # the happening, worded by how it stands
    standing: str  # who states, alleges, plans or denies it
    documents: tuple[str, ...]  # ids of those that give this date
    origins: tuple[str, ...]  # the independent ones that bear out the happening as it is worded
    others: tuple[str, ...]  # numbers that are told otherwise
    differs: bool  # other documents date it otherwise
    evidence: tuple[Evidence, ...]  # claims that give this date, the best first


@dataclass(frozen=True, slots=True)
class Timeline:
    """Dated happenings in order, those of long before the articles last, and how many more there are without a date."""

    about: str  # key of an entity, or empty
    entries: tuple[Entry, ...]
    undated: int
    older: int = 0  # of the entries, how many are of long before


def timeline(
    store: Graph, about: str = "", first: date | None = None, last: date | None = None, known: Mapping[str, Account] | None = None
) -> Timeline:
    """The happenings that overlap the days from ``first`` to ``last``; with ``about`` (an entity's IRI), those that it takes part in.

    Read in full are only those that a time within these days is told of, and none where ``known`` has all accounts of the graph, by IRI.
    """
    takes_part = f" ; ?role <{about}>" if about else ""
    times = _times(store)
    within = [time for time, when in times.items() if when.overlaps(first, last)]
    found: list[tuple[Period, Entry]] = []
    events = select(store, _dated_at(within, takes_part))
    for account in accounts(store, events) if known is None else [known[event] for event in events if event in known]:
        periods = dated(account)
        found += [(when, _entry(account, when, said, len(periods) > 1)) for when, said in periods.items() if when.overlaps(first, last)]
    undated = _count(store, f"?claim kg:about ?node{takes_part}") - _count(store, _dated_at(times, takes_part))
    since = recent_from(store)
    ordered = sorted(found, key=lambda pair: (pair[1].first < since, pair[0].order, -len(pair[1].origins), pair[1].happening, pair[1].event))
    entries = tuple(_once([entry for _, entry in ordered]))
    return Timeline(about, entries, undated, sum(entry.first < since for entry in entries))


def recent_from(store: Graph) -> str:
    """The day before which all is long before the articles; empty where none has a date."""
    (row,) = store.query("SELECT (MIN(?day) AS ?first) { ?article schema:datePublished ?day }", prefixes=PREFIXES)  # type: ignore[misc]
    year, _, rest = row[0].value.partition("-") if row[0] is not None else ("", "", "")
    return f"{int(year) - _RECENT:04}-{rest}" if year else ""


def _once(entries: list[Entry]) -> Iterator[Entry]:
    """The entries without those whose words stand in another one of that date and sentence: "its first strike" in "began its first strike"."""
    of_date: dict[str, list[tuple[Entry, str]]] = defaultdict(list)
    for entry in entries:
        of_date[entry.date].append((entry, _plain(entry)))
    within = {id(one) for told in of_date.values() for one, words in told if any(_within(one, words, *other) for other in told)}
    return (entry for entry in entries if id(entry) not in within)


def _within(entry: Entry, words: str, other: Entry, others: str) -> bool:
    if entry is other or words not in others or entry.differs != other.differs:
        return False
    within = {one.sentence for one in entry.evidence} <= {one.sentence for one in other.evidence}
    return within and (words != others or (entry.status, entry.event) > (other.status, other.event))


def _plain(entry: Entry) -> str:
    """Its words without case and marks, with a blank around them."""
    words = re.findall(r"\w+", entry.happening.casefold())
    return f" {' '.join(words)} "


def _times(store: Graph) -> dict[str, Period]:
    """The times that claims give, by IRI; what is no date is left out."""
    iris, nodes = select(store, "?claim kg:time ?node"), Nodes(store)
    nodes.load(iris)
    return {iri: known for iri in iris if (known := period(nodes.one(iri, KG.timex)))}


def _dated_at(times: Iterable[str], takes_part: str) -> str:
    """A pattern for the happenings that some claim gives one of these times."""
    part = f" ?claim kg:about ?node{takes_part} ." if takes_part else ""
    return f"VALUES ?time {{ {refs(times)} }} ?other kg:time ?time ; kg:about ?node .{part}"


def _count(store: Graph, pattern: str) -> int:
    """How many nodes a pattern gives: to count them takes the store far less than to name them."""
    (row,) = store.query(f"SELECT (COUNT(DISTINCT ?node) AS ?n) {{ {pattern} }}", prefixes=PREFIXES)  # type: ignore[misc]
    return int(row[0].value)


def _entry(account: Account, when: Period, said: list[Evidence], differs: bool) -> Entry:
    label = _called(account.happening.label, said)
    return Entry(
        date=when.words,
        first=when.first.isoformat(),
        last=when.last.isoformat() if when.last else "",
        event=account.happening.iri,
        happening=label,
        kind=event_kind(account.happening.types),
        status=account.happening.status,
        words=worded(label, account.evidence, account.happening.status == "disputed"),
        standing=standings(account.evidence),
        documents=tuple(sorted({one.article.id for one in said})),
        origins=account.origins_of(label),
        others=account.other_numbers(label),
        differs=differs,
        evidence=tuple(best_first(said)),
    )


def _called(label: str, said: list[Evidence]) -> str:
    """What a happening is called at a date: in the words of a clause that gives the date, where any does; others may tell more than was that day."""
    whole = [one.telling for one in best_first(said) if one.telling and one.rule != "noun" and not one.rule.endswith(_BY_HALF)]
    return label if label in whole or not whole else whole[0]


def as_text(line: Timeline, width: int, with_quotes: bool = False) -> str:
    """A row an entry; the numbers in brackets are of the documents listed below."""
    numbers = _numbers(line.entries)
    days = max((columns(entry.date) for entry in line.entries), default=0)
    called = {id(entry): status_word(entry.status, entry.evidence) for entry in line.entries}
    states = max(map(len, called.values()), default=0)
    lines: list[str] = []
    for number, entry in enumerate(line.entries):
        if number and number == len(line.entries) - line.older:
            lines += ["", f"More than {_RECENT} years before the first article:"]
        mark = DIFFERS if entry.differs else " "
        left = f"{padded(entry.date, days)} {mark} {padded(called[id(entry)], states)}  "
        lines += wrapped(f"{entry.words} {_sources(entry, numbers)}", width, left)
        if with_quotes:
            for sentence, place in quotes(entry.evidence)[:1]:
                lines += wrapped(f"“{sentence}” ({place})", width, " " * columns(left))
    return text_of([*lines, *_foot(line, numbers, width)])


def as_csv(line: Timeline) -> str:
    """A line a happening on a date, with the sentence that tells it best."""
    head = ("date", "first", "last", "happening", "kind", "status", "standing", "differs", "documents", "origins", "sentence", "event")
    rows = (
        (one.date, one.first, one.last, one.happening, one.kind, one.status, one.standing, "yes" if one.differs else "no",
         " ".join(one.documents), len(one.origins), one.evidence[0].sentence, one.event)
        for one in line.entries
    )  # fmt: skip
    return csv_of(head, rows)


def _numbers(entries: Iterable[Entry]) -> dict[str, int]:
    """Documents numbered by date and id."""
    articles = {one.article for entry in entries for one in entry.evidence}
    return {article.id: number for number, article in enumerate(sorted(articles, key=lambda a: (a.date, a.id)), start=1)}


def _sources(entry: Entry, numbers: dict[str, int]) -> str:
    listed = ",".join(str(number) for number in sorted(numbers[document] for document in entry.documents))
    others = f", others tell {' and '.join(entry.others)}" if entry.others else ""
    return f"[{listed}] {count(len(entry.origins), 'origin')}{others}" if len(entry.documents) > 1 or others else f"[{listed}]"


def _foot(line: Timeline, numbers: dict[str, int], width: int) -> list[str]:
    told = {one.article.id: one.article for entry in line.entries for one in entry.evidence}
    lines = [""]
    for document, number in numbers.items():
        article = told[document]
        lines += wrapped(", ".join(filter(None, (document, article.date, article.publisher, article.title))), width, f"[{number}] ")
    summary = [f"{count(len(line.entries), 'dated happening')}, {line.undated} without a date left out."]
    if any(entry.differs for entry in line.entries):
        summary.append(f"{DIFFERS} documents date it differently; it stands at each date.")
    return [*lines, "", *(plain(sentence) for sentence in summary)]
