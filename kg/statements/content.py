"""Contents: where the words said begin."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kg.arabic.tokens import TokenKind
from kg.clauses import word_set
from kg.records import Kind
from kg.statements.cues import Cue
from kg.statements.openings import opens_content, past_outlet, preposition_of, skip_adjunct, skip_adverbials
from kg.statements.phrases import phrase_at
from kg.statements.scene import Scene
from kg.statements.verb_lists import SAYING
from kg.statements.words import (
    BREAKS,
    COMPLEMENTIZERS,
    CONNECTORS,
    OPENING_QUOTES,
    PERCENT,
    PREPOSITIONS,
    QUANTIFIERS,
    RELATIVES,
    WHO,
)

FARTHEST = 45


LONGEST_ADDRESSEE = 20


LONGEST_RELATIVE = 30


class Opening(Enum):
    """What opens the words said."""

    THAT = "أن"
    COLON = "colon"
    QUOTE = "quote"
    PREPOSITION = "preposition"
    OBJECT = "object"
    ADDRESSEE = "addressee"


MARKED = frozenset({Opening.THAT, Opening.COLON, Opening.QUOTE})


@dataclass(frozen=True)
class Start:
    """``token`` is the first token of the words said, ``mark`` the token that opens them."""

    token: int
    mark: int
    opening: Opening


def find_start(scene: Scene, cue: Cue, at: int, limit: int, *, far: bool = True) -> Start | None:
    """Return where the words said begin, searching from ``at``, the token after the cue's subject.

    ``far`` allows clauses between, which only a subject that is said can have.
    """
    if (start := _object_named(scene, cue, at, limit)) is not None:
        return start
    near = _near(scene, cue, at, limit)
    if near is None and cue.entry.held and far:
        near = _after_pause(scene, cue, at, limit)
    if cue.entry.marker_only and far and near is not None and near.opening not in MARKED:
        later = _far(scene, cue, at, limit)
        return later if later is not None and later.opening in (Opening.COLON, Opening.QUOTE) else None
    if cue.entry.marker_only or cue.entry.held:
        return near if near is not None and (near.opening in MARKED or not cue.entry.marker_only) else None
    later = None if near else _far(scene, cue, at, limit)
    direct = later is not None and later.opening in (Opening.COLON, Opening.QUOTE)
    if later is not None and cue.entry.relays and _told_by_another(scene, at, later.mark):
        return None
    return near or (later if far or direct or (later and _beside(scene, at, later.mark)) else None)


def _told_by_another(scene: Scene, first: int, last: int) -> bool:
    """Whether a clause that describes somebody says what he said: نقلت حوارها مع ضابط، الذي قال إن."""
    return any(scene.norms[at] in WHO and scene.norms[at + 1] in SAYING for at in range(first, last))


def _beside(scene: Scene, at: int, mark: int) -> bool:
    """Whether only a short noun phrase stands between a verb and the mark of its words: يقول أعضاء فيها إن."""
    people = scene.norms[at].endswith("ون") and not scene.tokens[at].definite  # قال مفاوضون من المعارضة السورية إن
    share = not PERCENT.isdisjoint(scene.norms[at : at + 5])  # قال 60 بالمئة ممن شملهم الاستطلاع إن
    near = mark - at <= (20 if share else 10 if people else 6)
    noun = scene.tag(at) == "NOUN" or scene.norms[at] in QUANTIFIERS
    plain = (people or noun) and all(scene.tag(place) != "VERB" for place in range(at, mark))
    return near and (share or plain)


def _after_pause(scene: Scene, cue: Cue, at: int, limit: int) -> Start | None:
    """Return the start of a view that أن behind a comma opens: اعتبر الوزير، الذي ...، أن."""
    later = _far(scene, cue, at, limit)
    paused = later is not None and scene.tokens[later.mark - 1].text in "،,"
    return later if later is not None and paused and later.opening == Opening.THAT else None


def _object_named(scene: Scene, cue: Cue, at: int, limit: int) -> Start | None:
    """Return the start of a report that its object tells: حمّل الفصائل المسؤولية، تبنى الهجوم."""
    if not cue.entry.objects or at >= limit:
        return None
    at = skip_adverbials(scene, at, limit)
    if at >= limit or preposition_of(scene, at, cue) is not None:
        return None
    for step in range(at, min(limit, at + (LONGEST_ADDRESSEE if cue.entry.addressee else 2))):
        token = scene.tokens[step]
        if token.text in BREAKS or token.norm in COMPLEMENTIZERS or (step > at and scene.tag(step) == "VERB"):
            return None
        if step > at and not cue.entry.addressee and scene.tag(at) == "NOUN":
            return None  # تبنى سياسة إسقاط الدول
        if token.stem in cue.entry.objects or (token.stem.endswith("ا") and token.stem[:-1] in cue.entry.objects):
            return Start(at, at, Opening.ADDRESSEE if step > at else Opening.OBJECT)
    return None


_PAUSES = frozenset("،,-–—#")


def _near(scene: Scene, cue: Cue, at: int, limit: int) -> Start | None:
    """Read on past adverbs and adjuncts to what opens the words said."""
    behind_subject = at
    while at < limit:
        if (behind := skip_adverbials(scene, at, limit)) > at:
            at = behind
        elif (behind := past_reference(scene, at, limit)) > at:
            at = behind_subject = behind
        elif opens_content(scene, at, cue):
            return start_at(scene, at, cue, limit)
        elif scene.norms[at] in COMPLEMENTIZERS:
            return None  # طلب فدية قبل | أن يغادر
        elif scene.tokens[at].text in _PAUSES:
            at = _past_relative(scene, at, limit) or at + 1
        elif (start := _unmarked(scene, cue, at, limit)) is not None:
            return start
        elif at == behind_subject and _describes_subject(scene, at):
            at = behind_subject = at + 1
        elif "object" in cue.entry.introduces and (_nominal(scene, at) or (cue.entry.held and _judged(scene, at))):
            return _behind_apposition(scene, cue, at, limit) or Start(at, at, Opening.OBJECT)
        elif (behind := skip_adjunct(scene, at, limit, cue)) > at:
            at = behind
        else:
            return None
    return None


def _unmarked(scene: Scene, cue: Cue, at: int, limit: int) -> Start | None:
    """Return the start of words at ``at`` that no mark opens: those told an addressee, those in the first person."""
    addressed = cue.entry.addressee or cue.entry.stance == "warns"
    if addressed and (start := _addressed(scene, cue, at, limit)) is not None:
        return start
    return Start(at, at, Opening.THAT) if cue.entry.stance == "says" and _own_words(scene, at) else None


def _past_relative(scene: Scene, at: int, limit: int) -> int | None:
    """Return the token behind the clause between commas that describes the subject: تنفي روسيا، التي تدخلت، تورطها."""
    if at + 1 >= limit or scene.norms[at + 1] not in WHO:
        return None
    for step in range(at + 2, min(limit - 1, at + LONGEST_RELATIVE)):
        if scene.tokens[step].text in BREAKS:
            return None
        if scene.tokens[step].text in "،,":
            return step + 1
    return None


def _describes_subject(scene: Scene, at: int) -> bool:
    """Whether an adjective at ``at`` is the last of the subject's: it agrees with it."""
    subject = scene.ending.get(at)
    if subject is None or not scene.tokens[at].definite or scene.tag(at) != "ADJ":
        return False
    if subject.number != "s" or (subject.gender is None and subject.end == subject.start + 1):
        return True
    of_she = subject.gender == "f" or (subject.gender is None and scene.tokens[subject.start].stem.endswith("ه"))
    return scene.tokens[at].stem.endswith("ه") == of_she


def _judged(scene: Scene, at: int) -> bool:
    """Whether a demonstrative stands for what is judged, and the judgement follows: معتبرا ذلك خطوة، اعتبر هذا خرقا."""
    following = at + 1
    if scene.norms[at] not in ("ذلك", "هذا", "هذه") or following >= len(scene.tokens):
        return False
    return scene.tag(following) in ("NOUN", "ADJ") and not scene.tokens[following].definite


def _behind_apposition(scene: Scene, cue: Cue, at: int, limit: int) -> Start | None:
    """Return the start behind a noun between commas that tells more of the subject: أكد فلان، مدير المركز، أن."""
    if scene.tokens[at - 1].text not in "،," or at - 1 not in scene.ending:
        return None
    later = _far(scene, cue, at, limit)
    paused = later is not None and later.opening == Opening.THAT and scene.tokens[later.mark - 1].text in "،,"
    return later if paused else None


def past_reference(scene: Scene, at: int, limit: int) -> int:
    """Return where أن follows a source named between verb and words (ذكرت الوكالة نقلا عن مصادر أن), else ``at``."""
    paused = at + (at + 1 < limit and scene.tokens[at].text in "،,")
    if scene.norms[paused] in _REFERENCES:
        behind = _past_source(scene, paused, limit)
        return behind if behind > paused else at
    if scene.norms[at : at + 2] != ["نقلا", "عن"]:
        return at
    for step in range(at + 3, min(limit, at + 16)):
        if scene.norms[step] in COMPLEMENTIZERS or scene.tokens[step].text == ":":
            return step
    end = scene.places.get(at + 2, at + 3)
    while end < limit and scene.tag(end) == "ADJ":
        end += 1
    end += end < limit and scene.tokens[end].text in "،,"
    object_behind = end < limit and scene.tag(end) == "NOUN" and not scene.tokens[end].definite
    return end if object_behind else at


_REFERENCES = word_set("وفقا وفق بحسب حسب حسبما استنادا")


def _past_source(scene: Scene, at: int, limit: int) -> int:
    """Return the token after the comma that closes a source: أعرب، وفقا للوكالة، عن شكره; ``at`` where none does."""
    for step in range(at + 1, min(limit, at + 16)):
        if scene.tokens[step].text in "،,":
            return step + 1
        if scene.tokens[step].kind == TokenKind.PUNCT or scene.norms[step] in COMPLEMENTIZERS:
            break
    return at


def _own_words(scene: Scene, at: int) -> bool:
    """Whether a clause in the first person begins at ``at`` without any mark: وقال سنواصل العمل."""
    sentence = scene.doc.sentence_of(at)
    if scene.norms[at] == "س" and scene.tokens[at].kind == TokenKind.PROCLITIC and at + 1 < sentence.last:
        return scene.norms[at + 1].startswith(("ن", "ا"))
    return False


def _nominal(scene: Scene, at: int) -> bool:
    token = scene.tokens[at]
    if token.text in OPENING_QUOTES:
        return True
    if token.kind not in (TokenKind.WORD, TokenKind.LATIN, TokenKind.NUMBER):
        return False
    if token.norm == "ذلك":
        return at + 1 < len(scene.tokens) and scene.tokens[at + 1].definite  # رفض ذلك المقترح
    return token.norm not in PREPOSITIONS | CONNECTORS | (RELATIVES - {"ما"})


def _addressed(scene: Scene, cue: Cue, at: int, limit: int) -> Start | None:
    """Read an addressee and what he is told: the words said begin with him (دعا القوات إلى الرحيل)."""
    if not _nominal(scene, at):
        return None
    found = phrase_at(scene, at, limit)
    position = found.end if found and found.actors[0].kind != Kind.UNNAMED else at + 1
    for step in range(position, min(limit, at + 25)):
        token = scene.tokens[step]
        if token.text in BREAKS:
            return None
        if opens_content(scene, step, cue) and token.text not in OPENING_QUOTES:
            inner = start_at(scene, step, cue, limit)
            if inner is not None and inner.opening == Opening.COLON:  # أبلغ الصحفيين: ...
                return None if any(scene.tag(place) == "VERB" for place in range(at, step)) else inner
            marked = inner is not None and inner.opening in MARKED
            return (
                inner
                if marked and "أن" in cue.entry.introduces and len(cue.entry.introduces) == 1
                else Start(at, step, Opening.ADDRESSEE)
            )
    return None


def _far(scene: Scene, cue: Cue, at: int, limit: int) -> Start | None:
    """Look on past clauses that hang on the subject for the first mark of speech."""
    after_comma, step, farthest = False, at, min(limit, at + FARTHEST)
    while step < farthest:
        token = scene.tokens[step]
        if token.text in BREAKS:
            return None
        if step in scene.date_ends:
            step = scene.date_ends[step]
            continue
        if token.stem in scene.words.outlet and (behind := past_outlet(scene, step, limit)) > step:
            step = behind
            continue
        if token.text == ":" or token.text in OPENING_QUOTES or token.norm in COMPLEMENTIZERS:
            if opens_content(scene, step, cue) and not _short_quote(scene, step, cue):
                return start_at(scene, step, cue, limit)
        elif after_comma and preposition_of(scene, step, cue):
            return start_at(scene, step, cue, limit)
        after_comma = token.text in "،,"
        step += 1
    return None


def _short_quote(scene: Scene, at: int, cue: Cue) -> bool:
    """Whether a quotation is too short for words said, where neither a colon nor the cue's preposition opens it."""
    quote = scene.quote_opening(at)
    opened = (
        scene.tokens[at - 1].text == ":" or preposition_of(scene, at + 1, cue) is not None
    )  # أشاد ... "بانطلاقة جديدة"
    return quote is not None and scene.words_in(*quote) < 4 and not opened


def start_at(scene: Scene, at: int, cue: Cue, limit: int) -> Start | None:
    """Return the start of the words that the mark at ``at`` opens."""
    token = scene.tokens[at]
    if token.text == ":" or token.text in OPENING_QUOTES:
        colon = token.text == ":"
        return _after_mark(scene, at, at + colon, Opening.COLON if colon else Opening.QUOTE, limit)
    if token.norm in COMPLEMENTIZERS:
        return _after_that(scene, at, limit)
    following = at + 1
    if following < limit and scene.norms[following] in COMPLEMENTIZERS:
        return _after_that(scene, following, limit)
    if following + 1 < limit and scene.tokens[following].stem == "قول" and _marked(scene, following + 1):
        return start_at(scene, following + 1, cue, limit)  # شدد على القول: "..."
    return _after_mark(scene, at, following, Opening.PREPOSITION, limit)


def _marked(scene: Scene, at: int) -> bool:
    return scene.norms[at] in COMPLEMENTIZERS or scene.tokens[at].text == ":" or scene.tokens[at].text in OPENING_QUOTES


def _after_that(scene: Scene, at: int, limit: int) -> Start | None:
    following = at + 1
    if following < limit and scene.tokens[following].kind == TokenKind.ENCLITIC:
        behind = following + 1
        quoted = behind < limit and scene.tokens[behind].text in OPENING_QUOTES
        return _after_mark(scene, at, behind if quoted else at, Opening.THAT, limit)
    if following < limit and scene.tokens[following].text == ":":
        following += 1
    return _after_mark(scene, at, following, Opening.THAT, limit)


def _after_mark(scene: Scene, mark: int, at: int, opening: Opening, limit: int) -> Start | None:
    while (at < limit and scene.tokens[at].text in "،,:-–—") or (at < limit and scene.tokens[at].text == "ـ"):
        at += 1
    return Start(at, mark, opening) if at < limit else None
