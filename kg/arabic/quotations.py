"""Quotations: spans between quotation marks, with levels, found before anything asks about speech.

Newswire mixes six kinds of marks («», “”, "", „“, ‹›, ‘’), opens with one and closes with another, turns them round
(”كذا“, »كذا«), nests them, forgets to close them, and closes them a paragraph later. Whether a mark opens or closes is
read from the spaces and letters beside it first, from its shape second, and from what is open last. One pass, a stack,
linear time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple


class Quotation(NamedTuple):
    """A quotation: ``start`` and ``end`` include the marks (half-open), ``level`` is 1 for the outermost.

    ``closed`` is False where the closing mark is missing: then the quotation ends with its paragraph, or before
    the next one that opens in it.
    """

    start: int
    end: int
    level: int = 1
    closed: bool = True


DEEPEST = 6
LONGEST_LEAD = 60  # characters of a sentence that leads in to a quotation
LONGEST_RUN = 6  # paragraphs that a quotation may run over
_MARK = re.compile(r"«|»|“|”|„|‟|\"|＂|″|‹|›|‘|’|‚|‛|''|'|\n[\s\u200e\u200f]*")
_FAMILY = {
    "«": "guillemet", "»": "guillemet", "“": "curly", "”": "curly", "„": "curly",
    "‟": "curly", '"': "straight", "＂": "straight",
    "″": "straight", "''": "straight", "‹": "angle", "›": "angle", "‘": "single", "’": "single",
    "‚": "single", "‛": "single",
    "'": "plain",
}  # fmt: skip
_OPENING = frozenset("«“„‹‘‚‛")
_CLOSING = frozenset("»”›’")
_DOUBLE = frozenset({"guillemet", "curly", "straight"})
_OPEN, _CLOSE, _EITHER = "open", "close", "either"
_BEFORE_OPENING = frozenset("([{:،,؛;-–—ـ/\u200e\u200f\u202a\u202b\u2067")
_AFTER_CLOSING = frozenset(")]}:،,؛;.!?؟…-–—/\u200e\u200f\u202c\u2069")
_PROCLITICS = frozenset("وفبلك")


@dataclass
class _Open:
    start: int
    family: str
    level: int
    paragraph: int
    index: int
    child: int | None = None  # where the next quotation of the same family opened inside


@dataclass
class _State:
    text: str
    found: list[Quotation | None] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    families: dict[str, int] = field(default_factory=dict)
    paragraph: int = 0


def find_quotations(text: str) -> list[Quotation]:
    """Return the quotations of ``text`` in order of their start, outer before inner."""
    state = _State(text)
    marks = list(_MARK.finditer(text))
    for number, match in enumerate(marks):
        if match[0][0] == "\n":
            if match.end() < len(text) and not _runs_on(state, marks, number):
                _leave(state, match.start())
            state.paragraph += 1
        elif not (state.stack and _repeated(state, match, marks, number)):
            _meet(state, match)
    _leave(state, len(text.rstrip()))
    return sorted((quotation for quotation in state.found if quotation is not None), key=lambda q: (q.start, q.level))


def _meet(state: _State, match: re.Match[str]) -> None:
    mark = match[0]
    family = _FAMILY[mark]
    role = _role(state.text, match.start(), match.end(), mark)
    if role is None:
        return
    inside = state.families.get(family, 0) > 0
    if family in ("plain", "single") and role != _OPEN and not inside:
        return
    if role == _EITHER:
        role = _CLOSE if inside else _OPEN
    if role == _CLOSE and (inside or _closes_another(state, family)):
        _close(state, family if inside else state.stack[-1].family, match.end())
    elif role == _OPEN:
        _open(state, match.start(), family)


def _role(text: str, start: int, end: int, mark: str) -> str | None:
    """Tell what a mark does from its neighbours, then from its shape; None for an apostrophe."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if mark in "'’‘" and before.isalnum() and after.isalnum() and (before.isascii() or mark == "'"):
        return None
    if mark not in _CLOSING and _is_proclitic(text, start - (before == "ـ")):
        return _OPEN  # لـ" سكاي نيوز"
    before_opens = before.isspace() or before in _BEFORE_OPENING or _is_proclitic(text, start)
    after_closes = after.isspace() or after in _AFTER_CLOSING
    after_opens = not after.isspace() and after not in ".،,؛;:!؟?)]}"
    if before_opens and after_opens and not (after_closes and mark in _CLOSING):
        return _OPEN
    if after_closes and not before.isspace():
        return _CLOSE
    if mark in _OPENING:  # with a space behind it, it may well close: هنا. “
        return _OPEN if after_opens else _EITHER
    return _CLOSE if mark in _CLOSING else _EITHER


def _is_proclitic(text: str, start: int) -> bool:
    """و"حماس": one letter before the mark, and it is a clitic."""
    return text[start - 1 : start] in _PROCLITICS and (start < 2 or not text[start - 2].isalpha())


def _closes_another(state: _State, family: str) -> bool:
    """A mark of one family closes what one of another opened: «كذا"."""
    return bool(state.stack) and family in _DOUBLE and state.stack[-1].family in _DOUBLE


def _open(state: _State, start: int, family: str) -> None:
    if len(state.stack) >= DEEPEST:
        return
    if state.stack and state.stack[-1].family == family and state.stack[-1].child is None:
        state.stack[-1].child = start
    state.stack.append(_Open(start, family, len(state.stack) + 1, state.paragraph, len(state.found)))
    state.found.append(None)
    state.families[family] = state.families.get(family, 0) + 1


def _pop(state: _State) -> _Open:
    top = state.stack.pop()
    state.families[top.family] -= 1
    return top


def _close(state: _State, family: str, end: int) -> None:
    """Close the innermost quotation of ``family``; those inside it that stand open end where it closes."""
    while state.stack[-1].family != family:
        top = _pop(state)
        state.found[top.index] = Quotation(top.start, end - 1, top.level, False)
    top = _pop(state)
    state.found[top.index] = Quotation(top.start, end, top.level)


def _leave(state: _State, end: int) -> None:
    """A paragraph ends: what stands open ends with it, or before the next quotation that opens in it."""
    while state.stack:
        top = _pop(state)
        last = end
        if top.child is not None:
            last = _before_lead(state.text, top.start, top.child)
            for index in range(top.index + 1, len(state.found)):
                inner = state.found[index]
                if inner is not None:
                    state.found[index] = inner._replace(level=max(1, inner.level - 1))
        state.found[top.index] = Quotation(top.start, _stripped(state.text, top.start + 1, last), top.level, False)


def _before_lead(text: str, start: int, child: int) -> int:
    """Return where a quotation ends that nothing closes before the one at ``child``: before a sentence that leads in to
    it (لن نرحل. وتابع بالقول: «).
    """
    lead = text.rfind(". ", max(start, child - LONGEST_LEAD), child)
    return lead + 1 if lead > start and text[lead:child].rstrip().endswith(":") else child


def _stripped(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _runs_on(state: _State, marks: list[re.Match[str]], number: int) -> bool:
    """Whether what stands open goes on behind the line end: the next mark closes it, or opens the next paragraph
    anew.
    """
    if not state.stack or state.paragraph - state.stack[0].paragraph >= LONGEST_RUN:
        return False
    for at in range(number + 1, min(number + 1 + LONGEST_RUN, len(marks))):
        mark = marks[at]
        if mark[0][0] == "\n":
            continue
        if _FAMILY[mark[0]] != state.stack[-1].family:
            return False
        return _role(state.text, mark.start(), mark.end(), mark[0]) == _CLOSE or _begins_paragraph(marks, at)
    return False


def _begins_paragraph(marks: list[re.Match[str]], at: int) -> bool:
    return marks[at - 1][0][0] == "\n" and marks[at - 1].end() == marks[at].start()


def _repeated(state: _State, match: re.Match[str], marks: list[re.Match[str]], number: int) -> bool:
    """Whether a mark only repeats the opening mark at the head of a paragraph of the same quotation."""
    top = state.stack[-1]
    return (
        number > 0
        and top.paragraph < state.paragraph
        and _FAMILY[match[0]] == top.family
        and _begins_paragraph(marks, number)
    )
