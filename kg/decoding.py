"""Bytes to text, whatever wrote them: compression, encodings, and what can be mended of broken ones."""

from __future__ import annotations

import bz2
import gzip
import lzma
import re
from collections.abc import Callable
from typing import BinaryIO, NamedTuple, cast

MAGIC = {
    b"\x7fELF": "a program (ELF)",
    b"\x89PNG": "a picture (PNG)",
    b"\xff\xd8\xff": "a picture (JPEG)",
    b"GIF8": "a picture (GIF)",
    b"%PDF": "a PDF document: export it as text first",
    b"PK\x03\x04": "a ZIP archive or an office document: export it as text first",
    b"\xd0\xcf\x11\xe0": "an office document: export it as text first",
    b"SQLite": "a database",
    b"7z\xbc\xaf": "a 7z archive",
    b"Rar!": "a RAR archive",
    b"OggS": "a sound file",
    b"ID3": "a sound file",
}
_OPENERS: tuple[tuple[bytes, Callable[[BinaryIO], BinaryIO]], ...] = (
    (b"\x1f\x8b", lambda file: cast(BinaryIO, gzip.open(file))),  # noqa: SIM115 - closed with the file
    (b"BZh", lambda file: cast(BinaryIO, bz2.open(file))),  # noqa: SIM115 - closed with the file
    (b"\xfd7zXZ", lambda file: cast(BinaryIO, lzma.open(file))),  # noqa: SIM115 - closed with the file
)
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_GUESSED = ("cp1256", "iso8859_6", "utf_16_le", "utf_16_be")
_MOJIBAKE = re.compile("[ØÙÚÛ][\u0080-\u00bfƒ\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u02c6\u02dc\u2013-\u2122]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROLS = bytes([*range(1, 9), *range(14, 27), *range(28, 32)])
_CONTROL = re.compile(rb"[\x00-\x08]")
_ARABIC = re.compile(r"[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")


class Decoded(NamedTuple):
    """A text, and what had to be mended to read it (None for nothing)."""

    text: str
    repaired: str | None = None


class NotTextError(ValueError):
    """These bytes are no text; the message says what they are."""


def opened(file: BinaryIO) -> BinaryIO:
    """Return ``file`` to read from, decompressed where it is gzip, bzip2 or xz, whatever its name."""
    head = file.read(8)
    file.seek(0)
    for magic, opener in _OPENERS:
        if head.startswith(magic):
            return opener(file)
    return file


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Return ``data`` as text: by byte order mark, as ``declared``, as strict UTF-8, or by what its bytes look like.

    Line ends stay as they are, a leading byte order mark is dropped. Raises NotTextError for what is no text.
    """
    _refuse_binary(data)
    for bom, marked in _BOMS:
        if data.startswith(bom):
            return _mended(data[len(bom) :].decode(marked, "replace"))
    for encoding in (declared, "utf-8"):
        if encoding and (text := _strict(data, encoding)) is not None and (has_arabic(text) or _is_mojibake(text)):
            return _mended(text)
    if (text := _strict(data, "utf-8")) is not None and not _CONTROL.search(data):
        return Decoded(text)  # sound UTF-8 in another script: no reading of it as Arabic is true
    return _broken_utf8(data) or _guessed(data) or _mended(data.decode("utf-8", "replace"))


def has_arabic(text: str) -> bool:
    """Whether ``text`` holds an Arabic letter."""
    return _ARABIC.search(text) is not None


def without_surrogates(text: str) -> str:
    """Return ``text`` with halves of surrogate pairs as replacement characters, pairs joined."""
    if text.isascii() or not _SURROGATE.search(text):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def refuse_files(data: bytes) -> None:
    """Raise NotTextError for data that begins as a known kind of file that is no text."""
    for magic, kind in MAGIC.items():
        if data.startswith(magic):
            raise NotTextError(kind)


def _refuse_binary(data: bytes) -> None:
    refuse_files(data)
    head = data[:4096]
    odd = len(head) - len(head.translate(None, _CONTROLS))
    if odd > len(head) * 0.05 and not head.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        wide = head[1::2].count(6) + head[::2].count(6)
        if wide < len(head) * 0.15:
            raise NotTextError("binary data, no text")


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _mended(text: str, note: str | None = None) -> Decoded:
    if _is_mojibake(text):
        mended = _remade(text)
        if mended is not None:
            return Decoded(mended, "was UTF-8 read as Windows-1252 and saved again")
    lost = text.count("\ufffd")
    return Decoded(text, note or (f"{lost} characters could not be read" if lost else None))


def _is_mojibake(text: str) -> bool:
    return len(_MOJIBAKE.findall(text[:20_000])) > 20


def _remade(text: str) -> str | None:
    """Undo UTF-8 that was read as cp1252 (with its five undefined bytes kept) and saved again."""
    try:
        data = b"".join(c.encode("latin-1") if ord(c) < 256 else c.encode("cp1252") for c in text)
        return data.decode("utf-8")
    except UnicodeError:
        return None


def _broken_utf8(data: bytes) -> Decoded | None:
    """Return mostly sound UTF-8 with its broken places mended: a cut end, surrogates, lines in another encoding."""
    if data.count(b"\x00") > len(data) // 4:
        return None
    lines = data.split(b"\n")
    sound = [_strict(line, "utf-8") for line in lines]
    good = sum(len(line) for line, text in zip(lines, sound, strict=True) if text is not None)
    if not any(text is not None and has_arabic(text) for text in sound) and not _is_cut_utf8(data):
        return None
    if good * 2 < len(data) and not _is_cut_utf8(data):
        return None
    found = [_line(line) if text is None else text for line, text in zip(lines, sound, strict=True)]
    return _mended("\n".join(found), "parts of it were no UTF-8")


def _is_cut_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", "ignore")
    return has_arabic(text) and len(text.encode("utf-8")) >= len(data) * 0.98


def _line(line: bytes) -> str:
    paired = line.decode("utf-8", "surrogatepass") if _strict_pass(line) else None
    if paired is not None:
        return without_surrogates(paired)
    text = line.decode("utf-8", "replace")
    if text.count("\ufffd") * 5 > len(text):
        return line.decode("cp1256", "replace")
    return text


def _strict_pass(line: bytes) -> bool:
    try:
        line.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def _guessed(data: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes

    for encoding in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"):
        text = _strict(data, encoding)
        if text and len(_ARABIC.findall(text[:2000])) * 3 > len(text[:2000]):
            return Decoded(text, f"read as {encoding}")
    best = from_bytes(data[:200_000], cp_isolation=list(_GUESSED)).best()
    encodings = [best.encoding] if best else []
    for encoding in (*encodings, "cp1256"):
        text = data.decode(encoding, "replace")
        if has_arabic(text) and text.count("\ufffd") * 50 < len(text):
            return Decoded(text, f"read as {encoding}")
    return None
