"""The page's colours: readable to all, and told apart by who sees colours otherwise; where two lines are near, dashes or width tell them apart."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from itertools import combinations

import pytest

from kg.export import html

Rgb = tuple[float, ...]
#: What is left of red, green and blue light in the three common colour blindnesses, at full strength (Machado, Oliveira and Fernandes 2009).
VISIONS = {
    "all colours": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
KINDS = ("person", "organization", "place", "group", "object", "other", "happening", "disputed")
#: CIE 1976 distance at which two colours are told apart at a glance, small areas included; some 2.3 is just noticeable.
APART = 16
SCHEMES = pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])


def template(name: str) -> str:
    return (html._TEMPLATES / name).read_text(encoding="utf-8")


def palette(scheme: int) -> dict[str, str]:
    return dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6})", re.findall(r":root \{(.*?)\}", template("view.css"), re.DOTALL)[scheme]))


def light(colour: str) -> Rgb:
    """Linear red, green and blue."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return tuple(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)


def luminance(colour: str) -> float:
    red, green, blue = light(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def seen(colour: str, vision: str) -> Rgb:
    """CIELAB of the colour as it is seen."""
    mixed = (sum(share * part for share, part in zip(row, light(colour), strict=True)) for row in VISIONS[vision])
    red, green, blue = (min(1.0, max(0.0, value)) for value in mixed)
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue
    z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883
    fx, fy, fz = (math.cbrt(value) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116 for value in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def close(scheme: int, vision: str, names: Iterable[str]) -> list[tuple[str, str]]:
    """The pairs that this vision takes for one another at a glance."""
    colours = palette(scheme)
    return [pair for pair in combinations(names, 2) if math.dist(*(seen(colours[name], vision) for name in pair)) < APART]


@SCHEMES
def test_contrast_meets_wcag_aa(scheme: int) -> None:
    colours = palette(scheme)
    for ground in ("page", "card"):
        for name in ("ink", "muted", "focus", "disputed"):
            assert contrast(colours[name], colours[ground]) >= 4.5, (name, ground)
        for name in set(colours) - {"page", "card", "line", "mark"}:
            assert contrast(colours[name], colours[ground]) >= 3, (name, ground)
    assert contrast(colours["ink"], colours["mark"]) >= 4.5


@SCHEMES
@pytest.mark.parametrize("vision", VISIONS)
def test_kinds_are_told_apart_by_colour(scheme: int, vision: str) -> None:
    assert not close(scheme, vision, KINDS)


def test_kinds_are_told_apart_by_shape() -> None:
    shapes = dict(re.findall(r'(\w+): "(M[^"]+)"', template("dom.js")))
    forms = dict(re.findall(r'(\w+): "(\w+)"', template("picture.js").partition("VIS_SHAPES = {")[2].partition("}")[0]))
    kinds = KINDS[:-1]  # a disputed happening is a red diamond
    assert len({shapes[kind] for kind in kinds}) == len({forms[kind] for kind in kinds}) == len(kinds)


@SCHEMES
@pytest.mark.parametrize("vision", VISIONS)
def test_lines_are_told_apart_by_colour_or_dashes(scheme: int, vision: str) -> None:
    dashes = dict(re.findall(r"(\w+): \{ name: .*?, dashes: (false|\[.*?\]) \}", template("words.js")))
    assert set(dashes) == {"asserted", "reported", "open", "denied", "disputed"}
    assert [(one, other) for one, other in close(scheme, vision, dashes) if dashes[one] == dashes[other]] == []
