"""Files and folders given → the files to read, each once."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path, PurePath

from kg.errors import InputError
from kg.model import Issue

TEXT = frozenset({".txt", ".text", ".md", ".markdown"})
HTML = frozenset({".html", ".htm", ".xhtml"})
JSONL = frozenset({".jsonl", ".ndjson"})
TABLE = frozenset({".csv", ".tsv"})
PDF = frozenset({".pdf"})
DOCX = frozenset({".docx"})
FEED = frozenset({".xml", ".rss", ".atom"})
WARC = frozenset({".warc", ".wet"})
ARTICLES = TEXT | HTML | JSONL | TABLE | PDF | DOCX | FEED | WARC


def find_files(paths: Iterable[str | Path], leave_out: Path | None = None) -> tuple[list[Path], list[Issue]]:
    """The files to read, sorted, each once however often it is given; "-" stays "-". ``leave_out`` is not looked for in folders.

    Folders are searched to the bottom, hidden files and folders left out, and what builds wrote; a folder reached twice by links is
    searched once.
    Raises InputError for a path that does not exist, for a folder without any article, and for one that a build wrote.
    """
    found: dict[str, Path] = {}  # by real path
    issues: list[Issue] = []
    left_out = os.path.realpath(leave_out) if leave_out else None
    for path in sorted({Path(given) for given in paths}, key=Path.as_posix):
        if str(path) == "-":
            found.setdefault("-", path)
        elif path.is_dir() and _is_output(path):
            raise InputError(f"the folder {shown(path)} holds what a build wrote, no articles: name the folder of the articles")
        elif path.is_dir():
            files, told = _in_folder(path)
            issues += told
            for file in files:
                if os.path.realpath(file) != left_out:
                    found.setdefault(os.path.realpath(file), file)
        elif os.path.exists(path):
            found.setdefault(os.path.realpath(path), path)
        else:
            raise InputError(f"there is no file or folder {shown(path)}: check the path")
    return sorted(found.values(), key=Path.as_posix), issues


def kind(path: Path) -> str:
    """What decides how a file is read: its extension in lower case; of a compressed WARC file the one before ".gz"."""
    suffix = path.suffix.lower()
    inner = PurePath(path.stem).suffix.lower()
    return inner if suffix == ".gz" and inner in WARC else suffix


def shown(path: Path) -> str:
    """A path as text that can be written anywhere (a file name may hold bytes that are no UTF-8)."""
    return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _is_output(folder: Path) -> bool:
    """Whether a build wrote the folder, or it is a cache (https://bford.info/cachedir/)."""
    return (folder / "CACHEDIR.TAG").exists() or ((folder / "report.json").exists() and (folder / "graph.ttl").exists())


def _in_folder(folder: Path) -> tuple[list[Path], list[Issue]]:
    files: list[Path] = []
    issues: list[Issue] = []
    others: Counter[str] = Counter()
    seen: set[str] = set()
    pending = [folder]
    while pending:
        current = pending.pop()
        if (real := os.path.realpath(current)) in seen:
            continue
        seen.add(real)
        try:
            entries = sorted(os.listdir(current))
        except OSError as error:
            issues.append(Issue(shown(current), f"the folder cannot be read: {error.strerror}"))
            continue
        for path in (current / name for name in entries if not name.startswith(".")):
            if path.is_dir():
                if not _is_output(path):
                    pending.append(path)
            elif path.exists() and not path.is_file():
                issues.append(Issue(shown(path), "is no file but a pipe, a socket or a device, and was passed over"))
            elif kind(path) in ARTICLES:
                files.append(path)
            else:
                others[kind(path)] += 1
    for suffix, count in sorted(others.items()):
        number = f"{count} file{'s' if count > 1 else ''}"
        issues.append(Issue(shown(folder), f"passed over {number} {suffix or 'without extension'}: no kind that is read"))
    if not files:
        raise InputError(f"there is no article in the folder {shown(folder)}: put .txt, .md, .html, .jsonl, .csv, .pdf or .docx files there")
    return files, issues
