"""Forms that may be finite verbs: which of them report, and which are nouns, passives, plans or other verbs."""

from __future__ import annotations

import re

from kg.arabic.normal import fold
from kg.arabic.tokens import Token, TokenKind
from kg.clauses import word_set
from kg.lexicon import Match
from kg.records import Kind
from kg.statements.scene import Actor, Scene
from kg.statements.words import COMPLEMENTIZERS, DONE, MARKS, NOUN_OR_VERB, PREPOSITIONS


def may_report(scene: Scene, match: Match, nominal: bool) -> bool:
    """Whether a form that may be a finite verb is one that reports, and not a noun, a plan or a wish."""
    features, at = match.features, match.start
    token = scene.tokens[at]
    if features.voice == "passive" or features.person == 1 or _first_person(match, token.text):
        return False
    if _we_or_other_verb(scene, match) or _of_anybody(scene, match) or _is_told_of(match, token.text):
        return False
    if features.tense == "jussive" and not (at and scene.norms[at - 1] == "لم"):
        return False
    before = scene.tokens[at - 1] if at else None
    if before is not None and _no_verb_behind(scene, match, before):
        return False
    if features.tense == "imperfect" and (
        (before is not None and before.norm in _UNREAL_BEFORE and not _done_later(scene, match))
        or (token.text.endswith("ى") and match.label.endswith("ي"))
    ):
        return False
    return _tagged_verb(scene, match, nominal)


def _is_told_of(match: Match, text: str) -> bool:
    """Whether u behind the first letter makes an imperfect passive: يُزعم أن, but يُعلن of a verb with four letters."""
    if match.features.tense != "imperfect" or not _PASSIVE.match(text):
        return False
    perfect = next((fold(label) for label in match.concept.all("verbLabel")), "")
    return perfect in _OF_THREE_LETTERS or (perfect.startswith("ا") and len(perfect) > 4)


_OF_THREE_LETTERS = word_set("زعم قال ذكر عرف طلب كتب نقل شهد وصف رفض نفي عد ظن راي سال نصح وعد")


def _amounts(scene: Scene, match: Match) -> bool:
    """Whether يبلغ tells of a measure, and not whom somebody informs: ويبلغ طولها 30 مترا، تبلغ مساحته."""
    if match.concept.name != "inform" or match.features.tense != "imperfect" or match.end in scene.actors:
        return False
    near = scene.norms[match.end : match.end + 8]
    return not any(norm in COMPLEMENTIZERS for norm in near)


def _no_verb_behind(scene: Scene, match: Match, before: Token) -> bool:
    """Whether the token before a word shows that it is no verb that reports: تم إعلان، بإعلان، سيعلن، إنما يؤكد."""
    if before.norm in DONE or before.norm == "انما" or _noun_behind_that(scene, match):
        return True
    bound = before.kind == TokenKind.PROCLITIC and before.norm in ("ب", "ل", "ك", "س")
    return bound and not _tells_in_turn(scene, match)


def _done_later(scene: Scene, match: Match) -> bool:
    """Whether قبل أن before a verb of announcing tells what was announced later: غادر القاعة قبل أن يعلن استقالته."""
    announced = match.concept.name in ("announce", "confirm", "say", "add", "deny")
    return announced and scene.norms[max(0, match.start - 2) : match.start] == ["قبل", "ان"]


def _noun_behind_that(scene: Scene, match: Match) -> bool:
    """Whether أن or إن right before shows that a form is a noun: إن رفض القرار يعني, but بعد أن رفض."""
    at = match.start - 1
    if scene.norms[at] != "ان" or scene.norms[match.start] not in NOUN_OR_VERB:
        return False
    return scene.tokens[at].text.startswith("إ") or (at > 0 and scene.norms[at - 1] not in _BEFORE_A_PERFECT)


_BEFORE_A_PERFECT = word_set("بعد قبل منذ الي سبق حتي الا غير بيد لولا لو ما حصل حدث ل")


def _tells_in_turn(scene: Scene, match: Match) -> bool:
    """Whether ل and a verb of saying tell what somebody does it for, and أن follows: اتصل به ليقول له إن."""
    if scene.norms[match.start - 1] != "ل" or match.concept.name not in ("say", "tell", "inform"):
        return False
    near = range(match.end, min(match.end + 4, len(scene.norms)))
    return any(scene.norms[at] in COMPLEMENTIZERS or scene.tokens[at].text == ":" for at in near)


def _of_anybody(scene: Scene, match: Match) -> bool:
    """Whether a perfect says that somebody spoke and not who: أُعلن عن، من قال إن."""
    if match.features.tense != "perfect":
        return False
    token = scene.tokens[match.start]
    return _PASSIVE.match(token.text) is not None or (match.start > 0 and scene.norms[match.start - 1] == "من")


def _first_person(match: Match, text: str) -> bool:
    """أعتقد is I believe: the perfect of such verbs begins with a bare alif."""
    return text.startswith("أ") and match.label.startswith("ا") and match.features.tense == "perfect"


def _we_or_other_verb(scene: Scene, match: Match) -> bool:
    """لاحظنا is we noticed; يعد is mostly another verb than to promise, unless ب follows."""
    behind = scene.norms[match.end] if match.end < len(scene.tokens) else ""
    if behind == "نا" and scene.tokens[match.end].kind == TokenKind.ENCLITIC and match.features.tense == "perfect":
        return True
    if _amounts(scene, match) or scene.norms[match.start] in ("يبدو", "تبدو", "اقرا"):
        return True  # it seems; read!
    if scene.norms[match.start] in ("يذكر", "تذكر") and scene.norms[match.start - 1].endswith("ا"):
        return True  # تنازلا يذكر
    if behind == "ب" and match.concept.name == "wave-threat" and match.end + 1 < len(scene.tokens):
        return scene.tokens[match.end + 1].stem in scene.words.waved
    if scene.norms[match.start] in ("يعد", "تعد"):
        actor = scene.actors.get(match.end)
        return (scene.norms[actor.end] if actor and actor.end < len(scene.tokens) else behind) != "ب"
    return False


_PASSIVE = re.compile("\\w\u064f")  # أُعلن: the first letter of a passive perfect has u


_UNREAL_BEFORE = frozenset({"ان", "لن", "سوف", "حتي", "كي", "لكي", "قد", "الا", "ليت", "لعل", "ربما"})


def _tagged_verb(scene: Scene, match: Match, nominal: bool) -> bool:
    """Whether the part of speech allows a verb."""
    tag, norm = scene.tag(match.start), scene.norms[match.start]
    if tag != "VERB" and norm in _PARTICLES:
        return _PARTICLES[norm](scene, match)
    if tag == "VERB" or tag in _NO_VERB or match.features.number == "d":
        return tag == "VERB" and norm != "ردا"  # ردا على
    before = scene.tokens[match.start - 1] if match.start > scene.doc.sentence_of(match.start).first else None
    if _has_object(scene, match) or _describes(scene, match) or _in_text(scene, match.start, match.end):
        return True
    if before is not None and (before.norm in PREPOSITIONS or before.definite):
        return False
    if not nominal and match.concept.get("needsMarker") != "true":
        return tag != "ADJ"
    return _noun_as_verb(scene, match, before)


def _has_object(scene: Scene, match: Match) -> bool:
    """Whether one who may speak stands before the word, and its own object near behind: واشنطن تحمل طهران مسؤولية."""
    if (
        match.end not in scene.actors
        or match.start not in scene.ending
        or scene.governed(scene.ending[match.start].start)
    ):
        return False
    objects = {fold(noun) for noun in match.concept.all("objectNoun")}
    return any(token.stem in objects for token in scene.tokens[match.end : match.end + 5])


def _describes(scene: Scene, match: Match) -> bool:
    """Whether the word has a pronoun for its object and then what that is called: ووصفها بأنها كاذبة."""
    at = match.end
    if match.concept.name != "describe" or at + 2 >= len(scene.tokens) or scene.tokens[at].kind != TokenKind.ENCLITIC:
        return False
    opened = match.start > 0 and scene.norms[match.start - 1] in ("و", "ف", "كما", "ثم", "حيث")
    return opened and scene.norms[at + 1] == "ب" and scene.norms[at + 2] == "ان"


def _in_text(scene: Scene, at: int, end: int) -> bool:
    """Whether a pronoun takes up the indefinite noun of a text before the word: نشر تغريدة وصف فيها، بيانا نفى فيه."""
    if at == 0 or end + 1 >= len(scene.tokens) or scene.norms[end] != "في":
        return False
    before = at - 1 - (scene.tokens[at - 1].text in "،,")
    text = scene.tokens[before].norm.removesuffix("ا") in scene.words.carrier and not scene.tokens[before].definite
    return text and scene.tokens[end + 1].kind == TokenKind.ENCLITIC


def _expressed(scene: Scene, match: Match) -> bool:
    """Whether عبر at the head of a clause, before one who may speak, goes on with عن: عبر الوزير عن قلقه."""
    sentence = scene.doc.sentence_of(match.start)
    at = match.start
    opened = at == sentence.first or scene.norms[at - 1] in ("و", "كما") or scene.tokens[at - 1].text in "،,"
    actor = scene.actors.get(match.end)
    if not opened or actor is None or actor.kind not in (Kind.PERSON, Kind.UNNAMED, Kind.ORGANIZATION):
        return False
    return "عن" in scene.norms[actor.end : min(sentence.last, actor.end + 14)]


def _joins_words(scene: Scene, match: Match) -> bool:
    """Whether أن or a mark follows بين, right behind who speaks or further on: وبين الوزير خلال المؤتمر أن."""
    actor, sentence = scene.actors.get(match.end), scene.doc.sentence_of(match.start)
    if _marked(scene, match, actor):
        return True
    opened = match.start - sentence.first < 2 and actor is not None and actor.kind in (Kind.PERSON, Kind.UNNAMED)
    if not opened or actor is None or actor.end >= sentence.last or scene.norms[actor.end] == "و":
        return False
    later = range(actor.end + 1, min(sentence.last, actor.end + 20))
    return any(scene.norms[at] in COMPLEMENTIZERS and scene.tag(at - 1) != "VERB" for at in later)


def _has_hamza(scene: Scene, match: Match) -> bool:
    """Whether the verb is written in full: هنأ, not هنا (here)."""
    return scene.tokens[match.start].text == "هنأ"


def _opens_clause(scene: Scene, match: Match) -> bool:
    """Whether a clause begins with the word and one who may speak stands behind it: وثمن الوزير, not دفع ثمن."""
    first, at = scene.doc.sentence_of(match.start).first, match.start
    if at > first and scene.norms[at - 1] == "و":
        at -= 1
    return (at == first or scene.tokens[at - 1].text in "،,") and match.end in scene.actors


# Verbs that look like a particle or a noun: said so where the tagger does not see them.
_PARTICLES = {"بين": _joins_words, "عبر": _expressed, "هنا": _has_hamza, "ثمن": _opens_clause}


_NO_VERB = frozenset({"ADP", "ADV", "SCONJ", "CCONJ", "PRON", "DET", "NUM"})


def _noun_as_verb(scene: Scene, match: Match, before: Token | None) -> bool:
    """Whether a form that may be a noun has a speaker behind it, and then a mark of speech or a pause before it."""
    actor = scene.actors.get(match.end)
    if actor is not None and before is not None and before.norm == "و" and scene.tokens[match.start - 2].text in "،,":
        return True
    opened = before is None or before.kind == TokenKind.PUNCT or before.norm in ("و", "ف")
    told = actor is not None and actor.kind == Kind.PERSON and match.concept.get("needsMarker") != "true"
    return (opened and told) or _marked(scene, match, actor)


def _marked(scene: Scene, match: Match, actor: Actor | None) -> bool:
    """Whether أن, a colon or a quotation mark follows, behind the speaker where one is named."""
    last = scene.doc.sentence_of(match.start).last
    behind = actor.end if actor else match.end
    if actor is None and behind < last and scene.tokens[behind].definite:
        behind += 1
    return behind < last and (scene.norms[behind] in COMPLEMENTIZERS or scene.tokens[behind].text in MARKS)
