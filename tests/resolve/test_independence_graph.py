"""The real graph: articles that are copied under other names, with small edits, change no count of independent sources."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import QuerySolutions, RdfFormat, Store

from kg import pipeline
from kg.vocab import PREFIXES
from tests.conftest import ROOT

NOTICE = "This newspaper is owned by its readers and takes no money from any party, company or government."
#: What is done to one sample article each.
EDITS: dict[str, Callable[[str], str]] = {
    "dock-strike-confirmed.txt": lambda body: body,
    "dock-strike-unverified.md": lambda body: f"What We Learned Over the Weekend\n\n{body}",
    "ready-for-talks.md": lambda body: body.rstrip().rpartition("\n\n")[0],
    "tankers.txt": lambda body: f"{body.rstrip()}\n\n{NOTICE}\n",
    "weekly-digest.md": lambda body: body,
}


def ask(folder: Path, query: str) -> QuerySolutions:
    store = Store()
    store.load(path=folder / "graph.ttl", format=RdfFormat.TURTLE)
    found = store.query(query, prefixes=PREFIXES)
    assert isinstance(found, QuerySolutions)
    return found


def independent(folder: Path) -> dict[str, list[str]]:
    """Of each claim, how many independent sources each of its propositions has. IRIs of propositions move with what they are about; claims stay."""
    rows = ask(folder, "SELECT ?claim ?count { ?claim kg:states ?stated . ?stated kg:independentSourceCount ?count } ORDER BY ?claim ?count")
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        found[str(row["claim"].value)].append(str(row["count"].value))
    return found


@pytest.mark.slow
@pytest.mark.parametrize(("name", "edited"), [("aaa", False), ("zzz", True)], ids=["exact copies that come first", "edited ones that come after"])
def test_copies_change_no_count_of_independent_sources(name: str, edited: bool, seeds_build: Path, tmp_path: Path) -> None:
    for seed, edit in EDITS.items():
        head, body = (ROOT / "seeds" / seed).read_text(encoding="utf-8").split("\n---\n", 1)
        head = re.sub(r"(?m)^title: .*\n" if edited else r"(?m)^url: .*\n", "", head)
        for n in range(3):
            text = re.sub(r"(?m)^publisher: .*$", f"publisher: Paper {n}", head) + "\n---\n" + (edit(body) if edited else body)
            (tmp_path / f"{name}-{n}-{seed}").write_text(text, encoding="utf-8")
    pipeline.build([str(ROOT / "seeds"), str(tmp_path)], tmp_path / "output")
    before, after = independent(seeds_build), independent(tmp_path / "output")
    assert {claim: after[claim] for claim in before} == before
    assert {"1", "2", "3"} <= {count for counts in before.values() for count in counts}
    copied = {str(row["copy"].value) for row in ask(tmp_path / "output", "SELECT ?copy { ?copy prov:wasDerivedFrom ?original }")}
    assert len(copied) == 15
