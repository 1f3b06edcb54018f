"""The walls between the parts: who may import whom, read from the source by its syntax tree."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "kg"
MODULES = {".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__"): path for path in sorted(PACKAGE.rglob("*.py"))}
MAX_LINES = 400

#: Parts by layer, lowest first; a part may import from lower layers, and within ``SHARED`` from its own.
LAYERS = (
    {"__init__", "model", "errors"},
    {"ids", "vocab", "resources", "lexicon", "lexicon_files", "lexicon_quantities", "confidence", "templates", "time_rules", "years", "days"}
    | {"normalise", "parse", "jsonl", "staging", "report", "cache", "processes", "workers", "beside", "cluster"},
    {"claims", "citations", "endpoint", "mentions"},
    {"read", "nlp", "extract", "resolve", "rdf", "store", "export", "query", "sample", "views", "check", "audit", "serve", "push"},
    {"manifest", "mapping", "loading"},
    {"pipeline"},
    {"change"},
    {"graph"},
    {"cli", "api"},
    {"__main__"},
)
SHARED = LAYERS[0] | LAYERS[1]
#: Stages never import one another, but for what reads a finished graph: (who, whose).
READERS = {
    ("export", "rdf"),  # what a triple is before it is written
    ("check", "rdf"),  # the characters that no RDF file can carry
    ("query", "rdf"),  # the same, of a result
    ("query", "export"),  # the order of a graph's triples
    ("export", "views"),  # dates in words
    ("audit", "read"),  # the articles of a built graph are read again
    ("sample", "query"),  # text made harmless for a terminal
    ("views", "query"),  # the same, and saved queries
    ("query", "store"),  # what a graph is that can be asked
    ("views", "store"),  # the same
    ("serve", "store"),  # the graph that is served
    ("serve", "query"),  # what is asked of it
    ("serve", "views"),  # what its pages tell
    ("serve", "export"),  # the order of a description's triples, and JSON-LD
    ("serve", "rdf"),  # what a triple is before it is written
    ("__init__", "api"),  # what the package offers, loaded when it is called
}
#: Libraries that are the business of certain parts only.
OWNERS: dict[str, set[str]] = {
    "spacy": {"nlp", "extract"},
    "thinc": {"nlp"},
    "rdflib": {"rdf", "store", "export", "query", "sample", "views", "check", "lexicon", "lexicon_files", "graph"},
    "pyoxigraph": {"rdf", "store", "export", "query", "sample", "views", "check", "serve", "push", "lexicon", "lexicon_files", "graph"},
    "pyshacl": {"check", "lexicon_files"},
    "pyvis": set(),
    "networkx": {"export", "graph"},
    "numpy": {"nlp", "export", "resolve"},
    "rensa": {"resolve"},
    "jinja2": {"export", "serve"},
    "starlette": {"serve"},
    "uvicorn": {"serve"},
    "trafilatura": {"read"},
    "charset_normalizer": {"read"},
    "docx": {"read"},
    "feedparser": {"read"},
    "pypdf": {"read"},
    "warcio": {"read"},
    "click": {"cli"},
    "dask": {"cluster"},
    "distributed": {"cluster"},
    "msgspec": {"cache", "manifest"},
    "requests": {"endpoint"},
    "urllib3": {"endpoint"},
}


def part(module: str) -> str:
    """``export.html`` belongs to the part ``export``."""
    return module.split(".")[0]


def layer(name: str) -> int:
    return next(number for number, names in enumerate(LAYERS) if name in names)


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, wherever in it; ``from kg import store`` counts as ``kg.store``."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "kg":
            yield from (f"kg.{alias.name}" if alias.name in MODULES else "kg.__init__" for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} has a relative import"
            yield node.module or ""


@pytest.mark.parametrize("module", MODULES)
def test_a_part_imports_lower_layers_only(module: str) -> None:
    mine = part(module)
    for name in imports(MODULES[module]):
        if not name.startswith("kg."):
            continue
        other = part(name.removeprefix("kg."))
        allowed = other == mine or layer(other) < layer(mine) or ({mine, other} <= SHARED and layer(other) <= layer(mine)) or (mine, other) in READERS
        assert allowed, f"kg.{module} imports {name}"


@pytest.mark.parametrize("module", MODULES)
def test_a_library_is_imported_by_its_owners_only(module: str) -> None:
    for name in imports(MODULES[module]):
        owners = OWNERS.get(name.split(".")[0])
        assert owners is None or part(module) in owners, f"kg.{module} imports {name}"


def test_only_the_page_knows_pyvis() -> None:
    users = {module for module, path in MODULES.items() if '"pyvis"' in path.read_text(encoding="utf-8")}  # it is looked up, never imported
    assert users
    assert all(module.startswith("export.html") for module in users), users


@pytest.mark.parametrize("module", MODULES)
def test_a_module_stays_short(module: str) -> None:
    assert len(MODULES[module].read_text(encoding="utf-8").splitlines()) <= MAX_LINES
