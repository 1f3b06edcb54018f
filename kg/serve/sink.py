"""Where an answer is written: in memory while it is short, then to a file, and no further than to its limit."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import BinaryIO

from kg.errors import KgError
from kg.serve.tasks import Answer

_IN_MEMORY = 256 * 2**10  # bytes


class TooLong(KgError):
    """An answer is longer than it may be."""


class Sink:
    """A binary file for writing that becomes an :class:`Answer`. Raises :class:`TooLong` beyond ``most`` bytes."""

    def __init__(self, folder: Path, most: int) -> None:
        self._folder, self._most = folder, most
        self._parts: list[bytes] = []
        self._size = 0
        self._file: BinaryIO | None = None
        self._path = ""

    def write(self, data: bytes) -> int:
        self._size += len(data)
        if self._size > self._most:
            self.discard()
            raise TooLong(f"The answer is longer than {self._most / 2**20:g} MB; ask for less, for instance with LIMIT and OFFSET, "
                          "or start kg serve with a larger --max-result.")  # fmt: skip
        if self._file is None and self._size > _IN_MEMORY:
            handle, self._path = tempfile.mkstemp(dir=self._folder)
            self._file = os.fdopen(handle, "wb")
            self._file.write(b"".join(self._parts))
            self._parts.clear()
        if self._file is None:
            self._parts.append(bytes(data))
        else:
            self._file.write(data)
        return len(data)

    def flush(self) -> None:
        if self._file is not None:
            self._file.flush()

    def discard(self) -> None:
        """Forget what was written."""
        self._parts.clear()
        if self._file is not None:
            self._file.close()
            os.unlink(self._path)
            self._file, self._path = None, ""

    def answer(self, media_type: str) -> Answer:
        if self._file is not None:
            self._file.close()
        return Answer(200, media_type, b"".join(self._parts), self._path)
