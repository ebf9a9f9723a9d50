"""The page of a graph too large for one file: its best connected part offline, and all of it with ``kg serve``."""

from __future__ import annotations

import json
import random
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from kg.graph import DCTERMS, RDF_TYPE, SCHEMA, SKOS, Description
from kg.namespaces import RESOURCES, TERM
from kg.network import fitted, live_page, page
from kg.turtle import turtle, turtle_prefixes
from kg.view import View, view_of
from tests.hostile import HOSTILE
from tests.test_page import browser, needs_browser  # noqa: F401 - a fixture
from tests.test_serving import needs_extra, served

PEOPLE = 50_000
FORCES = 40
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
LAST = RESOURCES + f"person/p{PEOPLE - 1}"


def test_a_part_is_whole_in_itself() -> None:
    view = view_of(large(600))
    part, packed = fitted(view, 30_000)
    assert len(packed) <= 30_000
    assert 0 < len(part.facts) < len(view.facts)
    told = {fact["i"]: fact for fact in view.facts}
    for fact in part.facts:
        speaker = part.nodes[fact["sp"][0]]["i"]
        assert speaker == view.nodes[told[fact["i"]]["sp"][0]]["i"]
        number, start, end, _ = fact["v"][0]
        article, sentence = part.sentences[number]
        assert sentence[start:end] == "قال شيئا"
        assert part.articles[article][0] in fact["i"]
    assert max(node["g"] for node in part.nodes if node["k"] == "force") == 5
    assert fitted(view, 10_000_000)[0] is view


def test_only_the_page_of_a_part_asks_and_only_its_own_server(monkeypatch: pytest.MonkeyPatch) -> None:
    view = view_of(large(600))
    assert live_page(page(view)) is None
    monkeypatch.setattr("kg.network.MOST_PAYLOAD", 30_000)
    written = page(view)
    live = live_page(written) or ""
    assert "connect-src" not in written
    assert live.count("connect-src") == 1
    assert "default-src 'none'; connect-src 'self';" in live


def large(people: int) -> Iterator[Description]:
    """Yield a graph in which each of ``people`` says something about a force; the last ones say little."""
    draw = random.Random(1)
    for number in range(FORCES):
        yield node(f"force/f{number}", TERM.Force, f"القوة {number}", f"Force {number}")
    for number in range(people):
        name = "".join(draw.choices(LETTERS, k=7))
        yield node(f"person/p{number}", TERM.Person, f"أحمد {name} {number}", f"Ahmad {number}")
        if number % 3 == 1:
            yield from said(number, people, "".join(draw.choices(LETTERS + " ", k=800)))


def node(name: str, kind: str, arabic: str, english: str) -> Description:
    found = Description(ox.NamedNode(RESOURCES + name), None)
    found.link(RDF_TYPE, kind)
    found.text(SKOS + "prefLabel", arabic)
    found.pairs[ox.NamedNode(SKOS + "prefLabel"), ox.Literal(english, language="en")] = None
    return found


def said(number: int, people: int, words: str) -> Iterator[Description]:
    article, proof, fact = (
        Description(ox.NamedNode(f"{RESOURCES}{kind}/a{number}"), None) for kind in ("article", "evidence", "statement")
    )
    article.link(RDF_TYPE, TERM.Article)
    article.value(DCTERMS + "identifier", f"a{number}")
    article.text(SCHEMA + "headline", HOSTILE[number] if number < len(HOSTILE) else f"خبر {number}")
    article.value(SCHEMA + "datePublished", "2021-01-01", "date")
    proof.link(RDF_TYPE, TERM.Evidence)
    proof.link(TERM.article, article.subject.value)
    proof.text(TERM.exact, "قال شيئا")
    proof.text(TERM.sentence, f"{words} قال شيئا")
    proof.value(TERM.confidence, 0.9)
    fact.link(RDF_TYPE, TERM.Statement)
    fact.link(TERM.evidence, proof.subject.value)
    fact.link(TERM.speaker, f"{RESOURCES}person/p{number if number > people // 10 else number % 7 + 1}")
    fact.link(TERM.about, f"{RESOURCES}force/f{number % FORCES}")
    fact.link(TERM.supports if number % 11 else TERM.opposes, f"{RESOURCES}force/f{number % FORCES}")
    fact.value(TERM.edtf, day := f"20{10 + number // FORCES % 10}-0{1 + number % 9}-15")
    fact.value(TERM.earliest, day, "date")
    fact.value(TERM.latest, day, "date")
    yield from (article, proof, fact)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built folder of the generated graph, as a build leaves it."""
    folder = tmp_path_factory.mktemp("large")
    descriptions = list(large(PEOPLE))
    quads = [quad for description in descriptions for quad in description.quads()]
    (folder / "graph.nq").write_bytes(ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"")
    (folder / "graph.ttl").write_bytes(turtle_prefixes(RESOURCES) + turtle(quads, RESOURCES))
    (folder / "network.html").write_text(page(view_of(descriptions)), encoding="utf-8", newline="\n")
    return folder


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with served(folder, 10) as found:
        yield found


def ask(address: str, name: str, **values: object) -> Any:
    values = {key.rstrip("_"): value for key, value in values.items()}
    with urllib.request.urlopen(f"{address}/page/{name}?{urllib.parse.urlencode(values)}", timeout=20) as answer:
        assert answer.headers["Content-Type"] == "application/json"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        return json.loads(answer.read())


def part(answer: Any) -> View:
    return View(**answer["part"])


@needs_extra
def test_every_node_is_found_and_told(address: str) -> None:
    for words in (f"احمد * {PEOPLE - 1}".replace("* ", ""), f"ahmad {PEOPLE - 1}"):
        found = ask(address, "search", q=words.split()[-1])
        assert found["nodes"][0] == LAST
    facts = ask(address, "facts", node=LAST, offset=0, most=40)
    assert facts["count"] == 1
    assert part(facts).sentences[0][1].endswith("قال شيئا")
    assert part(facts).articles[0][0] == f"a{PEOPLE - 1}"
    assert part(ask(address, "node", node=LAST)).nodes[0]["g"] == 1


@needs_extra
def test_facts_come_newest_first_within_time_and_kinds(address: str) -> None:
    force = RESOURCES + "force/f1"
    first = ask(address, "facts", node=force, most=40)
    days = [fact["d"] for iri in first["facts"] for fact in first["part"]["facts"] if fact["i"] == iri]
    assert days == sorted(days, reverse=True)
    assert first["count"] == len(range(1, PEOPLE, 3 * FORCES))
    halves = [ask(address, "facts", node=force, position=name)["count"] for name in ("supports", "opposes", "none")]
    assert sum(halves) == first["count"]
    assert ask(address, "facts", node=force, until="2012-12-31")["count"] < first["count"]
    assert ask(address, "facts", node=force, hidden="person")["count"] == 0
    assert ask(address, "facts", node=force, offset=40, most=10)["facts"] != first["facts"][:10]
    assert len(ask(address, "facts", dated=1, most=10**9)["facts"]) <= 200


@needs_extra
def test_paths_neighbours_company_and_contradictions(address: str) -> None:
    start, end = RESOURCES + "person/p1", LAST
    path = ask(address, "path", node=start, other=end)["nodes"]
    assert [path[0], path[-1]] == [start, end]
    assert len(path) % 2 == 1
    around = part(ask(address, "around", node=LAST))
    assert {entry["k"] for entry in around.nodes} == {"person", "force"}
    assert ask(address, "company", node=LAST)["company"][0][1] == 1
    pairs = ask(address, "contradictions")
    facts = {fact["i"]: fact for fact in pairs["part"]["facts"]}
    assert pairs["pairs"]
    for _, one, other, force in pairs["pairs"]:
        number = next(n for n, entry in enumerate(pairs["part"]["nodes"]) if entry["i"] == force)
        assert number in facts[one]["fo"]
        assert number in facts[other]["ag"]


@needs_extra
@pytest.mark.parametrize(
    "path", ["nothing", "facts?node=x", "facts?most=y", "facts?offset=9" + "9" * 30, "around", "../x"]
)
def test_what_is_not_there_is_said(address: str, path: str) -> None:
    with pytest.raises(urllib.error.HTTPError, match="404"):
        urllib.request.urlopen(f"{address}/page/{path}", timeout=20)


@needs_extra
@pytest.mark.parametrize("words", [*HOSTILE, "%", "*", "[", '"', "' OR 1=1 --", "\x00"])
def test_hostile_words_are_only_searched(address: str, words: str) -> None:
    assert len(ask(address, "search", q=words.encode("utf-8", "replace"))["nodes"]) <= 12


@needs_extra
def test_another_name_for_this_machine_is_refused(address: str) -> None:
    for path in ("/page/months", "/network"):
        request = urllib.request.Request(address + path, headers={"Host": "evil.example"})
        with pytest.raises(urllib.error.HTTPError, match="403"):
            urllib.request.urlopen(request, timeout=20)


@needs_browser
def test_the_file_says_that_it_is_a_part(folder: Path, browser: Any) -> None:  # noqa: F811
    file = folder / "network.html"
    assert file.stat().st_size <= 8_000_000
    view, wrong = browser.new_page(), []
    view.on("request", lambda request: wrong.append(request.url) if request.url != file.as_uri() else None)
    view.goto(file.as_uri())
    view.wait_for_selector("body[data-ready]", timeout=20_000)
    assert "kg serve" in view.inner_text("#shown")
    view.fill("#query", f"Ahmad {PEOPLE - 1}")
    assert "kg serve" in view.inner_text("#results")
    assert wrong == []
    view.close()


@needs_browser
@needs_extra
def test_the_served_page_brings_in_what_the_file_does_not_hold(address: str, browser: Any) -> None:  # noqa: F811
    view, wrong = browser.new_page(viewport={"width": 1280, "height": 800}), list[str]()
    view.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    view.on("pageerror", lambda error: wrong.append(str(error)))
    view.on("dialog", lambda dialog: (wrong.append(dialog.message), dialog.dismiss()))
    view.on("request", lambda one: None if one.url.startswith((address, "blob:", "data:")) else wrong.append(one.url))
    view.goto(f"{address}/network")
    view.wait_for_selector("body[data-ready]", timeout=20_000)
    assert f"{PEOPLE + FORCES:,}" in view.inner_text("#shown")
    view.fill("#query", f"Ahmad {PEOPLE - 1}")
    view.wait_for_selector("#results li bdi")
    view.keyboard.press("Enter")
    view.wait_for_selector(f"#panel h2:has-text('{PEOPLE - 1}')")
    assert "قال شيئا" in view.inner_text("#panel mark")
    assert view.locator("#panel ol.facts > li").count() == 1
    fragment = view.evaluate("location.hash")
    for name in ("force", "person", "contradictions", "path", "timeline"):
        view.click(f"#tab-{name}")
        view.wait_for_selector(f"#tab-{name}[aria-selected=true]")
    assert view.locator("#panel ol.facts > li").count() == 40
    view.click("#panel button:text-is('أظهر المزيد')")
    view.wait_for_selector("#panel ol.facts > li:nth-child(80)")
    assert view.evaluate("performance.memory.usedJSHeapSize") < 400_000_000
    view.goto("about:blank")
    view.goto(f"{address}/network{fragment}")
    view.wait_for_selector(f"#panel h2:has-text('{PEOPLE - 1}')")
    assert wrong == []
    view.close()


@needs_browser
@needs_extra
@pytest.mark.parametrize("has_file", [True, False])
def test_file_and_server_tell_the_same(built: Path, browser: Any, tmp_path: Path, has_file: bool) -> None:  # noqa: F811
    """The sample, served as if its file held a part, or without a file: every view shows the same facts as the file
    that holds all.
    """
    for name in ("graph.nq", "graph.ttl"):
        (tmp_path / name).write_bytes((built / name).read_bytes())
    whole = (built / "network.html").read_text(encoding="utf-8")
    if has_file:
        part = whole.replace('data-facts="all"', 'data-facts="part"', 1)
        (tmp_path / "network.html").write_text(part, encoding="utf-8")
    with served(tmp_path, 10) as address:
        told = [_told(browser, (built / "network.html").as_uri()), _told(browser, f"{address}/network")]
    for offline, live in zip(*told, strict=True):
        assert offline == live


WORDS = ("زيارة", "visit", "القوات", "قوات قتاليه", "الكاظمي", "attack", "Trump", "لا أحد")
VIEWS = ("#", "#view=timeline", "#view=contradictions", "#lang=en", "#view=timeline&from=2020-01-01&until=2021-06-30")


def _told(chromium: Any, url: str) -> list[Any]:
    """Return the facts that the page shows in each view, and what a search finds."""
    view, told = chromium.new_page(), []
    people = [f"{RESOURCES}person/mustafa-al-kadhimi", f"{RESOURCES}country/US", f"{RESOURCES}country/IQ"]
    for fragment in (
        *VIEWS,
        *(f"#node={urllib.parse.quote(iri)}&view={name}" for iri in people for name in ("everything", "person")),
    ):
        view.goto("about:blank")
        view.goto(url + fragment)
        view.wait_for_selector("body[data-ready]", timeout=20_000)
        view.wait_for_selector("#panel:not([aria-busy])")
        told.append(sorted(view.eval_on_selector_all("#panel [data-fact]", "all => all.map(one => one.dataset.fact)")))
        told.append(view.inner_text("#span"))
    for words in WORDS:
        view.fill("#query", words)
        view.wait_for_selector("#results:not([aria-busy])", state="attached")
        told.append(view.inner_text("#results"))
    view.close()
    return told
