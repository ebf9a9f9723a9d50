"""The article in a web page: what is found, and that every character leads back into the page's source."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.articles import read_articles
from kg.building import build
from kg.clean import clean, complete
from kg.lexicon import ontology_folder
from kg.markup import article_text
from kg.readers.pages import metadata
from kg.records import Article
from kg.verification import check_graph

BODY = [
    "قال وزير الدفاع الأردني سالم العجارمة إن القوات الأردنية لن تنسحب من الحدود قبل نهاية العام.",
    "وأضاف الوزير أن الجيش «سيبقى هناك» ما دامت الحاجة إليه قائمة، وأن الحكومة تدعم ذلك دون شروط.",
    "وقُتل ثلاثة جنود في هجوم شنه مسلحون يوم 5 مارس 2019 على نقطة للجيش قرب الحدود الشرقية للبلاد.",
]
PAGE = f"""<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>العجارمة: لن ننسحب - موقع الخبر</title>
<meta property="article:published_time" content="2019-03-06T10:00:00Z">
<meta property="og:site_name" content="موقع الخبر">
<script>var x = "قال الرئيس إن القوات انسحبت";</script><style>p {{ color: red }}</style></head>
<body><nav><a href="/">الرئيسية</a> <a href="/s">سياسة</a></nav><h1>العجارمة: <b>لن</b> ننسحب من الحدود</h1>
<article><p>{BODY[0].replace("العجارمة", "<b>العجارمة</b>")}</p>
<p>{BODY[1].replace("«", "&laquo;").replace("»", "&raquo;")}</p><!-- قال الرئيس -->
<p>{BODY[2].replace(" ", chr(10), 3)}</p></article>
<footer>جميع الحقوق محفوظة © 2024</footer></body></html>"""


def test_text_and_places() -> None:
    found = clean(Article(identifier="x", raw=PAGE, media_type="text/html"))
    lines = [" ".join(line.split()) for line in found.text.splitlines() if line.strip()]
    assert lines == ["العجارمة: لن ننسحب من الحدود", *BODY]
    for start, raw, length in found.pieces:
        text = found.text[start : start + length]
        assert PAGE[raw : raw + length] == text or (PAGE[raw] == "&" and length == 1)
    first, last = found.raw_span(found.text.index("سالم"), found.text.index(" إن القوات"))
    assert PAGE[first:last] == "سالم <b>العجارمة"


def test_metadata_is_the_page_s_own() -> None:
    told = metadata(PAGE)
    assert told["published"] == "2019-03-06T10:00:00Z" and told["publisher"] == "موقع الخبر"
    article = complete(Article(identifier="x", raw=PAGE, media_type="text/html"))
    assert article.title == "العجارمة: لن ننسحب من الحدود" and article.published is None


def test_page_is_built(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "old.html").write_bytes(PAGE.replace("utf-8", "windows-1256").encode("cp1256", "ignore"))
    report = build([str(tmp_path)], tmp_path / "out")
    assert report.articles == 2 and report.counts["roles"] >= 1
    assert check_graph(tmp_path / "out", None, ontology_folder()).sound
    found = read_articles([str(tmp_path)], apart=tmp_path / "out")
    assert {item.published for item in found if isinstance(item, Article)} == {"2019-03-06"}


@pytest.mark.parametrize(
    "page",
    [
        "",
        "<",
        "<p>",
        "<div>" * 100_000,
        "<p>قال" * 20_000,
        "&#0;&#xD800;&amp" * 1000,
        "<!--" + "a" * 100_000,
        "<script>" + "قال " * 10_000,
        "&" * 100_000,
        "<" * 100_000,
        '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><p>&c;</p>',
        "<base href='http://x/'><meta http-equiv=refresh content='0;url=http://x'><iframe src='http://x'></iframe>قال",
    ],
    ids=range(12),
)
def test_broken_pages(page: str) -> None:
    text, pieces = article_text(page)
    assert all(0 <= raw <= len(page) for _, raw, _ in pieces) and len(text) <= 2 * len(page) + 2
