"""The whole flow on real articles, and design promise 3: the same input gives the same bytes."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import RDF, Graph, Literal, URIRef

from kg import ids, pipeline
from kg.errors import InputError
from kg.vocab import KG, NIF
from tests.conftest import ROOT, Kg

SEEDS = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "seeds").iterdir())
ARTICLE = """<html lang="en"><head><title>Court fines shipping firm</title></head><body><article><h1>Court fines shipping firm</h1>
<p>A court in Rotterdam fined the shipping company Maersk on Tuesday. The company may appeal, its lawyer Anna de Vries said.</p>
<p>Inspectors allegedly found that the firm had dumped oil in the North Sea. Greenpeace welcomed the ruling, and Maersk denied the charge.</p>
<p>The judges ordered the company to pay five million euros. The port of Rotterdam said that it would study the verdict.</p>
</article></body></html>"""


def without_timings(report: Path) -> dict[str, object]:
    data = json.loads(report.read_text(encoding="utf-8"))
    del data["timings"]
    return dict(data)


@pytest.mark.slow
@pytest.mark.parametrize(("order", "seed"), [([4, 2, 0, 3, 1], "1"), ([3, 4, 1, 0, 2], "4242")])
def test_order_and_hash_seed_change_nothing(kg: Kg, tmp_path: Path, seeds_build: Path, order: list[int], seed: str) -> None:
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    done = kg("build", *(SEEDS[i] for i in order), "-o", "again", PYTHONHASHSEED=seed)
    assert done.returncode == 0, done.stderr
    for name in ("graph.ttl", "graph.html"):
        assert (tmp_path / "again" / name).read_bytes() == (seeds_build / name).read_bytes(), name
    assert without_timings(tmp_path / "again" / "report.json") == without_timings(seeds_build / "report.json")


@pytest.mark.slow
def test_the_hash_seed_does_not_change_an_extraction(kg: Kg) -> None:
    files = [ROOT / name for name in SEEDS]
    first, second = (kg("extract", *files, PYTHONHASHSEED=seed) for seed in ("1", "4242"))
    assert first.returncode == 0, first.stderr
    assert first.stdout.count("\n") == len(files)
    assert first.stdout == second.stdout


@pytest.mark.slow
def test_a_build_writes_all_of_its_output_and_nothing_else(seeds_build: Path) -> None:
    assert {path.name for path in seeds_build.iterdir()} == (pipeline.OUTPUTS | {pipeline.CACHE}) - {"texts"}
    assert [path.name for path in seeds_build.parent.iterdir()] == [seeds_build.name]


@pytest.mark.slow
def test_the_report_tells_what_the_graph_holds(seeds_build: Path) -> None:
    report = json.loads((seeds_build / "report.json").read_text(encoding="utf-8"))
    graph = Graph().parse(seeds_build / "graph.ttl")
    assert report["counts"]["triples"] == len(graph)
    for kind, cls in [("documents", NIF.Context), ("claims", KG.Claim), ("conflicts", KG.Conflict)]:
        assert report["counts"][kind] == len(set(graph.subjects(RDF.type, URIRef(cls)))), kind
    assert report["counts"]["claims"] == sum(document["claims"] for document in report["documents"]) > 50
    for document in report["documents"]:
        assert document["sha256"] == hashlib.sha256((ROOT / document["source"]).read_bytes()).hexdigest()
    assert report["versions"]["model"].startswith("en_core_web_sm")
    assert set(report["timings"]["seconds"]) == {"read", "cache", "load", "parse", "extract", "resolve", "graph", "store", "page"}


@pytest.mark.slow
def test_options_reach_the_graph(tmp_path: Path) -> None:
    (tmp_path / "court.html").write_text(ARTICLE, encoding="utf-8")
    options = pipeline.Options(base_iri="https://example.org/news/", min_confidence=0.5, embed_text=True)
    report = pipeline.build([str(tmp_path / "court.html")], tmp_path / "out", options)
    graph = Graph().parse(tmp_path / "out" / "graph.ttl")
    assert all(str(s).startswith(("https://example.org/news/", "https://w3id.org/newskg/")) for s in graph.subjects())
    confidences = [number.toPython() for number in graph.objects(None, URIRef(KG.confidence)) if isinstance(number, Literal)]
    assert confidences
    assert min(confidences) >= 0.5
    (document,) = report.documents
    kept = (tmp_path / "out" / "texts" / f"{ids.segment(document['id'])}.txt").read_bytes()
    assert hashlib.sha256(kept).hexdigest() == document["textSha256"]
    assert [str(text).encode() for text in graph.objects(None, URIRef(NIF.isString))] == [kept]


UNUSUAL = """The 🚢 tanker sank off Peru 🇵🇪 on Monday, the navy said. “It lost 0.1 million barrels,” said Zoë O’Neill-\u0160tef\u0301an.
\u202eSome 12,345.678 of 99999999999999999999999 litres burned.\u202c A \ud83d alone is no letter, said 李娜. Prices rose 3.3 % to $1.10.
"""


@pytest.fixture
def unusual(tmp_path: Path) -> Path:
    """A folder with two articles."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "court.html").write_text(ARTICLE, encoding="utf-8")
    (folder / "ships.jsonl").write_text(json.dumps({"id": "ships", "text": UNUSUAL, "date": "2026-01-07"}), encoding="utf-8")
    return folder


@pytest.mark.slow
def test_the_cache_changes_no_byte(tmp_path: Path, unusual: Path) -> None:
    output, shared = tmp_path / "out", tmp_path / "shared"
    built = []
    for cache in ("", pipeline.CACHE, pipeline.CACHE, str(shared), str(shared)):
        report = pipeline.build([str(unusual)], output, running=pipeline.Running(cache=cache))
        files = [(output / name).read_bytes() for name in ("graph.ttl", "graph.html", "texts/ships.txt")]
        built.append((report.timings["reused"], files))
    assert [reused for reused, _ in built] == [0, 0, 2, 0, 2]
    assert all(files == built[0][1] for _, files in built)
    (unusual / "court.html").unlink()
    for cache, left in ((pipeline.CACHE, 1), (str(shared), 2)):
        pipeline.build([str(unusual)], output, running=pipeline.Running(cache=cache))
        assert len(list((output / cache).glob("*/*"))) == left, "only the place that belongs to one graph is pruned"


@pytest.mark.slow
def test_what_is_known_is_read_without_the_parser(tmp_path: Path, seeds_build: Path) -> None:
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    shutil.copytree(seeds_build, tmp_path / "output")
    code = "import sys; from kg.cli import run; run(['build', 'seeds']); print('spacy' in sys.modules)"
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120, check=True)
    assert done.stdout.splitlines()[1] == "5 of the 5 were known from an earlier build"
    assert done.stdout.splitlines()[-1] == "False"
    assert (tmp_path / "output" / "graph.ttl").read_bytes() == (seeds_build / "graph.ttl").read_bytes()


@pytest.mark.slow
def test_an_interrupted_build_goes_on_where_it_stopped(tmp_path: Path) -> None:
    def interrupt(done: int, total: int) -> None:
        if done == 3:
            raise KeyboardInterrupt

    output = tmp_path / "out"
    with pytest.raises(KeyboardInterrupt):
        pipeline.build(["seeds"], output, running=pipeline.Running(progress=interrupt))
    assert [path.name for path in output.iterdir()] == [pipeline.CACHE]
    report = pipeline.build(["seeds"], output)
    assert report.timings["reused"] >= 3
    assert report.counts["documents"] == len(SEEDS)


def test_nothing_readable_is_told_with_the_first_reason(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    with pytest.raises(InputError, match=r"empty\.txt"):
        pipeline.build([str(tmp_path / "empty.txt")], tmp_path / "out")
    assert [path.name for path in tmp_path.iterdir()] == ["empty.txt"]


@pytest.mark.slow
def test_processes_that_share_what_follows_reading_change_no_byte(seeds_build: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "_WORTH", 0)
    monkeypatch.chdir(ROOT)
    pipeline.build(SEEDS, tmp_path / "out", running=pipeline.Running(2, str(seeds_build / pipeline.CACHE)))
    for name in ("graph.ttl", "graph.html"):
        assert (tmp_path / "out" / name).read_bytes() == (seeds_build / name).read_bytes(), name
