"""DOCX: the paragraphs of a Word document, by python-docx."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from kg.model import Issue
from kg.read.article import Article, Found, details_of
from kg.read.decode import clean
from kg.read.limits import Limits
from kg.read.text import sha256, stem, titled

_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_SECOND = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # of a text box, for older programs
#: What is no part of a paragraph's words: properties, field codes, what was moved away, other paragraphs (of a text box), and their second form.
_PASSED_OVER = frozenset({"pPr", "rPr", "instrText", "moveFrom", "p", "Fallback"})


def read_docx(data: bytes, source: str, limits: Limits) -> Found:
    """A Word document is one article, with its headings marked as in Markdown. Title and date are those of its properties."""
    from docx import Document

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            unpacked = sum(entry.file_size for entry in package.infolist())
        if unpacked > limits.max_unpacked:
            yield Issue(source, f"unpacks to {unpacked} bytes, which is more than {limits.max_unpacked} (--limit unpacked={unpacked})")
            return
        document = Document(io.BytesIO(data))
        text, controls = clean("\n\n".join(_paragraphs(document)))
        values = _properties(document)
    except Exception as error:  # of many kinds, and a file that breaks the parser is only one bad article
        yield Issue(source, f"is no Word document that can be read ({type(error).__name__})")
        return
    if controls:
        yield Issue(source, f"{controls} control characters were replaced by spaces")
    if not text:
        yield Issue(source, "holds no text")
        return
    details, wrong = details_of(values, limits)
    yield from (Issue(source, reason) for reason in wrong)
    yield Article(source, stem(source), titled(text, details.title), sha256(data), False, details)


def _paragraphs(document: Any) -> Iterator[str]:
    """All paragraphs with words, those in tables and text boxes too."""
    from docx.oxml.ns import qn

    names = {style.style_id: (style.name or "").lower() for style in document.styles}
    for paragraph in document.element.body.iter(qn("w:p")):
        text = "".join(_pieces(paragraph)).strip()
        if text and not any(above.tag == _SECOND for above in paragraph.iterancestors()):
            yield f"{_marks(names.get(paragraph.style, ''))}{text}"


def _pieces(node: Any) -> Iterator[str]:
    """The words of a paragraph; inserted ones count, deleted ones (which have another name) do not."""
    for child in node.iterchildren("*"):
        name = child.tag.rpartition("}")[2]
        if name == "t":
            yield child.text or ""
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name not in _PASSED_OVER:
            yield from _pieces(child)


def _marks(style: str) -> str:
    return "# " if style == "title" else "## " if style.startswith("heading") else ""


def _properties(document: Any) -> dict[str, object]:
    """Title and date. Where a document has no properties the library would make some up, with the clock's date."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    try:
        core = document.part.package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES).core_properties
    except KeyError:
        return {}
    return {"title": core.title, "date": core.created.isoformat() if core.created else None}
