"""The embedded triple store (Oxigraph on disk) beside the Turtle file. Only this module knows where it lies."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from pyoxigraph import RdfFormat, Store

from kg.errors import OutputError

_FOLDER = "store"


def build(ttl_path: Path, store_dir: Path) -> None:
    """Load a Turtle file into a new store and put it in the place of ``store_dir``.

    Raises :class:`OutputError` when the file cannot be loaded or the folder cannot be written.
    """
    try:
        fresh = Path(tempfile.mkdtemp(dir=store_dir.parent, prefix=f".{store_dir.name}."))
    except OSError as error:
        raise OutputError(f"The store {store_dir} cannot be written ({error.strerror}); choose another folder with -o.") from error
    try:
        _load(ttl_path, fresh / "new")
        if store_dir.exists():
            os.rename(store_dir, fresh / "old")
        os.rename(fresh / "new", store_dir)
    except (OSError, RuntimeError, SyntaxError) as error:
        raise OutputError(f"The store {store_dir} cannot be made from {ttl_path} ({error}); build again.") from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _load(ttl_path: Path, folder: Path) -> None:
    store = Store(folder)
    store.bulk_load(path=ttl_path, format=RdfFormat.TURTLE)
    store.flush()


def open_store(output_dir: Path, read_only: bool = True) -> Store:
    """The store of a build. A read-only one can be open in many processes, a writable one in one.

    Raises :class:`OutputError` when there is none, or another process holds it.
    """
    folder = output_dir / _FOLDER
    if not (folder / "CURRENT").is_file():
        raise OutputError(f"The folder {output_dir} holds no graph (no {_FOLDER}/ in it); make one with: kg build ARTICLES -o {output_dir}")
    try:
        return Store.read_only(str(folder)) if read_only else Store(folder)
    except (OSError, RuntimeError) as error:  # RuntimeError: its files are damaged
        if "lock" in str(error).lower():
            raise OutputError(f"The store {folder} is open in another process; end that one first.") from error
        raise OutputError(f"The store {folder} cannot be opened ({error}); build again.") from error


def open_graph(path: Path) -> Store:
    """The graph of a build's folder, or of a Turtle file, which is read into memory. Raises :class:`OutputError`."""
    if path.is_dir() or not path.exists():
        return open_store(path)
    store = Store()
    try:
        store.bulk_load(path=path, format=RdfFormat.TURTLE)
    except (OSError, SyntaxError) as error:
        raise OutputError(f"{path} is no Turtle file that can be read ({error}); name graph.ttl or the output folder of a build.") from error
    return store
