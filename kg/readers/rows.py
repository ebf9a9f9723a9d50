"""JSON Lines and CSV: one article a row."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import BinaryIO

from kg.decoding import NotTextError, decode
from kg.readers.items import Item, Repaired, Skipped, row_article

_LONGEST_LINE = 100_000_000


def read_jsonl(source: str, file: BinaryIO) -> Iterator[Item]:
    """Yield the articles of JSON Lines; a broken line is skipped, the others are read."""
    number = 0
    while line := file.readline(_LONGEST_LINE):
        number += 1
        place = f"{source}:{number}"
        if number == 1 and line.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00")):
            yield from read_jsonl(source, io.BytesIO(decode(line + file.read()).text.encode("utf-8")))
            return
        if line.strip():
            yield from _json_row(place, line)


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
    text, repaired = decode(file.read())
    if repaired:
        yield Repaired(source, repaired)
    heading = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=heading.count)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    if "text" not in (rows.fieldnames or ()):
        yield Skipped(source, "a table without a column 'text'")
        return
    try:
        for number, row in enumerate(rows, 2):
            yield row_article(f"{source}:{number}", row)
    except csv.Error as error:
        yield Skipped(source, f"not a sound table ({_short(error)})")


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:100]
