"""Whole or absent: an output file or folder is written beside its place and put there at the end."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from kg.errors import OutputError

#: The file that marks a folder as the output of a build.
MARKER = "report.json"


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A file to write that becomes ``path`` when the block ends without an exception; after one, the old file is as it was.

    Raises OutputError when it cannot be written.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        try:
            with temporary.open("wb") as file:
                yield file
            os.replace(temporary, path)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(f"The file {path} cannot be written ({error.strerror or error}); choose another place with -o.") from error


@contextmanager
def staged(output: Path, owned: frozenset[str], lasting: frozenset[str] = frozenset()) -> Iterator[Path]:
    """A new empty folder beside ``output`` that takes its place when the block ends without an exception.

    ``owned`` names the entries that a build writes; whatever else lies in the old folder is the user's and moves
    along, and so does what is ``lasting``, though an unfinished build may have left it. After an exception, also Ctrl-C, the old folder is as it was
    and the new one is gone.

    Raises OutputError when the folder cannot be written, or holds things but no build.
    """
    output = Path(os.path.realpath(output))
    _refuse_foreign(output, lasting)
    new, old = (output.parent / f".{output.name}.{os.getpid()}.{age}" for age in ("new", "old"))
    try:
        new.mkdir(parents=True)
    except OSError as error:
        raise OutputError(f"The folder {output} cannot be written ({error.strerror}); choose another one with -o.") from error
    try:
        yield new
        _swap(new, output, old)
    finally:
        shutil.rmtree(new, ignore_errors=True)
        _clear(old, output, owned)


def _refuse_foreign(output: Path, lasting: frozenset[str]) -> None:
    if output.exists() and not output.is_dir():
        raise OutputError(f"{output} is a file, and a build writes a folder; choose another place with -o.")
    if not output.is_dir() or (output / MARKER).exists():
        return
    visible = sorted(entry.name for entry in output.iterdir() if not entry.name.startswith(".") and entry.name not in lasting)
    if visible:
        raise OutputError(f"The folder {output} holds {visible[0]} but no build ({MARKER} is missing); choose an empty or a new one with -o.")


def _swap(new: Path, output: Path, old: Path) -> None:
    try:
        if output.exists():
            output.rename(old)
        new.rename(output)
    except BaseException as error:
        if old.exists() and not output.exists():
            old.rename(output)
        if isinstance(error, OSError):
            raise OutputError(f"The folder {output} cannot be replaced ({error.strerror}); choose another one with -o.") from error
        raise


def _clear(old: Path, output: Path, owned: frozenset[str]) -> None:
    """After a swap: what the user had in the old folder goes to the new one, the rest away."""
    if not (old.exists() and output.exists()):
        return
    for entry in sorted(old.iterdir()):
        if entry.name not in owned:
            entry.rename(output / entry.name)
    shutil.rmtree(old)


@contextmanager
def whole_folder(path: Path, names: Collection[str]) -> Iterator[Path]:
    """A new folder whose files get into ``path`` when the block ends without an exception; those of ``names`` that were there go.

    Raises OutputError when it cannot be written, or holds other things.
    """
    path = Path(os.path.realpath(path))
    if path.exists() and not path.is_dir():
        raise OutputError(f"{path} is a file, and this export is a folder of files; choose another place with -o.")
    others = sorted(entry.name for entry in path.iterdir() if entry.name not in names) if path.is_dir() else []
    if others:
        raise OutputError(f"The folder {path} holds {others[0]}, which is no file of such an export; choose an empty or a new one with -o.")
    new, old = (path.parent / f".{path.name}.{os.getpid()}.{age}" for age in ("new", "old"))
    try:
        new.mkdir(parents=True)
        yield new
        _swap(new, path, old)
    except OSError as error:
        raise OutputError(f"The folder {path} cannot be written ({error.strerror or error}); choose another one with -o.") from error
    finally:
        shutil.rmtree(new, ignore_errors=True)
        if path.exists():
            shutil.rmtree(old, ignore_errors=True)
