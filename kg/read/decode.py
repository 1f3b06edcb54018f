"""Bytes of a file → text, with newlines untouched."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (  # of images, PDF, archives and Office files, programs, sound
    *(b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"%PDF-"),
    *(b"PK\x03\x04", b"\x1f\x8b", b"BZh", b"7z\xbc\xaf", b"\xd0\xcf\x11\xe0", b"\x7fELF", b"OggS"),
)
#: Encodings that articles come in; left to itself, the detector finds DOS code pages in short Western text.
_WEB = [
    *("cp1252", "latin_1", "iso8859_15", "cp1250", "iso8859_2", "cp1251", "koi8_r", "iso8859_5", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257"),
    *("shift_jis", "euc_jp", "gb18030", "big5", "euc_kr"),
]
_DETECTED = 64_000  # bytes shown to the detector: enough to tell an encoding, and its time grows with them
_BINARY_SHARE = 0.01  # of control characters; prose has none
#: Characters that no XML, and so no export, may hold; lone surrogates among them.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


class BinaryError(ValueError):
    """The bytes are no text."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """``exact``: the text is the bytes read as UTF-8 (a BOM left out), character by character."""

    text: str
    encoding: str
    exact: bool
    controls: int = 0  # control characters that were replaced by spaces


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Text of a file: UTF-8, UTF-16 or UTF-32 with a BOM, else ``declared`` (by an HTML page), else what is detected.

    Raises BinaryError when the bytes are no text in any encoding.
    """
    if data.startswith(_MAGIC):
        raise BinaryError
    for bom, name in _BOMS:
        if data.startswith(bom):
            try:
                return _cleaned(data.decode(name), name, False)
            except UnicodeDecodeError:
                raise BinaryError from None
    try:
        return _cleaned(data.decode("utf-8-sig"), "utf-8", True)
    except UnicodeDecodeError:
        if data.count(b"\0") > _BINARY_SHARE * len(data):
            raise BinaryError from None
    if declared:
        try:
            return _cleaned(data.decode(declared), codecs.lookup(declared).name, False)
        except (LookupError, UnicodeDecodeError):
            pass
    encoding = _detected(data)
    return _cleaned(data.decode(encoding, "replace"), encoding, False)


def clean(text: str) -> tuple[str, int]:
    """The text with each control character and lone surrogate replaced by one space, and their number: offsets stay true."""
    return _CONTROL.subn(" ", text)


def _cleaned(text: str, encoding: str, exact: bool) -> Decoded:
    cleaned, controls = clean(text)
    if controls > _BINARY_SHARE * len(text) and controls > 2:
        raise BinaryError
    return Decoded(cleaned, encoding, exact and not controls, controls)


def _detected(data: bytes) -> str:
    """The likeliest legacy encoding. Words with few accents fit several: windows-1252 is taken where none fits better."""
    from charset_normalizer import from_bytes

    first_odd = next((place for place, byte in enumerate(data) if byte > 127), 0)
    start = max(0, first_odd - _DETECTED // 2)
    matches = from_bytes(data[start : start + _DETECTED], cp_isolation=_WEB)
    best = matches.best()
    if best is None:
        raise BinaryError
    for match in matches:
        if "cp1252" in match.could_be_from_charset and match.chaos <= best.chaos and match.coherence >= best.coherence:
            return "windows-1252"
    return best.encoding
