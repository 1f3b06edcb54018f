"""The sample articles over and over, each round with other names of people, places and ships: real sentences, as many as wanted."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
#: What a round renames, and to what in turn.
NAMES = {
    "Maduro": ("Oliveira", "Petrenko", "Okafor", "Haddad", "Lindqvist", "Tanaka", "Moretti"),
    "Ramonet": ("Castillo", "Novak", "Mensah", "Darwish", "Bergman", "Suzuki", "Conti", "Dubois"),
    "Trump": ("Barrett", "Kovacs", "Adeyemi", "Nasser", "Holm", "Mori", "Greco", "Laurent", "Weiss"),
    "Venezuela": ("Guyana", "Moldova", "Ghana", "Jordan", "Estonia"),
    "Caracas": ("Georgetown", "Chisinau", "Accra", "Amman", "Tallinn"),
    "Gerald R. Ford": ("Nimitz", "Carl Vinson", "John C. Stennis"),
}


def articles() -> Iterator[tuple[str, str]]:
    """File names and texts, without end."""
    seeds = [(path, path.read_text(encoding="utf-8")) for path in sorted(SEEDS.iterdir())]
    for turn in count():
        for path, text in seeds:
            for name, others in NAMES.items():
                text = text.replace(name, ([name, *others])[turn % (len(others) + 1)])
            yield f"{path.stem}-{turn}{path.suffix}", text


def write(folder: Path, words: int = 0, documents: int = 0, most: int = 10_000) -> list[str]:
    """The texts of so many articles, or of as many as have so many words, written as files; each is cut after the line with its word ``most``."""
    texts: list[str] = []
    written = 0
    for name, whole in articles():
        if len(texts) >= documents and written >= words:
            break
        text = _beginning(whole, most)
        (folder / name).write_text(text, encoding="utf-8")
        texts.append(text)
        written += len(text.split())
    return texts


def _beginning(text: str, most: int) -> str:
    lines: list[str] = []
    words = 0
    for line in text.splitlines(keepends=True):
        lines.append(line)
        words += len(line.split())
        if words >= most:
            break
    return "".join(lines)
