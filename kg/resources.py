"""Where the knowledge files lie: in a checkout, in an editable install and in an installed wheel."""

from __future__ import annotations

from pathlib import Path

from kg.errors import OntologyError

_PACKAGE = Path(__file__).resolve().parent


def ontology_dir() -> Path:
    """The folder of the knowledge files.

    A wheel carries it as ``kg/ontology``; a checkout and an editable install have it beside the package.

    Raises :class:`OntologyError` where it is in neither place.
    """
    for folder in (_PACKAGE / "ontology", _PACKAGE.parent / "ontology"):
        if (folder / "lexicon-shapes.ttl").is_file():
            return folder
    raise OntologyError(f"The ontology folder is neither in {_PACKAGE} nor beside it; install newskg again.")


def read_text(name: str) -> str:
    """The text of a file in the ontology folder, named by its path there (``"queries/who-struck-whom.rq"``).

    Raises :class:`OntologyError` where there is no such file.
    """
    try:
        return (ontology_dir() / name).read_text(encoding="utf-8")
    except OSError as error:
        raise OntologyError(f"The ontology file {name} cannot be read ({error.strerror}); install newskg again.") from error
