"""Acts: dated deeds that no class of event names (تخرج في الأكاديمية عام 1984).

They are looked for where an explicit date dates no other event; they are of the class ``Other``.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.arabic.tokens import TokenKind
from kg.clauses import AUXILIARIES, Clause, Link, conjugated, word_set
from kg.context import in_future
from kg.coreference import Cast
from kg.document import Sentence
from kg.events.dated import Dated
from kg.events.dating import Dating
from kg.events.scene import Scene
from kg.events.triggers import Trigger
from kg.events.words import looks_imperfect
from kg.records import Kind

_CALENDAR = frozenset({"absolute", "month", "anchored"})
_KINDS = frozenset({"point", "span", "since", "deadline"})
_NEAR = 6
_ACTORS = frozenset({Kind.PERSON, Kind.COUNTRY, Kind.ORGANIZATION, Kind.FORCE, Kind.UNNAMED})
_STATES = conjugated(
    "بلغ شكل مثل ضم عد اعتبر ذكر عرف بقي ارتفع انخفض تراجع زاد نما سجل حقق عاد رجع بدا/يبدو جاء أتى/يأتي مر "
    "استمر تجاوز قدر شهد حدث وقع تركز تعلق أظهر دل عنى/يعني كلف توقع حمل صدر مضى/يمضي قام حرص سعى حاول أراد "
    "اعتاد أمل كاد رأى/يرى أدرك شعر عاش عمل تمتع اتسم شمل تضمن استغرق استورد كسب ربح فاق ساد قبل جعل غاب "
    "احتوى/يحتوي وجد"
) - {"بدا"} | word_set("يتم تتم")
_PASSIVE = word_set("تم تمت جرى جرت")  # with a verbal noun: تم إنتاجه
_CAME_BACK = conjugated("عاد")
_REACHED = conjugated("وصل")  # a figure: وصل إلى 2150
_GAINED = conjugated("حصل")
_AMOUNTS = word_set(
    "عدد حجم قيمه نسبه معدل سعر اسعار اجمالي صادرات واردات عايدات ارباح ايرادات مبيعات ناتج نمو تضخم بطاله "
    "مبلغ مستوي موشر اسهم سهم انتاج استهلاك طلب عجز فايض ميزانيه حصيله رقم"
)
_NOUNS = word_set(
    "حصول وصول عوده انضمام اطلاق اغلاق افتتاح تسليم انفصال تخرج زواج ولاده ظهور صعود دخول هروب فرار تعليق تجميد "
    "الغاء اصدار تفكيك حل ضم انهيار انتقال التحاق ترشح فوز توحيد تسميم تدشين اعاده استيناف تفشي اكتشاف نقل"
)
_DEEDS = conjugated("نشر علق ألف قرر")


def acts_of(cast: Cast, sentence: Sentence, triggers: list[Trigger], used: set[Dated]) -> dict[Trigger, list[Dated]]:
    """Return the verbs of ``sentence`` that no class covers, each with its date: an explicit one that is not in
    ``used``.
    """
    scene = Scene(cast.doc, sentence, triggers)
    free = [d for d in scene.mentions if d not in used and explicit(d)]
    acts = [*_verbs(cast, scene), *_nouns(cast, scene)] if free else []
    if not acts:
        return {}
    dates = Dating(Scene(cast.doc, sentence, sorted([*triggers, *acts], key=lambda t: t.start))).dates()
    found = {act: [d for d in dates.get(act, []) if d in free and _fits(cast, act, d)] for act in acts}
    return {act: known[:1] for act, known in found.items() if known}


def explicit(dated: Dated) -> bool:
    """Whether a date is one of the calendar: a day, a month or a year that the text names, no decade in words."""
    mention = dated.mention
    decade = mention.kind == "span" and not any(sign.isdigit() for sign in mention.text)
    return mention.edtf is not None and mention.basis in _CALENDAR and mention.kind in _KINDS and not decade


def _verbs(cast: Cast, scene: Scene) -> Iterator[Trigger]:
    for verb in sorted(scene.clauses.verbs):
        if _acts(cast, scene, verb):
            yield Trigger(verb, verb + 1, "Other", True, False, False, "perfect", "dated act")


def _nouns(cast: Cast, scene: Scene) -> Iterator[Trigger]:
    """The verbal nouns of such deeds, with someone named close behind: عودة الرئيس عام 2012."""
    inside = {n for t in scene.triggers for n in range(t.start, t.end)} | scene.clauses.verbs
    mentions = [m for m in cast.between(scene.clauses.first, scene.clauses.end) if m.kind in _ACTORS]
    for number in range(scene.sentence.first, scene.sentence.last):
        token = cast.doc.tokens[number]
        named = any(m.start <= number < m.end for m in mentions)
        owned = any(0 < m.start - number <= _NEAR for m in mentions)
        if token.stem in _NOUNS and owned and not named and number not in inside:
            yield Trigger(number, number + 1, "Other", False, False, True, None, "dated act")


def _acts(cast: Cast, scene: Scene, verb: int) -> bool:
    """Whether the verb tells a deed of someone named, in a clause of its own weight."""
    if verb in scene.at or _idle(cast, verb):
        return False
    if verb in scene.reporting and cast.doc.tokens[verb].norm not in _DEEDS:
        return False
    clause = scene.clauses.clause(verb)
    described = (clause.link == Link.RELATIVE and clause.opener is None) or _owned(cast, scene, verb)
    return not described and _has_actor(cast, scene, clause, verb)


def _owned(cast: Cast, scene: Scene, verb: int) -> bool:
    """مناطق سيطرتها: what looks like a verb with its object may complete the bare noun before it."""
    before = cast.doc.tokens[verb - 1] if verb > scene.sentence.first else None
    if before is None or before.definite or verb + 1 >= scene.sentence.last:
        return False
    noun = cast.doc.tags(scene.sentence)[verb - 1 - scene.sentence.first] == "NOUN"
    return noun and cast.doc.tokens[verb + 1].kind == TokenKind.ENCLITIC


def _idle(cast: Cast, verb: int) -> bool:
    """A state or a figure rather than a deed; حصل without على only means that something happened."""
    token, after = cast.doc.tokens[verb], cast.doc.tokens[verb + 1 : verb + 6]
    if token.norm in _CAME_BACK:
        return not any(word.norm == "الي" for word in after[:4])
    if token.norm in AUXILIARIES or token.norm in _STATES or (token.norm == "بدا" and "أ" not in token.text):
        return True
    if token.norm in _REACHED and any(word.kind == TokenKind.NUMBER for word in after[:3]):
        return True
    if token.norm in _GAINED:
        return not any(word.norm == "علي" for word in after)
    if token.norm in _PASSIVE:
        return not after or after[0].kind != TokenKind.WORD
    return any(word.stem in _AMOUNTS for word in after[:2])


def _has_actor(cast: Cast, scene: Scene, clause: Clause, verb: int) -> bool:
    """A person, body, country or force in the clause, or before the verb where the subject is left out."""
    number = scene.clauses.number(verb)
    mentions = [m for m in cast.between(scene.clauses.first, scene.clauses.end) if m.kind in _ACTORS]
    if any(scene.clauses.number(m.start) == number for m in mentions):
        return True
    return clause.link != Link.MAIN and any(m.end <= verb for m in mentions)


def _fits(cast: Cast, act: Trigger, dated: Dated) -> bool:
    """The perfect for what is past, the imperfect for what is to come, goes on since, or follows قبل أن."""
    if not act.verb:
        return True
    norm = cast.doc.tokens[act.start].norm
    subordinate = [token.norm for token in cast.doc.tokens[max(0, act.start - 2) : act.start]]
    if subordinate in (["قبل", "ان"], ["بعد", "ان"]):
        return True
    begins = looks_imperfect(norm) or (norm[:1] == "ت" and subordinate[-1:] == ["س"])
    if in_future(dated.mention.edtf, cast.doc.published):
        return begins
    return not begins or dated.mention.kind == "since"
