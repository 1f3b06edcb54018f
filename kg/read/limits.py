"""Bounds on what is read. Articles are hostile input: every size is bounded on the way in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What is read at most; each bound that is hit is told as an issue, with the option that lifts it (``--limit NAME=N`` but for the first two).

    ``max_file_size`` is in bytes and bounds each file, each line of a JSON-lines file and each record of a WARC file, ``max_unpacked`` (bytes) what a
    compressed file may hold. The other lengths are in characters.
    """

    max_file_size: int = 20_000_000  # --max-file-size
    max_documents: int = 100_000  # --max-documents
    max_unpacked: int = 200_000_000
    max_pages: int = 2_000  # of a PDF file
    max_text: int = 500_000  # of an article; what follows is kept and not read
    max_title: int = 500
    max_front_matter: int = 20_000
    max_block: int = 20_000


DEFAULT_LIMITS = Limits()
