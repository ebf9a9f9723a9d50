"""Drafts: what is known of one report before it becomes a record, and of the sentence in which it is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.arabic.tokens import TokenKind
from kg.document import Sentence
from kg.labels import Features
from kg.records import Kind
from kg.statements.content import Start
from kg.statements.cues import Cue, CueKind
from kg.statements.memory import Memory, Spoke
from kg.statements.phrases import Subject
from kg.statements.scene import Scene


@dataclass
class Draft:
    """One report.

    ``clause`` is where its reporting clause begins, ``stop`` where the words said must end at the latest, ``span``
    where they stand; ``said`` is the source phrase behind them. ``cuts`` tells that the words of an earlier report end
    with this clause, ``nested`` that they hold it.
    """

    cue: Cue | None
    spoke: Spoke
    start: Start
    clause: int
    rule: str
    confidence: float
    stop: int
    subject: Subject | None = None
    nested: bool = False
    via: str | None = None
    hearsay: bool = False
    span: tuple[int, int] = (0, 0)
    quoted: bool = False
    parent: Draft | None = None
    cuts: bool = True
    said: tuple[int, int] = field(default=(0, 0))


@dataclass
class Context:
    """The sentence being read: its drafts so far, its verbal nouns by place, its participles that report alone."""

    scene: Scene
    memory: Memory
    sentence: Sentence
    drafts: list[Draft]
    nouns: dict[int, Cue]
    hanging: list[int]

    @classmethod
    def of(cls, scene: Scene, memory: Memory, sentence: Sentence, cues: list[Cue], drafts: list[Draft]) -> Context:
        """Return the context of a sentence with ``cues``, behind ``drafts``, its heading."""
        nouns = {cue.start: cue for cue in cues if cue.kind == CueKind.MASDAR}
        participles = [cue for cue in cues if cue.kind == CueKind.PARTICIPLE]
        hanging = [c.start for c in participles if not _opens_words(c) or _adds_behind_pause(scene, c)]
        return cls(scene, memory, sentence, drafts, nouns, hanging)

    @property
    def leading(self) -> list[Draft]:
        """The reports of the sentence that are no part of another's words."""
        return [draft for draft in self.drafts if not draft.nested and draft.cuts]


def _opens_words(cue: Cue) -> bool:
    """Whether a participle only opens the words of the verb before it (وأضاف قائلا، وتابع متسائلا)."""
    return cue.entry.concept.name in ("say", "wonder", "add", "continue", "ask")


def _adds_behind_pause(scene: Scene, cue: Cue) -> bool:
    """Whether a participle of adding begins a report of its own: هدد بالرد، مضيفا أن."""
    return cue.entry.concept.name == "add" and scene.tokens[cue.start - 1].kind == TokenKind.PUNCT


def spoke_of(ctx: Context, cue: Cue, subject: Subject) -> Spoke:
    """Return who speaks, with what the verb tells of them."""
    keys = ctx.memory.keys_of(subject)
    gender = cue.features.gender if subject.gender is None else subject.gender
    if ctx.scene.tokens[subject.start].stem in ctx.scene.words.issued and subject.actors[0].start > subject.start:
        gender = None  # the verb may go on with the text or with its author: أفاد بيان للوزارة ... وأضاف، وأضافت
    elif keys and len(subject.actors) == 1 and (entity := ctx.scene.entity(keys[0])) and entity.kind == Kind.PERSON:
        gender = cue.features.gender or gender
    return Spoke(keys, gender, subject.number, subject.start)


def quote_limit(ctx: Context, cue: Cue) -> int:
    """Return where a report must end: with its sentence, or with the quotation in which it stands."""
    quote = ctx.scene.quote_at(cue.start)
    if quote is not None and ctx.scene.words_in(*quote) > 4 and quote[0] < cue.start:
        return min(ctx.sentence.last, quote[1] - 1) if quote[1] - 1 > cue.end else ctx.sentence.last
    return ctx.sentence.last


def fits(features: Features, spoke: Spoke) -> bool:
    """Whether a verb of these features may have ``spoke`` for its unsaid subject."""
    if features.gender and spoke.gender and features.gender != spoke.gender:
        return False
    return features.number is None or (features.number in ("d", "p")) == (spoke.number in ("d", "p"))


def past_object(ctx: Context, cue: Cue) -> int:
    """Return the token behind a cue and the pronoun on it."""
    at = cue.end
    return at + 1 if at < len(ctx.scene.tokens) and ctx.scene.tokens[at].kind == TokenKind.ENCLITIC else at
