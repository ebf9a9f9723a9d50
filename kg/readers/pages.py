"""HTML pages and WARC archives of them. What a page says of itself in its head is its metadata."""

from __future__ import annotations

import hashlib
import html
import json
import re
import zlib
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from kg.decoding import NotTextError, decode
from kg.readers.items import Item, Repaired, Skipped, article

LARGEST_PAGE = 10_000_000
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([A-Za-z0-9_-]{2,30})|<\?xml[^>]{0,100}encoding=[\"']([A-Za-z0-9_-]{2,30})",
    re.I,
)
_META = re.compile(r"<meta\s[^>]{1,2000}>", re.I)
_ATTRIBUTE = re.compile(r"""([a-zA-Z:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_LINKED_DATA = re.compile(r"<script[^>]{0,200}application/ld\+json[^>]{0,100}>(.{1,100000}?)</script>", re.I | re.S)
_TITLE = re.compile(r"<title[^>]{0,200}>(.{1,1000}?)</title>", re.I | re.S)
_TIME = re.compile(r"<time[^>]{0,300}?datetime=[\"']([^\"']{8,40})[\"']", re.I)
_WANTED = {
    "title": ("og:title", "twitter:title", "headline"),
    "published": (
        "article:published_time",
        "datepublished",
        "date",
        "pubdate",
        "dc.date",
        "dcterms.created",
        "publishdate",
    ),
    "publisher": ("og:site_name", "publisher", "application-name", "dc.publisher"),
    "url": ("og:url",),
}


def read_html(
    source: str, identifier: str, data: bytes, given: Mapping[str, Any], charset: str | None = None
) -> Iterator[Item]:
    """Yield the article of one page. ``given`` metadata wins over the page's own."""
    if len(data) > LARGEST_PAGE:
        yield Skipped(source, f"larger than a page may be ({len(data):,} of {LARGEST_PAGE:,} bytes)")
        return
    text, repaired = decode(data, charset or _declared(data))
    if repaired:
        yield Repaired(source, repaired)
    told = {key: value for key, value in given.items() if value}
    yield article(source, identifier, text, metadata(text) | told, "text/html")


def metadata(page: str) -> dict[str, str]:
    """Return what the head of ``page`` tells: title, published, publisher and url, as far as they are there."""
    found: dict[str, str] = {}
    for name, value in (*_meta_tags(page), *_linked_data(page)):
        for key, names in _WANTED.items():
            if name.lower() in names and value.strip():
                found.setdefault(key, html.unescape(value).strip())
    if "title" not in found and (title := _TITLE.search(page)):
        found["title"] = html.unescape(re.sub(r"<[^>]{0,200}>", " ", title[1])).strip()
    if "published" not in found and (time := _TIME.search(page)):
        found["published"] = time[1]
    return found


def _meta_tags(page: str) -> Iterator[tuple[str, str]]:
    for tag in _META.findall(page[:500_000]):
        attributes = {m[0].lower(): m[1] or m[2] or m[3] for m in _ATTRIBUTE.findall(tag)}
        yield (
            attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or "",
            attributes.get("content", ""),
        )


def _linked_data(page: str) -> Iterator[tuple[str, str]]:
    for script in _LINKED_DATA.findall(page[:1_000_000])[:20]:
        try:
            data = json.loads(script)
        except (ValueError, RecursionError):
            continue
        inner = data.get("@graph", data) if isinstance(data, dict) else data
        for thing in inner if isinstance(inner, list) else [inner]:
            if isinstance(thing, dict):
                yield from _thing(thing)


def _thing(thing: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for key in ("headline", "datePublished"):
        if isinstance(value := thing.get(key), str):
            yield key, value
    publisher = thing.get("publisher")
    if isinstance(publisher, dict) and isinstance(name := publisher.get("name"), str):
        yield "publisher", name


def _declared(data: bytes) -> str | None:
    found = _CHARSET.search(data[:4096])
    return (found[1] or found[2]).decode("ascii") if found else None


def read_warc(source: str, file: BinaryIO) -> Iterator[Item]:
    """Yield the pages of a web archive (WARC 1.x): every response with HTML in it."""
    number = 0
    while (headers := _headers(file)) is not None:
        number += 1
        size = headers.get("content-length", "")
        if not (size.isascii() and size.isdecimal() and len(size) < 20):
            yield Skipped(f"{source}:{number}", "a WARC record without a length: the rest is not read")
            return
        if int(size) > 10 * LARGEST_PAGE:
            yield Skipped(f"{source}:{number}", "a WARC record larger than any page: the rest is not read")
            return
        block = file.read(int(size))
        if len(block) < int(size):
            yield Skipped(f"{source}:{number}", "a WARC record that is cut short")
            return
        if headers.get("warc-type") == "response" and b"html" in block[:4096].lower():
            yield from _response(f"{source}:{number}", headers.get("warc-target-uri", "").strip("<>"), block)


def _response(source: str, url: str, block: bytes) -> Iterator[Item]:
    head, _, body = block.partition(b"\r\n\r\n")
    fields = _fields(head.decode("latin-1").split("\r\n")[1:])
    try:
        if "chunked" in fields.get("transfer-encoding", ""):
            body = _unchunked(body)
        if fields.get("content-encoding", "") in ("gzip", "x-gzip"):
            body = _inflated(body, zlib.MAX_WBITS | 16)
        elif fields.get("content-encoding", "") == "deflate":
            body = _inflated(body, zlib.MAX_WBITS)
        charset = re.search(r"charset=([\w-]+)", fields.get("content-type", ""))
        yield from read_html(
            source,
            hashlib.sha256(url.encode("utf-8")).hexdigest()[:16],
            body,
            {"url": url},
            charset[1] if charset else None,
        )
    except (NotTextError, OSError, ValueError, EOFError, zlib.error) as error:
        yield Skipped(source, f"not a readable page ({error})")


def _inflated(body: bytes, window: int) -> bytes:
    """Return ``body`` unpacked, no more of it than shows that it is too large for a page."""
    packed = zlib.decompressobj(window)
    page = packed.decompress(body, LARGEST_PAGE + 1)
    if not packed.eof and len(page) <= LARGEST_PAGE:
        raise EOFError("its end is missing")
    return page


def _headers(file: BinaryIO) -> dict[str, str] | None:
    while (line := file.readline(10_000)) in (b"\r\n", b"\n"):
        pass
    if not line:
        return None
    lines: list[str] = []
    while (line := file.readline(10_000)).strip() and len(lines) < 1000:
        lines.append(line.decode("utf-8", "replace"))
    return _fields(lines)


def _fields(lines: list[str]) -> dict[str, str]:
    pairs = (line.partition(":") for line in lines)
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def _unchunked(body: bytes) -> bytes:
    out, place = [], 0
    while place < len(body):
        end = body.find(b"\r\n", place)
        size = int(body[place : end if end >= 0 else None].split(b";")[0] or b"0", 16)
        if size <= 0 or end < 0:
            break
        out.append(body[end + 2 : end + 2 + size])
        place = end + 4 + size
    return b"".join(out)
