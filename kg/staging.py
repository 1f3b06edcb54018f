"""Whole or absent: an output file or folder is written beside its place and put there at the end."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import glob
import os
import re
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from kg.errors import OutputError

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

#: The file that marks a folder as the output of a build.
MARKER = "report.json"
_UNFINISHED = re.compile(r"\.(.+)\.\d+")  # what whole_file writes to
_HERE = -100  # AT_FDCWD: paths as this process sees them
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


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
    and the new one is gone. A process that is killed leaves the old folder or the new one in its place, and beside it what :func:`recover` clears.

    Raises OutputError when the folder cannot be written, or holds things but no build.
    """
    output = Path(os.path.realpath(output))
    recover(output, owned, lasting)
    _refuse_foreign(output, lasting)
    new, old = (output.parent / f".{output.name}.{os.getpid()}.{age}" for age in ("new", "old"))
    try:
        new.mkdir(parents=True)
    except OSError as error:
        raise OutputError(f"The folder {output} cannot be written ({error.strerror}); choose another one with -o.") from error
    with _locked(new):
        try:
            yield new
            replaced = _swap(new, output, old)
        except BaseException as error:
            _settle(new, output, owned, lasting)  # not just deleted: the interruption may have come right after the swap
            if isinstance(error, OSError) and error.errno in _FULL:
                raise OutputError(f"There is no room left for {output} ({error.strerror}); free some or choose another place with -o.") from error
            raise
        if replaced:
            _settle(replaced, output, owned, lasting)


def recover(output: Path, owned: frozenset[str], lasting: frozenset[str] = frozenset()) -> None:
    """Put right what processes left that were killed: an old folder without a new one in its place, what the user had in it, half-written ones."""
    output = Path(os.path.realpath(output))
    name = re.compile(re.escape(f".{output.name}.") + r"\d+\.(?:new|old)")
    left = sorted(path for path in output.parent.glob(f".{glob.escape(output.name)}.*") if name.fullmatch(path.name))
    for folder in left:
        if _abandoned(folder):
            if folder.suffix == ".old" and not output.exists():
                folder.rename(output)
            else:
                _settle(folder, output, owned, lasting)


def _refuse_foreign(output: Path, lasting: frozenset[str]) -> None:
    if output.exists() and not output.is_dir():
        raise OutputError(f"{output} is a file, and a build writes a folder; choose another place with -o.")
    if not output.is_dir() or (output / MARKER).exists():
        return
    visible = sorted(entry.name for entry in output.iterdir() if not entry.name.startswith(".") and entry.name not in lasting)
    if visible:
        raise OutputError(f"The folder {output} holds {visible[0]} but no build ({MARKER} is missing); choose an empty or a new one with -o.")


def _swap(new: Path, output: Path, old: Path) -> Path | None:
    """Put the new folder in its place; where the old one lies now."""
    try:
        if not output.exists():
            new.rename(output)
            return None
        if _exchanged(new, output):
            return new
        output.rename(old)
        new.rename(output)
        return old
    except BaseException as error:
        if old.exists() and not output.exists():
            old.rename(output)
        if isinstance(error, OSError):
            raise OutputError(f"The folder {output} cannot be replaced ({error.strerror}); choose another one with -o.") from error
        raise


def _exchanged(one: Path, other: Path) -> bool:
    """Swap two paths in one step, where the system can; two renames have a moment between them."""
    if os.name != "posix":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    paths = os.fsencode(one), os.fsencode(other)
    if hasattr(libc, "renameat2"):  # Linux: RENAME_EXCHANGE
        return bool(libc.renameat2(_HERE, paths[0], _HERE, paths[1], 2) == 0)
    return hasattr(libc, "renamex_np") and bool(libc.renamex_np(*paths, 2) == 0)  # macOS: RENAME_SWAP


def _settle(replaced: Path, output: Path, owned: frozenset[str], lasting: frozenset[str]) -> None:
    """What the user had in a replaced folder goes to the new one, the rest away. Another process may do the same at the same time.

    What would replace something of the user's there stays where it is, with its folder.
    """
    with contextlib.suppress(FileNotFoundError):
        for entry in sorted(replaced.iterdir()):
            unfinished = _UNFINISHED.fullmatch(entry.name)  # by a command that was killed
            if entry.name in owned or (unfinished and unfinished[1] in owned):
                continue
            there = (output / entry.name).exists()
            if not output.is_dir() or (there and entry.name not in lasting):
                return
            if not there:
                with contextlib.suppress(FileNotFoundError):
                    entry.rename(output / entry.name)
    shutil.rmtree(replaced, ignore_errors=True)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """While this lasts, the folder is nothing that a dead process left. The system ends a lock with its process."""
    handle = _lock(folder)
    try:
        yield
    finally:
        if handle is not None:
            os.close(handle)


def _abandoned(folder: Path) -> bool:
    handle = _lock(folder)
    if handle is not None:
        os.close(handle)
    return handle is not None


def _lock(folder: Path) -> int | None:
    """A handle that holds the lock; None where another process has it, or the system has none."""
    if fcntl is None:
        return None
    handle = None
    try:
        handle = os.open(folder, os.O_RDONLY)
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return handle
    except OSError:
        if handle is not None:
            os.close(handle)
        return None


@contextmanager
def whole_folder(path: Path, names: Collection[str]) -> Iterator[Path]:
    """A new folder whose files get into ``path`` when the block ends without an exception; those of ``names`` that were there go.

    Raises OutputError when it cannot be written, or holds other things.
    """
    path = Path(os.path.realpath(path))
    recover(path, frozenset(names))
    if path.exists() and not path.is_dir():
        raise OutputError(f"{path} is a file, and this export is a folder of files; choose another place with -o.")
    others = sorted(entry.name for entry in path.iterdir() if entry.name not in names) if path.is_dir() else []
    if others:
        raise OutputError(f"The folder {path} holds {others[0]}, which is no file of such an export; choose an empty or a new one with -o.")
    new, old = (path.parent / f".{path.name}.{os.getpid()}.{age}" for age in ("new", "old"))
    try:
        new.mkdir(parents=True)
        with _locked(new):
            yield new
            _swap(new, path, old)
    except OSError as error:
        raise OutputError(f"The folder {path} cannot be written ({error.strerror or error}); choose another one with -o.") from error
    finally:
        shutil.rmtree(new, ignore_errors=True)
        if path.exists():
            shutil.rmtree(old, ignore_errors=True)
