"""The network page in a real browser: it opens offline, shows the graph, and runs nothing that an article says."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from kg.asking.graph_store import open_graph
from kg.building import build
from kg.codec import to_json
from kg.corpus import Corpus, Entry
from kg.exports import write_all
from kg.layout import place
from kg.lexicon import ontology_folder
from kg.namespaces import RESOURCES
from kg.network import payload, policy, script_json
from kg.outline import outline_of
from kg.records import (
    Article,
    ArticleFacts,
    DateValue,
    Entity,
    Event,
    Evidence,
    Kind,
    Participant,
    RoleHolding,
    Statement,
)
from kg.store import Store, outline_key
from kg.view import View
from tests.hostile import HOSTILE

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
needs_browser = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    sync = pytest.importorskip("playwright.sync_api")
    with sync.sync_playwright() as play:
        found = play.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield found
        found.close()


class Visit:
    """A page opened in a browser that remembers everything it should not have done."""

    def __init__(self, browser: Any, path: Path, fragment: str = "", size: tuple[int, int] = (1280, 800)) -> None:
        self.wrong: list[str] = []
        self.page = browser.new_page(viewport={"width": size[0], "height": size[1]})
        self.page.on("dialog", lambda dialog: (self.wrong.append(f"dialog {dialog.message}"), dialog.dismiss()))
        self.page.on("console", lambda m: self.wrong.append(f"console {m.text}") if m.type == "error" else None)
        self.page.on("pageerror", lambda error: self.wrong.append(f"error {error}"))
        self.page.on("request", lambda request: self._requested(request.url, path))
        self.page.goto(path.as_uri() + fragment)
        self.page.wait_for_selector("body[data-ready]", timeout=15_000)

    def _requested(self, url: str, path: Path) -> None:
        if not url.startswith((path.as_uri(), "blob:", "data:")):
            self.wrong.append(f"request {url}")

    def text(self, selector: str) -> str:
        return str(self.page.inner_text(selector))


@pytest.fixture
def visit(browser: Any) -> Iterator[Any]:
    visits: list[Visit] = []

    def open_page(path: Path, fragment: str = "", size: tuple[int, int] = (1280, 800)) -> Visit:
        visits.append(Visit(browser, path, fragment, size))
        return visits[-1]

    yield open_page
    for one in visits:
        one.page.close()
        assert one.wrong == []


@needs_browser
def test_the_sample_opens_offline_and_shows_itself(built: Path, visit: Any) -> None:
    page = visit(built / "network.html")
    assert page.page.get_attribute("html", "dir") == "rtl"
    assert "العراق" in page.text("#panel")
    assert page.page.locator("#legend button").count() >= 8
    assert re.search(r"المعروض \d+ من \d+", page.text("#shown"))
    assert (built / "network.html").stat().st_size < 1_500_000


@needs_browser
@pytest.mark.parametrize(
    ("typed", "found"), [("اوباما", "باراك أوباما"), ("الكاظمي", "مصطفى الكاظمي"), ("iraq", "العراق")]
)
def test_search_folds_and_speaks_both_languages(built: Path, visit: Any, typed: str, found: str) -> None:
    page = visit(built / "network.html")
    page.page.keyboard.press("/")
    page.page.keyboard.type(typed)
    page.page.keyboard.press("Enter")
    assert found in page.text("#panel h2")
    assert page.page.locator("#panel mark").count() >= 1


@needs_browser
def test_a_link_restores_the_view(built: Path, visit: Any) -> None:
    page = visit(built / "network.html")
    page.page.fill("#query", "بايدن")
    page.page.keyboard.press("Enter")
    fragment = page.page.evaluate("location.hash")
    again = visit(built / "network.html", fragment)
    assert again.text("#panel h2") == page.text("#panel h2")


@needs_browser
def test_every_view_opens_by_keyboard_and_language_switches(built: Path, visit: Any) -> None:
    page = visit(built / "network.html")
    page.page.focus("#tabs [aria-selected=true]")
    for _ in range(6):
        page.page.keyboard.press("ArrowLeft")
        assert page.text("#panel").strip()
    page.page.click("#language")
    assert page.page.get_attribute("html", "dir") == "ltr"
    assert "Everything" in page.text("#tabs")
    page.page.click("#theme")


@needs_browser
def test_time_and_legend_filter(built: Path, visit: Any) -> None:
    page = visit(built / "network.html", "#view=timeline")
    before = page.page.locator("#panel ol.facts > li").count()
    page.page.evaluate(
        "const s = document.querySelector('#from'); s.value = s.max; s.dispatchEvent(new Event('input'))"
    )
    assert page.page.locator("#panel ol.facts > li").count() < before
    shown = page.text("#shown")
    page.page.click("#legend button >> nth=0")
    assert page.text("#shown") != shown


@needs_browser
def test_both_handles_of_the_time_are_taken_by_the_mouse(built: Path, visit: Any) -> None:
    page = visit(built / "network.html").page
    box = page.locator(".range").bounding_box()
    left, right, y = box["x"] + 12, box["x"] + box["width"] - 12, box["y"] + 12

    def drag(start: float, end: float) -> tuple[int, int]:
        page.mouse.move(start, y)
        page.mouse.down()
        page.mouse.move(end, y, steps=4)
        page.mouse.up()
        first, last = (page.input_value(name) for name in ("#from", "#until"))
        return int(first), int(last)

    months = int(page.get_attribute("#from", "max"))
    middle = (left + right) / 2
    assert drag(left, right) == (months, months)
    first, last = drag(right, middle)
    assert 0 < first < months == last
    assert drag(right, middle) == (first, first)
    page.mouse.click(left, y)
    assert page.input_value("#from") == "0"
    page.mouse.click(right - 2, y - 30)  # in the histogram
    assert int(page.input_value("#until")) == months
    assert drag(left, middle) == (first, months)
    assert drag(right, middle) == (first, first)
    page.click("#sparql")
    assert re.search(r'<= "\d{4}-\d\d-(28|29|30|31)"', page.inner_text("#dialog-text"))


@needs_browser
@pytest.mark.parametrize(
    "view",
    [
        "",
        "view=timeline&from=2020-06-01&until=2021-07-31",
        "node=country%2FIQ",
        "node=force%2FUS&view=force",
    ],
)
def test_the_query_behind_a_view_gives_what_it_shows(built: Path, visit: Any, view: str) -> None:
    fragment = view.replace("node=", f"node={quote(RESOURCES, safe='')}")
    page = visit(built / "network.html", f"#{fragment}").page
    page.click("#sparql")
    rows = open_graph(str(built)).ask(page.inner_text("#dialog-text")).values()
    shown = page.eval_on_selector_all("#panel [data-fact]", "all => all.map(one => one.dataset.fact)")
    assert rows
    if "node" in view:
        assert set(shown) <= {row[0] for row in rows}


DEBATE = """
قال وزير الدفاع الأردني سالم العجارمة، الثلاثاء 5 مارس 2024: "ندين هجمات الحوثيين ونشيد بدور قوات التحالف العربي".
وقال سالم العجارمة، الخميس 7 مارس 2024: "نطالب بانسحاب قوات التحالف العربي من الجزيرة".
وطالب وزير الخارجية الأردني نادر الفايز، الثلاثاء 5 مارس 2024، بدعم الحوثيين بعد لقاء مع قوات التحالف العربي.
"""


@needs_browser
def test_contradictions_are_shown_with_the_force_on_which_they_are(tmp_path: Path, visit: Any) -> None:
    (tmp_path / "debate.txt").write_text(DEBATE, encoding="utf-8")
    build([str(tmp_path / "debate.txt")], tmp_path / "out")
    page = visit(tmp_path / "out" / "network.html", "#view=contradictions").page
    heads = page.eval_on_selector_all("#panel h3", "all => all.map(one => one.textContent)")
    assert sorted(head.split(":")[0] for head in heads) == ["التحالف العربي", "الحوثيون"]
    assert "معارض لوجودها: الحوثيون" in page.inner_text("#panel")
    page.click("#sparql")
    rows = open_graph(str(tmp_path / "out")).ask(page.inner_text("#dialog-text")).values()
    assert {str(row[0]).rsplit("/", 1)[-1] for row in rows} == {"arab-coalition", "houthis"}


@needs_browser
def test_an_event_is_found_by_its_kind_and_told_with_who_took_part(built: Path, visit: Any) -> None:
    page = visit(built / "network.html").page
    page.fill("#query", "زيارة")
    assert "الكاظمي" in page.inner_text("#results")


@needs_browser
def test_on_a_phone_the_panel_stands_below(built: Path, visit: Any) -> None:
    page = visit(built / "network.html", size=(390, 800))
    network, side = page.page.locator("#network").bounding_box(), page.page.locator("#side").bounding_box()
    assert side["y"] >= network["y"] + network["height"]
    assert page.page.evaluate("document.documentElement.scrollWidth") <= 390


@needs_browser
def test_what_is_taken_away_is_safe(built: Path, visit: Any, tmp_path: Path) -> None:
    page = visit(built / "network.html")
    with page.page.expect_download() as download:
        page.page.click("#csv")
    download.value.save_as(tmp_path / "facts.csv")
    text = (tmp_path / "facts.csv").read_text(encoding="utf-8-sig")
    assert text.startswith('"fact","who"')
    with page.page.expect_download() as download:
        page.page.click("#png")
    assert download.value.suggested_filename == "khabar.png"
    page.page.click("#sparql")
    assert "SELECT" in page.text("#dialog-text")


def test_no_label_lies_on_another() -> None:
    nodes = [{"a": "اسم طويل لجهة ما", "w": None, "s": 20, "f": 20, "k": "person"} for _ in range(80)]
    view = View(nodes=nodes, structure=[(0, other) for other in range(1, 80)])
    places = place(view, list(range(80)))
    for one, (x, y) in places.items():
        for other, (x2, y2) in places.items():
            assert one == other or abs(x - x2) > 160 or abs(y - y2) > 34


@needs_browser
def test_hostile_words_stay_words(visit: Any, tmp_path: Path) -> None:
    facts = [_hostile_article(number, text) for number, text in enumerate(HOSTILE)]
    store = Store(tmp_path / "store.db", "")
    store.put((str(number), to_json(one)) for number, one in enumerate(facts))
    store.put((outline_key(str(number)), to_json(outline_of(one))) for number, one in enumerate(facts))
    entries = [Entry(one.article.identifier, str(number)) for number, one in enumerate(facts)]
    write_all(Corpus(entries, store), tmp_path, ontology=ontology_folder(), base=RESOURCES)
    page = visit(tmp_path / "network.html")
    for view in ("force", "person", "contradictions", "path", "timeline", "everything"):
        page.page.click(f"#tab-{view}")
    for text in ("alert", "script", "href", "proto", "cmd"):
        page.page.fill("#query", text)
        page.page.keyboard.press("Enter")
        page.page.mouse.move(500, 400)
        page.page.mouse.click(500, 400)
    page.page.click("#language")
    assert page.page.locator("#panel script, #panel img, #panel iframe, #results img").count() == 0
    links = page.page.eval_on_selector_all("a[href]", "found => found.map(a => a.getAttribute('href'))")
    assert all(link.startswith(("#", "http://", "https://")) for link in links)


def _hostile_article(number: int, text: str) -> ArticleFacts:
    """An article in which every text is hostile: names, titles, verbs, sentences, addresses, publishers."""
    raw = f"{text} {text}"
    evidence = Evidence(start=0, end=len(text), exact=text, sentence=raw, rule=text, confidence=0.5)
    article = Article(
        identifier=f"{number}-{text}", raw=raw, title=text, publisher=text, url=text, published="2021-01-01"
    )
    person = Entity(key="person:x", kind=Kind.PERSON, name=text, aliases=(text + " 2",))
    force = Entity(key="force:x", kind=Kind.FORCE, name=text)
    place = Entity(key="place:x", kind=Kind.PLACE, name=text)
    when = DateValue(text=text, edtf="2021-01-01")
    return ArticleFacts(
        article=article,
        entities=(person, force, place),
        roles=(RoleHolding(holder="person:x", role="president", title=text, country="US", evidence=evidence),),
        statements=(
            Statement(
                speakers=("person:x",),
                content=text,
                evidence=evidence,
                about=("force:x",),
                positions=("neutral",),
                verb=text,
                date=when,
            ),
        ),
        events=(
            Event(
                type="Attack",
                trigger=text,
                evidence=evidence,
                date=when,
                participants=(Participant(entity="person:x"),),
                place="place:x",
                weapon=text,
            ),
        ),
    )


def test_json_in_a_script_holds_no_tag() -> None:
    for text in HOSTILE:
        written = script_json([text])
        assert "<" not in written
        assert json.loads(written) == [text]


def test_the_policy_admits_nothing_from_outside() -> None:
    written = policy(["a()"], "b{}")
    assert "default-src 'none'" in written
    assert "unsafe" not in written
    assert "http" not in written


def test_the_payload_is_the_same_every_time() -> None:
    view = View(nodes=[{"a": "العراق"}])
    assert payload(view) == payload(view)


@needs_browser
def test_the_keyboard_goes_through_everything_and_is_never_caught(built: Path, visit: Any) -> None:
    page = visit(built / "network.html").page
    where = "(() => { const e = document.activeElement; return e.id || e.className || e.textContent; })()"
    seen = []
    for _ in range(120):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(where))
        if len(seen) > 1 and seen[-1] == seen[0]:
            break
    assert seen[-1] == seen[0] == "skip"
    assert {"query", "png", "vis-network", "from", "until", "tab-everything"} <= set(seen)
    assert len(set(seen)) > 30
    page.fill("#query", "ال")
    page.keyboard.press("Escape")
    assert page.locator("#results").is_hidden()
    page.focus("#sparql")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    assert page.locator("#dialog").is_hidden()
    assert page.evaluate(where) == "sparql"


@needs_browser
def test_print_holds_the_picture_and_the_facts_on_white(built: Path, visit: Any) -> None:
    page = visit(built / "network.html").page
    page.click("#theme")
    page.fill("#query", "الكاظمي")
    page.keyboard.press("Enter")
    page.emulate_media(media="print")
    assert page.locator("#network").bounding_box()["height"] > 300
    assert page.locator("#panel ol.facts > li").count() > 5
    assert page.locator("header .actions, #legend, #tabs, #time, .act").filter(visible=True).count() == 0
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
