"""``python -m tests.interop OUTPUT [ENGINE…]``: runs every engine and writes ``docs/interop.md``, or only runs those whose class is named.

Ends with 1 where a store that runs has another count of triples, or another answer that no limit explains.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.conftest import ROOT
from tests.interop.compare import Outcome, difference, document, outcome
from tests.interop.engines import Engine, Unable
from tests.interop.stores import ENGINES


def main(output: Path, wanted: list[str]) -> int:
    rows: list[tuple[Engine, Outcome | str]] = []
    bad = 0
    for engine in (kind() for kind in ENGINES if not wanted or kind is ENGINES[0] or kind.__name__ in wanted):
        try:
            done: Outcome | str = engine.missing() or outcome(engine, output / "graph.ttl")
        except Unable as error:
            done, bad = f"cannot be loaded ({error})", bad + 1
        rows.append((engine, done))
        wrong = problems(engine, done, rows[0][1])
        bad += len(wrong)
        print(f"{engine.name}: {done if isinstance(done, str) else f'{done.version}, {done.triples} triples'}", *wrong, sep="\n  ", flush=True)
    if not wanted:
        (ROOT / "docs/interop.md").write_text(document(rows), encoding="utf-8")
        print("wrote docs/interop.md")
    return 1 if bad else 0


def problems(engine: Engine, done: Outcome | str, first: Outcome | str) -> list[str]:
    """Where it is not as the first engine, and no limit says so; and limits that are none any more."""
    if isinstance(done, str) or isinstance(first, str):
        return []
    wrong = [] if done.triples == first.triples else [f"{done.triples} triples, not {first.triples}"]
    for name, answer in done.answers.items():
        what = difference(answer, first.answers[name])
        if (what is None) == (name in engine.limits):
            wrong.append(f"{name}: {what or 'is answered now; take its limit out'}")
    return wrong


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
