"""How the clause of a report hangs on what stands before it in its sentence."""

from __future__ import annotations

from kg.arabic.tokens import TokenKind
from kg.clauses import word_set
from kg.statements.cues import Cue
from kg.statements.drafts import Context
from kg.statements.phrases import Subject
from kg.statements.subjects import relative_before
from kg.statements.words import (
    ADVERBS,
    COMPLEMENTIZERS,
    CONNECTORS,
    OPENING_QUOTES,
)


def clause_start(ctx: Context, cue: Cue, subject: Subject | None) -> int:
    """Return the first token of the clause of a cue: its conjunctions, adverbs and the subject before it."""
    at = min(cue.start, subject.start) if subject is not None and subject.start < cue.start else cue.start
    at = clause_back(ctx, at, ctx.sentence.first)
    before = at - 1
    pronoun = before > ctx.sentence.first and ctx.scene.tokens[before].kind == TokenKind.ENCLITIC
    if pronoun and ctx.scene.norms[before - 1] in ("لكن", "ولكن", "ان", "كان"):
        at = clause_back(ctx, before - 1, ctx.sentence.first)
    return at


def clause_back(ctx: Context, at: int, first: int) -> int:
    dates = ctx.scene.date_starts
    while at > first:
        token = ctx.scene.tokens[at - 1]
        if at in dates and dates[at] >= first:
            at = dates[at]
        elif token.norm in _LEADING or (token.norm in ("في", "علي") and ctx.scene.norms[at] == "حين"):
            at -= 1
        elif token.norm == "ان" and at - 2 >= first and ctx.scene.norms[at - 2] in ("بعد", "غير", "الا", "حين", "بيد"):
            at -= 2
        else:
            break
    return at


def is_nested(ctx: Context, cue: Cue, subject: Subject | None) -> bool:
    """Whether the cue's clause is part of what an earlier cue of the sentence reports."""
    outer = [draft for draft in ctx.drafts if draft.cuts]
    if not outer or cue.start < outer[-1].start.token:
        return False
    at = clause_start(ctx, cue, subject)
    if at <= outer[-1].start.token or relative_before(ctx.scene, cue, ctx.sentence.first) is not None:
        return True
    before = ctx.scene.tokens[at - 1]
    if before.text in OPENING_QUOTES and at - 2 > outer[-1].start.token:
        before = ctx.scene.tokens[at - 2]
    if ctx.scene.norms[at] == "ان" or before.norm in COMPLEMENTIZERS:
        return True
    if before.kind == TokenKind.ENCLITIC and ctx.scene.norms[at - 2] in COMPLEMENTIZERS:
        return ctx.scene.norms[at - 3] not in ("الا", "غير", "بيد")
    return ctx.scene.norms[at] not in _JOINING and before.text not in '،,؛;."”»:-'


_JOINING = word_set("و ف كما لكن ولكن فيما بينما ثم حيث اذ بعد غير الا حين")
_LEADING = CONNECTORS | ADVERBS | word_set("كان كانت كانوا كانا حين كما وفيما")
