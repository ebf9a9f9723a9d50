"""What kind of word a token is, as far as people's names care: stops, verbs, common nouns, given and family names."""

from __future__ import annotations

from kg.arabic.closed_classes import allowed_tags, folded_words
from kg.arabic.name_parts import LEADING
from kg.arabic.tokens import Token, TokenKind
from kg.arabic.words import marks

# Ranks, forms of address and offices that stand before a name and are none of it.
TITLES = folded_words(
    """
    الجنرال جنرال العميد عميد العقيد عقيد المقدم الرائد رائد النقيب نقيب الملازم ملازم اللواء لواء الفريق فريق
    المشير مشير الأدميرال أدميرال الكولونيل كولونيل الميجور الكابتن كابتن السيد السيدة السادة الشيخ شيخ الأمير
    الأميرة أمير الملك الملكة ملك الإمبراطور السلطان الرئيس رئيس الوزير وزير وزيرة النائب النائبة السيناتور
    سيناتور الدكتور الدكتورة دكتور المهندس المحامي القاضي الأستاذ البروفيسور بروفيسور البابا الأنبا الإمام آية
    الحاج الأسقف البطريرك المطران الأب القس الحاخام المستشار المستشارة السفير السفيرة الرفيق المرحوم الشهيد
    الفنان الفنانة اللاعب المدرب الأخ الأخت القائد قائد القيادي الناطق المتحدث حضرة سمو جلالة فخامة معالي ركن
    أول الركن الطيار المتقاعد
    """
)
# These are names as well: they are a title only where a name follows them.
SURNAMES_TOO = folded_words(
    """
    المهندس الشيخ السيد سيد ملك أمير رائد عميد لواء الأمير الملك النقيب القاضي السلطان الرئيس الحاج ركن
    """
)
STOPS = folded_words(
    """
    الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد يوم اليوم أمس غدا صباح مساء ليل ظهر فجر عام سنة
    شهر خلال أثناء عقب حول نحو إن أن أنه إنه قال قالت يقول تقول أعلن أعلنت أكد أكدت إلى الى عن من في مع هو هي هم
    الذي التي الذين وقال كان كانت قد لقد لم لن لا ما أول رئيس وزير نائب زعيم قائد مدير سفير مساعد مستشار عضو
    ممثل مبعوث حاكم محافظ رئيسة وزيرة الحالي السابق الأسبق الراحل الجديد المقبل نظيره نظيرها بعد قبل ضد منذ حتى
    بين أمام لدى عبر حيث كما لكن بينما عندما أو ثم فقط أيضا فضلا رئيسا وزيرا سفيرا مبعوثا موفدا مديرا نائبا
    قائدا زعيما أمينا عضوا ممثلا حاكما محافظا مستشارا مفوضا منسقا متحدثا ناطقا مندوبا نقيبا مرشحا
    """
)
# Names that only a hamza tells from function words.
NAMES_TOO = frozenset({"إمام", "علي", "آن", "آل"})


def is_stop(token: Token) -> bool:
    """Whether no name begins or ends with ``token``: أمس, رئيس, الحالي."""
    return token.norm in STOPS and token.text not in NAMES_TOO


def is_function_word(token: Token) -> bool:
    """Whether ``token`` is a word of a closed class that is never a name."""
    if token.kind is not TokenKind.WORD:
        return False
    if token.text in NAMES_TOO:
        return False
    tags = allowed_tags(token.norm)
    return token.text in ("على", "إلى") or (tags is not None and "PROPN" not in tags)


def is_verb(token: Token) -> bool:
    """Whether ``token`` is mostly a verb and no name of the lists."""
    known = marks(token.norm)
    word = token.kind is TokenKind.WORD and not known.lists
    return word and known.verb > "3" and known.name < "2" and known.named < "4"


def is_adverb(token: Token) -> bool:
    """Whether ``token`` is an adverb of an adjective in ي: دوليا, حاليا."""
    known = marks(token.norm)
    return token.norm.endswith("يا") and known.name < "2" and known.word > "3" and known.named in ("0", "1", "2")


def is_common_noun(token: Token) -> bool:
    """Whether ``token`` is a noun that elsewhere takes the article, and no name in the lists of names: زوج, هاجس."""
    known = marks(token.norm)
    noun = known.word > "3" and known.article > "3" and not token.definite and token.norm not in LEADING
    return noun and known.name == "0" and known.named < "3" and not known.lists and token.kind is TokenKind.WORD


def is_dual_noun(token: Token) -> bool:
    """Whether ``token`` is a common noun in the dual of a construct: جزيرتا, مدرستي."""
    known = marks(token.norm)
    strange = token.norm.endswith(("تا", "تي")) and not known.lists and known.named < "4" and known.name < "2"
    return strange and not token.definite and len(token.norm) > 4 and marks(token.norm[:-2] + "ه").word > "4"


def is_plain_noun(token: Token) -> bool:
    """Whether ``token`` is a common word with an ending that foreign names lack: ة, اً."""
    return not token.definite and token.text[-1] in "ةاً" and never_a_name(token)


def never_a_name(token: Token) -> bool:
    """Whether ``token`` is a common word that newswire hardly writes as a name."""
    known = marks(token.norm)
    common = known.word >= "6" and known.name == "0" and known.named < "2"
    return common and not known.lists and token.kind is TokenKind.WORD and token.norm not in LEADING


def has_tanwin(token: Token) -> bool:
    """Whether ``token`` has the mark of an indefinite noun."""
    return any(mark in token.text for mark in "ًٌٍ")


def is_given_name(token: Token) -> bool:
    """Whether ``token`` is a given name in the lists and mostly a name."""
    known = marks(token.norm)
    return "f" in known.lists and known.named > "3"


def is_last_name(token: Token) -> bool:
    """Whether ``token`` is a family name in the lists and mostly a name."""
    known = marks(token.norm)
    return "l" in known.lists and known.named > "3" and not token.definite


def is_first_name(token: Token) -> bool:
    """Whether ``token`` is a given name, in the lists or as newswire writes it."""
    known = marks(token.norm)
    return is_given_name(token) or (known.name > "4" and known.named > "6" and token.kind is TokenKind.WORD)


def can_be_surname(token: Token) -> bool:
    """Whether ``token``, with the article, may be a family name: الشامي, الشيخ."""
    known = marks(token.norm)
    return known.name > "0" or known.word < "4" or token.norm in SURNAMES_TOO


def is_family_part(token: Token) -> bool:
    """Whether ``token`` is no article written by itself (ال) but آل."""
    return token.norm != "ال" or token.text == "آل"
