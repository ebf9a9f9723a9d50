"""Explanations for the terminal and as a page. Words of articles are never markup or commands there."""

from __future__ import annotations

import html
from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from kg.explaining.model import Item, Section

_STYLE = (
    ":root{color-scheme:light dark}"
    "body{font:1rem/1.8 'Noto Naskh Arabic','Geeza Pro','Segoe UI',serif;max-width:56rem;margin:2rem auto;padding:1rem}"
    "h1{font-size:1.4rem;overflow-wrap:anywhere}mark{background:#ffe58a;color:#1d1c1a}li{margin:.8rem 0}"
    "blockquote{margin:.2rem 1rem}small{opacity:.75;direction:ltr;display:inline-block}"
)


def show(sections: Iterable[Section]) -> None:
    """Print ``sections``, those without items left out; lines are folded for a terminal only."""
    console = Console(highlight=False)
    console.soft_wrap = not console.is_terminal
    for section in sections:
        if section.items:
            console.print(Text(f"\n{section.arabic} · {section.english}", style="bold"))
            for item in section.items:
                _print(item, console)


def _print(item: Item, console: Console) -> None:
    console.print(Text("  " + _clean(item.head), style="cyan"))
    if item.sentence:
        text = Text("    " + _clean(item.sentence))
        text.stylize("reverse", 4 + item.start, 4 + item.end)
        console.print(text)
    if item.notes:
        console.print(Text("    " + _clean(" · ".join(item.notes)), style="dim"))


def _clean(text: str) -> str:
    """Text without control characters, one for one, so that offsets stay."""
    return "".join(c if c.isprintable() else " " for c in text)


def page(title: str, sections: Iterable[Section]) -> str:
    """Return ``sections`` as one HTML page, right to left."""
    body = "".join(_section(section) for section in sections if section.items)
    return (
        f"<!doctype html><html lang=ar dir=rtl><meta charset=utf-8>"
        "<meta name=viewport content='width=device-width'>"
        f"<title>{_safe(title)}</title><style>{_STYLE}</style>"
        f"<h1><bdi>{_safe(title)}</bdi></h1>{body}</html>\n"
    )


def _section(section: Section) -> str:
    items = "".join(_item(item) for item in section.items)
    return f"<h2>{_safe(section.arabic)} · <span lang=en>{_safe(section.english)}</span></h2><ol>{items}</ol>"


def _item(item: Item) -> str:
    before, evidence, after = (
        item.sentence[: item.start],
        item.sentence[item.start : item.end],
        item.sentence[item.end :],
    )
    quoted = (
        f"<blockquote>{_safe(before)}<mark>{_safe(evidence)}</mark>{_safe(after)}</blockquote>" if item.sentence else ""
    )
    return f"<li><b><bdi>{_safe(item.head)}</bdi></b>{quoted} <small>{_safe(' · '.join(item.notes))}</small></li>"


def _safe(text: str) -> str:
    return html.escape(_clean(text))
