"""RSS and Atom files, by feedparser."""

from __future__ import annotations

import io
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from typing import Any

from kg.model import Issue
from kg.read.article import Article, Found, details_of
from kg.read.decode import clean
from kg.read.limits import Limits
from kg.read.text import page_text, sha256, stem, titled


def read_feed(data: bytes, source: str, limits: Limits) -> Found:
    """Each item of a feed is one article: its full content where the feed has it, else its summary.

    Title, date and URL are the item's, the publisher is the feed's title.
    """
    import feedparser

    if not data.strip():
        yield Issue(source, "is empty")
        return
    try:  # as a stream: bytes that look like a URL would be fetched
        feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # of many kinds, and a file that breaks the parser is only one bad file
        yield Issue(source, f"is no RSS or Atom feed that can be read ({type(error).__name__})")
        return
    if not feed.version:
        yield Issue(source, "is no RSS or Atom feed")
        return
    if not feed.entries:
        yield Issue(source, "is a feed without items")
    for number, entry in enumerate(feed.entries, 1):
        yield from _item(entry, feed.feed, source, number, limits)
    if feed.bozo and not isinstance(feed.bozo_exception, feedparser.CharacterEncodingOverride):
        yield Issue(source, f"is no well-formed feed ({_plain(feed.bozo_exception)}); items may be missing or cut")


def _item(entry: Any, feed: Any, source: str, number: int, limits: Limits) -> Found:
    place = f"item {number}"
    text, controls = clean(_text(_content(entry)))
    if not text:
        yield Issue(source, "has no text", place)
        return
    if controls:
        yield Issue(source, f"{controls} control characters were replaced by spaces", place)
    details, wrong = details_of(_values(entry, feed), limits)
    yield from (Issue(source, reason, place) for reason in wrong)
    text = titled(text, details.title)
    yield Article(source, f"{stem(source)}-{number}", text, sha256(text.encode()), False, details, place=place)


def _text(html: str) -> str:
    return page_text(f"<html><body><article>{html}</article></body></html>")


def _content(entry: Any) -> str:
    """The longest of what the item offers as its text."""
    offered = [*(part.get("value") for part in entry.get("content", ())), entry.get("summary")]
    return max((text for text in offered if isinstance(text, str)), key=len, default="")


def _values(entry: Any, feed: Any) -> Mapping[str, object]:
    title = entry.get("title")
    return {
        "title": _text(title) if isinstance(title, str) and "<" in title else title,
        "publisher": (entry.get("source") or {}).get("title") or feed.get("title"),
        "date": _day(entry.get("published") or entry.get("updated")),
        "url": entry.get("link"),
        "language": feed.get("language"),
    }


def _day(value: object) -> object:
    """The day of an RFC 822 date, as written, in its own time zone; anything else as it is."""
    if isinstance(value, str) and value[:1].isalpha():
        try:
            return parsedate_to_datetime(value).date().isoformat()
        except (ValueError, OverflowError):
            pass
    return value


def _plain(error: object) -> str:
    """A parser's complaint in one line."""
    return " ".join(str(error).split())[:100]
