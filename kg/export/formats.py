"""Every form that a graph can be given in: one table, and one function that writes any of them."""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from pyoxigraph import RdfFormat, Triple, serialize

from kg.errors import OutputError
from kg.export import dataset, jsonld, nanopub, rdfxml, reified
from kg.export.source import triples as read
from kg.export.turtle import text
from kg.rdf.terms import statement
from kg.staging import whole_file, whole_folder
from kg.vocab import PREFIXES

_LEVEL = 6  # of gzip


@dataclass(frozen=True, slots=True)
class Format:
    """One form. ``extension`` has no dot, and is empty where the form is a folder of files; so is ``media_type`` then."""

    name: str
    extension: str
    media_type: str
    what: str

    @property
    def folder(self) -> bool:
        return not self.extension


FORMATS = {
    form.name: form
    for form in (
        Format("ttl", "ttl", "text/turtle", "RDF 1.1 Turtle, sorted: the file that a build writes"),
        Format("trig", "trig", "application/trig", "one named graph for each document, one for what comparing them gave"),
        Format("nt", "nt", "application/n-triples", "N-Triples, a triple a line"),
        Format("nq", "nq", "application/n-quads", "N-Quads, the named graphs of trig"),
        Format("jsonld", "jsonld", "application/ld+json", "JSON-LD 1.1, its context in the file"),
        Format("rdfxml", "rdf", "application/rdf+xml", "RDF/XML"),
        Format("ttl12", "ttl12", 'text/turtle; version="1.2"', "RDF 1.2 Turtle, claims as reifiers of triple terms"),
        Format("nanopub", "nanopub.trig", "application/trig", "a nanopublication for each claim"),
        Format("graphml", "graphml", "application/graphml+xml", "GraphML, for networkx, Gephi, yEd, Cytoscape"),
        Format("gexf", "gexf", "application/gexf+xml", "GEXF 1.2, for Gephi"),
        Format("csv", "", "", "folder of tables: claims, events, entities, conflicts, documents"),
        Format("parquet", "", "", "the same tables as Parquet"),
        Format("neo4j", "", "", "folder of node and relationship files for neo4j-admin import"),
    )
}


def named(name: str) -> Format:
    """The form of that name. Raises :class:`OutputError` that lists them."""
    if name not in FORMATS:
        raise OutputError(f"{name!r} is no form of export; give one of {', '.join(FORMATS)}.")
    return FORMATS[name]


def of_file(path: Path) -> Format | None:
    """The form that a file's name tells (``graph.trig.gz``); of two that fit, the one with the longer extension."""
    name = path.name.removesuffix(".gz")
    fitting = [form for form in FORMATS.values() if form.extension and name.endswith(f".{form.extension}")]
    return max(fitting, key=lambda form: len(form.extension), default=None)


def write(triples: Iterable[Triple], form: Format, file: BinaryIO) -> None:
    """Write triples, whose subjects stand together, in a form that is one file. Raises :class:`OutputError` where it cannot hold them."""
    _WRITERS[form.name](triples, file)


def export(source: Path, form: Format, target: Path, compress: bool = False) -> None:
    """Write the graph of a build's folder, or of a Turtle file, to a file or a folder, whole or not at all. The same graph gives the same bytes.

    ``compress`` is for gzip, without name and time in it; of a folder, each file is compressed, but for Parquet, which has a compression of its own.
    Raises :class:`OutputError`.
    """
    if form.folder:
        from kg.export import neo4j, table_files

        files = neo4j.files(source) if form.name == "neo4j" else table_files.files(source, form.name)
        compress = compress and form.name != "parquet"
        with whole_folder(target, {f"{name}{end}" for name in files for end in ("", ".gz")}) as folder:
            for name, make in files.items():
                with (folder / f"{name}{'.gz' * compress}").open("wb") as file:
                    _through(make, file, compress)
        return
    if target.resolve() == source.resolve():
        raise OutputError(f"{target} is the graph to export; give another name with -o.")
    with whole_file(target) as file:
        stream(source, form, file, compress)


def stream(source: Path, form: Format, file: BinaryIO, compress: bool = False) -> None:
    """The same, to a stream. Raises :class:`OutputError`."""
    _through(lambda out: write(read(source), form, out), file, compress)


def _through(make: Callable[[BinaryIO], object], file: BinaryIO, compress: bool) -> None:
    with _zipped(file) if compress else _plain(file) as out:
        make(out)


@contextmanager
def _plain(file: BinaryIO) -> Iterator[BinaryIO]:
    yield file


@contextmanager
def _zipped(file: BinaryIO) -> Iterator[BinaryIO]:
    """Serializers write a few bytes at a time, which gzip takes slowly; hence the buffer."""
    with (
        gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0, compresslevel=_LEVEL) as packed,
        io.BufferedWriter(packed, 1 << 16) as buffered,
    ):
        yield buffered


def _turtle(triples: Iterable[Triple], file: BinaryIO) -> None:
    file.writelines(text(map(statement, triples)))


def _ntriples(triples: Iterable[Triple], file: BinaryIO) -> None:
    serialize(triples, file, format=RdfFormat.N_TRIPLES)


def _nquads(triples: Iterable[Triple], file: BinaryIO) -> None:
    serialize(dataset.quads(triples), file, format=RdfFormat.N_QUADS)


def _trig(triples: Iterable[Triple], file: BinaryIO) -> None:
    serialize(dataset.quads(triples), file, format=RdfFormat.TRIG, prefixes=PREFIXES)


def _turtle12(triples: Iterable[Triple], file: BinaryIO) -> None:
    file.write(b'VERSION "1.2"\n')
    serialize(reified.reify(triples), file, format=RdfFormat.TURTLE, prefixes=PREFIXES)


def _jsonld(triples: Iterable[Triple], file: BinaryIO) -> None:
    jsonld.write(map(statement, triples), file)


def _rdfxml(triples: Iterable[Triple], file: BinaryIO) -> None:
    rdfxml.write(map(statement, triples), file)


def _nanopub(triples: Iterable[Triple], file: BinaryIO) -> None:
    serialize(nanopub.quads(triples), file, format=RdfFormat.TRIG, prefixes=PREFIXES | nanopub.PREFIX)


def _graphml(triples: Iterable[Triple], file: BinaryIO) -> None:
    from kg.export import network

    network.write_graphml(network.read(map(statement, triples)), file)


def _gexf(triples: Iterable[Triple], file: BinaryIO) -> None:
    from kg.export import network

    network.write_gexf(network.read(map(statement, triples)), file)


_WRITERS: dict[str, Callable[[Iterable[Triple], BinaryIO], None]] = {
    "ttl": _turtle, "trig": _trig, "nt": _ntriples, "nq": _nquads, "jsonld": _jsonld, "rdfxml": _rdfxml, "ttl12": _turtle12, "nanopub": _nanopub,
    "graphml": _graphml, "gexf": _gexf,
}  # fmt: skip
