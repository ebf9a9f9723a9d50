"""A linear chain over the tokens of a sentence, decoded with remembered scores.

A model is trained as a conditional random field (``tools/train_names.py``, ``tools/train_tagger.py``), and every feature is
about one word seen from some distance, or about the classes of two neighbours. So the score of a word for each label is
computed once for each word and distance, remembered, and decoding adds a handful of small vectors.
"""

from __future__ import annotations

import lzma
from collections.abc import Callable, Iterable, Sequence
from importlib.resources import files

Vector = tuple[float, ...]
Features = Callable[[str, int], Iterable[str]]
_SCALE = 100.0
_REMEMBERED = 400_000
EDGE = ""


def read_model(name: str) -> list[str]:
    """Return the lines of the shipped model file ``name``."""
    packed = files("kg.arabic").joinpath("models", name).read_bytes()
    return lzma.decompress(packed).decode("utf-8").splitlines()


class Chain:
    """A trained chain: ``labels``, and the scores of features.

    ``features(key, distance)`` names what the word ``key`` tells at ``distance`` (in ``distances``) from the word that is
    labelled; ``shape(key)`` is its class, for features of neighbouring pairs.
    """

    def __init__(
        self, lines: Sequence[str], features: Features, shape: Callable[[str], str], distances: Sequence[int]
    ) -> None:
        self.labels = tuple(lines[0].split("\t"))
        size = len(self.labels)
        self._zero: Vector = (0.0,) * size
        self._transitions = [_vector(line) for line in lines[1 : size + 1]]
        self._weights: dict[str, Vector] = {}
        for line in lines[size + 1 :]:
            feature, _, scores = line.partition("\t")
            self._weights[feature] = _vector(scores)
        self._features, self._shape, self._distances = features, shape, tuple(distances)
        self._seen: list[dict[str, Vector]] = [{} for _ in distances]
        self._shapes: dict[str, str] = {}
        self._pairs: dict[tuple[str, str], tuple[Vector, Vector]] = {}

    def scores(self, keys: Sequence[str]) -> list[Vector]:
        """Return for each word its score for each label, from its own features and its neighbours'."""
        count = len(keys)
        columns: list[list[Vector]] = []
        for distance, seen in zip(self._distances, self._seen, strict=True):
            column = [self._word(seen, key, distance) if key not in seen else seen[key] for key in keys]
            edge = self._word(seen, EDGE, distance)
            if distance < 0:
                column = ([edge] * -distance + column)[:count]
            elif distance:
                column = (column[distance:] + [edge] * distance)[:count] if count > distance else [edge] * count
            columns.append(column)
        before, after = self._neighbours(keys)
        return [tuple(map(sum, zip(*vectors, strict=True))) for vectors in zip(*columns, before, after, strict=True)]

    def decode(self, scores: Sequence[Vector]) -> list[int]:
        """Return the best sequence of label numbers (Viterbi)."""
        if not scores:
            return []
        best, back = list(scores[0]), []
        columns = list(zip(*self._transitions, strict=True))
        for vector in scores[1:]:
            arcs = [[b + t for b, t in zip(best, column, strict=True)] for column in columns]
            tops = [max(arc) for arc in arcs]
            back.append([arc.index(top) for arc, top in zip(arcs, tops, strict=True)])
            best = [top + score for top, score in zip(tops, vector, strict=True)]
        path = [best.index(max(best))]
        for pointers in reversed(back):
            path.append(pointers[path[-1]])
        return path[::-1]

    def _word(self, seen: dict[str, Vector], key: str, distance: int) -> Vector:
        weights = self._weights
        found = [weights[name] for name in self._features(key, distance) if name in weights]
        vector = tuple(map(sum, zip(*found, strict=True))) if found else self._zero
        if len(seen) < _REMEMBERED:
            seen[key] = vector
        return vector

    def _neighbours(self, keys: Sequence[str]) -> tuple[list[Vector], list[Vector]]:
        shapes = [self._shape_of(EDGE), *map(self._shape_of, keys), self._shape_of(EDGE)]
        pairs = [self._pair(*pair) for pair in zip(shapes, shapes[1:], strict=False)]
        return [pair[0] for pair in pairs[:-1]], [pair[1] for pair in pairs[1:]]

    def _shape_of(self, key: str) -> str:
        shape = self._shapes.get(key)
        if shape is None:
            shape = self._shape(key)
            if len(self._shapes) < _REMEMBERED:
                self._shapes[key] = shape
        return shape

    def _pair(self, left: str, right: str) -> tuple[Vector, Vector]:
        found = self._pairs.get((left, right))
        if found is None:
            before = self._weights.get(pair_feature(left, right, -1), self._zero)
            found = before, self._weights.get(pair_feature(left, right, 1), self._zero)
            self._pairs[left, right] = found
        return found


def pair_feature(left: str, right: str, side: int) -> str:
    """Return the name of the feature of two neighbouring classes; ``side`` -1: the right one is labelled, 1: the left."""
    return f"{'<' if side < 0 else '>'}{left}|{right}"


def attributes(
    keys: Sequence[str], features: Features, shape: Callable[[str], str], distances: Sequence[int]
) -> list[list[str]]:
    """Return the features of every word of a sentence, for training."""
    padded = [EDGE] * 2 + list(keys) + [EDGE] * 2
    out = []
    for at in range(2, len(padded) - 2):
        row = [name for distance in distances for name in features(padded[at + distance], distance)]
        row.append(pair_feature(shape(padded[at - 1]), shape(padded[at]), -1))
        row.append(pair_feature(shape(padded[at]), shape(padded[at + 1]), 1))
        out.append(row)
    return out


def _vector(line: str) -> Vector:
    return tuple(int(score or 0) / _SCALE for score in line.split(","))
