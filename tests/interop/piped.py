"""The process of an engine that runs in Python: ``piped.py oxrdflib``, or ``piped.py jena JVM CLASSPATH``. Runs where that is installed."""

from __future__ import annotations

import json
import sys
from importlib.metadata import version
from typing import Any


class Oxrdflib:
    """rdflib's API over Oxigraph."""

    def __init__(self) -> None:
        import rdflib

        self.graph = rdflib.Graph(store="Oxigraph")

    def version(self) -> str:
        return version("oxrdflib")

    def load(self, path: str, folder: str) -> None:
        self.graph.parse(path, format="ox-turtle")

    def count(self) -> int:
        return len(self.graph)

    def ask(self, query: str) -> str:
        return (self.graph.query(query).serialize(format="json") or b"").decode()


class Jena:
    """Apache Jena in a Java machine inside this process: TDB2 on disk where the class path has it, else in memory."""

    def __init__(self, machine: str, classpath: str) -> None:
        import jpype

        jpype.startJVM(machine, "-Xmx1g", classpath=classpath.split(":"))
        self.java = jpype.JPackage("java")
        self.jena = jpype.JPackage("org").apache.jena
        self.jena.sys.JenaSystem.init()

    def version(self) -> str:
        return str(self.jena.Jena.VERSION)

    def load(self, path: str, folder: str) -> None:
        try:
            self.dataset = self.jena.tdb2.TDB2Factory.connectDataset(folder)
        except (AttributeError, TypeError):  # no such package
            self.dataset = self.jena.query.DatasetFactory.createTxnMem()
        self.dataset.begin(self.jena.query.ReadWrite.WRITE)
        self.jena.riot.RDFDataMgr.read(self.dataset, path)
        self.dataset.commit()
        self.dataset.end()
        self.dataset.begin(self.jena.query.ReadWrite.READ)

    def count(self) -> int:
        return int(self.dataset.getDefaultModel().size())

    def ask(self, query: str) -> str:
        execution = self.jena.query.QueryExecutionFactory.create(query, self.dataset)
        out = self.java.io.ByteArrayOutputStream()
        self.jena.query.ResultSetFormatter.outputAsJSON(out, execution.execSelect())
        execution.close()
        return str(out.toString("UTF-8"))


def handle(engine: Any, request: dict[str, Any]) -> Any:
    if "load" in request:
        return engine.load(request["load"], request["into"])
    if "ask" in request:
        return engine.ask(request["ask"])
    return engine.count() if "count" in request else engine.version()


if __name__ == "__main__":
    running: Any = Oxrdflib() if sys.argv[1] == "oxrdflib" else Jena(*sys.argv[2:])
    for line in sys.stdin:
        try:
            answer = {"ok": handle(running, json.loads(line))}
        except Exception as error:
            answer = {"error": str(error).splitlines()[0][:200] if str(error) else type(error).__name__}
        print(json.dumps(answer), flush=True)
