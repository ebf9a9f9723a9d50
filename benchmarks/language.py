"""Speed of the language layer against bare spaCy tokenization of the same text, in one run.

Usage: python benchmarks/language.py [ARTICLES.jsonl.gz] [--articles N]

The language layer is everything below the lexicon: tokens with clitics and normal forms, quotations, sentences,
dates. Both are
measured from cold, three times, alternating; the best of each counts, and the first run of the layer is told beside it.
"""

from __future__ import annotations

import gzip
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import spacy

from kg.arabic import find_quotations, split_sentences
from kg.arabic.tokens import tokenize
from kg.dates import find_dates

CORPUS = Path(__file__).parent.parent.parent / "shared" / "corpus" / "news_3000.jsonl.gz"
ROUNDS = 3


def read_texts(path: Path, limit: int) -> list[str]:
    """Return the texts of the first ``limit`` articles."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line, _ in zip(lines, range(limit), strict=False)]


def timed(work: Callable[[str], object], texts: list[str]) -> float:
    """Return the processor seconds that ``work`` takes over ``texts``."""
    begin = time.process_time()
    for text in texts:
        work(text)
    return time.process_time() - begin


def language(text: str) -> None:
    """Run the whole layer over one article."""
    tokenize(text)
    split_sentences(text, find_quotations(text))
    list(find_dates(text))


def tell(name: str, rounds: list[float], size: int) -> None:
    """Print the best and the first of some runs."""
    best = min(rounds)
    print(f"{name:22} {best:6.2f} s  {size / best / 1e6:5.2f} M characters/s  first run {rounds[0]:.2f} s")


def main(arguments: list[str]) -> None:
    """Measure and print, one line a part."""
    limit = int(arguments[arguments.index("--articles") + 1]) if "--articles" in arguments else 3000
    paths = [Path(a) for a in arguments if a.endswith(".gz")]
    path = paths[0] if paths else CORPUS
    if not path.is_file():
        print(f"language layer: skipped, {path} is not there")
        return
    texts = read_texts(path, limit)
    size = sum(len(text) for text in texts)
    nlp = spacy.blank("ar")
    bare, whole = [], []
    for _ in range(ROUNDS):
        whole.append(timed(language, texts))
        bare.append(timed(nlp.tokenizer, texts))
    parts = {
        "tokens": timed(tokenize, texts),
        "quotations": timed(find_quotations, texts),
        "sentences": timed(lambda text: split_sentences(text, []), texts),
        "dates": timed(lambda text: list(find_dates(text)), texts),
    }
    print(f"{len(texts):,} articles, {size:,} characters")
    tell("spaCy blank tokenizer", bare, size)
    tell("language layer", whole, size)
    for name, seconds in parts.items():
        print(f"  {name:20} {seconds:6.2f} s")
    print(f"ratio {min(bare) / min(whole):.2f}, from cold {bare[0] / whole[0]:.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
