"""PDF: the text of its pages, by pypdf."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from kg.model import Issue
from kg.read.article import Article, Found, details_of
from kg.read.decode import clean
from kg.read.limits import Limits
from kg.read.shapes import key
from kg.read.text import sha256, stem

_OPERATIONS = 5_000_000  # drawing operations looked at in one file; a dense page has some ten thousand
_EDGES = 2  # lines at the top and at the bottom of a page that may be running heads
_LEAST_PAGES = 3  # that a running head stands on
_MADE_UP = re.compile(r"microsoft (?:word|powerpoint) - .*|.*\.(?:docx?|pdf|indd|qxd|rtf|odt)|untitled.*|document ?\d*", re.IGNORECASE)
_HYPHENATED = re.compile(r"(\w+)[-\u2010\u00ad]\n(\w+)(\S*)[ ]?")
_TITLE_WITHIN = 500  # characters: below a dateline or the name of the paper
_SHOWN = 10  # pages that an issue lists


class _TooMuchError(Exception):
    """More operations than a file may have."""


def read_pdf(data: bytes, source: str, limits: Limits) -> Found:
    """A PDF file is one article. Lines that stand on page after page are left out, words that a line's end divides are whole again.

    Title and date are those of its metadata.
    """
    logging.getLogger("pypdf").addHandler(logging.NullHandler())  # what it complains of would go to the terminal
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    try:
        document = PdfReader(io.BytesIO(data))
        if document.is_encrypted and not document.decrypt(""):
            yield Issue(source, "is encrypted; save a copy without a password")
            return
        pages = len(document.pages)
    except DependencyError:
        yield Issue(source, "is encrypted; save a copy without a password")
        return
    except Exception as error:  # of many kinds, and a file that breaks the parser is only one bad article
        yield Issue(source, f"is no PDF file that can be read ({_kind(error)})")
        return
    if pages > limits.max_pages:
        yield Issue(source, f"only the first {limits.max_pages} of {pages} pages were read (--limit pages={pages})")
    texts: list[str] = []
    yield from _pages(document, min(pages, limits.max_pages), source, texts)
    text, controls = clean(_joined(texts))
    if controls:
        yield Issue(source, f"{controls} control characters were replaced by spaces")
    if not text:
        yield Issue(source, "holds no text; are its pages scanned images?")
        return
    details, wrong = details_of(_metadata(document), limits)
    yield from (Issue(source, reason) for reason in wrong)
    if details.title and key(details.title) not in key(text[:_TITLE_WITHIN]):
        text = f"{details.title}\n\n{text}"
    yield Article(source, stem(source), text, sha256(data), False, details)


def _pages(document: Any, count: int, source: str, texts: list[str]) -> Iterator[Issue]:
    """Puts the text of each page into ``texts``, and tells of pages that have none."""
    left = _OPERATIONS

    def counted(*_: object) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise _TooMuchError

    empty: list[str] = []
    for number in range(count):
        try:
            text = document.pages[number].extract_text(visitor_operand_before=counted)
        except _TooMuchError:
            yield Issue(source, "is drawn with more operations than an article has; what follows was not read", f"page {number + 1}")
            break
        except Exception as error:
            yield Issue(source, f"the page cannot be read ({_kind(error)})", f"page {number + 1}")
            continue
        texts.append(text)
        if not text.strip():
            empty.append(str(number + 1))
    if empty and len(empty) < len(texts):
        more = " …" if len(empty) > _SHOWN else ""
        yield Issue(source, f"holds no text on {len(empty)} of its pages; are they scanned images?", f"page {', '.join(empty[:_SHOWN])}{more}")


def _joined(pages: list[str]) -> str:
    """One text of all pages."""
    rows = [[line.rstrip() for line in page.strip().splitlines()] for page in pages]
    heads = Counter(key for page in rows for key in {_key(line) for line in (*page[:_EDGES], *page[-_EDGES:])})
    running = {key for key, count in heads.items() if count >= max(_LEAST_PAGES, len(pages) / 3)}
    text = "\n".join(line for page in rows for line in _body(page, running)).strip()
    words = Counter(re.findall(r"\w+(?:-\w+)*", text.lower()))

    def whole(match: re.Match[str]) -> str:
        if not match[2][0].islower():
            return match[0]
        compound = f"{match[1]}-{match[2]}"
        return f"{compound if words[compound.lower()] else match[1] + match[2]}{match[3]}\n"

    return _HYPHENATED.sub(whole, text)


def _key(line: str) -> str:
    """A running head without the number of its page."""
    return re.sub(r"\d+", "#", line.strip())


def _body(page: list[str], running: set[str]) -> Iterator[str]:
    for place, line in enumerate(page):
        if not (min(place, len(page) - 1 - place) < _EDGES and _key(line) in running):
            yield line


def _metadata(document: Any) -> dict[str, object]:
    values: dict[str, object] = {}
    for name, field in (("title", "title"), ("date", "creation_date")):
        try:
            value = getattr(document.metadata, field, None)
        except Exception:  # a date that is none
            continue
        values[name] = value.isoformat() if isinstance(value, datetime) else value
    title = values.get("title")
    if isinstance(title, str) and _MADE_UP.fullmatch(title.strip()):
        del values["title"]
    return values


def _kind(error: Exception) -> str:
    """What kind of failure, in one word: messages of the parser tell of its insides."""
    return type(error).__name__
