"""Pack counts of word forms (form, count, articles; tab-separated, gzip) into ``kg/arabic/models/forms.xz``.

Usage: python tools/pack_forms.py COUNTS.tsv.gz
"""

from __future__ import annotations

import gzip
import lzma
import math
import sys
from collections import Counter
from pathlib import Path

from kg.arabic.forms import form_key

MODELS = Path(__file__).parent.parent / "kg" / "arabic" / "models"


def main(source: str) -> None:
    """Count the spellings of one key together, scale, front-code and compress."""
    counts: Counter[str] = Counter()
    for line in gzip.open(source, "rt", encoding="utf-8"):
        form, count, _ = line.split("\t")
        if key := form_key(form):
            counts[key] += int(count)
    lines, previous = [], ""
    for key in sorted(counts):
        shared = next((i for i, (a, b) in enumerate(zip(previous, key, strict=False)) if a != b), min(len(previous), len(key)))
        lines.append(chr(0x30 + shared) + key[shared:] + chr(0x30 + 1 + round(2 * math.log2(counts[key]))))
        previous = key
    packed = lzma.compress("\n".join(lines).encode(), preset=9 | lzma.PRESET_EXTREME)
    (MODELS / "forms.xz").write_bytes(packed)
    print(f"{len(lines):,} forms, {len(packed):,} bytes")


if __name__ == "__main__":
    main(sys.argv[1])
