"""Where nodes stand: force-directed, without chance, then pushed apart until no label lies on another.

Fruchterman and Reingold, "Graph drawing by force-directed placement" (1991), with gravity for parts that are not
connected. The start is a sunflower spiral in order of degree instead of random places, and places are rounded in each
round, so that the same graph is drawn the same on every machine.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from kg.view import View

_ROUNDS = 160
_APART = 150
_SPACING = 90.0  # pixels between neighbours
_DAMPING = 0.25
_GRAVITY = np.array(
    [[1.0], [1.5]]
)  # holds what is not tied within about spacing * sqrt(nodes); wider than tall, as screens are
_GOLDEN = math.pi * (3 - math.sqrt(5))

Array = Any


def place(view: View, drawn: list[int]) -> dict[int, tuple[int, int]]:
    """Return x and y in pixels for each of the nodes ``drawn``, best connected first."""
    if not drawn:
        return {}
    at = {node: index for index, node in enumerate(drawn)}
    edges = [(at[a], at[b]) for a, b in view.ties() if a in at and b in at]
    places = _separate(_spread(len(drawn), edges), _boxes(view, drawn))
    return {node: (round(float(places[0, i])), round(float(places[1, i]))) for node, i in at.items()}


def _spread(count: int, edges: list[tuple[int, int]]) -> Array:
    order = np.arange(count)
    radius = _SPACING * 0.7 * np.sqrt(order + 0.5)
    places = np.round(np.array([radius * np.cos(order * _GOLDEN), radius * np.sin(order * _GOLDEN)]), 3)
    pulls = np.zeros((count, count))
    for a, b in edges:
        pulls[a, b] = pulls[b, a] = 1.0
    heat = _SPACING * math.sqrt(count)
    for step in range(_ROUNDS):
        places = np.round(places + _limited(_force(places, pulls), heat * (1 - step / _ROUNDS) * 0.1 + 1), 3)
    return places


def _force(places: Array, pulls: Array) -> Array:
    """Return the force on each node: all push, ties pull, the middle draws. Sums run along the first axis, in order."""
    apart = places[:, :, None] - places[:, None, :]  # of the second index from the first
    square = apart[0] * apart[0] + apart[1] * apart[1] + 0.01
    strength = _SPACING * _SPACING / square - pulls * np.sqrt(square) / _SPACING
    moved = -(apart * strength).sum(axis=1)
    return _DAMPING * (moved - places * _GRAVITY)


def _limited(force: Array, heat: float) -> Array:
    length = np.sqrt(force[0] * force[0] + force[1] * force[1]) + 1e-9
    return force * np.minimum(1.0, heat / length)


def _boxes(view: View, drawn: list[int]) -> Array:
    """Return half the width and height of each node with its label, in pixels (letters are half as wide as tall)."""
    entries = [view.nodes[node] for node in drawn]
    letters = [min(len(entry["a"]) + len(entry["w"] or ""), 34) for entry in entries]
    wide = [max(2.0 * e["s"], 0.5 * e["f"] * n) / 2 + 6 for e, n in zip(entries, letters, strict=True)]
    tall = [entry["s"] + 0.8 * entry["f"] for entry in entries]
    return np.array([wide, tall])


def _separate(places: Array, boxes: Array) -> Array:
    """Push overlapping boxes apart along the axis where less is missing."""
    need = boxes[:, :, None] + boxes[:, None, :]
    for _ in range(_APART):
        apart = places[:, :, None] - places[:, None, :]
        missing = need - np.abs(apart)
        overlaps = (missing[0] > 0) & (missing[1] > 0)
        np.fill_diagonal(overlaps, val=False)
        if not overlaps.any():
            break
        places = np.round(places + _pushes(apart, missing, overlaps), 3)
    return places


def _pushes(apart: Array, missing: Array, overlaps: Array) -> Array:
    sideways = overlaps & (missing[0] * 0.6 < missing[1])
    upward = overlaps & ~sideways
    order = np.sign(np.arange(len(overlaps))[:, None] - np.arange(len(overlaps))[None, :])
    direction = np.where(apart == 0, order, np.sign(apart))
    push = np.array([direction[0] * missing[0] * sideways, direction[1] * missing[1] * upward]) * 0.5
    # transposed, so that the sum over the other nodes runs along the first axis, in order
    return np.ascontiguousarray(push.transpose(2, 0, 1)).sum(axis=0)
