"""Where the nodes of a picture stand: computed once, at build time, and the same for the same picture.

The most telling nodes are laid out each connected component by itself: springs (Fruchterman and Reingold, from networkx) untangle it, stress
majorization evens it out, and nodes whose labels would overlap are pushed apart; then the components are packed. All other nodes settle
in rings around a neighbour, and what has no neighbour stands in rows below. One unit is one pixel at zoom 1.
"""

from __future__ import annotations

import itertools
import math
from collections import defaultdict
from collections.abc import Iterator, Sequence

import networkx as nx
import numpy as np
import numpy.typing as npt

Point = tuple[int, int]
Array = npt.NDArray[np.float64]

_EDGE = 120.0  # length of an edge
_ROW = 34.0  # height of a node with its label
_GAP = 90.0  # between components
_ASPECT = 1.5  # width to height of the whole


def place(widths: Sequence[float], edges: Sequence[tuple[int, int]], core: int) -> list[Point]:
    """Coordinates of nodes 0…n-1, which come most telling first.

    ``widths`` are those of their labels. The first ``core`` nodes (fewer than 500) are laid out with care; the time grows with their
    number squared, and networkx would ask for scipy beyond.
    """
    count = len(widths)
    neighbours: dict[int, set[int]] = defaultdict(set)
    for a, b in edges:
        if a != b:
            neighbours[a].add(b)
            neighbours[b].add(a)
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(core))
    graph.add_edges_from((a, b) for a in range(core) for b in sorted(neighbours[a]) if a < b < core)
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part))
    parts = [part for part in parts if len(part) > 1 or not neighbours[part[0]]]  # who stands alone here may still have neighbours to settle by
    spots = _pack([(part, _component(graph, part, widths)) for part in parts])
    _settle(spots, neighbours, count)
    return [(round(spots[node][0]), round(spots[node][1])) for node in range(count)]


def _component(graph: nx.Graph[int], part: list[int], widths: Sequence[float]) -> Array:
    """Positions of one connected component, centred, its longer side level; shape (len(part), 2)."""
    if len(part) == 1:
        return np.zeros((1, 2))
    sub: nx.Graph[int] = nx.Graph()
    sub.add_nodes_from(part)
    sub.add_edges_from(sorted((min(edge), max(edge)) for edge in graph.edges(part)))
    start = nx.spring_layout(sub, seed=1, iterations=100, method="force")
    spots = _stress(np.array([start[node] for node in part]), nx.floyd_warshall_numpy(sub, nodelist=part))
    axes = np.linalg.svd(spots, full_matrices=False)[2]
    spots = spots @ (axes * np.sign(axes.sum(axis=1, keepdims=True))).T
    return _apart(spots, np.array([widths[node] for node in part]))


def _stress(spots: Array, hops: Array) -> Array:
    """Move the nodes until their distances are near to the hops between them (stress majorization, Gansner, Koren and North 2004)."""
    wanted = hops * _EDGE
    weights = np.divide(1.0, wanted**2, out=np.zeros_like(wanted), where=wanted > 0)
    inverse = np.linalg.pinv(np.diag(weights.sum(axis=1)) - weights)
    spots = spots * _EDGE * math.sqrt(len(spots))
    for _ in range(200):
        distances = np.linalg.norm(spots[:, None, :] - spots[None, :, :], axis=2)
        pull = np.divide(-weights * wanted, distances, out=np.zeros_like(distances), where=distances > 1e-9)
        np.fill_diagonal(pull, -pull.sum(axis=1))
        before, spots = spots, inverse @ (pull @ spots)
        if np.abs(spots - before).max() < 0.1:
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


def _settle(spots: dict[int, tuple[float, float]], neighbours: dict[int, set[int]], count: int) -> None:
    """Place what is not in the core: in free places around a neighbour, or in rows below everything."""
    taken = {_cell(spot) for spot in spots.values()}
    around: dict[int, Iterator[tuple[float, float]]] = {}
    waiting = [node for node in range(count) if node not in spots]
    while any(neighbours[node] & spots.keys() for node in waiting):
        for node in waiting:
            if near := neighbours[node] & spots.keys():
                hub = min(near)
                places = around.setdefault(hub, _rings(spots[hub]))
                spots[node] = next(spot for spot in places if _cell(spot) not in taken)
                taken.add(_cell(spots[node]))
        waiting = [node for node in waiting if node not in spots]
    bottom = max((y for _, y in spots.values()), default=0.0) + _GAP
    columns = max(1, math.ceil(math.sqrt(len(waiting) * 2)))
    for place, node in enumerate(waiting):
        spots[node] = place % columns * _EDGE, bottom + place // columns * _ROW * 1.5


def _cell(spot: tuple[float, float]) -> tuple[int, int]:
    """The cell of a coarse grid, which holds one node at most."""
    return round(spot[0] / 60), round(spot[1] / _ROW)


def _rings(centre: tuple[float, float]) -> Iterator[tuple[float, float]]:
    """Places around a centre: rings of 8, 16, 24 … places, without end."""
    for ring in itertools.count(1):
        for place in range(8 * ring):
            angle = 2 * math.pi * (place + 0.5) / (8 * ring)
            yield centre[0] + 70.0 * ring * math.cos(angle), centre[1] + 70.0 * ring * math.sin(angle)
