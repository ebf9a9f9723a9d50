"""The model files of the package: lines of text, compressed.

A table is written column by column, because a program reads two columns many times faster than lines of two parts.
"""

from __future__ import annotations

import lzma
from collections.abc import Mapping, Sequence
from importlib.resources import files

_CODE = 0x30  # numbers are written as characters from "0" on


def read_lines(name: str) -> list[str]:
    """Return the lines of the model file ``name``."""
    packed = files("kg.arabic").joinpath("models", name).read_bytes()
    return lzma.decompress(packed).decode("utf-8").splitlines()


def pack_lines(lines: Sequence[str]) -> bytes:
    """Return ``lines`` as the content of a model file."""
    return lzma.compress("\n".join(lines).encode("utf-8"), preset=9 | lzma.PRESET_EXTREME)


def read_texts(name: str) -> dict[str, str]:
    """Return the table ``name`` of words and their texts: all words, then all texts."""
    lines = read_lines(name)
    half = len(lines) // 2
    return dict(zip(lines[:half], lines[half:], strict=True))


def pack_texts(table: Mapping[str, str]) -> bytes:
    """Return ``table`` as ``read_texts`` reads it, in the order of its words."""
    words = sorted(table)
    return pack_lines([*words, *(table[word] for word in words)])


def read_numbers(name: str) -> dict[str, int]:
    """Return the table ``name`` of words and small numbers: all words, then one line with a character a number."""
    *words, codes = read_lines(name)
    return dict(zip(words, codes.translate(_NUMBERS).encode("latin-1"), strict=True))


def pack_numbers(table: Mapping[str, int]) -> bytes:
    """Return ``table``, of numbers from 0 to 78, as ``read_numbers`` reads it."""
    words = sorted(table)
    return pack_lines([*words, "".join(chr(_CODE + table[word]) for word in words)])


_NUMBERS = {_CODE + number: number for number in range(0x7F - _CODE)}
