"""Reads the cues of a sentence one after the other; remembers who spoke."""

from __future__ import annotations

from collections.abc import Callable

from kg.document import Sentence
from kg.statements.carriers import statement_stem
from kg.statements.content import Opening
from kg.statements.cues import Cue, CueKind
from kg.statements.drafts import Context, Draft
from kg.statements.memory import Memory
from kg.statements.nouns import read_attribution, read_noun, read_participle
from kg.statements.scene import Scene
from kg.statements.sources import add_second_source, read_source
from kg.statements.verbs import read_verb

_READERS: dict[CueKind, Callable[[Context, Cue], Draft | None]] = {
    CueKind.VERB: read_verb,
    CueKind.PARTICIPLE: read_participle,
    CueKind.MASDAR: read_noun,
    CueKind.ATTRIBUTION: read_attribution,
    CueKind.SOURCE: read_source,
    CueKind.SOURCE_VERB: read_source,
}


def read_sentence(
    scene: Scene, memory: Memory, sentence: Sentence, cues: list[Cue], drafts: list[Draft]
) -> list[Draft]:
    """Return the reports of a sentence in order of their cues, behind ``drafts``, its heading."""
    ctx = Context.of(scene, memory, sentence, cues, drafts)
    done = sentence.first
    for cue in cues:
        if cue.start < done:
            if drafts and cue.kind == CueKind.SOURCE:
                add_second_source(ctx, cue)
            continue
        draft = _READERS[cue.kind](ctx, cue)
        if draft is not None:
            _add(ctx, draft)
            opened = cue.kind not in (CueKind.SOURCE, CueKind.SOURCE_VERB)
            done = max(done, draft.start.mark + opened)
    return ctx.drafts


def _add(ctx: Context, draft: Draft) -> None:
    draft.nested = draft.nested or _inside_words(ctx, draft)
    if ctx.drafts and _only_leads_in(ctx, ctx.drafts[-1], draft):
        ctx.drafts.pop()
    ctx.drafts.append(draft)
    if not draft.nested and draft.cuts and not _mere_figures(ctx, draft):
        ctx.memory.remember(draft.spoke, issued=_issued(ctx, draft))


def _mere_figures(ctx: Context, draft: Draft) -> bool:
    """Whether figures or news told something: a verb without subject behind them is none of theirs (وقالت)."""
    stem, words = ctx.scene.tokens[draft.spoke.at].stem, ctx.scene.words
    return (stem in words.figures or stem in words.news) and stem not in words.texts


def _issued(ctx: Context, draft: Draft) -> str | None:
    """Return the stem of the statement or report through which somebody spoke, whoever got it: أوضح في بيان تلقته."""
    tokens, texts = ctx.scene.tokens, ctx.scene.words.statement
    told = draft.spoke.at if draft.cue is not None and draft.cue.end == draft.spoke.at else -1
    if told >= 0 and tokens[told].stem in texts:
        return tokens[told].stem  # قال بيان للوزارة، بحسب تقرير للمنظمة
    for at in range(draft.clause + 1, draft.start.mark):
        before = at - 1 - (tokens[at - 1].norm in ("اول", "اخر", "احدث"))
        if tokens[at].stem in texts and tokens[before].norm in ("في", "ب", "عبر"):
            return tokens[at].stem
    return statement_stem(ctx.scene, draft.via)


def _only_leads_in(ctx: Context, last: Draft, draft: Draft) -> bool:
    """Whether a report only leads in to the words (عبرت عن قلقها، قائلة)."""
    if draft.cue is None or draft.cue.kind != CueKind.PARTICIPLE or draft.cue.entry.concept.name != "say":
        return False
    return last.start.opening == Opening.PREPOSITION and ctx.scene.words_in(last.start.token, draft.clause) <= 2


def _inside_words(ctx: Context, draft: Draft) -> bool:
    """Whether a report stands in the quotation that an earlier one opened."""
    quote = ctx.scene.quote_at(draft.clause)
    return quote is not None and any(
        quote[0] < draft.clause and quote[0] <= other.start.token < draft.clause < quote[1] for other in ctx.drafts
    )
