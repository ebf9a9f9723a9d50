"""Noun phrases that nobody knows and that may speak by their words alone, read to where they end."""

from __future__ import annotations

from kg.arabic.tokens import TokenKind
from kg.records import Kind
from kg.statements.carriers import owned_end
from kg.statements.cues import Cue
from kg.statements.drafts import Context
from kg.statements.noun_phrases import COUNTING, definite_phrase, described_phrase, proper_phrase
from kg.statements.openings import opens_content, skip_adverbials
from kg.statements.phrases import Subject, past_pronoun, past_represented, phrase_at
from kg.statements.scene import Actor, Scene
from kg.statements.words import DEMONSTRATIVES, OPENING_QUOTES, PREPOSITIONS, QUANTIFIERS


def unknown_phrase(ctx: Context, at: int, limit: int) -> Subject | None:
    """Return the noun phrase at ``at``, some or many of some people, without what belongs to it behind."""
    return _some_of_them(ctx.scene, at, limit) or _phrase_at(ctx, at + _shows_many(ctx.scene, at, limit), limit)


def _shows_many(scene: Scene, at: int, limit: int) -> bool:
    """Whether a demonstrative stands before several people or bodies: هؤلاء المهجرون، تلك المنظمات."""
    if at + 1 >= limit or scene.norms[at] not in DEMONSTRATIVES or not scene.tokens[at + 1].definite:
        return False
    return scene.form(at + 1)[1] == "p" or scene.tokens[at + 1].stem in scene.words.several


def widened(ctx: Context, cue: Cue, phrase: Subject, limit: int) -> Subject:
    """Return a phrase with the name, the owner, the origin and those joined to it that stand behind it."""
    if phrase.number == "p" and not ctx.scene.tokens[phrase.start].definite:
        phrase = of_origin(ctx.scene, phrase, limit)
    return _joined(ctx, cue, _with_owner(ctx, _with_name(ctx, phrase, limit), limit), limit)


def _phrase_at(ctx: Context, at: int, limit: int) -> Subject | None:
    if (government := ctx.scene.government(at)) is not None:
        return Subject(at, government.end, (government,), "f", "s")
    if (end := ctx.scene.lands.get(at)) is not None and end <= limit:
        return Subject(at, end, (Actor(at, end, None, Kind.UNNAMED, "f", "s"),), "f", "s")  # تخشى أوروبا
    if ctx.scene.norms[at] in _THESE:
        return _these(ctx, at)
    for read in (_quoted_name, _many_of, _close_to, definite_phrase, described_phrase, proper_phrase, _owned_noun):
        if (phrase := read(ctx.scene, at, limit)) is not None:
            return phrase
    return None


LAST_SPEAKERS = 12
_THESE = frozenset({"هولاء", "اوليك"})


def _these(ctx: Context, at: int) -> Subject | None:
    """Return those whom هؤلاء takes up: the last speakers who are several."""
    recent = reversed(ctx.memory.spoke[-LAST_SPEAKERS:])
    spoke = next((spoke for spoke in recent if spoke.number == "p" and len(spoke.keys) == 1), None)
    if spoke is None:
        return None
    return Subject(at, at + 1, (Actor(at, at + 1, spoke.keys[0], Kind.UNNAMED, "m", "p"),), "m", "p")


def _some_of_them(scene: Scene, at: int, limit: int) -> Subject | None:
    """Return a quantity with a pronoun (اتهم بعضهم، قال أحدهم)."""
    if at + 1 >= limit or scene.norms[at] not in QUANTIFIERS or scene.norms[at + 1] not in ("هم", "هن", "هما"):
        return None
    one = scene.norms[at] in ("احد", "احدي")
    actor = Actor(at, at + 2, None, Kind.UNNAMED, None, "s" if one else "p")
    return Subject(at, at + 2, (actor,), None, actor.number)


def _many_of(scene: Scene, at: int, limit: int) -> Subject | None:
    """Return a quantity or a number of people or states: العديد من القادة، خمس دول أوروبية."""
    counted, of = scene.tokens[at].stem in COUNTING | QUANTIFIERS, at + 1 < limit and scene.norms[at + 1] == "من"
    if not (counted and of) and scene.tag(at) != "NUM":
        return None
    noun = at + 1 + of
    if noun >= limit or scene.tag(noun) != "NOUN":
        return None
    inner = phrase_at(scene, noun, limit) or definite_phrase(scene, noun, limit) or described_phrase(scene, noun, limit)
    end = inner.end if inner is not None else noun + 1
    gender = scene.form(noun)[0] if not of else "m"
    return Subject(at, end, (Actor(at, end, None, Kind.UNNAMED, gender, "p"),), gender, "p")


def _close_to(scene: Scene, at: int, limit: int) -> Subject | None:
    """Return those who are close to a person named: عائلة الفنان فلان، محامي فلان."""
    stem, plural = scene.tokens[at].stem, scene.norms[at].endswith("و") and scene.tag(at) == "NOUN"
    close = stem in scene.words.kin or stem in scene.words.entourage or plural  # منتقدو الوزير
    person = scene.actors.get(at + 1) if close else None
    if person is None or person.kind != Kind.PERSON or person.end > limit:
        return None
    gender, number = scene.form(at)
    return Subject(at, person.end, (Actor(at, person.end, None, Kind.UNNAMED, gender, number),), gender, number)


def _owned_noun(scene: Scene, at: int, limit: int) -> Subject | None:
    """Return a noun of people with a pronoun, and its adjectives: أفاد مراسلنا، يطالب موظفوها، محاميه الخاص."""
    if at + 1 >= limit or scene.tag(at) != "NOUN" or scene.tokens[at + 1].kind != TokenKind.ENCLITIC:
        return None
    stem, plural = scene.tokens[at].stem, scene.norms[at].endswith("و")
    if not (plural or stem in scene.words.associate):
        return None
    end = at + 2
    while end < limit and scene.tag(end) == "ADJ" and scene.tokens[end].definite:
        end += 1
    person = scene.actors.get(end)
    if person is not None and person.kind == Kind.PERSON and person.end <= limit:
        return Subject(at, person.end, (person,), person.gender, "s")  # رفض شقيقه شهباز شريف
    gender, number = ("m", "p") if plural else scene.form(at)
    gender = "f" if stem.endswith("ت") and not plural else gender
    return Subject(at, end, (Actor(at, end, None, Kind.UNNAMED, gender, number),), gender, number)


def _quoted_name(scene: Scene, at: int, limit: int) -> Subject | None:
    """Return a name between quotation marks that nobody knows (قالت "نوفارتس" إن)."""
    quote = scene.quote_opening(at) if scene.tokens[at].text in OPENING_QUOTES else None
    if quote is None or quote[1] >= limit or not 1 <= scene.words_in(*quote) <= 3:
        return None
    if any(scene.tag(place) == "VERB" or scene.norms[place] in PREPOSITIONS for place in range(*quote)):
        return None
    key = scene.body_named(scene.norms[at + 1 : quote[1] - 1])
    kind = Kind.ORGANIZATION if key else Kind.UNNAMED
    actor = Actor(at + 1, quote[1] - 1, key, kind, None, "s")
    return Subject(at, quote[1], (actor,), None, "s")


def _with_name(ctx: Context, phrase: Subject, limit: int) -> Subject:
    """Return a phrase with the proper nouns behind it, as the person who bears them (الشيخ جابر)."""
    end, stem, words = phrase.end, ctx.scene.tokens[phrase.start].stem, ctx.scene.words
    person = ctx.scene.actors.get(end)
    named = person is not None and person.kind == Kind.PERSON and phrase.number == "s"
    if person is not None and named and stem not in words.kin and stem not in words.institution:
        return Subject(phrase.start, person.end, (person,), phrase.gender, "s")  # نجم الكرة البرازيلي السابق فلان
    while end < limit and ctx.scene.tag(end) == "PROPN" and end not in ctx.scene.date_ends:
        if (actor := ctx.scene.actors.get(end)) is not None and actor.kind != Kind.PERSON:
            break
        end += 1
    if end == phrase.end or phrase.number != "s":
        return phrase
    keys = {ctx.scene.name_words.get(ctx.scene.norms[at]) for at in range(phrase.end, end)} - {None}
    key = keys.pop() if len(keys) == 1 and ctx.scene.tokens[phrase.start].stem not in words.kin else None
    kind = Kind.PERSON if key else Kind.UNNAMED
    actor = Actor(phrase.start, end, key, kind, phrase.gender, phrase.number)
    return Subject(phrase.start, end, (actor,), phrase.gender, phrase.number)


def _with_owner(ctx: Context, phrase: Subject, limit: int) -> Subject:
    """Return an unnamed phrase with those whose it is: تحقيق صحفي لـ"سكاي نيوز"، أعضاء فيها."""
    actor, end = phrase.actors[0], past_pronoun(ctx.scene, phrase.start, phrase.end, limit)
    if actor.key is None and end + 1 < limit and ctx.scene.norms[end] == "ل":
        end = owned_end(ctx, end, limit)
    whole = Actor(phrase.start, end, actor.key, actor.kind, phrase.gender, phrase.number)
    return phrase if end == phrase.end else Subject(phrase.start, end, (whole,), phrase.gender, phrase.number)


def _joined(ctx: Context, cue: Cue, phrase: Subject, limit: int) -> Subject:
    """Return a definite phrase with one joined to it, and what its last adjective hangs on, before the words said.

    زعمت الجماعات والنواب المدعومون من الخارج أن.
    """
    scene, end = ctx.scene, phrase.end
    if end + 1 < limit and scene.norms[end] == "و" and scene.tokens[end].kind == TokenKind.PROCLITIC:
        second = phrase_at(scene, end + 1, limit) or definite_phrase(scene, end + 1, limit)
        if second is not None and second.actors[0].kind == Kind.UNNAMED:
            phrase = _whole(phrase, second.end, "p")  # هيئات عدة ونشطاء حقوقيون
        end = second.end if second is not None else end
    if end + 1 < limit and end > phrase.start + 1 and scene.norms[end] in ("من", "ب", "ل", "في"):
        behind = scene.places.get(end + 1, end + 2)
        end = behind if scene.tag(end - 1) == "ADJ" and scene.norms[end - 1].startswith("الم") else end
    behind = skip_adverbials(scene, end, limit)
    if end == phrase.end or behind >= limit or not opens_content(scene, behind, cue):
        return phrase
    return _whole(phrase, end, "p" if end > phrase.end else phrase.number)


def _whole(phrase: Subject, end: int, number: str) -> Subject:
    """Return a phrase known by its words alone, up to ``end``."""
    actor = Actor(phrase.start, end, None, Kind.UNNAMED, phrase.gender, number)
    return Subject(phrase.start, end, (actor,), phrase.gender, number)


def of_origin(scene: Scene, phrase: Subject, limit: int) -> Subject:
    """Return a phrase with those whom its people stand for or come from."""
    end = _past_origin(scene, phrase.start, phrase.end, limit)
    return phrase if end == phrase.end else _whole(phrase, end, phrase.number)


def _past_origin(scene: Scene, at: int, end: int, limit: int) -> int:
    """Return the token after those whom people stand for or come from: ممثلون عن الحزب، مفاوضون من المعارضة."""
    behind = past_represented(scene, at, end, limit)
    if behind > end or end + 1 >= limit or scene.norms[end] not in ("من", "في", "ب"):
        return behind
    body = phrase_at(scene, end + 1, limit) or definite_phrase(scene, end + 1, limit)
    return body.end if body is not None else end
