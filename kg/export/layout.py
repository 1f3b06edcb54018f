"""Where the nodes of the first view stand: computed once, at build time, and the same for the same picture.

Each connected component is laid out by itself: classical scaling of the distances gives a start (Torgerson 1952), stress majorization evens it
out, and nodes whose labels would overlap are pushed apart; then the components are packed. One unit is one pixel at zoom 1. What a reader asks
for later (neighbours, a path, clusters) the page lays out itself, a small part at a time.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Collection, Mapping, Sequence
from typing import TypeVar

import numpy as np
import numpy.typing as npt

Point = tuple[int, int]
Array = npt.NDArray[np.float64]
Key = TypeVar("Key", int, str)

_EDGE = 130.0  # length of an edge
_WIDER = 1.1  # labels are wide
_ROW = 42.0  # height of a node with its label
_GAP = 90.0  # between components
_ASPECT = 1.5  # width to height of the whole


def place(widths: Sequence[float], edges: Sequence[tuple[int, int]]) -> list[Point]:
    """Coordinates of nodes 0…n-1; ``widths`` are those of their labels. The time grows with the third power of their number."""
    neighbours: dict[int, set[int]] = {node: set() for node in range(len(widths))}
    for a, b in edges:
        if a != b:
            neighbours[a].add(b)
            neighbours[b].add(a)
    spots = _pack([(part, _component(neighbours, part, widths)) for part in components(neighbours)])
    return [(round(spots[node][0]), round(spots[node][1])) for node in range(len(widths))]


def components(neighbours: Mapping[Key, Collection[Key]]) -> list[list[Key]]:
    """The connected parts of an undirected graph, the largest first, each in order."""
    left = dict.fromkeys(neighbours)
    parts = []
    for node in neighbours:
        if node in left:
            part = sorted(_hops(neighbours, node))
            parts.append(part)
            for other in part:
                del left[other]
    return sorted(parts, key=lambda part: (-len(part), part))


def _hops(neighbours: Mapping[Key, Collection[Key]], start: Key) -> dict[Key, int]:
    """How many edges away each node is that can be reached."""
    hops = {start: 0}
    waiting = deque([start])
    while waiting:
        node = waiting.popleft()
        for other in neighbours[node]:
            if other not in hops:
                hops[other] = hops[node] + 1
                waiting.append(other)
    return hops


def _component(neighbours: Mapping[int, Collection[int]], part: list[int], widths: Sequence[float]) -> Array:
    """Positions of one connected component, centred, its longer side level; shape (len(part), 2)."""
    if len(part) == 1:
        return np.zeros((1, 2))
    distances = np.array([[hops[other] for other in part] for hops in (_hops(neighbours, node) for node in part)], dtype=float) * _EDGE
    spots = _stress(_scaled(distances), distances)
    axes = np.linalg.svd(spots, full_matrices=False)[2]
    spots = spots @ (axes * np.sign(axes.sum(axis=1, keepdims=True))).T * (_WIDER, 1.0)
    return _apart(spots, np.array([widths[node] for node in part]))


def _scaled(distances: Array) -> Array:
    """Classical scaling to two dimensions; a small spiral keeps nodes apart that have the same distances to all others."""
    count = len(distances)
    centred = np.eye(count) - 1 / count
    values, vectors = np.linalg.eigh(-0.5 * centred @ distances**2 @ centred)
    flat = vectors[:, -2:] * np.sqrt(np.maximum(values[-2:], 0.0))
    flat *= np.where(np.take_along_axis(flat, np.abs(flat).argmax(axis=0)[None, :], axis=0) < 0, -1.0, 1.0)  # whichever way the solver turned it
    turn = np.arange(count) * 2.4
    spiral = np.column_stack([np.cos(turn), np.sin(turn)]) * np.sqrt(np.arange(count) + 1)[:, None] * _EDGE / 20
    spots: Array = flat + spiral
    return spots


def _stress(spots: Array, wanted: Array) -> Array:
    """Move the nodes until their distances are near to the wanted ones (stress majorization, Gansner, Koren and North 2004)."""
    weights = np.divide(1.0, wanted**2, out=np.zeros_like(wanted), where=wanted > 0)
    inverse = np.linalg.pinv(np.diag(weights.sum(axis=1)) - weights)
    for _ in range(200):
        distances = np.linalg.norm(spots[:, None, :] - spots[None, :, :], axis=2)
        pull = np.divide(-weights * wanted, distances, out=np.zeros_like(distances), where=distances > 1e-9)
        np.fill_diagonal(pull, -pull.sum(axis=1))
        before, spots = spots, inverse @ (pull @ spots)
        if np.abs(spots - before).max() < 0.5:
            break
    centred: Array = spots - spots.mean(axis=0)
    return centred


def _apart(spots: Array, widths: Array) -> Array:
    """Push boxes that overlap apart along the nearer way out, a little at a time."""
    wide = (widths[:, None] + widths[None, :]) / 2 + 8
    order = np.arange(len(spots))
    tie = np.sign(order[:, None] - order[None, :])
    for _ in range(80):
        delta = spots[:, None, :] - spots[None, :, :]
        over_x, over_y = wide - np.abs(delta[:, :, 0]), _ROW - np.abs(delta[:, :, 1])
        clash = (over_x > 0) & (over_y > 0) & (tie != 0)
        if not clash.any():
            break
        sideways = clash & (over_x < over_y)
        upright = clash & ~sideways
        way = np.where(delta == 0, tie[:, :, None], np.sign(delta))
        spots = spots + np.stack(
            [(np.where(sideways, over_x, 0) * way[:, :, 0]).sum(axis=1), (np.where(upright, over_y, 0) * way[:, :, 1]).sum(axis=1)], axis=1
        ) * 0.3  # fmt: skip
    return spots


def _pack(parts: list[tuple[list[int], Array]]) -> dict[int, tuple[float, float]]:
    """Set the components in rows, the largest first, so that the whole comes near to the wanted aspect."""
    boxes = [(part, spots - spots.min(axis=0), np.ptp(spots, axis=0) + _GAP) for part, spots in parts]
    area = sum(float(size[0] * size[1]) for _, _, size in boxes)
    limit = max([math.sqrt(area * _ASPECT)] + [float(size[0]) for _, _, size in boxes])
    placed: dict[int, tuple[float, float]] = {}
    left = top = height = 0.0
    for part, spots, size in boxes:
        if left and left + size[0] > limit:
            left, top, height = 0.0, top + height, 0.0
        placed |= {node: (left + float(x), top + float(y)) for node, (x, y) in zip(part, spots, strict=True)}
        left, height = left + float(size[0]), max(height, float(size[1]))
    return placed
