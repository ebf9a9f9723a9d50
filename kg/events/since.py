"""Since: a time that begins with another event (منذ التدخل في 2015، قتل الآلاف), which keeps its own date."""

from __future__ import annotations

from itertools import pairwise

from kg.clauses import Link, word_set
from kg.context import dates_in
from kg.events.dated import Dated
from kg.events.scene import Scene
from kg.events.triggers import Trigger

_REACH = 20
_LASTING = word_set("مستمر مستمره متواصل متواصله مفروض مفروضه داير دايره مندلع مندلعه مستعره قايم قايمه")
_FIRST = word_set("اول اولي")
_ELATIVES = word_set(
    "ادني اعلي اكبر اعنف اسوا اول اولي اكثر اقل اضخم ابرز اخطر اقوي احدث اهم اشد ادمي اطول ارفع اعظم "
    "اعمق اسرع اقدم ابعد اسوء افضل خامس ثالث رابع ثاني"
)


def since(scene: Scene) -> dict[Trigger, Dated]:
    """Return the verbs that such a phrase says since when, with the open time; to be preferred to any other date."""
    found: dict[Trigger, Dated] = {}
    for place in range(scene.sentence.first, scene.sentence.last - 1):
        if (
            scene.doc.tokens[place].norm == "منذ"
            and not superlative(scene, place)
            and (dated := _start(scene, place)) is not None
        ):
            for trigger in _lasting(scene, place, dated):
                found.setdefault(trigger, _open(scene, place, dated))
    return found


def _start(scene: Scene, place: int) -> Dated | None:
    """The date within the phrase that منذ at ``place`` opens: of the clause after it, or of its noun."""
    if any(m.start <= place <= m.end and place + 1 >= m.start for m in scene.mentions if m.start <= place + 1):
        return None
    following = [m for m in scene.mentions if 0 < m.start - place <= _REACH]
    if not following or following[0].mention.edtf is None or "/" in following[0].mention.edtf:
        return None
    inner = scene.clauses.number(following[0].start)
    verbs = [v for v in scene.clauses.verbs if place < v < following[0].start]
    own = all(scene.clauses.number(v) == scene.clauses.number(place + 1) == inner for v in verbs)
    own = own or _began(scene, verbs, inner)
    return following[0] if own and not _comma(scene, place, following[0].start - 1) else None


def _began(scene: Scene, verbs: list[int], inner: int) -> bool:
    """منذ اندلاع الاحتجاجات التي بدأت في آذار: the only verb between tells when that began."""
    clause = scene.clauses.clauses[inner]
    return len(verbs) == 1 and clause.link == Link.RELATIVE and clause.verb == verbs[0] and verbs[0] in scene.carries


def _comma(scene: Scene, first: int, last: int) -> bool:
    return any(token.text in "،,؛" for token in scene.doc.tokens[first:last])


def _lasting(scene: Scene, place: int, dated: Dated) -> list[Trigger]:
    """The event verbs of the clause around the phrase: before it with those that it is joined to, else after it."""
    home = scene.clauses.clause(place)
    number = home.parent if home.opener == place and home.parent is not None else scene.clauses.number(place)
    around = [number]
    dated_by_itself = {scene.clauses.number(first) for first, _ in dates_in(scene.doc, scene.sentence)}
    while (previous := scene.clauses.clauses[around[-1]].previous) is not None and previous not in dated_by_itself:
        around.append(previous)
    verbs = [t for t in scene.triggers if t.verb and scene.clauses.number(t.start) in around]
    before = [t for t in verbs if t.end <= place]
    return before or [t for t in verbs if t.start >= dated.end][:1]


def _open(scene: Scene, place: int, dated: Dated) -> Dated:
    mention = dated.mention._replace(
        start=scene.doc.tokens[place].start,
        text=scene.doc.slice(place, dated.end),
        edtf=f"{dated.mention.edtf}/..",
        kind="since",
    )
    return Dated(place, dated.end, mention)


def superlative(scene: Scene, place: int) -> bool:
    """Return whether the time at ``place`` says how long nothing was more so: أسوأ قصف منذ الحرب، للمرة الأولى منذ."""
    tokens, first = scene.doc.tokens, scene.sentence.first
    if place > first and tokens[place - 1].stem in _LASTING:
        return False
    before = tokens[max(first, place - 14) : place]
    if any(one.stem == "مره" and other.stem == "اولي" for one, other in pairwise(before)):
        return True
    near = [token for token in tokens[max(first, place - 10) : place + 1] if token.norm != "الاقل"]  # على الأقل
    return any(one.stem in _ELATIVES and (other.norm != "من" or one.stem in _FIRST) for one, other in pairwise(near))
