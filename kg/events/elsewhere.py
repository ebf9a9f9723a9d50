"""Elsewhere: dates of something that is no event of their clause, a memory, a charge, a report, an account."""

from __future__ import annotations

from collections.abc import Sequence

from kg.arabic.numbers import number_word
from kg.arabic.tokens import Token, TokenKind
from kg.clauses import COMPLEMENTIZERS, Clause, word_set
from kg.events.dated import Dated
from kg.events.scene import Scene
from kg.events.since import superlative
from kg.events.triggers import Trigger
from kg.events.words import CLOSE, NEAR

_STATES = word_set("حاكم حاكمه مقيم مقيمه معتقل محتجز مسجون موقوف هارب فار منفي لاجي مخطوف مفقود")
_COMPARING = word_set("مقارنة بالمقارنة قياسا")
_YEARS_ON = word_set("عام عامين سنة سنتين قرن عقد عقدين نصف ربع شهر")


def is_elsewhere(scene: Scene, dated: Dated, clause: Clause, nouns: Sequence[Trigger]) -> bool:
    """Return whether ``dated``, in ``clause`` with the event nouns ``nouns``, dates something else."""
    since = dated.mention.text.startswith("منذ")
    return (
        _charged(scene, dated, nouns)
        or (since and (superlative(scene, dated.start) or _of_participle(scene, dated, nouns)))
        or _to_this_day(scene, dated)
        or _of_report(scene, dated, clause)
        or _of_figures(scene, dated)
    )


def is_anniversary(scene: Scene, dated: Dated) -> bool:
    """Return whether a date is that of a memory (صادف أمس الذكرى الثالثة لاغتياله، مرور مئة عام على تأسيسه), which one
    with its year is not.
    """
    near = scene.doc.tokens[max(scene.sentence.first, dated.start - CLOSE) : dated.end + CLOSE]
    year_told = any(sign.isdigit() for sign in dated.mention.text)
    return not year_told and any(_is_memory(near, place) for place in range(len(near)))


def _is_memory(tokens: Sequence[Token], place: int) -> bool:
    """ذكرى، أو مرور مئة عام."""
    after = tokens[place + 1 : place + 2]
    years = any(t.kind == TokenKind.NUMBER or t.norm in _YEARS_ON or number_word(t.norm) for t in after)
    return tokens[place].stem == "ذكري" or (tokens[place].stem == "مرور" and years)


def _charged(scene: Scene, dated: Dated, nouns: Sequence[Trigger]) -> bool:
    """بعد اتهامه الجيش يوم الاثنين بشن ضربة: the date is the accusation's."""
    before = [n for n in scene.charges if n < dated.start and dated.start - n < CLOSE]
    return bool(before) and not any(before[-1] < t.start < dated.start for t in nouns)


def _of_participle(scene: Scene, dated: Dated, nouns: Sequence[Trigger]) -> bool:
    """المطارد منذ تموز، اعتقل: the time is that of a participle which describes no event."""
    if dated.start == scene.sentence.first:
        return False
    token = scene.doc.tokens[dated.start - 1]
    nisba = token.stem.endswith(("يه", "ي"))
    participle = token.definite and token.stem.startswith("م") and len(token.stem) > NEAR and not nisba
    near = scene.doc.tokens[max(scene.sentence.first, dated.start - NEAR - 2) : dated.start]
    participle = participle or any(word.definite and word.stem in _STATES for word in near)
    return participle and not any(0 <= dated.start - t.end <= NEAR + 1 for t in nouns)


def _to_this_day(scene: Scene, dated: Dated) -> bool:
    """منذ بداية العمليات وحتى اليوم: how long a count goes on, and no date of what it begins with."""
    if not dated.mention.text.startswith("حتى") or dated.mention.basis != "relative":
        return False
    before = scene.doc.tokens[max(scene.sentence.first, dated.start - CLOSE) : dated.start]
    return bool(before) and before[-1].norm == "و" and any(token.norm == "منذ" for token in before)


def _of_report(scene: Scene, dated: Dated, clause: Clause) -> bool:
    """أكدت الوكالة المكلفة مراقبة الاتفاق، في نهاية شباط، أن: what was said follows the date of the saying."""
    tokens, after = scene.doc.tokens, dated.end
    if after < scene.sentence.last and tokens[after].text in "،,":
        after += 1
    told = after < scene.sentence.last and tokens[after].norm in COMPLEMENTIZERS
    apart = any(t.text in "،,؛" for t in tokens[max(scene.sentence.first, dated.start - 2) : dated.start])
    outer = scene.clauses.clauses[clause.parent].verb if clause.parent is not None else None
    reported = clause.verb not in scene.carries and bool({clause.verb, outer} & scene.reporting)
    return told and apart and reported


def _of_figures(scene: Scene, dated: Dated) -> bool:
    """التمويل عن عام 2017: the year of an account; مقارنة بعام 2016: that with which another is compared."""
    before = scene.doc.tokens[max(scene.sentence.first, dated.start - 2) : dated.start]
    return bool(before) and (before[-1].norm == "عن" or any(token.norm in _COMPARING for token in before))
