"""Headings that report speech without a verb: NAME: words."""

from __future__ import annotations

from collections.abc import Iterator

from kg.arabic.tokens import TokenKind
from kg.clauses import word_set
from kg.document import Sentence
from kg.records import Kind
from kg.statements.content import Opening, Start
from kg.statements.drafts import Draft
from kg.statements.memory import Memory, Spoke
from kg.statements.phrases import phrase_at
from kg.statements.scene import Scene
from kg.statements.words import NO_HEADS

LONGEST_HEAD = 14
LONGEST_HEADING = 60


def find_headings(scene: Scene, memory: Memory) -> Iterator[Draft]:
    """Yield the headings of a text that say who says what."""
    for sentence in scene.doc.sentences:
        colon = _colon(scene, sentence)
        if colon is None:
            continue
        spoke = _speaker(scene, memory, sentence.first, colon, sentence.last)
        if spoke is not None and colon + 1 < sentence.last:
            start = Start(colon + 1, colon, Opening.COLON)
            yield Draft(None, spoke, start, sentence.first, "heading", 0.8, _end(scene, sentence))


def _colon(scene: Scene, sentence: Sentence) -> int | None:
    """Return the colon that parts speaker and words in a sentence that begins a line."""
    begins = (
        sentence.start == 0
        or scene.doc.text[scene.doc.text.rfind("\n", 0, sentence.start) + 1 : sentence.start].strip(" \t\u200f\u200e-")
        == ""
    )
    if not begins:
        return None
    for at in range(sentence.first + 1, min(sentence.last, sentence.first + LONGEST_HEAD)):
        if scene.tokens[at].text == ":":
            return at
    return None


def _end(scene: Scene, sentence: Sentence) -> int:
    """Return the end of the heading's line: .. parts no sentences there."""
    line = scene.doc.text.find("\n", sentence.start)
    end = line if line >= 0 else len(scene.doc.text)
    last = scene.doc.token_at(end)
    return last if last - sentence.first <= LONGEST_HEADING else sentence.last


def _own_words(scene: Scene, first: int, last: int) -> bool:
    """Whether words are a government's own (روسيا: لن نسمح) and not news of its country (تونس: مقتل شخص)."""
    for at in range(first, last):
        token = scene.tokens[at]
        told = token.norm in _JUDGED and any(norm == "ان" for norm in scene.norms[at + 1 : at + 3])
        if told or token.norm in _OWN or (token.kind == TokenKind.ENCLITIC and token.norm == "نا"):
            return True
        if token.norm.startswith("ن") and len(token.norm) > 3 and scene.tag(at) == "VERB":
            return True
    return False


_JUDGED = word_set("توكد يوكد تثبت يثبت تعني يعني تدل يدل تبرهن يبرهن")
_OWN = frozenset({"لن", "نحن", "لسنا", "يجب", "ينبغي", "لا", "سوف"})


def _speaker(scene: Scene, memory: Memory, first: int, colon: int, last: int) -> Spoke | None:
    at = first
    while at < colon and scene.tokens[at].kind == TokenKind.PUNCT:
        at += 1
    if at >= colon or scene.tokens[at].stem in scene.words.heading or scene.norms[at] in NO_HEADS:
        return None
    found = phrase_at(scene, at, colon)
    if found is None or found.actors[0].kind not in (
        Kind.PERSON,
        Kind.ORGANIZATION,
        Kind.FORCE,
        Kind.UNNAMED,
        Kind.COUNTRY,
    ):
        return None
    if any(scene.tag(place) == "VERB" for place in range(found.end, colon)):
        return None  # الرئيس يجتمع بنظيره: تنسيق الجهود
    if found.actors[0].kind == Kind.COUNTRY and not _own_words(scene, colon + 1, last):
        return None
    return Spoke(memory.keys_of(found), found.gender, found.number, found.start)
