"""Write what the clitic model says of frequent words, and of the words of the ontology's labels, into
``kg/arabic/models/splits.xz``; run after ``train_clitics.py``.

Usage: python tools/pack_splits.py COUNTS.tsv.gz
"""

from __future__ import annotations

import gzip
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from kg.arabic.clitic_model import best_split, load_weights
from kg.arabic.clitics import LONGEST_WORD, letters_of
from kg.arabic.model_files import pack_numbers
from kg.arabic.splits import encode
from kg.lexicon import load_lexicon
from kg.ontology_check import arabic_labels

MODEL = Path(__file__).parent.parent / "kg" / "arabic" / "models" / "splits.xz"
_WORD = re.compile(r"[\u0620-\u065f\u066e-\u06d3]+")


def main(source: str) -> None:
    """Split every form, and compress."""
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        written = [letters_of(line.split("\t")[0]) for line in lines]
    words = {word for word in [*written, *_labelled()] if 1 < len(word) <= LONGEST_WORD}
    weights = load_weights()
    MODEL.write_bytes(pack_numbers({word: encode(best_split(word, weights)) for word in words}))
    print(f"{len(words):,} words, {MODEL.stat().st_size:,} bytes")


def _labelled() -> Iterator[str]:
    for concept in load_lexicon().concepts.values():
        for label in arabic_labels(concept):
            yield from (letters_of(word) for word in _WORD.findall(label))


if __name__ == "__main__":
    main(sys.argv[1])
