"""How the page grows: time and size of pages of 1,000 and 5,000 nodes, and how soon they can be used in Chromium."""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path

from kg.network import page
from kg.view import KIND_LABELS, View

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def made(nodes: int) -> View:
    """Return a view of ``nodes`` people, countries and forces, each person with an office and three statements."""
    view = View(
        articles=[["a", "عنوان", "ناشر", "2021-01-01", None]],
        labels={"kinds": KIND_LABELS, "stances": {}, "events": {}},
    )
    for number in range(nodes):
        kind = ("person", "person", "person", "country", "force")[number % 5]
        view.nodes.append(
            {
                "i": f"x:{number}",
                "k": kind,
                "a": f"اسم {number}",
                "e": f"Name {number}",
                "l": [],
                "w": None,
                "n": 1,
                "s": 12,
                "f": 16,
            }
        )
    people = [n for n in range(nodes) if view.nodes[n]["k"] == "person"]
    for number in people:
        view.sentences.append((0, f"قال اسم {number} إن القوات ستبقى في البلاد حتى نهاية العام"))
        _add_facts(view, number, nodes)
    return view


def _add_facts(view: View, person: int, nodes: int) -> None:
    proof = [[len(view.sentences) - 1, 0, 3, 0.9]]
    country = (person * 7 // 5 * 5 + 3) % nodes
    role = {"t": "role", "i": f"r:{person}", "d": None, "v": proof, "h": person, "r": "president", "ti": "الرئيس"}
    view.facts.append(role | {"c": country, "o": None, "p": None, "f": 0, "fr": None, "un": None})
    for step in (1, 2, 3):
        force = (person * 11 * step // 5 * 5 + 4) % nodes
        said = {
            "t": "statement",
            "i": f"s:{person}:{step}",
            "d": "2021-01-01",
            "v": proof,
            "sp": [person],
            "ab": [force],
        }
        view.facts.append(
            said | {"vb": "قال", "st": "says", "po": None, "q": 0, "ng": 0, "hs": 0, "vi": None, "rb": None}
        )


def main() -> None:
    """Print a line for each size, and how much longer the larger one takes."""
    page(made(200))
    seconds = {}
    for nodes in (1000, 5000):
        view = made(nodes)
        started = time.process_time()
        text = page(view)
        seconds[nodes] = time.process_time() - started
        size = len(text.encode()) / 1e6
        print(f"page of {nodes:,} nodes: {seconds[nodes]:.2f} s of CPU, {size:.2f} MB, usable after {_usable(text)}")
    print(f"5,000 nodes take {seconds[5000] / seconds[1000]:.1f} times as long as 1,000")


def _usable(text: str) -> str:
    """How long a browser takes until the picture is drawn, in milliseconds since it began to load."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return "? (no Playwright)"
    if CHROMIUM is None:
        return "? (no Chromium)"
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        path = Path(folder) / "page.html"
        path.write_text(text, encoding="utf-8")
        browser = play.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        tab = browser.new_page()
        tab.goto(path.as_uri())
        tab.wait_for_selector("body[data-ready]", timeout=60_000)
        milliseconds = tab.evaluate("performance.now()")
        browser.close()
    return f"{milliseconds:.0f} ms"


if __name__ == "__main__":
    main()
