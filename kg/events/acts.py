"""Acts: dated deeds that no class of event names (تخرج في الأكاديمية عام 1984).

They are looked for where an explicit date dates no other event; they are of the class ``Other``.
"""

from __future__ import annotations

from kg.clauses import AUXILIARIES, Clause, Link, word_set
from kg.coreference import Cast
from kg.document import Sentence
from kg.events.dating import Dating, in_future
from kg.events.scene import Dated, Scene
from kg.events.triggers import Trigger
from kg.records import Kind

_CALENDAR = frozenset({"absolute", "month", "anchored"})
_KINDS = frozenset({"point", "span", "since", "deadline"})
_ACTORS = frozenset({Kind.PERSON, Kind.COUNTRY, Kind.ORGANIZATION, Kind.FORCE, Kind.UNNAMED})
_STATES = word_set(
    "بلغ بلغت يبلغ تبلغ شكل شكلت يشكل تشكل مثل مثلت يمثل تمثل ضم ضمت يضم تضم عد اعتبر اعتبرت يعتبر تعتبر ذكر عرف "
    "عرفت يعرف تعرف بقي بقيت يبقي تبقي ارتفع ارتفعت انخفض انخفضت تراجع تراجعت زاد زادت نما نمت سجل سجلت وصل حقق "
    "يعود تعود يرجع ترجع يبدو تبدو بدا بدت جاء جاءت ياتي تاتي اتي اتت مر مرت استمر استمرت تجاوز تجاوزت قدر قدرت "
    "شهد شهدت يشهد تشهد تم حدث حدثت وقع وقعت حصل جري جرت تعلق يتعلق تتعلق اظهر اظهرت دل عني يعني تعني كلف كلفت "
    "توقع توقعت حمل حملت صدر صدرت مضي مضت قام قامت يقوم تقوم يتم تتم "
    "حرص حرصت سعي سعت حاول حاولت اراد ارادت اعتاد اعتادت امل املت كاد راي رات ادرك ادركت شعر شعرت عاش عاشت عمل عملت "
    "تمتع تمتعت اتسم اتسمت شمل شملت تضمن تضمنت استغرق استغرقت"
)
_DEEDS = word_set("نشر نشرت نشروا علق علقت الف الفت")
_PERFECT = word_set(
    "تخرج تزوج تولي تسلم تقلد توجه تحول تقاعد تلقي تدرب تعلم تدرج ترشح تنازل تخلي تعهد تسبب تقدم تمكن توقف تحرك تفكك "
    "تبوا تراس ترك تقرر تاكد توصل تقاضي تعاقد تشكل تغير تدهور تفاقم تاسس تعاون تبرع تعاطف تمرد تورط تعافي تاجل توالي"
)


def acts_of(cast: Cast, sentence: Sentence, triggers: list[Trigger], used: set[Dated]) -> dict[Trigger, list[Dated]]:
    """Return the verbs of ``sentence`` that no class covers, each with its date: an explicit one that is not in
    ``used``.
    """
    scene = Scene(cast.doc, sentence, triggers)
    free = [d for d in scene.mentions if d not in used and explicit(d)]
    verbs = [verb for verb in sorted(scene.clauses.verbs) if free and _acts(cast, scene, verb)]
    if not verbs:
        return {}
    acts = {verb: _act(verb) for verb in verbs}
    dates = Dating(Scene(cast.doc, sentence, sorted([*triggers, *acts.values()], key=lambda t: t.start))).dates()
    found = {act: [d for d in dates.get(act, []) if d in free and _fits(cast, verb, d)] for verb, act in acts.items()}
    return {act: known[:1] for act, known in found.items() if known}


def explicit(dated: Dated) -> bool:
    """Whether a date is one of the calendar: a day, a month or a year that the text names."""
    mention = dated.mention
    return mention.edtf is not None and mention.basis in _CALENDAR and mention.kind in _KINDS


def _act(verb: int) -> Trigger:
    return Trigger(verb, verb + 1, "Other", True, False, False, "perfect", "dated act")


def _acts(cast: Cast, scene: Scene, verb: int) -> bool:
    """Whether the verb tells a deed of someone named, in a clause of its own weight."""
    norm = cast.doc.tokens[verb].norm
    if verb in scene.at or norm in AUXILIARIES or norm in _STATES:
        return False
    if verb in scene.reporting and norm not in _DEEDS:
        return False
    clause = scene.clauses.clause(verb)
    described = clause.link == Link.RELATIVE and clause.opener is None
    return not described and _has_actor(cast, scene, clause, verb)


def _has_actor(cast: Cast, scene: Scene, clause: Clause, verb: int) -> bool:
    """A person, body, country or force in the clause, or before the verb where the subject is left out."""
    number = scene.clauses.number(verb)
    mentions = [m for m in cast.between(scene.clauses.first, scene.clauses.end) if m.kind in _ACTORS]
    if any(scene.clauses.number(m.start) == number for m in mentions):
        return True
    return clause.link in (Link.COORDINATE, Link.RELATIVE, Link.ADVERBIAL) and any(m.end <= verb for m in mentions)


def _fits(cast: Cast, verb: int, dated: Dated) -> bool:
    """The perfect for what is past, the imperfect for what is to come or goes on since."""
    norm = cast.doc.tokens[verb].norm
    begins = norm[:1] in "يت" and not norm.endswith("ت") and norm not in _PERFECT
    if in_future(dated.mention.edtf, cast.doc.published):
        return begins
    return not begins or dated.mention.kind == "since"
