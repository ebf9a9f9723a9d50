"""JSON Lines and CSV: one article a row."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import BinaryIO

from kg.decoding import NotTextError, decode, refuse_files
from kg.readers.items import Item, Repaired, Skipped, row_article

_LONGEST_LINE = 100_000_000
_LARGEST_TABLE = 500_000_000


def read_jsonl(source: str, file: BinaryIO) -> Iterator[Item]:
    """Yield the articles of JSON Lines; a broken line is skipped, the others are read."""
    number = 0
    while line := file.readline(_LONGEST_LINE):
        number += 1
        if number == 1:
            refuse_files(line)
            if _is_wide(line):
                file = io.BytesIO(decode(line + file.read(_LARGEST_TABLE)).text.encode("utf-8"))
                line = file.readline(_LONGEST_LINE)
        if line.strip():
            yield from _json_row(f"{source}:{number}", line)


def _is_wide(line: bytes) -> bool:
    """Whether a file with this first line is UTF-16 or UTF-32."""
    return line.startswith((b"\xff\xfe", b"\xfe\xff")) or 0 < line[:4].count(0) < 4


def _json_row(place: str, line: bytes) -> Iterator[Item]:
    try:
        text, repaired = decode(line) if not line.isascii() else (line.decode("ascii"), None)
        row = json.loads(text)
    except NotTextError as error:
        yield Skipped(place, str(error))
    except (ValueError, RecursionError) as error:
        yield Skipped(place, f"not JSON ({_short(error)})")
    else:
        if repaired:
            yield Repaired(place, repaired)
        yield row_article(place, row)


def read_csv(source: str, file: BinaryIO) -> Iterator[Item]:
    """Yield the articles of a table with a heading that names at least the column ``text``."""
    csv.field_size_limit(_LONGEST_LINE)
    data = file.read(_LARGEST_TABLE)
    if len(data) == _LARGEST_TABLE:
        yield Skipped(source, f"larger than a table may be ({_LARGEST_TABLE:,} bytes): split it, or write JSON Lines")
        return
    text, repaired = decode(data)
    if repaired:
        yield Repaired(source, repaired)
    heading = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=heading.count)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        if "text" not in (rows.fieldnames or ()):
            yield Skipped(source, "a table without a column 'text'")
            return
        for number, row in enumerate(rows, 2):
            yield row_article(f"{source}:{number}", row)
    except csv.Error as error:
        yield Skipped(source, f"not a sound table ({_short(error)})")


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:100]
