"""Work for processes that are killed; by itself, because each process that does it imports this module."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path


def double() -> Callable[[Iterable[int]], Iterator[bytes]]:
    return lambda items: (str(2 * item).encode() for item in items)


def doubled(items: int = 10) -> dict[int, bytes]:
    return {item: str(2 * item).encode() for item in range(items)}


def failing(error: Exception) -> Callable[[Iterable[int]], Iterator[bytes]]:
    raise error


def deadly(folder: Path, dies_at: int, deaths: int, after: float = 0) -> Callable[[Iterable[int]], Iterator[bytes]]:
    """Doubles; the first so many times, the process that comes to one item is killed, after so many seconds."""

    def work(items: Iterable[int]) -> Iterator[bytes]:
        for item in items:
            if item == dies_at and len(list(folder.iterdir())) < deaths:
                time.sleep(after)
                (folder / str(os.getpid())).touch()
                os.kill(os.getpid(), signal.SIGKILL)
            yield str(2 * item).encode()

    return work
