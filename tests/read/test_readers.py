"""PDF, Word, feeds and web archives: the articles in them, and what is told of what cannot be read."""

from __future__ import annotations

import gzip
import io
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from kg.model import Document, Issue
from kg.read import Limits, read_documents
from tests.conftest import ROOT
from tests.read import made
from tests.read.test_documents import COURT, FLOOD, PAGE, reasons, words


def read(folder: Path, name: str, data: bytes, limits: Limits | None = None) -> tuple[list[Document], list[tuple[str, str]]]:
    """The documents of a file, and place and reason of each issue."""
    (folder / name).write_bytes(data)
    documents, issues = read_documents([folder / name], limits=limits or Limits())
    return documents, [(issue.place, issue.reason) for issue in issues]


def test_a_pdf_is_one_article(tmp_path: Path) -> None:
    told = "of the sentence govern-\nment, the well-\nknown one."
    bodies = [f"{text}\nIt was well-known.\n{told}\nThe {text[:9]}.\nThe {text[9:20]}." for text in (FLOOD, COURT, FLOOD[10:])]
    pages = [f"Sample Wire   page {number}\n{body}" for number, body in enumerate(bodies, 1)]
    documents, issues = read(tmp_path, "report.pdf", made.pdf(*pages, title="Forty people safe", created="D:20260105093000+01'00'"))
    assert not issues
    (document,) = documents
    assert (document.id, document.title, document.date, document.keep_text) == ("report", "Forty people safe", "2026-01-05", True)
    assert document.text.startswith("Forty people safe\n\nThe river rose")
    assert "Sample Wire" not in document.text, "a running head"
    assert "government" in document.text
    assert document.text.count("well-known") == 6
    assert words(document)[0] == ("headline", "Forty people safe")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (made.pdf(""), [("", "holds no text; are its pages scanned images?")]),
        (made.pdf(FLOOD, ""), [("page 2", "holds no text on 1 of its pages; are they scanned images?")]),
        (made.pdf(FLOOD, password="x"), [("", "is encrypted; save a copy without a password")]),
        (b"%PDF-1.7 and no more", [("", "is no PDF file that can be read (PdfStreamError)")]),
        (b"", [("", "is no PDF file that can be read (EmptyFileError)")]),
        (made.pdf(FLOOD, created="yesterday"), []),
    ],
)
def test_what_is_wrong_with_a_pdf_is_told(tmp_path: Path, data: bytes, told: list[tuple[str, str]]) -> None:
    documents, issues = read(tmp_path, "a.pdf", data)
    assert issues == told
    assert [document.date for document in documents] == [None] * (not told or told[0][0] != "")


def test_pages_of_a_pdf_are_bounded(tmp_path: Path) -> None:
    documents, issues = read(tmp_path, "a.pdf", made.pdf(FLOOD, COURT), Limits(max_pages=1))
    assert issues == [("", "only the first 1 of 2 pages were read (--limit pages=2)")]
    assert documents[0].text == FLOOD


def test_the_text_of_an_article_is_bounded(tmp_path: Path) -> None:
    documents, issues = read(tmp_path, "a.txt", f"{FLOOD}\n\n{COURT}\n".encode(), Limits(max_text=150))
    assert issues == [("", "only its first 150 characters were read (--limit text=N)")]
    assert words(documents[0]) == [("text", FLOOD)]


def test_a_word_document_is_one_article(tmp_path: Path) -> None:
    data = made.docx(("Title", "Forty people safe"), ("Normal", FLOOD), ("Heading 2", "The trial goes on"), ("Normal", COURT), title="Safe")
    documents, issues = read(tmp_path, "report.docx", data)
    assert not issues
    (document,) = documents
    assert (document.title, document.date, document.keep_text) == ("Safe", "2026-01-05", True)
    kinds = [("headline", "Safe"), ("heading", "Forty people safe"), ("text", FLOOD), ("heading", "The trial goes on"), ("text", COURT)]
    assert words(document) == kinds


def test_tables_and_changes_of_a_word_document(tmp_path: Path) -> None:
    from docx import Document as Word
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    word = Word()
    word.add_table(1, 1).cell(0, 0).text = COURT
    word.element.body.insert(
        0,
        parse_xml(
            f"<w:p {nsdecls('w')}><w:r><w:t xml:space='preserve'>The mayor </w:t></w:r><w:ins><w:r><w:t>did</w:t></w:r></w:ins>"
            "<w:del><w:r><w:delText>did not</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom>"
            "<w:r><w:tab/><w:t>agree.</w:t></w:r></w:p>"
        ),
    )
    data = io.BytesIO()
    word.save(data)
    documents, _ = read(tmp_path, "a.docx", data.getvalue())
    assert documents[0].text == f"The mayor did\tagree.\n\n{COURT}"


def test_a_word_document_without_properties_has_no_date(tmp_path: Path) -> None:
    stripped = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made.docx(("Normal", FLOOD)))) as old, zipfile.ZipFile(stripped, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "_rels/.rels":
                data = re.sub(rb"<Relationship [^>]*core-properties[^>]*>", b"", data)
            if "core.xml" not in name:
                new.writestr(name, data)
    documents, issues = read(tmp_path, "a.docx", stripped.getvalue())
    assert not issues
    assert (documents[0].title, documents[0].date) == (None, None)


def test_what_is_wrong_with_a_word_document_is_told(tmp_path: Path) -> None:
    assert read(tmp_path, "a.docx", made.docx())[1] == [("", "holds no text")]
    assert read(tmp_path, "a.docx", b"PK\x03\x04")[1] == [("", "is no Word document that can be read (BadZipFile)")]
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * 5_000_000)
    assert len(bomb.getvalue()) < 10_000
    reason = "unpacks to 5000000 bytes, which is more than 1000000 (--limit unpacked=5000000)"
    assert read(tmp_path, "a.docx", bomb.getvalue(), Limits(max_unpacked=1_000_000)) == ([], [("", reason)])


def test_the_items_of_an_rss_feed(tmp_path: Path) -> None:
    items = (
        f"<item><title>Forty &lt;b&gt;safe&lt;/b&gt;</title><link>https://example.org/1</link><pubDate>Mon, 05 Jan 2026 23:30:00 -0500</pubDate>"
        f"<description>Short.</description><content:encoded xmlns:content='http://purl.org/rss/1.0/modules/content/'>"
        f"<![CDATA[<p>{FLOOD}</p><p>{COURT}</p>]]></content:encoded></item>",
        f"<item><description>{COURT}</description><pubDate>someday</pubDate></item>",
        "<item><title>Nothing more</title></item>",
    )
    documents, issues = read(tmp_path, "feed.xml", made.rss(*items))
    assert [(d.id, d.title, d.date, d.publisher, d.url) for d in documents] == [
        ("feed-1", "Forty safe", "2026-01-05", "Sample Wire", "https://example.org/1"),
        ("feed-2", None, None, "Sample Wire", None),
    ]
    assert documents[0].text == f"Forty safe\n\n{FLOOD}\n{COURT}"
    assert issues == [("item 2", 'the date "someday" is no ISO day such as 2026-01-31 and was dropped'), ("item 3", "has no text")]


def test_the_entries_of_an_atom_feed(tmp_path: Path) -> None:
    atom = (
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB"><title>Sample Wire</title><entry><title>Trial</title><id>urn:x:1</id>'
        f'<link href="https://example.org/trial"/><updated>2026-01-07T10:00:00Z</updated><published>2026-01-06T09:00:00Z</published>'
        f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{COURT}</p></div></content></entry></feed>'
    )
    documents, issues = read(tmp_path, "feed.atom", atom.encode())
    assert not issues
    assert [(d.title, d.date, d.publisher, d.url) for d in documents] == [("Trial", "2026-01-06", "Sample Wire", "https://example.org/trial")]
    assert documents[0].text == f"Trial\n\n{COURT}"


def test_what_is_wrong_with_a_feed_is_told(tmp_path: Path) -> None:
    assert read(tmp_path, "a.rss", b"<html><p>no feed</p></html>")[1] == [("", "is no RSS or Atom feed")]
    assert read(tmp_path, "a.rss", made.rss())[1] == [("", "is a feed without items")]
    assert read(tmp_path, "a.rss", b" ")[1] == [("", "is empty")]
    cut = made.rss(f"<item><description>{FLOOD}</description></item>")[:-60]
    documents, issues = read(tmp_path, "a.rss", cut)
    assert issues[-1][1].startswith("is no well-formed feed (")
    assert not documents or FLOOD.startswith(documents[0].text)


def test_bytes_that_look_like_an_address_are_not_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    monkeypatch.setattr(socket, "create_connection", lambda *_: pytest.fail("something asked the network"))
    assert read(tmp_path, "a.rss", b"http://127.0.0.1:9/feed")[1] == [("", "is no RSS or Atom feed")]


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz"])
def test_the_pages_of_a_web_archive(tmp_path: Path, name: str) -> None:
    records = [
        ("https://example.org/flood", "text/html; charset=utf-8", PAGE.encode()),
        ("https://example.org/x.png", "image/png", b"\x89PNG"),
        ("https://example.org/empty", "text/html", b"<html></html>"),
        ("https://example.org/court.txt", "text/plain", COURT.encode()),
        ("https://example.org/a.pdf", "application/pdf", made.pdf(FLOOD, "")),
    ]
    documents, issues = read(tmp_path, name, made.warc(records, gzip=name.endswith("gz")))
    assert [(d.id, d.title, d.date, d.url) for d in documents] == [
        ("crawl-1", "Forty people safe", "2026-01-05", "https://example.org/flood"),
        ("crawl-4", None, None, "https://example.org/court.txt"),
        ("crawl-5", None, None, "https://example.org/a.pdf"),
    ]
    assert all(d.keep_text and d.sha256 == d.text_sha256 for d in documents)
    assert issues == [
        ("record 3", "no article was found in this page"),
        ("record 5, page 2", "holds no text on 1 of its pages; are they scanned images?"),
        ("", "passed over 1 records that are no article: 1 image/png"),
    ]


@pytest.mark.parametrize("compressed", [True, False])
def test_what_is_wrong_with_a_web_archive_is_told(tmp_path: Path, compressed: bool) -> None:
    records = [("https://example.org/1", "text/plain", FLOOD.encode()), ("https://example.org/2", "text/plain", COURT.encode())]
    data = made.warc(records, gzip=compressed)
    documents, issues = read(tmp_path, "a.warc.gz", data[:-40])
    assert documents[0].text == FLOOD
    assert [reason.partition(" record")[0] for _, reason in issues] == ["is damaged after"]
    reason = "is larger than 100 bytes (--max-file-size)"
    assert read(tmp_path, "a.warc.gz", data, Limits(max_file_size=100))[1] == [("record 1", reason), ("record 2", reason)]


@pytest.mark.parametrize("data", [b"no archive at all", b"WARC/1.0\r\n", b"\x1f\x8bno", gzip.compress(b"WARC/1.0\r\n" + b"a" * 5_000_000)])
def test_what_is_no_web_archive_is_told(tmp_path: Path, data: bytes) -> None:
    documents, issues = read(tmp_path, "a.warc.gz", data)
    assert not documents
    assert [reason.partition(";")[0] for _, reason in issues] in (["is no WARC file that can be read"], ["is damaged after record 1"])


def test_without_the_extra_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(made.pdf(FLOOD))
    program = (
        "import sys; sys.modules['pypdf'] = None; from kg.read import read_documents; "
        f"print(read_documents([{str(tmp_path / 'a.pdf')!r}])[1][0].reason)"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout == 'needs pypdf, which comes with: pip install "newskg[readers]"\n'


def test_a_folder_is_searched_for_all_of_them(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(made.pdf(FLOOD))
    (tmp_path / "b.docx").write_bytes(made.docx(("Normal", COURT)))
    (tmp_path / "c.xml").write_bytes(made.rss(f"<item><description>{FLOOD}</description></item>"))
    (tmp_path / "d.warc.gz").write_bytes(made.warc([("https://example.org", "text/plain", COURT.encode())]))
    (tmp_path / "e.tar.gz").write_bytes(b"")
    documents, issues = read_documents([tmp_path])
    assert [document.id for document in documents] == ["a", "b", "c-1", "d-1"]
    assert reasons(issues) == [(tmp_path.name, "", "passed over 1 file .gz: no kind that is read")]
    assert isinstance(issues[0], Issue)
