"""The dates of a sentence: its date expressions that name one time, two days in a row made one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kg.context import mentions_in
from kg.dates import DateMention
from kg.document import Document, Sentence

_MONTH, _DAY = len("2015-01"), len("2015-01-01")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date expression in a sentence: token range (half-open) and the mention."""

    start: int
    end: int
    mention: DateMention

    @property
    def spans(self) -> bool:
        """Whether it names a time from one day to another."""
        return self.mention.edtf is not None and "/" in self.mention.edtf

    @property
    def coarse(self) -> bool:
        """Whether it names a month or a year, as what dates a noun rather than the day's news does."""
        return self.mention.edtf is not None and len(self.mention.edtf) <= _MONTH


def dates_of(doc: Document, sentence: Sentence) -> list[Dated]:
    """Return the dates of ``sentence`` that name one time, in order."""
    return _days_joined(doc, list(_known(doc, sentence)))


def _known(doc: Document, sentence: Sentence) -> Iterator[Dated]:
    for mention in mentions_in(doc, sentence):
        start, end = doc.token_at(mention.start), doc.token_at(mention.end - 1) + 1
        resolved = mention.edtf is not None or doc.published is None
        if start < end <= sentence.last and resolved and not _blurred(mention) and not _no_date(doc, start, end):
            yield Dated(start, end, mention)


def _no_date(doc: Document, start: int, end: int) -> bool:
    """Whether what looks like a date is none: a part of a name, or two people (الاعتداء على الاثنين)."""
    two = doc.tokens[start].stem == "اثنين" and start > 0 and doc.tokens[start - 1].norm == "علي"
    return two or _in_name(doc, start, end)


def _in_name(doc: Document, start: int, end: int) -> bool:
    """Whether what looks like a month or a weekday belongs to somebody's name: لويجي دي مايو."""
    known: dict[int, int] | None = doc.__dict__.get("_names_over")
    if known is None:
        known = doc.__dict__["_names_over"] = {n: last for first, last in doc.all_names for n in range(first + 1, last)}
    return end <= known.get(start, 0)


def _days_joined(doc: Document, mentions: list[Dated]) -> list[Dated]:
    """Return the dates, two days in a row that are one time made one: السبت والأحد، ليل السبت إلى الأحد."""
    kept: list[Dated] = []
    for dated in map(_night, mentions):
        if kept and _joins(doc, kept[-1], dated) and _in_a_row(kept[-1].mention, dated.mention):
            kept[-1] = _together(doc, kept[-1], dated)
        else:
            kept.append(dated)
    return kept


def _night(dated: Dated) -> Dated:
    """The night between two days as it is called in newswire, ليل السبت الأحد, is of both."""
    words, day = dated.mention.text.split(), _day(dated.mention)
    if day is None or len(words) != len(("ليل", "السبت", "الأحد")) or not words[0].startswith("ليل"):
        return dated
    edtf = f"{day.isoformat()}/{(day + timedelta(days=1)).isoformat()}"
    return replace(dated, mention=dated.mention._replace(edtf=edtf, kind="span"))


def _joins(doc: Document, one: Dated, other: Dated) -> bool:
    """Whether what stands between two days may make them one time."""
    between = [token.norm for token in doc.tokens[one.end : other.start]]
    return between == ["و"] or ("ليل" in one.mention.text and between in ([], ["الي"], ["-"], ["/"]))


def _in_a_row(one: DateMention, other: DateMention) -> bool:
    first, second = _day(one), _day(other)
    return first is not None and second is not None and abs(second - first) == timedelta(days=1)


def _day(mention: DateMention) -> date | None:
    """The day that a weekday or a word like أمس means."""
    edtf = mention.edtf or ""
    known = mention.basis in ("weekday", "relative") and len(edtf) == _DAY and "/" not in edtf
    return date.fromisoformat(edtf) if known else None


def _together(doc: Document, one: Dated, other: Dated) -> Dated:
    text = doc.slice(one.start, other.end)
    edtf = "/".join(sorted((one.mention.edtf or "", other.mention.edtf or "")))
    return Dated(one.start, other.end, one.mention._replace(end=other.mention.end, text=text, edtf=edtf, kind="span"))


_YEARS = ("العامين", "الأعوام", "الاعوام", "السنتين", "السنوات", "سنوات", "أعوام")
_DECADE = 9  # from its first year to its last
_BOUNDS = ("أكثر من", "اكثر من", "أقل من", "اقل من", "ما يزيد")


def _blurred(mention: DateMention) -> bool:
    """Whether it names years on end that no calendar bounds (خلال السنوات الأخيرة) or a century, or only how long at
    least (منذ أكثر من ثلاثة أشهر) or about (الأشهر القليلة الماضية).
    """
    if mention.edtf is None or "/" not in mention.edtf:
        return False
    if any(bound in mention.text for bound in _BOUNDS) or "القليل" in mention.text:
        return True
    if any(sign.isdigit() for sign in mention.text):
        return False
    first, last = (part[:4] for part in mention.edtf.split("/"))
    if last == "..":
        return mention.kind == "span" and any(word in mention.text for word in _YEARS)
    if first == "..":
        return mention.kind == "span" and len(mention.edtf) != len("../2018-06")
    longest = _DECADE if mention.basis == "absolute" else 1
    return first.isdigit() and last.isdigit() and int(last) - int(first) > longest
