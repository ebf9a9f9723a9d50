"""What looks like a person's name and is none: a thing called by a name, a common word that people bear, too."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from kg.arabic.closed_classes import folded_words
from kg.arabic.name_words import is_first_name
from kg.arabic.tokens import Token, TokenKind
from kg.arabic.words import marks

Span = tuple[int, int]
Tag = Callable[[int], str]
# Nouns of things that are called by a name: شركة فاغنر, الإعصار مايكل, جائزة نوبل, مركز الملك سلمان.
_THINGS = folded_words(
    """
    شركة شركتا شركتي شركات مؤسسة بنك بنكا بنكي مصرف صحيفة صحيفتا صحيفتي جريدة مجلة قناة محطة شبكة إذاعة
    وكالة منصة تطبيق دار إعصار عاصفة سفينة سفينتا غواصة مدمرة فرقاطة يخت جائزة جوائز كأس دوري شارع ميدان ساحة
    حي مدينة بلدة قرية إقليم جزيرة جزر جبل جبال نهر وادي بحيرة خليج مضيق ميناء مطار معبر جسر قصر سد مستشفى مشفى
    مدرسة جامعة كلية معهد أكاديمية مسجد جامع كنيسة كاتدرائية ملعب استاد إستاد ستاد فندق مطعم متجر متاجر مخيم معسكر
    نادي مركز فيلق كتيبة كتائب سرايا مرض متلازمة فيروس ضريح مرقد متحف مهرجان حديقة شاطئ مقبرة
    """
)
# Of these only a name in quotation marks is the name, not whose the thing is (كتاب ترامب, كتاب "ترامب").
_TITLED = folded_words(
    """
    فيلم مسلسل رواية مسرحية أغنية ألبوم برنامج كتاب مشروع عملية صاروخ صواريخ نظام حملة اتفاق حاملة حزب حركة تنظيم
    جماعة فرقة لعبة طراز سيارة هاتف طائرة سباق بطولة ميليشيا منظمة جمعية مقهى ملهى حساب اسم موقع مجموعة
    طريق وثائقي خدمة مبادرة
    """
)
# Of these also with the article: الإعصار مايكل; after others it is whose office a title tells (رئيس الشركة فلان).
_CALLED = folded_words("إعصار عاصفة سفينة غواصة مدمرة فرقاطة يخت فيروس")
_OF_RULERS = folded_words("الملك الملكة الأمير الأميرة الشيخ الإمام الرئيس السلطان الشهيد الخليفة القديس")
# Words that go on with the name of a firm or of a club.
_FIRMS = folded_words(
    "آند اند غروب جروب كورب كوربوريشن موتورز إيرويز إيرلاينز ايرلاينز تكنولوجي تكنولوجيز يونايتد إندستريز بارتنرز"
)
_OFFICES = folded_words("عام العام سر السر صندوق الصندوق المظالم")
_AND = frozenset({"اند"})
_SHORTEST_INFLECTED = 3
_QUOTES = frozenset('"“”«»')
_PRONOUNS = frozenset({"كم", "نا", "ها", "هم", "هن", "هما", "ني", "كما"})
_BEFORE = folded_words("في إلى من عن على أو بلا دون بدون ب ل ك ف")
_PLURALS = ("ان", "ون", "ين", "ات")
# Plurals of people in the nominative: مفاوضون, محللون, متظاهرون, مستشارون.
_PARTICIPLES = re.compile("(?:ال)?م(?:[^اويء]ا[^ا][^ا]|[^اويءه]{3,4}|ست\\w{2,3}|ت\\w{3,4})ون")


def without_things(tokens: Sequence[Token], spans: Sequence[Span]) -> list[Span]:
    """Return ``spans`` of names in ``tokens`` without those that a thing is called by: there or, where no given name
    begins them, anywhere among them (مطار فورت لودرديل, then فورت لودرديل).
    """
    things = {span for span in spans if _names_thing(tokens, *span)}
    called = {_norms(tokens, span) for span in things if not is_first_name(tokens[span[0]])}
    return [span for span in spans if span not in things and _norms(tokens, span) not in called]


def _norms(tokens: Sequence[Token], span: Span) -> tuple[str, ...]:
    return tuple(token.norm for token in tokens[span[0] : span[1]])


def _names_thing(tokens: Sequence[Token], start: int, end: int) -> bool:
    if (tokens[start].norm in _THINGS and end - start > 1) or all(
        token.kind is TokenKind.LATIN for token in tokens[start:end]
    ):
        return True
    if end < len(tokens) and tokens[end].norm in _FIRMS:
        return True
    if tokens[start].norm == "امين" and start + 1 < len(tokens) and tokens[start + 1].norm in _OFFICES:
        return True
    at = start - 1
    if at >= 0 and tokens[at].norm in _AND:
        return True
    quoted = at > 0 and tokens[at].text in _QUOTES
    at -= quoted
    if not quoted and at > 0 and tokens[at].norm in _OF_RULERS:
        at -= 1
    if at < 0 or tokens[at].kind is not TokenKind.WORD:
        return False
    called = tokens[at].norm in _THINGS or tokens[at].stem in _CALLED
    return called or (quoted and tokens[at].stem in _TITLED)


def without_words(tokens: Sequence[Token], spans: Sequence[Span], tag: Tag) -> list[Span]:
    """Return ``spans``, the names of a whole text, without the common words among those of one word.

    ``tag`` tells the part of speech of the token at a place. What is part of a longer name in the text is a name.
    """
    borne = {tokens[at].norm for start, end in spans if end - start > 1 for at in range(start, end)}

    def _is_unborne(at: int) -> bool:
        return tokens[at].norm not in borne and _is_word(tokens, at, tag)

    freed = [(start + _has_word_first(tokens, start, end, tag), end) for start, end in spans]
    return [
        (start, end)
        for start, end in freed
        if not (_are_adjectives(tokens, start, end, tag) or (_is_lone(tokens, start, end) and _is_unborne(start)))
    ]


def _has_word_first(tokens: Sequence[Token], start: int, end: int, tag: Tag) -> bool:
    """Whether the first word of a name, which people bear too, is a verb here (وطالب حافظ السبسي, خلف بولسونارو), or a
    noun with its ending (أوفر حظا X).
    """
    token, known = tokens[start], marks(tokens[start].norm)
    if end - start < 2 or tokens[start + 1].kind is not TokenKind.WORD:
        return False
    if token.norm == "خلف":
        return tag(start) in ("VERB", "ADP")
    if _is_inflected(token.norm):
        return True
    joined = start > 0 and token.glued and tokens[start - 1].norm in ("و", "ف")
    begins = joined or start == 0 or tokens[start - 1].kind is TokenKind.PUNCT
    return begins and known.verb > "3" and known.named < "3" and tag(start) == "VERB"


def _are_adjectives(tokens: Sequence[Token], start: int, end: int, tag: Tag) -> bool:
    """Whether two words and more only describe the noun before them (غطاء جوي روسي)."""
    if (
        end - start < 2
        or not start
        or any(tokens[at].definite or marks(tokens[at].norm).lists for at in range(start, end))
    ):
        return False
    before = tokens[start - 1]
    noun = before.kind is TokenKind.WORD and not before.definite and tag(start - 1) == "NOUN"
    return noun and all(tag(at) == "ADJ" for at in range(start, end))


def _is_lone(tokens: Sequence[Token], start: int, end: int) -> bool:
    return end - start == 1 or (end - start == 2 and tokens[start + 1].kind is TokenKind.ENCLITIC)


def _is_word(tokens: Sequence[Token], at: int, tag: Tag) -> bool:
    token = tokens[at]
    if token.kind is not TokenKind.WORD:
        return False
    known = marks(token.norm)
    if (_PARTICIPLES.fullmatch(token.norm) and not known.lists) or _is_inflected(token.norm):
        return True
    if _has_pronoun(tokens, at) and known.named < "8":
        return True
    if token.definite:
        return _is_definite_word(token, tag(at))
    if token.norm == "علي" or (known.verb > "3" and known.named < "4"):
        return tag(at) in ("ADP", "VERB")
    return known.article > "2" and known.word > "3" and _is_noun(tokens, at, tag)


def _is_inflected(word: str) -> bool:
    """Whether ``word`` has an ending that only nouns of the language have: مقطعا, مسؤولو."""
    known = marks(word)
    if known.name != "0" or known.lists or known.named > "2" or len(word) < _SHORTEST_INFLECTED:
        return False
    if word.endswith("و"):
        return marks(word + "ن").word > "3"
    noun = marks(word[:-1])
    return word.endswith("ا") and noun.article > "3" and noun.word > "3" and noun.name < "2" and not noun.lists


def _has_pronoun(tokens: Sequence[Token], at: int) -> bool:
    """Whether a pronoun is written together with the word, which no name bears; ه and ك only where it is common."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None or not after.glued or after.kind is not TokenKind.ENCLITIC:
        return False
    return after.norm in _PRONOUNS or marks(tokens[at].norm).word > "3"


def _is_definite_word(token: Token, tag: str) -> bool:
    known = marks(token.norm)
    if known.name == "0" and known.word == "0" and not known.lists:
        return token.norm.endswith(_PLURALS)
    return known.named < "3" and tag != "PROPN"


def _is_noun(tokens: Sequence[Token], at: int, tag: Tag) -> bool:
    """Whether the word at ``at``, which takes the article elsewhere, is no name here.

    What is a given name as well is a common noun only after a particle (في صدام), an adjective only after the noun
    that it describes (توزيع عادل).
    """
    own = tag(at)
    if own == "PROPN":
        return False
    if not marks(tokens[at].norm).lists:
        return True
    if own == "ADJ":
        return at > 0 and not tokens[at - 1].definite and tag(at - 1) in ("NOUN", "ADJ", "PART")
    return own != "NOUN" or (at > 0 and tokens[at - 1].norm in _BEFORE)
