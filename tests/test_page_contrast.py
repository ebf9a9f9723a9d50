"""Contrast of the page as it is drawn, measured in the browser: WCAG 2.2 AA, in both themes and both languages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.test_page import browser, needs_browser  # noqa: F401 - a fixture

MEASURE = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8")
STATES = {
    "first sight": "",
    "a node": "#query:بايدن",
    "a country": "#query:العراق",
    "a force": "#tab-force",
    "found": "#query?ال",
    "nothing found": "#query?ظظظ",
    "contradictions": "#tab-contradictions",
    "timeline": "#tab-timeline",
    "path": "#tab-path",
    "hidden kinds": "#legend button >> nth=0",
    "the query": "#sparql",
}


@needs_browser
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_everything_is_told_apart(built: Path, browser: Any, theme: str, language: str) -> None:  # noqa: F811
    page = browser.new_page(viewport={"width": 1280, "height": 800}, color_scheme=theme)
    page.goto((built / "network.html").as_uri() + f"#lang={language}")
    page.wait_for_selector("body[data-ready]")
    wrong, counted = [], dict.fromkeys(("text", "graphics", "borders", "rings"), 0)
    for name, action in STATES.items():
        _do(page, action)
        page.keyboard.press("Shift")  # whoever uses the keyboard sees where the focus is
        measured = page.evaluate(MEASURE)
        wrong += [f"{name}: {line}" for line in measured["wrong"]]
        counted = {kind: counted[kind] + number for kind, number in measured["counted"].items()}
    page.close()
    assert not wrong, "\n".join(wrong)
    assert min(counted.values()) > 10


def _do(page: Any, action: str) -> None:
    """Click what a selector names; ``#box:words`` searches and takes, ``#box?words`` only searches."""
    if ":" in action:
        box, words = action.split(":")
        page.fill(box, words)
        page.keyboard.press("Enter")
    elif "?" in action:
        box, words = action.split("?")
        page.focus(box)
        page.fill(box, words)
        page.wait_for_selector("#results li")
    elif action:
        page.click(action)
    page.wait_for_timeout(400)
