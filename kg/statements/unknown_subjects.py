"""Subjects that nobody knows yet: noun phrases behind a verb that speak by their words alone."""

from __future__ import annotations

from kg.arabic.tokens import TokenKind
from kg.clauses import word_set
from kg.records import Kind
from kg.statements.carriers import owned_end
from kg.statements.content import MARKED, Opening, Start, past_reference
from kg.statements.cues import Cue
from kg.statements.drafts import Context, past_object
from kg.statements.openings import opens_content, skip_adjunct, skip_adverbials
from kg.statements.phrases import (
    ALONE,
    COUNTING,
    Subject,
    accusative,
    agrees,
    definite_phrase,
    described_phrase,
    generic_at,
    past_pronoun,
    past_represented,
    phrase_at,
    proper_phrase,
)
from kg.statements.scene import Actor, Scene, noun_agreement
from kg.statements.words import (
    CLOSE,
    COMPLEMENTIZERS,
    DEMONSTRATIVES,
    FEMININE_PLURALS,
    INSTITUTIONS,
    OPENING_QUOTES,
    PREPOSITIONS,
    QUANTIFIERS,
    RELATIVES,
)


def institution(ctx: Context, cue: Cue, limit: int) -> Subject | None:
    """Return a phrase behind the verb that nobody knows yet, if what is said follows it: أيد مجلس النواب بقاء."""
    at = skip_adverbials(ctx.scene, past_object(ctx, cue), limit)
    if at >= limit:
        return None
    phrase = _some_of_them(ctx.scene, at, limit) or _phrase_at(ctx, at, limit)
    if phrase is None or phrase.end >= limit or not agrees(cue.features, phrase):
        return None
    if phrase.actors[0].kind == Kind.PERSON:
        return phrase
    if ctx.scene.norms[at] in QUANTIFIERS and ctx.scene.tokens[at + 1].kind == TokenKind.ENCLITIC:
        return phrase
    if phrase.number == "p" and not ctx.scene.tokens[at].definite:
        phrase = _of_origin(ctx.scene, phrase, limit)
    phrase = _joined(ctx, cue, _with_owner(ctx, _with_name(ctx, phrase, limit), limit), limit)
    if phrase.end >= limit:
        return None
    return phrase if opens_content(ctx.scene, phrase.end, cue) or _tells(ctx, cue, phrase, limit) else None


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


_THESE = frozenset({"هولاء", "اوليك"})


def _these(ctx: Context, at: int) -> Subject | None:
    """Return those whom هؤلاء takes up: the last speakers who are several."""
    spoke = next((spoke for spoke in reversed(ctx.memory.spoke) if spoke.number == "p" and len(spoke.keys) == 1), None)
    if spoke is None:
        return None
    return Subject(at, at + 1, (Actor(at, at + 1, spoke.keys[0], Kind.UNNAMED, "m", "p"),), "m", "p")


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
    gender = noun_agreement(scene.norms[noun])[0] if not of else "m"
    return Subject(at, end, (Actor(at, end, None, Kind.UNNAMED, gender, "p"),), gender, "p")


def _close_to(scene: Scene, at: int, limit: int) -> Subject | None:
    """Return those who are close to a person named: عائلة الفنان فلان، محامي فلان."""
    person = scene.actors.get(at + 1) if scene.tokens[at].stem in CLOSE else None
    if person is None or person.kind != Kind.PERSON or person.end > limit:
        return None
    gender, number = noun_agreement(scene.norms[at])
    return Subject(at, person.end, (Actor(at, person.end, None, Kind.UNNAMED, gender, number),), gender, number)


def _owned_noun(scene: Scene, at: int, limit: int) -> Subject | None:
    """Return a noun of people with a pronoun, and its adjectives: أفاد مراسلنا، يطالب موظفوها، محاميه الخاص."""
    if at + 1 >= limit or scene.tag(at) != "NOUN" or scene.tokens[at + 1].kind != TokenKind.ENCLITIC:
        return None
    stem, plural = scene.tokens[at].stem, scene.norms[at].endswith("و")
    if not (plural or stem.rstrip("تي") in _OWN_PEOPLE or stem in _OWN_PEOPLE):
        return None
    end = at + 2
    while end < limit and scene.tag(end) == "ADJ" and scene.tokens[end].definite:
        end += 1
    person = scene.actors.get(end)
    if person is not None and person.kind == Kind.PERSON and person.end <= limit:
        return Subject(at, person.end, (person,), person.gender, "s")  # رفض شقيقه شهباز شريف
    gender, number = ("m", "p") if plural else noun_agreement(scene.norms[at])
    gender = "f" if stem.endswith("ت") and not plural else gender
    return Subject(at, end, (Actor(at, end, None, Kind.UNNAMED, gender, number),), gender, number)


_OWN_PEOPLE = word_set(
    "مراسل مراسلون موفد مندوب مصدر مصادر محام محامي شاهد والد والده شقيق شقيقه زوج زوجه ابن ابنه نجل كريم جد عم خال "
    "مدير وكيل طبيب متحدث ناطق مستشار مساعد زميل صديق جار حليف شريك خصم قريب رييس زعيم قايد"
)


def _tells(ctx: Context, cue: Cue, phrase: Subject, limit: int) -> bool:
    """Whether an object or one accused stands behind a phrase that is definite or a name, or what is said later."""
    scene, behind = ctx.scene, phrase.end
    owned = scene.tokens[behind - 1].kind == TokenKind.ENCLITIC
    definite = owned or scene.tokens[phrase.start].definite or scene.tokens[behind - 1].definite
    quoted = scene.tokens[behind - 1].text in OPENING_QUOTES or scene.tokens[behind - 1].text in '"”»'
    body = scene.tokens[phrase.start].stem in INSTITUTIONS
    plural = scene.norms[phrase.start] in FEMININE_PLURALS or scene.norms[phrase.start].endswith("ات")
    several = phrase.number == "p" or plural  # هيئات عدة
    if not (definite or quoted or body or several or "PROPN" in (scene.tag(phrase.start), scene.tag(behind - 1))):
        return False
    accused = cue.entry.addressee and behind in scene.actors
    behind += body and behind + 1 < limit and scene.tokens[behind].text in "،,"  # طالبت رابطة كذا، المبعوث
    accused = accused or (cue.entry.addressee and behind in scene.actors)
    behind = skip_adverbials(scene, behind, limit) if body or definite or several else behind
    noun = behind < limit and behind not in scene.date_ends and (accused or _new_noun(scene, phrase, behind))
    if noun and ("object" in cue.entry.introduces or cue.entry.addressee):
        return True
    return (definite or quoted or body or several) and _told_later(
        ctx, cue, behind, min(limit, behind + 18), indefinite=not definite
    )


def _new_noun(scene: Scene, phrase: Subject, at: int) -> bool:
    """Whether a noun at ``at`` is no part of the phrase before it: it may be the object of the verb."""
    definite = scene.tokens[phrase.start].definite
    if scene.norms[phrase.start] in ALONE:
        return scene.tag(at) in ("NOUN", "ADJ")
    if scene.norms[at] in DEMONSTRATIVES:
        return definite or scene.tokens[phrase.start].stem in INSTITUTIONS
    alien = definite and scene.tag(at) == "ADJ" and not scene.tokens[at].definite and not accusative(scene.norms[at])
    return scene.tag(at) == "NOUN" or alien


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


def _some_of_them(scene: Scene, at: int, limit: int) -> Subject | None:
    """Return a quantity with a pronoun (اتهم بعضهم، قال أحدهم)."""
    if at + 1 >= limit or scene.norms[at] not in QUANTIFIERS or scene.norms[at + 1] not in ("هم", "هن", "هما"):
        return None
    one = scene.norms[at] in ("احد", "احدي")
    actor = Actor(at, at + 2, None, Kind.UNNAMED, None, "s" if one else "p")
    return Subject(at, at + 2, (actor,), None, actor.number)


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


def _with_owner(ctx: Context, phrase: Subject, limit: int) -> Subject:
    """Return an unnamed phrase with those whose it is: تحقيق صحفي لـ"سكاي نيوز"، أعضاء فيها."""
    actor, end = phrase.actors[0], past_pronoun(ctx.scene, phrase.start, phrase.end, limit)
    if actor.key is None and end + 1 < limit and ctx.scene.norms[end] == "ل":
        end = owned_end(ctx, end, limit)
    whole = Actor(phrase.start, end, actor.key, actor.kind, phrase.gender, phrase.number)
    return phrase if end == phrase.end else Subject(phrase.start, end, (whole,), phrase.gender, phrase.number)


def _with_name(ctx: Context, phrase: Subject, limit: int) -> Subject:
    """Return a phrase with the proper nouns behind it, as the person who bears them (الشيخ جابر)."""
    end = phrase.end
    while end < limit and ctx.scene.tag(end) == "PROPN" and end not in ctx.scene.date_ends:
        if (actor := ctx.scene.actors.get(end)) is not None and actor.kind != Kind.PERSON:
            break
        end += 1
    if end == phrase.end or phrase.number != "s":
        return phrase
    keys = {ctx.scene.name_words.get(ctx.scene.norms[at]) for at in range(phrase.end, end)} - {None}
    key = keys.pop() if len(keys) == 1 and ctx.scene.tokens[phrase.start].stem not in CLOSE else None
    kind = Kind.PERSON if key else Kind.UNNAMED
    actor = Actor(phrase.start, end, key, kind, phrase.gender, phrase.number)
    return Subject(phrase.start, end, (actor,), phrase.gender, phrase.number)


def _told_later(ctx: Context, cue: Cue, at: int, limit: int, *, indefinite: bool) -> bool:
    """Whether the words said open behind a name, date or adjunct: قال العمدة، سالم، أمس إن.

    What a verb asks of somebody tells an ``indefinite`` subject alone: those asked are definite.
    """
    while at < limit:
        if opens_content(ctx.scene, at, cue):
            marked = ctx.scene.norms[at] in COMPLEMENTIZERS or ctx.scene.tokens[at].kind == TokenKind.PUNCT
            return marked or indefinite or not (cue.entry.addressee or "object" in cue.entry.introduces)
        behind = skip_adverbials(ctx.scene, at, limit)
        if ctx.scene.norms[at] in RELATIVES and ctx.scene.tokens[at - 1].text in "،,":
            closing = [
                step for step in range(at, min(ctx.sentence.last, at + 20)) if ctx.scene.tokens[step].text in "،,"
            ]
            behind, limit = (closing[0], min(ctx.sentence.last, closing[0] + 18)) if closing else (at, limit)
        if behind == at and (ctx.scene.tokens[at].text in "،," or ctx.scene.tag(at) == "PROPN"):
            behind = at + 1
        if behind == at:
            behind = past_reference(ctx.scene, at, limit)
        if behind == at:
            behind = skip_adjunct(ctx.scene, at, limit, cue)
        if behind == at:
            return False
        at = behind
    return False


def nominative_subject(ctx: Context, cue: Cue, limit: int) -> Subject | None:
    """Return an indefinite noun in a nominative that shows, right behind the verb: اتهم يمنيون، قال مسؤولان."""
    at = skip_adverbials(ctx.scene, past_object(ctx, cue), limit)
    if at >= limit or not ctx.scene.norms[at].endswith(("ون", "ان")) or len(ctx.scene.norms[at]) < 5:
        return None
    if ctx.scene.norms[at] in COMPLEMENTIZERS or ctx.scene.tokens[at].definite:
        return None
    phrase = generic_at(ctx.scene, at, min(limit, at + 3))
    phrase = _of_origin(ctx.scene, phrase, limit) if phrase is not None else None
    return phrase if phrase is not None and phrase.number in ("p", "d") and agrees(cue.features, phrase) else None


def _of_origin(scene: Scene, phrase: Subject, limit: int) -> Subject:
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


def generic_subject(ctx: Context, cue: Cue, start: Start, limit: int) -> Subject | None:
    """Return an unnamed subject between verb and words said: وقال مراقبون إن."""
    if start.opening not in MARKED and start.opening != Opening.PREPOSITION:
        return None
    at = skip_adverbials(ctx.scene, past_object(ctx, cue), limit)
    if at >= start.mark or _mark_before(ctx, start) <= at:
        return None
    phrase = generic_at(ctx.scene, at, _mark_before(ctx, start))
    if phrase is None or not agrees(cue.features, phrase):
        return None
    if "object" in cue.entry.introduces and not ctx.scene.tokens[at].definite and phrase.number == "s":
        return None
    return phrase


def _mark_before(ctx: Context, start: Start) -> int:
    mark = start.mark
    return mark - 1 if mark > 0 and ctx.scene.norms[mark - 1] in ("ب", "علي", "الي", "عن", "من") else mark
