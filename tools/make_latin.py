"""Write ``kg/arabic/models/latin.tsv.xz``: the usual Latin spelling of name words, from NETransliteration's names (CC0).

    python tools/make_latin.py DATA
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import Counter
from pathlib import Path

from crf import pack

from kg.arabic.normal import fold
from kg.arabic.transliteration import romanize

TARGET = Path(__file__).parent.parent / "kg" / "arabic" / "models" / "latin.tsv.xz"
_CONSONANTS = str.maketrans({"c": "k", "q": "k", "g": "k", "j": "k", "x": "k", "z": "s", "v": "f", "p": "b", "d": "t", "w": "", "y": "", "h": ""})


def main() -> None:
    spellings: dict[str, Counter[str]] = {}
    with gzip.open(Path(sys.argv[1]) / "name_tokens.tsv.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            name, _, listed = line.rstrip("\n").split("\t")
            counts = spellings.setdefault(fold(name), Counter())
            for item in listed.split():
                latin, _, count = item.rpartition(":")
                counts[latin] += int(count)
    rows = [(name, _best(name, counts)) for name, counts in sorted(spellings.items()) if len(name) > 1]
    print(pack([f"{name}\t{latin}" for name, latin in rows if latin and latin != romanize(name)], TARGET), "bytes")


def _best(name: str, counts: Counter[str]) -> str | None:
    """The most frequent spelling that sounds like the name; a single witness does not make it usual."""
    for latin, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        if count >= 2 and latin.replace("-", "").replace("'", "").isalpha() and _sounds_like(name, latin):
            return latin
    return None


def _sounds_like(name: str, latin: str) -> bool:
    a, b = (_skeleton(text) for text in (romanize(name), latin))
    shared = sum((Counter(a) & Counter(b)).values())
    return shared * 2 >= max(len(a), len(b))


def _skeleton(text: str) -> str:
    return re.sub(r"(.)\1", r"\1", re.sub(r"[aeiou]|[^a-z]", "", text).translate(_CONSONANTS))


if __name__ == "__main__":
    main()
