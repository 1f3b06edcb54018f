"""The invented articles are sound, and the work of resolving them grows with their number: comparisons are counted, not seconds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from benchmarks import stores
from benchmarks.synthetic import extractions
from kg.check.validate import validate
from kg.export import turtle
from kg.model import Extraction, Run
from kg.rdf import quads
from kg.resolve import resolve
from kg.resolve.alike import Alike
from kg.resolve.compare import Comparer
from kg.resolve.conflicts import Conflicts
from kg.resolve.context import Settings
from kg.resolve.copies import _Search
from kg.resolve.entities import group_entities
from kg.resolve.stories import Stories
from tests.parses import lexicon

RUN = Run("0", "none", "none")
#: What resolution does with pairs: of names, happenings, documents by their stories, by their names and by their words, values of an attribute.
COMPARISONS = (
    (Comparer, "compare"),
    (Alike, "_weigh"),
    (Stories, "_compare"),
    (Settings, "shared"),
    (_Search, "_copy"),
    (Conflicts, "_apart"),
)  # fmt: skip


def test_the_same_seed_gives_the_same_articles() -> None:
    assert extractions(30, lexicon(), 1) == extractions(30, lexicon(), 1)
    assert extractions(30, lexicon(), 1) != extractions(30, lexicon(), 2)


def test_spans_hold_their_words() -> None:
    for article in extractions(60, lexicon()):
        text, labels = article.document.text, {e.id: {e.label, *e.aliases} for e in article.entities}
        assert all(text[slice(*m.span)] in labels[m.entity] or text[slice(*m.span)].split()[-1] in labels[m.entity] for m in article.mentions)
        assert all(text[slice(*s)].endswith(".") for s in article.sentences)
        assert all(text[slice(*q.span)] in (str(int(q.value)), f"{q.value:g}") for q in article.quantities)
        assert all(str(t.value)[:4] in text[slice(*t.span)] for t in article.times)
        assert len(text.split()) > 40


def test_names_are_as_skewed_as_in_news() -> None:
    articles = extractions(400, lexicon())
    holders = Counter(e.label for x in articles for e in x.entities if e.type == "Person" and " " in e.label)
    surnames = Counter(label.split()[-1] for label in holders)
    assert max(holders.values()) > 20
    assert sum(count < 10 for count in holders.values()) > len(holders) / 2
    assert max(surnames.values()) > 5


def test_the_graph_of_invented_articles_conforms(tmp_path: Path) -> None:
    turtle.write(quads(resolve(extractions(40, lexicon()), lexicon()), lexicon(), RUN), tmp_path / "graph.ttl")
    assert not list(validate(tmp_path / "graph.ttl"))


@pytest.mark.parametrize(
    ("work", "counted", "few", "many"),
    [
        pytest.param(lambda articles: group_entities(articles, lexicon()), ((Comparer, "compare"),), 500, 2000, id="entities"),
        # below 1,000 articles a happening has fewer neighbours than it may be compared with
        pytest.param(lambda articles: resolve(articles, lexicon()), COMPARISONS, 1000, 3000, id="all", marks=pytest.mark.slow),
    ],
)
def test_comparisons_grow_with_the_articles(
    work: Callable[[list[Extraction]], object], counted: Sequence[tuple[type, str]], few: int, many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    times: Counter[tuple[str, int]] = Counter()
    originals = {name: getattr(owner, name) for owner, name in counted}
    for size in (few, many):
        for owner, name in counted:

            def compare(self: Any, *given: Any, name: str = name, size: int = size, **named: Any) -> Any:
                times[name, size] += len(given[1]) if isinstance(given[1], list) else 1  # with each of several
                return originals[name](self, *given, **named)

            monkeypatch.setattr(owner, name, compare)
        work(extractions(size, lexicon()))
    for _, name in counted:
        assert times[name, few] > 100, name
        assert times[name, many] / many <= 1.3 * times[name, few] / few, (name, times)


def test_the_ratios_of_stores_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All of it runs, on a small graph; the ratios of so few triples mean nothing."""
    path = stores.writing(stores.statements(15), tmp_path, 1, 500)
    assert not list(validate(path, fast=True))
    stores.asking(stores.loading(path, tmp_path, 1), 1)
    told = capsys.readouterr().out
    assert told.count("met: ") + told.count("NOT MET: ") == 4
