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
_APART = 300
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
    tied = np.array(edges, dtype=np.intp).reshape(-1, 2).T
    room = np.empty((3, count, count), dtype=np.float32)
    heat = _SPACING * math.sqrt(count)
    for step in range(_ROUNDS):
        force = _DAMPING * (_push(places, room) + _pull(places, tied) - places * _GRAVITY)
        places = np.round(places + _limited(force, heat * (1 - step / _ROUNDS) * 0.1 + 1), 3)
    return places


def _push(places: Array, room: Array) -> Array:
    """Return how all nodes push each other. ``room`` is for what is computed; sums run along the first axis, in order.

    Each step is done in place and in single precision: the time goes into memory, not into arithmetic.
    """
    across, along, strength = room
    x, y = places.astype(room.dtype)
    np.subtract(x[None, :], x[:, None], out=across)  # of the second index from the first
    np.subtract(y[None, :], y[:, None], out=along)
    np.multiply(across, across, out=strength)
    strength += along * along
    strength += 0.01
    np.divide(_SPACING * _SPACING, strength, out=strength)
    across *= strength
    along *= strength
    return np.array([across.sum(axis=0), along.sum(axis=0)])


def _pull(places: Array, tied: Array) -> Array:
    """Return how ties draw the nodes at their ends, ``tied`` by their numbers."""
    one, other = tied
    apart = places[:, other] - places[:, one]
    pull = apart * np.sqrt(apart[0] * apart[0] + apart[1] * apart[1] + 0.01) / _SPACING
    drawn = np.zeros_like(places)
    for axis in (0, 1):
        np.add.at(drawn[axis], one, pull[axis])
        np.subtract.at(drawn[axis], other, pull[axis])
    return drawn


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
    for _ in range(_APART):
        one, other = _overlapping(places, boxes)
        if not len(one):
            break
        need = boxes[:, one] + boxes[:, other]
        places = np.round(places + _pushes(places, need, one, other), 3)
    return places


def _overlapping(places: Array, boxes: Array) -> tuple[Array, Array]:
    """Return the pairs of boxes that overlap. From the top down, each is compared with those that may still meet it."""
    order = np.argsort(places[1], kind="stable")
    heights = places[1, order]
    after = np.arange(1, len(order) + 1)
    counts = np.searchsorted(heights, heights + 2 * boxes[1].max()) - after
    one = order[np.repeat(after - 1, counts)]
    other = order[np.arange(len(one)) + np.repeat(after - np.cumsum(counts) + counts, counts)]
    for axis, half in zip(places, boxes, strict=True):
        near = np.abs(axis[one] - axis[other]) < half[one] + half[other]
        one, other = one[near], other[near]
    return one, other


def _pushes(places: Array, need: Array, one: Array, other: Array) -> Array:
    """Return by how much to move each node, where the pairs ``one`` and ``other`` overlap."""
    apart = places[:, other] - places[:, one]
    missing = need - np.abs(apart)
    sideways = missing[0] * 0.6 < missing[1]
    push = np.where(apart < 0, -1.0, 1.0) * missing * np.array([sideways, ~sideways]) * 0.5
    moved = np.zeros_like(places)
    for axis in (0, 1):
        np.add.at(moved[axis], other, push[axis])
        np.subtract.at(moved[axis], one, push[axis])
    return moved
