"""Transcripts: a name and a colon lead each turn. Such a label is a block of its own, so that the parser reads whole sentences behind it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set

from kg.model import Block
from kg.parse import SPEAKER

_LABEL = re.compile(r"\s*((?:[A-Z][\w.'’-]*[ \t]+){0,4}[A-Z][\w.'’-]*)(?:[ \t]*\([^()\n]{1,40}\))?[ \t]*:(?=\s+\S)")
_LETTER = re.compile(r"\s*([QA])(?:\.(?=\s+\S)|(?<=Q)(?=[A-Z][a-z'’]))")  # "Q. Did you sign?", "QDid you sign?" where a space got lost
_CAPITALS = re.compile(r"[A-Z]['’-]?[A-Z][A-Z'’-]*")
_TURNS = 3  # labelled paragraphs that make a transcript, where somebody among them speaks again


def labels(text: str, blocks: Sequence[Block]) -> dict[int, re.Match[str]]:
    """By the numbers of their blocks, what may be the labels of turns; none where they are too few."""
    led = {n: match for n, block in enumerate(blocks) if block.kind == "text" and (match := _label(text, block))}
    return led if len(led) >= _TURNS else {}


def _label(text: str, block: Block) -> re.Match[str] | None:
    return _LABEL.match(text, block.begin, block.end) or _LETTER.match(text, block.begin, block.end)


def with_speakers(blocks: Sequence[Block], led: Mapping[int, re.Match[str]], names: Set[str]) -> list[Block]:
    """The blocks of a document; in a transcript what leads a turn is cut from it. ``names`` are capitalised words of the running text.

    A label is in capitals ("RUIZ:", "Q:"), leads several turns, or is a name that the text has, too.
    """
    counts = Counter(match[1].upper() for match in led.values())
    led = {n: m for n, m in led.items() if m[1].isupper() or counts[m[1].upper()] > 1 or m[1].split()[-1] in names}
    counts = Counter(match[1].upper() for match in led.values())
    if len(led) < _TURNS or len(counts) < 2 or max(counts.values()) < 2:
        return list(blocks)
    found: list[Block] = []
    for n, block in enumerate(blocks):
        if n in led:
            found += (Block(block.begin, led[n].end(), SPEAKER), Block(led[n].end(), block.end, block.kind))
        else:
            found.append(block)
    return found


def in_title_case(label: str, names: Set[str]) -> str:
    """A label in capitals as the document writes the name elsewhere, "McCain" for "MCCAIN", else "Mccain"; as long as it was."""
    written = {name.upper(): name for name in names if not name.isupper()}
    return _CAPITALS.sub(lambda match: written.get(match[0]) or match[0].title(), label)
