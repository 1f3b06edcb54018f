"""Files of the kinds that need a library, made from words."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any


def pdf(*pages: str, title: str | None = None, created: str | None = None, password: str | None = None) -> bytes:
    """A PDF file with the lines of each page, in one font."""
    from pypdf import PdfWriter

    writer = PdfWriter()
    for words in pages:
        lines = "".join(f"({line.replace('(', '').replace(')', '')}) Tj T*\n" for line in words.splitlines())
        pdf_page(writer, f"BT /F1 11 Tf 14 TL 50 800 Td\n{lines}ET" if words else "")
    writer.add_metadata({name: value for name, value in (("/Title", title), ("/CreationDate", created)) if value})
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    return written(writer)


def pdf_page(writer: Any, content: str) -> Any:
    """A page drawn by a content stream."""
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    page = writer.add_blank_page(600, 840)
    stream = DecodedStreamObject()
    stream.set_data(content.encode("latin-1", "replace"))
    page[NameObject("/Contents")] = writer._add_object(stream)
    names = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica", "/Encoding": "/WinAnsiEncoding"}
    font = DictionaryObject({NameObject(key): NameObject(value) for key, value in names.items()})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})})
    return page


def written(writer: Any) -> bytes:
    data = io.BytesIO()
    writer.write(data)
    return data.getvalue()


def docx(*paragraphs: tuple[str, str], title: str = "", created: datetime = datetime(2026, 1, 5, 12, tzinfo=UTC)) -> bytes:
    """A Word document of paragraphs, each with the name of its style."""
    from docx import Document

    document = Document()
    for style, words in paragraphs:
        document.add_paragraph(words, style=style)
    document.core_properties.title, document.core_properties.created = title, created
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def rss(*items: str, title: str = "Sample Wire") -> bytes:
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>{"".join(items)}</channel></rss>'.encode()


def warc(records: Iterable[tuple[str, str, bytes]], *, gzip: bool = True) -> bytes:
    """Responses: URL, Content-Type and body of each."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    data = io.BytesIO()
    writer = WARCWriter(data, gzip=gzip)
    for url, kind, body in records:
        headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=headers))
    return data.getvalue()
