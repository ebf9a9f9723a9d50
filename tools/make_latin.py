"""Write ``kg/arabic/models/latin.xz``: usual Latin spellings of name words, from NETransliteration (CC0).

python tools/make_latin.py DATA
"""

from __future__ import annotations

import gzip
import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path

from kg.arabic.model_files import pack_texts
from kg.arabic.normal import fold
from kg.arabic.transliteration import romanize

TARGET = Path(__file__).parent.parent / "kg" / "arabic" / "models" / "latin.xz"
_CONSONANTS = str.maketrans(
    {
        "c": "k",
        "q": "k",
        "g": "k",
        "j": "k",
        "x": "k",
        "z": "s",
        "v": "f",
        "p": "b",
        "d": "t",
        "w": "",
        "y": "",
        "h": "",
    }
)


def main() -> None:
    spellings: dict[str, Counter[str]] = {}
    with gzip.open(Path(sys.argv[1]) / "name_tokens.tsv.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            name, _, listed = line.rstrip("\n").split("\t")
            counts = spellings.setdefault(fold(name), Counter())
            for item in listed.split():
                latin, _, count = item.rpartition(":")
                counts[latin] += int(count)
    rows = {name: _best(name, counts) for name, counts in spellings.items() if len(name) > 1}
    rows |= {fold(name): latin for name, latin in _by_hand()}
    table = {name: latin for name, latin in rows.items() if latin and latin != romanize(name)}
    print(len(table), "words,", TARGET.write_bytes(pack_texts(table)), "bytes")


def _by_hand() -> list[tuple[str, str]]:
    """Spellings that English newswire uses, of names that the counts lack or spell otherwise."""
    text = Path(__file__).with_name("latin_hand.tsv").read_text(encoding="utf-8")
    return [(name, latin) for name, latin in (line.split("\t") for line in text.splitlines())]


def _plain(latin: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFD", latin) if not unicodedata.combining(letter))


def _best(name: str, counts: Counter[str]) -> str | None:
    """The most frequent spelling that sounds like the name; a single witness has to sound very much like it."""
    plain: Counter[str] = Counter()
    for latin, count in counts.items():
        plain[_plain(latin)] += count
    for latin, count in sorted(plain.items(), key=lambda item: (-item[1], item[0])):
        if latin.replace("-", "").replace("'", "").isalpha() and _likeness(name, latin) >= (0.6 if count > 1 else 0.75):
            return latin
    return None


def _likeness(name: str, latin: str) -> float:
    a, b = _skeleton(romanize(name)), _skeleton(latin)
    return sum((Counter(a) & Counter(b)).values()) / max(len(a), len(b), 1)


def _skeleton(text: str) -> str:
    return re.sub(r"(.)\1", r"\1", re.sub(r"[aeiou]|[^a-z]", "", text).translate(_CONSONANTS))


if __name__ == "__main__":
    main()
