"""A linear chain over the tokens of a sentence, decoded with remembered scores.

A model is trained as a conditional random field (``tools/train_names.py``, ``tools/train_tagger.py``), and every
feature is about one word seen from some distance, or about the classes of two neighbours. So the score of a word for
each label is computed once for each word and distance and remembered; scoring a text is adding a few rows of tables.
Scores are whole numbers (hundredths), so that they add up to the same in any order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray

Features = Callable[[str], Sequence[Sequence[str]]]
Shape = Callable[[str], str]
Scores = NDArray[np.int32]
Table = NDArray[np.int16]
Weights = tuple[dict[str, int], Table]
EDGE = ""
_PAIRS = 99
_FORBIDDEN = -16_000
_REMEMBERED = 100_000
_HOPELESS = 600


class Chain:
    """A trained chain: its ``labels``, and the scores of features.

    ``features(key)`` names what the word ``key`` tells about itself, about its neighbours, and about theirs, down to
    the greatest of ``distances``; ``shape(key)`` is its class, for features of neighbouring pairs; ``possible(key)``
    the only labels that it can have, where its form tells. The key ``EDGE`` stands for the edge of a sentence.
    """

    def __init__(
        self,
        lines: Sequence[str],
        features: Features,
        shape: Shape,
        distances: Sequence[int],
        possible: Callable[[str], frozenset[str] | None] = lambda _: None,
    ) -> None:
        self.labels = tuple(lines[0].split("\t"))
        size = len(self.labels)
        self.transitions = [_vector(line) for line in lines[1 : size + 1]]
        self._possible = possible
        self._features, self._shape = features, shape
        self._reach = max(map(abs, distances))
        # What a word tells its neighbours on both sides stands side by side in one row.
        self._sides = [tuple(d for d in distances if abs(d) == far) for far in range(self._reach + 1)]
        self._weights = _weights(lines[size + 1 :], [*self._sides, (_PAIRS,)], size)
        self._forget()

    def _forget(self) -> None:
        size = len(self.labels)
        self._rows: dict[str, int] = {}
        self._shapes: list[str] = []
        self._tables = [np.zeros((1024, size * len(sides)), dtype=np.int16) for sides in self._sides]
        self._pair_rows: dict[tuple[str, str], int] = {}
        self._pair_tables = [np.zeros((1024, size), dtype=np.int16) for _ in range(2)]

    def scores(self, keys: Sequence[str]) -> Scores:
        """Return for each word (row) its score for each label (column), from its own features and its neighbours'.

        Several sentences can be scored at once, with two keys ``EDGE`` between them.
        """
        if len(self._rows) + len(self._pair_rows) > _REMEMBERED:
            self._forget()
        edges = [EDGE] * self._reach
        padded = [*edges, *keys, *edges]
        if new := [key for key in dict.fromkeys(padded) if key not in self._rows]:
            self._learn(new)
        ids = [self._rows[key] for key in padded]
        numbers, count, reach = np.array(ids), len(keys), self._reach
        total = np.zeros((count, len(self.labels)), dtype=np.int32)
        for sides, table in zip(self._sides, self._tables, strict=True):
            for place, distance in enumerate(sides):
                columns = slice(place * len(self.labels), (place + 1) * len(self.labels))
                total += table[numbers[reach + distance : reach + distance + count], columns]
        pairs = np.array(self._pairs(ids[reach - 1 : len(ids) - reach + 1]))
        total += self._pair_tables[0][pairs[:-1]]
        total += self._pair_tables[1][pairs[1:]]
        return total

    def decode(self, scores: Scores) -> list[int]:
        """Return the best sequence of label numbers: Viterbi between the words whose label is beyond doubt."""
        if not len(scores):
            return []
        path: list[int] = scores.argmax(1).tolist()
        hopeful = scores > (scores.max(1) - _HOPELESS)[:, None]
        doubtful = np.flatnonzero(hopeful.sum(1) > 1).tolist()
        at = 0
        while at < len(doubtful):
            first = last = doubtful[at]
            while at < len(doubtful) and doubtful[at] == last:
                at, last = at + 1, last + 1
            self._settle(scores[first:last].tolist(), path, first, last)
        return path

    def _settle(self, vectors: list[list[int]], path: list[int], first: int, last: int) -> None:
        """Set the labels of the doubtful words from ``first`` to ``last``, between neighbours whose labels stand."""
        transitions, back = self.transitions, []
        best = _hopeful(vectors[0])
        if first:
            before = transitions[path[first - 1]]
            best = [(label, score + before[label]) for label, score in best]
        for vector in vectors[1:]:
            after, pointers = [], {}
            for label, score in _hopeful(vector):
                total, previous = max([(value + transitions[left][label], -left) for left, value in best])
                after.append((label, total + score))
                pointers[label] = -previous
            best = after
            back.append(pointers)
        if last < len(path):
            best = [(label, score + transitions[label][path[last]]) for label, score in best]
        label = max(best, key=lambda item: (item[1], -item[0]))[0]
        for at in range(last - 1, first - 1, -1):
            path[at] = label
            if at > first:
                label = back[at - first - 1][label]

    def _learn(self, keys: Sequence[str]) -> None:
        """Remember what each of the new ``keys`` tells, all at once."""
        first = len(self._rows)
        told = [self._features(key) for key in keys]
        for far in range(self._reach + 1):
            names = [features[far] for features in told]
            self._tables[far] = _filled(self._tables[far], first, self._weights[far], names)
        for row, key in enumerate(keys, first):
            possible = self._possible(key)
            if possible is not None:
                own = self._tables[0][row]
                own += np.array([0 if label in possible else _FORBIDDEN for label in self.labels], dtype=np.int16)
            self._shapes.append(self._shape(key))
            self._rows[key] = row

    def _pairs(self, ids: Sequence[int]) -> list[int]:
        shapes, rows = self._shapes, self._pair_rows
        pairs = list(pairwise([shapes[number] for number in ids]))
        if new := [pair for pair in dict.fromkeys(pairs) if pair not in rows]:
            self._learn_pairs(new)
        return [rows[pair] for pair in pairs]

    def _learn_pairs(self, pairs: Sequence[tuple[str, str]]) -> None:
        first = len(self._pair_rows)
        for number, side in enumerate((-1, 1)):
            names = [[pair_feature(*pair, side)] for pair in pairs]
            self._pair_tables[number] = _filled(self._pair_tables[number], first, self._weights[-1], names)
        self._pair_rows |= {pair: row for row, pair in enumerate(pairs, first)}


def _weights(lines: Sequence[str], groups: Sequence[tuple[int, ...]], size: int) -> list[Weights]:
    """Return for each group of distances the rows of its features and their table, the distances side by side."""
    places = {distance: (at, group.index(distance)) for at, group in enumerate(groups) for distance in group}
    rows: list[dict[str, int]] = [{} for _ in groups]
    vectors: list[list[list[int]]] = [[] for _ in groups]
    for line in lines:
        feature, _, scores = line.partition("\t")
        distance, name = _place(feature)
        at, place = places[distance]
        row = rows[at].setdefault(name, len(rows[at]))
        if row == len(vectors[at]):
            vectors[at].append([0] * size * len(groups[at]))
        vectors[at][row][place * size : (place + 1) * size] = _vector(scores)
    return [(names, np.array(table, dtype=np.int16)) for names, table in zip(rows, vectors, strict=True)]


def _filled(table: Table, first: int, weights: Weights, features: Sequence[Iterable[str]]) -> Table:
    """Return ``table`` with the sums of the weights of ``features``, a row for each from row ``first`` on."""
    places, vectors = weights
    found = [[places[name] for name in names if name in places] for names in features]
    while len(table) < first + len(found):
        table = np.concatenate([table, np.zeros_like(table)])
    rows = [row for row, own in enumerate(found, first) if own]
    if rows:
        starts = np.cumsum([0, *(len(own) for own in found if own)])[:-1]
        table[rows] = np.add.reduceat(vectors[[*chain.from_iterable(found)]], starts)
    return table


def _place(feature: str) -> tuple[int, str]:
    """Tell a feature's distance from its name: ``-1c4`` is what a word of class 4 tells about the next."""
    if feature[0] in "<>":
        return _PAIRS, feature
    length = 2 if feature[0] == "-" else 1
    return int(feature[:length]), feature[length:]


def pair_feature(left: str, right: str, side: int) -> str:
    """Return the name of the feature of two neighbouring classes; side -1: the right one is labelled, 1: the left."""
    return f"{'<' if side < 0 else '>'}{left}|{right}"


def attributes(keys: Sequence[str], features: Features, shape: Shape, distances: Sequence[int]) -> list[list[str]]:
    """Return the features of every word of a sentence, for training."""
    reach = max(map(abs, distances))
    padded = [EDGE] * reach + list(keys) + [EDGE] * reach
    out = []
    for at in range(reach, len(padded) - reach):
        row = [f"{d}{name}" for d in distances for name in features(padded[at + d])[abs(d)]]
        row.append(pair_feature(shape(padded[at - 1]), shape(padded[at]), -1))
        row.append(pair_feature(shape(padded[at]), shape(padded[at + 1]), 1))
        out.append(row)
    return out


def _hopeful(vector: Sequence[int]) -> list[tuple[int, int]]:
    least = max(vector) - _HOPELESS
    return [(label, score) for label, score in enumerate(vector) if score > least]


def _vector(line: str) -> list[int]:
    return [int(score or 0) for score in line.split(",")]
