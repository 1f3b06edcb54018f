"""The errors newskg raises, one tree.

    KgError                     every failure the user can mend; its text is one sentence
    ├── InputError              a path, a record or a document that cannot be read
    ├── OntologyError           an ontology file that is broken; names file and term
    ├── ModelError              a spaCy pipeline that is missing or unfit
    ├── OutputError             an output folder or file that cannot be written, or is not a build
    ├── WorkerError             a process beside the first one that could not start its work
    ├── QueryError              a SPARQL query, or the name of a saved one, that cannot be run
    └── EndpointError           a SPARQL endpoint that cannot be reached, or refuses

A mistake of the user ends the command with exit code 2 and the sentence on stderr. Data that is bad
is no exception: it becomes a :class:`kg.model.Issue` and the rest goes on.
"""


class KgError(Exception):
    """A failure that names what is wrong, where, and what to do, in one sentence."""


class InputError(KgError):
    """A path, a record or a document that cannot be read."""


class OntologyError(KgError):
    """An ontology file that cannot be used."""


class ModelError(KgError):
    """A spaCy pipeline that is missing or lacks a component."""


class OutputError(KgError):
    """An output folder that cannot be written, or one that holds no build."""


class WorkerError(KgError):
    """A worker process that died before it began."""


class QueryError(KgError):
    """A query that cannot be parsed, found or run."""


class EndpointError(KgError):
    """An endpoint elsewhere that cannot be reached, or that refuses; ``status`` is its HTTP status where it gave one."""

    def __init__(self, sentence: str, status: int | None = None) -> None:
        super().__init__(sentence)
        self.status = status
