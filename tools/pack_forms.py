"""Pack counts of word forms (form, count, articles; tab-separated, gzip) into ``kg/arabic/models/forms.xz`` and
list the words that begin with ال and have no article (``no_article.txt``).

Usage: python tools/pack_forms.py COUNTS.tsv.gz
"""

from __future__ import annotations

import gzip
import math
import sys
from collections import Counter
from pathlib import Path

from kg.arabic.forms import form_key
from kg.arabic.model_files import pack_numbers
from kg.arabic.normal import fold

MODELS = Path(__file__).parent.parent / "kg" / "arabic" / "models"


def main(source: str) -> None:
    """Count the spellings of one key together and write both tables."""
    counts: Counter[str] = Counter()
    for line in gzip.decompress(Path(source).read_bytes()).decode("utf-8").splitlines():
        form, count, _ = line.split("\t")
        if key := form_key(form):
            counts[key] += int(count)
    pack(counts)
    list_without_article(source)


def list_without_article(source: str) -> None:
    """Write the words that begin with أل, إل or آل more often than with a bare alif."""
    bare: Counter[str] = Counter()
    hamza: Counter[str] = Counter()
    for line in gzip.decompress(Path(source).read_bytes()).decode("utf-8").splitlines():
        form, count, _ = line.split("\t")
        if form[:1] in "اأإآ" and form[1:2] == "ل":
            (bare if form[0] == "ا" else hamza)[fold(form)] += int(count)
    words = sorted(word for word, count in hamza.items() if count > bare[word] and count >= 5 and len(word) > 3)
    (MODELS / "no_article.txt").write_text("\n".join(words) + "\n", encoding="utf-8")
    print(f"{len(words):,} words without an article")


def pack(counts: Counter[str]) -> None:
    """Scale and compress the counts."""
    packed = pack_numbers({key: 1 + round(2 * math.log2(count)) for key, count in counts.items()})
    (MODELS / "forms.xz").write_bytes(packed)
    print(f"{len(counts):,} forms, {len(packed):,} bytes")


if __name__ == "__main__":
    main(sys.argv[1])
