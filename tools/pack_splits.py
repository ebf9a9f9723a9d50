"""Write what the clitic model says of frequent words into ``kg/arabic/models/splits.xz``; run after
``train_clitics.py``.

Usage: python tools/pack_splits.py COUNTS.tsv.gz
"""

from __future__ import annotations

import gzip
import lzma
import sys
from pathlib import Path

from kg.arabic.clitic_model import best_split, load_weights
from kg.arabic.clitics import LONGEST_WORD, letters_of
from kg.arabic.splits import encode

MODEL = Path(__file__).parent.parent / "kg" / "arabic" / "models" / "splits.xz"


def main(source: str) -> None:
    """Split every form, front-code and compress."""
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        words = sorted(
            {letters for line in lines if 1 < len(letters := letters_of(line.split("\t")[0])) <= LONGEST_WORD}
        )
    weights, packed, previous = load_weights(), [], ""
    for word in words:
        shared = next((i for i, letter in enumerate(previous) if word[i : i + 1] != letter), len(previous))
        packed.append(chr(0x30 + shared) + word[shared:] + encode(best_split(word, weights)))
        previous = word
    MODEL.write_bytes(lzma.compress("\n".join(packed).encode(), preset=9 | lzma.PRESET_EXTREME))
    print(f"{len(packed):,} words, {MODEL.stat().st_size:,} bytes")


if __name__ == "__main__":
    main(sys.argv[1])
