"""Noun phrases that speak by their words alone: definite, described, generic, proper."""

from __future__ import annotations

import re

from kg.arabic.tokens import TokenKind
from kg.clauses import word_set
from kg.records import Kind
from kg.statements.anonymity import past_anonymity
from kg.statements.phrases import Subject, past_pronoun, past_represented
from kg.statements.scene import Actor, Scene
from kg.statements.words import ADVERBS, BREAKS, COMPLEMENTIZERS, CONNECTORS, PREPOSITIONS, RELATIVES


def generic_at(scene: Scene, at: int, limit: int) -> Subject | None:
    """Return the noun phrase at ``at`` as a speaker known by its words alone (شهود عيان, مراقبون)."""
    if at >= limit or not _begins_phrase(scene, at):
        return None
    end = at + 1
    if end + 1 < limit and scene.tokens[at].stem in COUNTING and scene.norms[end] == "من":  # عدد من الحجاج
        end += 2
    while end < limit and end - at < 8:
        quote = scene.quote_opening(end)
        if quote is not None and scene.words_in(*quote) <= 2 and quote[1] <= limit:
            end = quote[1]
        elif _continues_phrase(scene, end) and not _new_noun(scene, at, end):
            end += 1
        else:
            break
    return _source(scene, at, past_represented(scene, at, past_pronoun(scene, at, end, limit), limit))


def _begins_phrase(scene: Scene, at: int) -> bool:
    """Whether a word may be the first of a noun phrase that speaks."""
    token = scene.tokens[at]
    if token.kind not in (TokenKind.WORD, TokenKind.LATIN) or token.norm in _NO_NOUN:
        return False
    return scene.tag(at) in ("NOUN", "PROPN", "ADJ", "NUM", "DET", "X") and not accusative(token.norm)


_NO_NOUN = PREPOSITIONS | COMPLEMENTIZERS | RELATIVES | ADVERBS | CONNECTORS


def _source(scene: Scene, at: int, end: int) -> Subject:
    """Return tokens ``at`` to ``end`` as a source without a name."""
    gender, number = scene.form(at)
    return Subject(at, end, (Actor(at, end, None, Kind.UNNAMED, gender, number),), gender, number)


def _new_noun(scene: Scene, at: int, end: int) -> bool:
    """Whether the noun at ``end`` cannot belong to the phrase that begins at ``at``: an accusative; an indefinite noun
    right behind one with the article or a name (أكد البيان | نشر), a definite one behind an indefinite adjective (وصف
    بيان نقابي | الاتفاق). None of these takes a genitive.
    """
    if scene.tag(end) != "NOUN":
        return False
    before, behind = scene.tokens[end - 1], end + 1
    owned = behind < len(scene.tokens) and scene.tokens[behind].kind == TokenKind.ENCLITIC
    if owned and scene.tokens[end].stem in scene.words.carrier:
        return True  # تابع آل الشيخ | تغريدته
    if scene.tokens[end].definite:
        described = scene.tag(end - 1) == "ADJ" or is_nisba(scene, end - 1)
        return end > at + 1 and described and not before.definite and not scene.covered(end)
    whole = scene.tokens[at].definite or scene.tag(at) == "PROPN"
    return accusative(scene.norms[end]) or (whole and end == at + 1)


def is_nisba(scene: Scene, at: int) -> bool:
    """Whether a word ends as adjectives of origin do, and is no plural of people (حقوقي، but أهالي)."""
    return scene.norms[at].endswith("ي") and scene.tokens[at].stem not in scene.words.many


COUNTING = word_set("عدد مجموعه بعض كثير عديد جمع فريق حشد مئات ميات الاف عشرات")


def definite_phrase(scene: Scene, at: int, limit: int) -> Subject | None:
    """Return the definite noun phrase at ``at``: nouns up to one with the article, and adjectives (مجلس النواب)."""
    limit = min(limit, at + 7)
    end = _nouns_end(scene, at, limit)
    if end == at or _verbal_noun(scene, at):
        return None
    while end < limit and scene.norms[at] not in ALONE and _describes_definite(scene, end):
        end += 1
    if end + 2 < limit and scene.norms[end] == "ب" and scene.norms[end + 1] == "اسم":  # المتحدث العسكري باسم الجيش
        end = scene.places.get(end + 2, end + 3)
    return _source(scene, at, _past_own_preposition(scene, at, end, limit))


def _nouns_end(scene: Scene, at: int, limit: int) -> int:
    """Return the token after nouns of which the last has the article, or is a name before one; ``at`` else."""
    end = at
    while end < limit and scene.tag(end) in ("NOUN", "PROPN") and scene.norms[end] not in ADVERBS:
        named = end > at and scene.tag(end - 1) == "PROPN" and scene.tag(at) == "NOUN"
        if named and scene.tokens[end].definite and end in scene.actors:
            return end  # عائلة منصور | السلطات
        end += 1
        if scene.tokens[end - 1].definite:
            return end
    return at


ALONE = frozenset({"البعض", "الجميع", "الكل"})  # take no adjective


def _describes_definite(scene: Scene, at: int) -> bool:
    """Whether a definite word describes the noun before it: الحجاج الإيرانيين, المجلس الأعلى."""
    if not scene.tokens[at].definite:
        return False
    return scene.tag(at) == "ADJ" or (at in scene.demonyms and scene.tokens[at - 1].definite)


def _past_own_preposition(scene: Scene, at: int, end: int, limit: int) -> int:
    """Return the token after what a plural participle hangs on: المدافعون عن حقوق الإنسان، القائمون على المشروع."""
    plural = scene.tokens[at].definite and scene.norms[at].endswith("ون") and end == at + 1
    if not plural or end + 1 >= limit or scene.norms[end] not in ("عن", "علي", "في", "ب", "من"):
        return end
    if scene.tag(end + 1) not in ("NOUN", "PROPN"):
        return end
    inner = definite_phrase(scene, end + 1, limit)
    return inner.end if inner is not None else scene.places.get(end + 1, end)


def described_phrase(scene: Scene, at: int, limit: int) -> Subject | None:
    """Return the indefinite noun and adjectives at ``at`` (تحقيق أميركي، دراسة حديثة)."""
    sentence = scene.doc.sentence_of(at)
    tags = scene.doc.tags(sentence)
    end = at + 1
    if end + 1 < limit and tags[end - sentence.first] == "NOUN" and tags[end + 1 - sentence.first] == "ADJ":
        end += not (scene.tokens[end].definite or accusative(scene.norms[end]))  # محكمة استئناف بحرينية
    while (
        end < min(limit, at + 4)
        and not scene.tokens[end].definite
        and (tags[end - sentence.first] == "ADJ" or scene.norms[end] in ("عده", "اخري", "كثيره"))
    ):
        end += 1
    if tags[at - sentence.first] != "NOUN" or scene.tokens[at].definite or accusative(scene.norms[at]):
        return None
    quote = scene.quote_opening(end)
    if quote is not None and quote[1] <= limit and scene.words_in(*quote) <= 3:  # جماعة "حراس الدين"
        end = quote[1]
    if end == at + 1 and scene.norms[at] not in scene.words.texts and scene.form(at)[1] != "p":
        return None
    return _source(scene, at, end)


def proper_phrase(scene: Scene, at: int, limit: int) -> Subject | None:
    """Return the proper nouns at ``at`` that nobody knows as a name."""
    end = at
    while (
        end < min(limit, at + 4) and scene.tag(end) == "PROPN" and end not in scene.date_ends and not scene.covered(end)
    ):
        end += 1
    if end == at or (end == at + 1 and _VERBAL_NOUN.match("ال" + scene.norms[at].removeprefix("ال"))):
        return None
    return Subject(at, end, (Actor(at, end, None, Kind.UNNAMED, None, "s"),), None, "s")


_VERBAL_NOUN = re.compile(r"ال(?:انت|انس|انض|انه|است|اعت|اجت|اتف|اقت|احت|اشت|ارت|تو|تع|تح|تق|تس|تر|تن|تص|تد|تف|تم|تا)")


def _verbal_noun(scene: Scene, at: int) -> bool:
    """Whether a definite noun names an act rather than someone who speaks (أعلنت الحرب، أكد الاستمرار)."""
    token, words = scene.tokens[at], scene.words
    if not token.norm.startswith("ال"):
        return False
    return token.stem in words.matter or (
        token.stem not in words.derived_body and _VERBAL_NOUN.match(token.norm) is not None
    )


def accusative(norm: str) -> bool:
    """Whether an indefinite noun shows the accusative: no subject has it (متسائلا، وفقا)."""
    return norm.endswith("ا") and not norm.startswith("ال") and len(norm) > 3


def _continues_phrase(scene: Scene, at: int) -> bool:
    token = scene.tokens[at]
    if token.kind == TokenKind.ENCLITIC:
        return True
    if token.kind not in (TokenKind.WORD, TokenKind.LATIN) or at in scene.date_ends:
        return False
    return token.norm not in _NO_PART and past_anonymity(scene, at) == at


_NO_PART = PREPOSITIONS | COMPLEMENTIZERS | RELATIVES | ADVERBS | BREAKS
