"""The shipped questions as pages: a form for each, and answers as tables, in which words of articles are no markup."""

from __future__ import annotations

import html
import re
import shlex
from urllib.parse import quote

from kg.asking.questions import Parameter, Question, questions
from kg.asking.results import Answer

_STYLE = (
    ":root{color-scheme:light dark}"
    "body{font:1rem/1.7 'Noto Naskh Arabic','Geeza Pro','Segoe UI',Tahoma,sans-serif;max-width:84rem;margin:2rem auto;"
    "padding:0 1rem}ul{list-style:none;padding:0}li{margin:1.4rem 0}form{display:flex;flex-wrap:wrap;"
    "gap:.4rem .8rem;align-items:end}"
    "label{font-size:.85rem}input{display:block;font:inherit;width:12rem}button{font:inherit}"
    "table{border-collapse:collapse}td,th{padding:.3rem .7rem;border-bottom:1px solid #8886;text-align:start;"
    "vertical-align:top}.date{white-space:nowrap}"
)
_DATE = re.compile(r"[\d./-]+")
_TAKES = {
    "role": "prime-minister",
    "class": "Meeting",
    "date-start": "2021-01",
    "date-end": "2021-12",
    "number": "0.7",
    "iri": "https://…",
}


def index_page() -> str:
    """Return the page of all shipped questions: each a form that leads to its answer, and a link to its SPARQL."""
    entries = "".join(_entry(question) for question in questions().values())
    return _page("أسئلة جاهزة", f"<p><a href='/'>SPARQL</a> · <a href='/network'>الشبكة</a></p><ul>{entries}</ul>")


def answer_page(question: Question, answer: Answer) -> str:
    """Return the rows of an answer as a table."""
    head = "".join(f"<th>{_safe(name)}" for name in answer.variables)
    rows = "".join(f"<tr>{''.join(_cell(value or '') for value in row)}" for row in answer.values())
    count = f"<p><a href='/questions'>الأسئلة</a> · <span dir=ltr>{len(answer.rows):,} rows</span></p>"
    return _page(question.arabic, f"{count}<table><tr>{head}{rows}</table>")


def _cell(value: str) -> str:
    return f"<td{' class=date' if _DATE.fullmatch(value) else ''}><bdi>{_safe(value)}</bdi>"


def _entry(question: Question) -> str:
    values = _example(question)
    inputs = "".join(_input(parameter, values.get(parameter.name)) for parameter in question.parameters)
    triples = re.search(r"^(CONSTRUCT|DESCRIBE)\b", question.query, re.MULTILINE)
    forms = (("ttl", "Turtle"),) if triples else (("html", "جدول"), ("csv", "CSV"), ("json", "JSON"))
    buttons = "".join(f"<button name=output value={form}>{label}</button>" for form, label in forms)
    return (
        f"<li><b>{_safe(question.arabic)}</b><br><span lang=en dir=ltr>{_safe(question.english)}</span>"
        f'<form action="/questions/{question.name}">{inputs}<span>{buttons}</span> '
        f'<a href="/?query={quote(question.query)}">SPARQL</a></form></li>'
    )


def _input(parameter: Parameter, example: str | None) -> str:
    hint = example or _TAKES.get(parameter.takes, "")
    required = " required" if parameter.required else ""
    return (
        f"<label><span dir=ltr>{_safe(parameter.name)}</span>"
        f'<input name="{_safe(parameter.name)}" placeholder="{_safe(hint)}" dir=auto{required}></label>'
    )


def _example(question: Question) -> dict[str, str]:
    """The values that the question's example gives its parameters."""
    words = shlex.split(question.example)[3:]
    return {name.removeprefix("--"): value for name, value in zip(words[::2], words[1::2], strict=True)}


def _page(title: str, body: str) -> str:
    return (
        "<!doctype html><html lang=ar dir=rtl><meta charset=utf-8><meta name=viewport content='width=device-width'>"
        "<link rel=icon href='data:,'>"
        f"<title>{_safe(title)}</title><style>{_STYLE}</style><h1>{_safe(title)}</h1>{body}</html>\n"
    )


def _safe(text: str) -> str:
    return html.escape("".join(c if c.isprintable() else " " for c in text))
