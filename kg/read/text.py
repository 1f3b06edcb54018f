"""Articles that are files of their own: plain text, Markdown, HTML."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Generator
from pathlib import PurePath

from kg.model import Issue
from kg.read.article import Article, Found, details_of
from kg.read.decode import BinaryError, Decoded, clean, decode
from kg.read.frontmatter import front_matter
from kg.read.limits import Limits
from kg.read.shapes import key

_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,40})""", re.IGNORECASE)
_CHARSET_WITHIN = 2048  # bytes of a page
_RICH_TEXT = b"{\\rtf"


def read_text(data: bytes, source: str, limits: Limits) -> Found:
    """A plain text or Markdown file, with its front matter."""
    if data.lstrip().startswith(_RICH_TEXT):
        yield Issue(source, "is rich text (RTF), which is not read: save it as plain text or .docx")
        return
    decoded = yield from decoded_file(data, source)
    if decoded is None:
        return
    details, begin, wrong = front_matter(decoded.text, limits)
    yield from (Issue(source, reason) for reason in wrong)
    if not decoded.text[begin:].strip():
        yield Issue(source, "holds no text")
        return
    yield Article(source, stem(source), decoded.text, sha256(data), decoded.exact, details, begin)


def read_html(data: bytes, source: str, limits: Limits) -> Found:
    """A web page: the article's text and metadata without the page around it, found by trafilatura.

    The title goes before the text, where the text does not begin with it already.
    """
    charset = _CHARSET.search(data[:_CHARSET_WITHIN])
    decoded = yield from decoded_file(data, source, charset[1].decode("ascii") if charset else None)
    if decoded is None:
        return
    page = _page(decoded.text)
    if page is None:
        yield Issue(source, "no article was found in this page")
        return
    values, text = page
    details, wrong = details_of(values, limits)
    yield from (Issue(source, reason) for reason in wrong)
    yield Article(source, stem(source), titled(text, details.title), sha256(data), False, details)


def titled(text: str, title: str | None) -> str:
    """The text with the title before it, where it does not begin with that already."""
    return f"{title}\n\n{text}" if title and not key(text).startswith(key(title)) else text


def decoded_file(data: bytes, source: str, declared: str | None = None) -> Generator[Issue, None, Decoded | None]:
    """The text of a file, or None when there is none; what is amiss is told on the way."""
    if not data.strip():
        yield Issue(source, "is empty")
        return None
    try:
        decoded = decode(data, declared)
    except BinaryError:
        yield Issue(source, "is a binary file, not text")
        return None
    if decoded.encoding not in ("utf-8", "utf-16", "utf-32"):
        yield Issue(source, f"read as {decoded.encoding}: save it as UTF-8 if characters look wrong")
    if decoded.controls:
        yield Issue(source, f"{decoded.controls} control characters were replaced by spaces")
    return decoded


def stem(source: str) -> str:
    """The id of a file's article: its name without extension, or extensions ("crawl.warc.gz")."""
    return re.sub(r"(?<=.)(?:\.warc)?(?:\.wet)?\Z", "", PurePath(source.removesuffix(".gz")).stem) if source != "-" else "stdin"


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def page_text(html: str) -> str:
    """The article's text of a web page; empty where there is none."""
    page = _page(html)
    return page[1] if page else ""


def _page(html: str) -> tuple[dict[str, object], str] | None:
    """Metadata and text of a web page, or None when it holds no article."""
    from trafilatura import bare_extraction

    # Only dates that the page states, and none compared with the clock, which would let the output depend on the day.
    dates = {"original_date": True, "extensive_search": False, "max_date": "2099-12-31"}
    try:
        page = bare_extraction(html, with_metadata=True, include_comments=False, date_extraction_params=dates)
    except Exception:  # the parser's own errors are of many kinds, and a page that breaks it is only one bad article
        return None
    if page is None or isinstance(page, dict) or not (page.text or "").strip():
        return None
    values: dict[str, object] = {"title": page.title, "publisher": page.sitename, "date": page.date, "url": page.url, "language": page.language}
    return values, clean(page.text or "")[0].strip()
