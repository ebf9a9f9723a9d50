"""Build ``kg/arabic/models/words.xz``: marks of forms, from name lists, counts and the company that words keep.

    python tools/train_words.py DATA CORPUS

DATA holds ``name_tokens.tsv.gz`` (CC0), ``arabic_names`` (MIT) and ``arabic_forms.tsv.gz``; CORPUS is JSON Lines,
gzip, with ``text``: only classes of words are learned from it.
"""

from __future__ import annotations

import gzip
import json
import math
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np

from kg.arabic.model_files import pack_texts
from kg.arabic.name_features import key
from kg.arabic.names import find_names
from kg.arabic.normal import fold
from kg.arabic.sentences import split_sentences
from kg.arabic.tagger import tag as tag_tokens
from kg.arabic.tokens import TokenKind, tokenize

MODELS = Path(__file__).parent.parent / "kg" / "arabic" / "models"
# The one word that only its last letter tells from a common name (علي).
ON = "على"
WORDS, CONTEXTS, DIMENSIONS, CLASSES = 16_000, 700, 60, 160


def main() -> None:
    data, corpus = Path(sys.argv[1]), Path(sys.argv[2])
    names, every, lists = _names(data), _forms(data), _lists(data)
    forms = Counter({form: count for form, count in every.items() if count >= 12})
    company, used = word_classes(corpus), usage(corpus)
    table = {}
    for norm in sorted(names.keys() | forms.keys() | lists.keys() | company.keys() | used.keys()):
        name, word = _level(names[norm]), _level(forms[norm])
        verb = f"{_article(every, norm)}{_paradigm(every, norm)}"
        table[norm] = f"{name}{word}{lists.get(norm, '-')}{verb}{used.get(norm, '--')}{company.get(norm, '')}"
    packed = pack_texts(table)
    (MODELS / "words.xz").write_bytes(packed)
    print(len(table), "forms,", len(packed), "bytes")


def _level(count: int) -> int:
    return min(9, 1 + int(math.log2(count) / 1.6)) if count else 0


def _names(data: Path) -> Counter[str]:
    counts: Counter[str] = Counter()
    with gzip.open(data / "name_tokens.tsv.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            name, count, _ = line.rstrip("\n").split("\t")
            counts[fold(name)] += int(count)
    return counts


def _forms(data: Path) -> Counter[str]:
    counts: Counter[str] = Counter()
    with gzip.open(data / "arabic_forms.tsv.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            form, count, _ = line.rstrip("\n").split("\t")
            counts[ON if form == ON else fold(form)] += int(count)
    return counts


def _article(forms: Counter[str], form: str) -> int:
    """How often ``form`` has the article, against how often not: nouns and adjectives take it, verbs never do."""
    if form.startswith("ال") and len(form) > 4:
        return 9
    ratio = forms["ال" + form] / (forms[form] + 1)
    return sum(ratio > edge for edge in (0, 0.003, 0.02, 0.1, 0.5, 2))


def _paradigm(forms: Counter[str], form: str) -> str:
    """How many other forms of the verb that ``form`` would be are written: of a perfect (a-) or an imperfect (A-)."""
    rest = form[1:]
    if len(form) > 3 and form[0] in "يتنا":
        swapped = sum(forms[first + rest] > 0 for first in ("ي", "ت", "ن", "ا", "سي", "ست") if first != form[0])
        perfect = sum(forms[stem + "ت"] > 0 for stem in (rest, "ا" + rest))
        number = min(swapped + perfect, 6)
        if form[0] != "ا" and number > 1:
            return "ABCDEFG"[number]
    stem = form[1:] if form.startswith("ا") and len(form) > 3 else form
    stem = stem[:-1] if stem.endswith("ت") else stem.removesuffix("وا")
    middle = stem[:-2] + "و" + stem[-1:] if len(stem) > 2 and stem[-2] == "ا" else stem
    written = [forms[first + body] > 0 for first in ("ي", "ت", "سي") for body in sorted({stem, middle})]
    base = form.removesuffix("ت").removesuffix("وا")
    written += [forms[base + last] > 0 for last in ("ت", "وا", "نا")]
    return "abcdefg"[min(sum(written), 6)]


def _lists(data: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for path in sorted((data / "arabic_names").glob("*-in-arabic.txt")):
        mark = "l" if path.name.startswith("last") else "f"
        for line in path.read_text(encoding="utf-8-sig").splitlines():
            if name := fold(line.strip()):
                found.setdefault(name, mark)
    given = Path(__file__).with_name("given_names.txt").read_text(encoding="utf-8").split()
    return {fold(name): "f" for name in given if len(name) > 2} | found


def usage(corpus: Path) -> dict[str, str]:
    """Return how often each form is part of a name and how often a verb (0 to 9 each), as the present models judge."""
    if not all((MODELS / model).exists() for model in ("names.model.xz", "tags.model.xz", "words.xz")):
        return {}
    seen: Counter[str] = Counter()
    named: Counter[str] = Counter()
    verbs: Counter[str] = Counter()
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    for text in texts:
        for start, end in split_sentences(text):
            tokens = tokenize(text[start:end])
            words = [key(token) if token.kind is TokenKind.WORD else "" for token in tokens]
            seen.update(words)
            verbs.update(word for word, tag in zip(words, tag_tokens(tokens), strict=True) if tag == "VERB")
            named.update(word for first, last in find_names(tokens) for word in words[first:last])
    return {
        word: f"{_tenths(named[word], count)}{_tenths(verbs[word], count)}"
        for word, count in seen.items()
        if word and count >= 3
    }


def _tenths(part: int, whole: int) -> int:
    return min(9, int(10 * part / (whole + 0.5) + 0.5))


def _sentences(corpus: Path) -> Iterator[list[str]]:
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            tokens = tokenize(json.loads(line)["text"])
            yield [key(token) for token in tokens]


def word_classes(corpus: Path) -> dict[str, str]:
    """Return the class of each frequent word: words of one class stand between similar neighbours."""
    articles = list(_sentences(corpus))
    counts = Counter(word for article in articles for word in article)
    vocabulary = [word for word, count in counts.most_common(WORDS) if count >= 6]
    contexts = {word: n for n, (word, _) in enumerate(counts.most_common(CONTEXTS))}
    rows = {word: n for n, word in enumerate(vocabulary)}
    matrix = np.zeros((len(rows), 2 * CONTEXTS), dtype=np.float32)
    for article in articles:
        for left, right in pairwise(article):
            if left in contexts and right in rows:
                matrix[rows[right], contexts[left]] += 1
            if right in contexts and left in rows:
                matrix[rows[left], CONTEXTS + contexts[right]] += 1
    groups = _group(_embed(matrix))
    return {
        word: np.base_repr(group, 36).lower()
        for word, group in zip(vocabulary, groups, strict=True)
        if word[:1] not in "+#L"
    }


def _embed(matrix: np.ndarray) -> np.ndarray:
    total = matrix.sum()
    expected = matrix.sum(1, keepdims=True) * matrix.sum(0, keepdims=True) / total
    with np.errstate(divide="ignore", invalid="ignore"):
        weight = np.maximum(0, np.log(np.where(expected > 0, matrix / expected, 0) + 1e-9))
    _, vectors = np.linalg.eigh(weight.T @ weight)
    reduced = weight @ vectors[:, -DIMENSIONS:]
    return np.asarray(reduced / (np.linalg.norm(reduced, axis=1, keepdims=True) + 1e-9))


def _group(points: np.ndarray) -> list[int]:
    """Spherical k-means, started from the most frequent words."""
    centres = points[np.linspace(0, len(points) // 4, CLASSES).astype(int)]
    nearest = np.zeros(len(points), dtype=int)
    for _ in range(25):
        nearest = (points @ centres.T).argmax(1)
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, points)
        centres = sums / (np.linalg.norm(sums, axis=1, keepdims=True) + 1e-9)
    return [int(n) for n in nearest]


if __name__ == "__main__":
    main()
