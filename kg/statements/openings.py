"""What opens the words said, and what may stand before it: adverbs, dates, prepositional phrases."""

from __future__ import annotations

from kg.arabic.tokens import TokenKind
from kg.clauses import word_set
from kg.records import Kind
from kg.statements.anonymity import past_anonymity
from kg.statements.cues import Cue
from kg.statements.phrases import past_brackets
from kg.statements.scene import Scene
from kg.statements.words import ADJUNCTS, ADVERBS, COMPLEMENTIZERS, NOT_SAID_BEFORE, OPENING_QUOTES

LONGEST_ADJUNCT = 14


def skip_adverbials(scene: Scene, at: int, limit: int) -> int:
    """Return the token after dates, adverbs and bracketed remarks that begin at ``at``."""
    while at < limit:
        if at in scene.date_ends:
            at = scene.date_ends[at]
        elif scene.norms[at] in ADVERBS and scene.tokens[at].kind == TokenKind.WORD and at not in scene.actors:
            at += 1
        elif scene.norms[at : at + 4] in _NOW_AND_THEN:
            at += 4
        elif scene.norms[at] in ("حين", "وقت") and at + 1 < limit and scene.tokens[at + 1].kind == TokenKind.ENCLITIC:
            at += 2  # حينها
        elif (behind := past_anonymity(scene, at)) > at:
            at = behind
        elif scene.tokens[at].text in "([":
            closed = past_brackets(scene, at, limit)
            if closed == at:
                break
            at = closed
        else:
            break
    return min(at, limit)


_NOW_AND_THEN = (["بين", "الحين", "و", "الاخر"], ["بين", "الفينه", "و", "الاخري"])


def skip_adjunct(scene: Scene, at: int, limit: int, cue: Cue, *, people_stop: bool = False) -> int:
    """Return the token after the prepositional phrase that begins at ``at``; ``at`` itself where none does.

    It ends where the words said may open, or where people are named anew with ``people_stop``.
    """
    token = scene.tokens[at]
    if token.norm not in ADJUNCTS or token.kind not in (TokenKind.WORD, TokenKind.PROCLITIC):
        return at
    end = _past_known(scene, at + 1, limit)
    asked = token.norm == "من"  # طلب من الوزير | الإذن
    return end if end is not None else _past_nouns(scene, at + 1, limit, cue, asked=asked, people_stop=people_stop)


def _past_known(scene: Scene, at: int, limit: int) -> int | None:
    """Return the token after what a preposition governs, where that is a date, a pronoun, an outlet or a mention."""
    if at in scene.date_ends:
        return scene.date_ends[at]
    if at < limit and (scene.tokens[at].kind == TokenKind.ENCLITIC or scene.tokens[at].stem in _MANNERS):
        return at + 1
    if (named := past_outlet(scene, at, limit)) > at:
        return named
    return max(at + 1, past_brackets(scene, scene.places[at], limit)) if at in scene.places else None


def _past_nouns(scene: Scene, first: int, limit: int, cue: Cue, *, asked: bool, people_stop: bool) -> int:
    at, count = first, 0
    while at < limit and count < LONGEST_ADJUNCT:
        if _ends_adjunct(scene, at, count, cue, people_stop=people_stop):
            break
        if scene.tokens[at].kind == TokenKind.PUNCT and (quote := scene.quote_opening(at)):
            at = quote[1]
            continue
        if at in scene.date_ends or (count and _completed(scene, at) and _object_at(scene, at, cue)):
            break
        at = scene.places[at] if at in scene.places else at + 1
        count += 1
        if asked and at in scene.ending and at < limit and _object_at(scene, at, cue):
            break
    return at


def _ends_adjunct(scene: Scene, at: int, count: int, cue: Cue, *, people_stop: bool) -> bool:
    """Whether a phrase of ``count`` words so far ends before ``at``: marks, the words said, people named anew."""
    token = scene.tokens[at]
    if token.kind == TokenKind.PUNCT and not (token.text in OPENING_QUOTES and _name_quote(scene, at)):
        return True
    if token.norm in COMPLEMENTIZERS or token.text == ":" or (count and _resumes(scene, at, cue)):
        return True
    person = at in scene.actors and scene.actors[at].kind in (Kind.PERSON, Kind.UNNAMED)
    if people_stop and count and person and not scene.governed(at) and scene.tokens[at - 1].stem != "موتمر":
        return True
    ended = scene.covered(at - 1) or scene.tag(at - 1) == "ADJ"
    return cue.entry.addressee and count > 1 and at in scene.actors and ended


def past_outlet(scene: Scene, at: int, limit: int) -> int:
    """Return the token after an outlet's noun and its name in marks (شبكة "سي.إن.بي.سي" الأميركية), else ``at``."""
    quote = scene.quote_opening(at + 1) if at + 1 < limit and scene.tokens[at].stem in scene.words.outlet else None
    if quote is None or quote[1] > limit or scene.words_in(*quote) > 6:
        return at
    end = quote[1]
    while end < limit and scene.tag(end) == "ADJ" and scene.tokens[end].definite:
        end += 1
    return end


_SELVES = word_set("نفس ذات عين")


def _completed(scene: Scene, at: int) -> bool:
    """Whether the noun phrase before ``at`` is complete, so that an indefinite noun is no part of it."""
    before = scene.tokens[at - 1]
    if before.kind == TokenKind.ENCLITIC:
        return scene.tag(at - 2) != "VERB"  # في رسالة نشرتها | وكالة
    if scene.tokens[at].stem in _SELVES:
        return False  # في الوقت نفسه
    known = before.definite or scene.tag(at - 1) == "PROPN" or at in scene.ending
    known = known or scene.tokens[at - 2].stem in scene.words.outlet  # وكالة أعماق | مسؤوليته
    return known and before.kind == TokenKind.WORD and not scene.tokens[at].definite


def _object_at(scene: Scene, at: int, cue: Cue) -> bool:
    """Whether behind a noun with its pronoun the cue's object stands: أعلن على إثرها | التوصل إلى."""
    if "object" not in cue.entry.introduces or at in scene.places:
        return False
    return scene.tokens[at].kind == TokenKind.WORD and scene.tag(at) == "NOUN"


def _resumes(scene: Scene, at: int, cue: Cue) -> bool:
    """Whether the cue's own preposition at ``at`` goes on from the cue, and not from the noun before it (الكشف عن)."""
    if preposition_of(scene, at, cue) is None:
        return False
    sentence = scene.doc.sentence_of(at)
    before = scene.doc.tags(sentence)[at - 1 - sentence.first]
    noun = scene.tokens[at - 1].stem
    return before in ("ADJ", "PROPN") or noun in scene.words.carrier or noun in _SETTINGS or at in scene.ending


def _name_quote(scene: Scene, at: int) -> bool:
    """Whether the quotation opening at ``at`` is short enough for a name."""
    quote = scene.quote_opening(at)
    return quote is not None and scene.words_in(*quote) <= 3


def opens_content(scene: Scene, at: int, cue: Cue) -> bool:
    """Whether the words said begin at ``at``: أن, a colon, a quotation mark or the cue's own preposition."""
    token = scene.tokens[at]
    if token.text == ":":
        return True
    if token.text in OPENING_QUOTES:
        return _words_quoted(scene, at, cue)
    if token.norm in COMPLEMENTIZERS and token.kind == TokenKind.WORD:
        quote = scene.quote_at(at)
        if quote is not None and quote[0] > cue.end and _is_name(scene, quote):
            return False  # "سي إن إن"
        return not (at > cue.end and other_clause(scene, at))
    return preposition_of(scene, at, cue) is not None


def _is_name(scene: Scene, quote: tuple[int, int]) -> bool:
    """Whether a quotation is short enough for a name, behind an outlet's noun for a longer one."""
    longest = 5 if scene.tokens[quote[0] - 1].stem in scene.words.outlet else 3
    return scene.words_in(*quote) <= longest


def _words_quoted(scene: Scene, at: int, cue: Cue) -> bool:
    """Whether the quotation opening at ``at`` holds words said, and not a name."""
    quote = scene.quote_opening(at)
    if quote is None:
        return False
    if scene.tokens[at - 1].text == ":":
        return True
    if scene.tokens[at - 1].stem in scene.words.outlet and scene.words_in(*quote) <= 5:
        return False  # مقابلة مع شبكة "سي ان بي سي"
    actor = scene.actors.get(at + 1)
    if (actor is not None and actor.end >= quote[1] - 1) or _is_addressed(scene, at, quote):
        return False
    if quote[1] < len(scene.norms) and scene.norms[quote[1]] in COMPLEMENTIZERS and scene.words_in(*quote) <= 3:
        return False
    return scene.words_in(*quote) >= (4 if cue.entry.marker_only else 2)


def _is_addressed(scene: Scene, at: int, quote: tuple[int, int]) -> bool:
    """Whether a short quotation names to whom or where words are said: لـ"سكاي نيوز عربية"، لصحيفة "الغد"."""
    place = at - 1 if scene.tokens[at - 1].text == "ـ" else at
    return scene.words_in(*quote) <= 3 and scene.norms[place - 1] in ("ل", "الي", "عبر", "علي", "في", "مع")


def other_clause(scene: Scene, at: int) -> bool:
    """Whether أن at ``at`` belongs to another word than the cue (بعد أن، يمكن أن، لأن)."""
    before = scene.tokens[at - 1]
    if before.kind == TokenKind.PROCLITIC:
        return before.norm in ("ل", "ك")
    return before.norm in NOT_SAID_BEFORE or (scene.tag(at - 1) == "VERB" and at not in scene.ending)


_ADVERBIAL = {
    "ب": word_set(
        "رييس رياسه شكل صوره حسب شان دوره سبب موجب مقتضي شده وضوح حضور حده دور جانب رفقه اسم طريقه صراحه صفه لهجه "
        "قياده كل بعض صوت لغه الاضافه التزامن"
    ),
    "علي": word_set(
        "هامش حسابه حسابها حساب صفحته صفحتها تويتر فيسبوك موقع موقعه منصه رغم الرغم ضوء اثر خلفيه لسان حد ما غرار "
        "الهواء"
    ),
    "عن": word_set("طريق كثب"),
    "الي": word_set("ذلك جانب حد"),
    "ل": frozenset(),
    "من": word_set("جهته جهتها جهه جانبه جانبها خلال ناحيته ناحيتها جديد قبل دون اجل بين"),
    "في": word_set("حديثه حديثها كلمتها بيانه بيانها تصريحه تصريحها وقت حين سياق اطار هذا هذه اعقاب نهايه بدايه"),
}


_SETTINGS = word_set("صدد اطار سياق شان خصوص مجال جانب وقت")
_MANNERS = word_set("اسم وضوح شده صراحه حزم قوه حده تفصيل اجمال")


def preposition_of(scene: Scene, at: int, cue: Cue) -> str | None:
    """Return the preposition at ``at`` where it opens the cue's content (طالب بـ، دعا إلى), else None."""
    norm = scene.norms[at] if at + 1 < len(scene.tokens) else ""
    wanted = cue.entry.introduces
    for written, folded in _WRITTEN.items():
        if norm == folded and written in wanted:
            after = scene.tokens[at + 1]
            if after.kind == TokenKind.ENCLITIC or (norm == "ب" and after.stem in _PLACES):
                return None
            if folded == "في" and after.stem in scene.words.carrier:
                return None
            if after.stem in _ADVERBIAL.get(folded, ()) or after.norm in _ADVERBIAL.get(folded, ()):
                return None
            if folded in ("ب", "ل", "من", "في") and at + 1 in scene.date_ends:
                return None
            return written
    return None


_PLACES = word_set("موقع ساحه محافظه مدينه ولايه منطقه عاصمه بلده قريه مطار مقر")
_WRITTEN = {"ب": "ب", "إلى": "الي", "على": "علي", "عن": "عن", "من": "من", "ل": "ل", "في": "في"}
