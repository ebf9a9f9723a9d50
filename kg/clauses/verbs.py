"""Which words of a sentence are finite verbs: by the tagger, the lexicon and the words around."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.arabic.numbers import CARDINAL_WORDS
from kg.arabic.tokens import Token, TokenKind
from kg.clauses.words import AUXILIARIES, PREPOSITIONS, word_set
from kg.document import Document, Sentence
from kg.lexicon import Match

_FINITE = frozenset({"perfect", "imperfect", "jussive"})
_NOMINAL = frozenset({"masdar", None})
_BEFORE_VERBS = word_set("لم لن سوف قد لقد س الذي التي الذين اللذين اللتين اللواتي عندما حينما بعدما قبلما كلما")
_TIMES = word_set("منذ بعد قبل")
_MEASURES = word_set("يقل تقل يزيد تزيد يقارب يربو يناهز يفوق")
_LONG = 4
# who acts in the news: بحث وزير الخارجية
_OFFICES = word_set(
    "وزير الوزير وزيرا الوزيران رئيس الرئيس الرئيسان رئيسا ملك الملك امير الامير عاهل العاهل مبعوث المبعوث"
)
_NUMERALS = word_set(
    "ثلاثه ثلاث اربعه اربع خمسه خمس سته ست سبعه سبع ثمانيه ثماني تسعه تسع عشره عشر عشرات مئات الاف عده عدد "
    "عشرون ثلاثون اثنان شخصان شخص جندي جنديان"
)


def finite_verbs(doc: Document, sentence: Sentence, matches: Sequence[Match]) -> frozenset[int]:
    """Return the tokens of ``sentence`` that are finite verbs."""
    found = _tagged(doc, sentence)
    nominal = {m.start for m in matches if m.features.tense == "masdar"}
    found -= {n for n in found & nominal if _governs(doc.tokens, n, sentence.last)}
    found -= _owned_nouns(doc.tokens, matches)
    found -= {m.start for m in matches if m.concept.scheme == "countries" and m.end == m.start + 1}  # تشاد
    return frozenset(found.union(_known(doc.tokens, sentence, matches)))


def _tagged(doc: Document, sentence: Sentence) -> set[int]:
    """The verbs by the tagger and the auxiliaries, but for what can be none."""
    places = range(sentence.first, sentence.last)
    found = {number for number, tag in zip(places, doc.tags(sentence), strict=True) if tag == "VERB"}
    found |= {number for number in places if doc.tokens[number].norm in AUXILIARIES}
    return {number for number in found if not _no_verb(doc.tokens, number)}


def _known(tokens: Sequence[Token], sentence: Sentence, matches: Sequence[Match]) -> Iterator[int]:
    """The verbs by the lexicon, where the words around let them be no nouns."""
    readings: dict[int, set[bool]] = {}
    for match in matches:
        if match.features.tense in _FINITE | _NOMINAL:
            readings.setdefault(match.start, set()).add(match.features.tense in _FINITE)
    for number, verbal in readings.items():
        if True in verbal and _reads_as_verb(tokens, number, False in verbal, sentence.first):
            yield number


def _owned_nouns(tokens: Sequence[Token], matches: Sequence[Match]) -> set[int]:
    """استقالته، سيطرته: a noun in ة with a pronoun looks like a verb; the lexicon knows it as a noun alone."""
    looks = [m for m in matches if tokens[m.start].text.endswith("ت") and m.end == m.start + 1]
    verbal = {m.start for m in looks if m.features.tense in _FINITE}
    return {
        m.start
        for m in looks
        if m.start not in verbal and m.end < len(tokens) and tokens[m.end].kind == TokenKind.ENCLITIC
    }


def _no_verb(tokens: Sequence[Token], number: int) -> bool:
    """A noun by its shape or place: the article, ة, the accusative, a preposition before it."""
    token = tokens[number]
    accusative = token.norm.endswith("ا") and not token.norm.endswith(("وا", "نا", "تا")) and len(token.norm) > _LONG
    return (
        token.kind != TokenKind.WORD
        or token.definite
        or "ة" in token.text
        or "\u064b" in token.text
        or accusative
        or (after_preposition(tokens, number) and tokens[number - 1].norm != "منذ")
        or _measures(tokens, number)
    )


def _measures(tokens: Sequence[Token], number: int) -> bool:
    """ما لا يقل عن مئة، ما يزيد على عشرة، ما يقارب الألف: how much, and no clause."""
    if tokens[number].norm not in _MEASURES or number + 1 >= len(tokens) or tokens[number - 1].norm not in ("ما", "لا"):
        return False
    following = tokens[number + 1]
    return following.norm in ("عن", "علي") or _is_bare_number(following) or following.definite


def _governs(tokens: Sequence[Token], number: int, last: int) -> bool:
    """قتل المدنيين: a genitive plural after it, so a verbal noun and no verb with its subject."""
    if number + 1 >= last:
        return False
    following = tokens[number + 1]
    return following.definite and following.norm.endswith("ين") and len(following.norm) > _LONG + 2


def _reads_as_verb(tokens: Sequence[Token], number: int, also_noun: bool, first: int) -> bool:
    """Whether a form that the lexicon knows as a verb is one here, although the tagger does not say so."""
    plural = tokens[number].text.endswith("وا") and len(tokens[number].norm) > _LONG
    if plural or _only_verb(tokens, number, first) or (not also_noun and _is_dual(tokens, number)):
        return True
    if _no_verb(tokens, number) or number + 1 >= len(tokens) or not _opens(tokens, number, first):
        return False
    following = tokens[number + 1]
    if not following.definite and number + 2 < len(tokens) and _is_bare_number(tokens[number + 2]):
        return True  # قتل مسلح ثلاثة: no noun has a number behind its genitive
    counted = following.kind == TokenKind.NUMBER or following.norm in _NUMERALS or following.norm.endswith(("ان", "ون"))
    if also_noun:
        return counted and not (following.definite and following.norm.endswith("ين"))
    return counted or following.norm in _OFFICES or (not following.definite and len(tokens[number].norm) > _LONG)


def _is_dual(tokens: Sequence[Token], number: int) -> bool:
    """اعتقلا، انسحبتا: what two did, where no such noun is known in the accusative; تقدما may well be one."""
    token = tokens[number]
    if token.norm.startswith("ت"):
        return False
    plain = token.kind == TokenKind.WORD and not token.definite and not after_preposition(tokens, number)
    return plain and token.text.endswith("ا") and len(token.norm) > _LONG


def _is_bare_number(token: Token) -> bool:
    return token.kind == TokenKind.NUMBER or (token.norm in CARDINAL_WORDS and not token.definite)


def _only_verb(tokens: Sequence[Token], number: int, first: int) -> bool:
    """Whether no noun may stand here: لم يقع، عندما فتح، منذ أن سحب, a passive vowel, فجر نفسه."""
    before = [token.norm for token in tokens[max(first, number - 2) : number]]
    if tokens[number].text[1:2] == "\u064f" or (before and before[-1] in _BEFORE_VERBS):
        return True
    if before[1:] == ["ان"] and before[0] in _TIMES:
        return True
    after = tokens[number + 1 : number + 3]
    reflexive = len(after) > 1 and after[0].norm == "نفس" and after[1].kind == TokenKind.ENCLITIC
    return reflexive and not _no_verb(tokens, number)


def _opens(tokens: Sequence[Token], number: int, first: int) -> bool:
    """Whether the token stands where a clause with its verb in front begins."""
    before = tokens[number - 1]
    return number == first or before.norm in ("و", "ف", "،", ",", ":") or before.kind == TokenKind.NUMBER


def after_preposition(tokens: Sequence[Token], number: int) -> bool:
    """Whether the token follows a preposition, written apart or together."""
    before = tokens[number - 1] if number else None
    return (
        before is not None
        and before.norm in PREPOSITIONS
        and (before.kind == TokenKind.PROCLITIC or len(before.norm) > 1)
        and not (before.norm == "ل" and tokens[number].norm[:1] in "يتن")
    )
