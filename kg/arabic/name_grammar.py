"""The grammar of people's names: what may stand at their edges, what belongs together, what no name can cross."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kg.arabic.closed_classes import allowed_tags, folded_words
from kg.arabic.name_parts import LEADING, TRAILING
from kg.arabic.tokens import Token, TokenKind
from kg.arabic.words import marks

Span = tuple[int, int]
# Ranks, forms of address and offices that stand before a name and are none of it.
_TITLES = folded_words(
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
_SURNAMES_TOO = folded_words(
    """
    المهندس الشيخ السيد سيد ملك أمير رائد عميد لواء الأمير الملك النقيب القاضي السلطان الرئيس الحاج ركن
    """
)
_STOPS = folded_words(
    """
    الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد يوم اليوم أمس غدا صباح مساء ليل ظهر فجر عام سنة
    شهر خلال أثناء عقب حول نحو إن أن أنه إنه قال قالت يقول تقول أعلن أعلنت أكد أكدت إلى الى عن من في مع هو هي هم
    الذي التي الذين وقال كان كانت قد لقد لم لن لا ما أول رئيس وزير نائب زعيم قائد مدير سفير مساعد مستشار عضو
    ممثل مبعوث حاكم محافظ رئيسة وزيرة الحالي السابق الأسبق الراحل الجديد المقبل نظيره نظيرها بعد قبل ضد منذ حتى
    بين أمام لدى عبر حيث كما لكن بينما عندما أو ثم فقط أيضا
    """
)
_ORDINARY = folded_words(
    """
    الثاني الحالي الماضي التالي العسكري الرئاسي السياسي الأمني الرسمي الإعلامي الصحفي الشخصي الاثنين النووي
    """
)
_HEADS = folded_words(
    """
    نجم نجمة سكرتير سكرتيرة رقيب مهاجم مدافع حارس كاتب شاعر مخرج مطرب قاضي أمين أمينة عميد نقيب رائد مفتي صاحب
    صاحبة لاعب مدرب محلل خبير باحث أستاذ مؤسس مراسل ابن ابنة نجل شقيق زوج والد
    """
)
_AFTER_FAMILY = frozenset({"زاده", "اوغلو", "اوغلي", "اوغلى"})
_RANKED = folded_words("ثاني ثالث رابع خامس أول آخر أكبر أهم أبرز أغنى أفضل أشهر أقوى أحد إحدى")
# How Slavic, Turkish, Armenian, Georgian and German family names end.
_FAMILY_ENDINGS = ("وف", "وفا", "ييف", "يفا", "سكي", "فيتش", "يتش", "نكو", "شفيلي", "اوغلو", "زاده", "برغ", "شتاين")
_PREPOSITIONS = frozenset({"ل", "ب", "في", "من", "الي", "علي", "عن", "مع", "ضد", "لدي"})
_BEFORE_VERBS = frozenset({"قد", "لقد", "لم", "لن", "سوف"})
# Names that only a hamza tells from function words.
_NAMES_TOO = frozenset({"إمام", "علي", "آن", "آل"})
# The last syllable of some Korean names is written like a particle.
_KOREAN = frozenset({("جيه", "ان"), ("جاي", "ان"), ("هي", "ان"), ("جو", "ان")})
_JOINTS = frozenset("-.'’‘")


def mend(tokens: Sequence[Token], spans: Sequence[Span]) -> list[Span]:
    """Return ``spans`` of names in ``tokens``, one sentence, with their edges set right."""
    out: list[Span] = []
    for span in spans:
        for piece in _pieces(tokens, *span):
            start, end = _trimmed(tokens, *piece)
            if start < end:
                out.append(_grown(tokens, start, end, out[-1][1] if out else 0))
    return _joined(out)


def _joined(spans: Sequence[Span]) -> list[Span]:
    """Names that touch are one: two people are never named without a word or a mark between them."""
    out: list[Span] = []
    for span in spans:
        if out and span[0] <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], span[1]))
        else:
            out.append(span)
    return out


def _pieces(tokens: Sequence[Token], start: int, end: int) -> list[Span]:
    """Cut a span where no name goes on: at punctuation other than a hyphen or the dot of an initial, and at numbers."""
    cuts = [at for at in range(start + 1, end) if divides(tokens, at) or (at + 1 < end and _parts(tokens, at))]
    edges = [start - 1, *cuts, end]
    return [(left + 1, right) for left, right in pairwise(edges) if left + 1 < right]


def _parts(tokens: Sequence[Token], at: int) -> bool:
    """Whether no name goes on over the word at ``at``: a verb, a particle, هو, or ذو that describes (ذو شخصية)."""
    token = tokens[at]
    if token.norm in ("هو", "هي") or (token.norm == "ذو" and not tokens[at + 1].definite):
        return True
    return _is_verb(token) or (is_function_word(token) and (token.norm in _STOPS or token.norm in _PREPOSITIONS))


def _is_stop(token: Token) -> bool:
    return token.norm in _STOPS and token.text not in _NAMES_TOO


def divides(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token at ``at`` ends a name that stands before it."""
    token = tokens[at]
    if token.kind is TokenKind.NUMBER:
        return True
    if token.kind is TokenKind.PUNCT:
        return not (token.norm in _JOINTS and token.glued)
    return token.kind is TokenKind.PROCLITIC and not token.glued and not _wrongly_split(tokens, at)


def _wrongly_split(tokens: Sequence[Token], at: int) -> bool:
    """Whether a foreign name was taken for a particle and a word (ب + ايدن)."""
    if at + 1 >= len(tokens) or not tokens[at + 1].glued:
        return False
    if at and _is_first_name(tokens[at - 1]) and _begins_family_name(tokens[at], tokens[at + 1]):
        return True
    if tokens[at + 1].definite:
        return False
    if tokens[at].norm == "ف":
        return True
    if tokens[at + 1].norm == "ي":
        return at > 0 and _is_lee(tokens, at)
    whole, rest = marks(tokens[at].norm + tokens[at + 1].norm), marks(tokens[at + 1].norm)
    return rest.word < "3" or whole.name > max(rest.name, whole.word)


def _begins_family_name(particle: Token, rest: Token) -> bool:
    """Whether what follows a given name is a family name cut in two, because nobody writes the rest as a word.

    A name of the Maghreb begins with بو (بوحجة), and nothing that و begins stands after ب.
    """
    if particle.norm not in ("ب", "ك", "ل") or rest.kind is not TokenKind.WORD:
        return False
    whole, alone, bare = marks(particle.norm + rest.norm), marks(rest.norm), marks(rest.stem)
    maghrebi = particle.norm == "ب" and rest.norm.startswith("و") and len(rest.norm) > 3
    unknown = alone.word in "0" and alone.name == "0" and bare.word == "0"
    return (maghrebi and alone.word < "5") or (unknown and whole.word >= alone.word)


def _is_lee(tokens: Sequence[Token], at: int) -> bool:
    """Whether لي is no pronoun but the name, after a name that is not Arabic."""
    known = marks(tokens[at - 1].norm)
    borne = (known.name > "1" and known.named not in "0123") or known.word == "0"
    borne = borne and tokens[at - 1].kind is TokenKind.WORD and not tokens[at - 1].definite
    return tokens[at].norm == "ل" and tokens[at + 1].glued and borne and not known.lists


def _trimmed(tokens: Sequence[Token], start: int, end: int) -> Span:
    while start < end and _no_start(tokens, start, end):
        start += 1
    while start < end and (_no_end(tokens[end - 1]) or (end - start > 1 and _is_word_after(tokens, end - 1))):
        end -= 1
    if end - start > 2 and tokens[end - 1].norm in _RANKED and tokens[end - 2].norm not in LEADING:
        end -= 1
    return start, end


def _is_word_after(tokens: Sequence[Token], at: int) -> bool:
    """Whether the last word of what looks like a name is a common noun, a verb, or a participle with its preposition
    (المقيم في).
    """
    token = tokens[at]
    word = _is_plain_noun(token) or _is_verb(token) or _is_adverb(token)
    return word or _is_participle(tokens, at) or _is_head(tokens, at)


def _is_adverb(token: Token) -> bool:
    """Whether ``token`` is an adverb of an adjective in ي: دوليا, حاليا."""
    known = marks(token.norm)
    return token.norm.endswith("يا") and known.name < "2" and known.word > "3" and known.named in ("0", "1", "2")


def _is_head(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at ``at``, which people bear too, is the head of what follows: نجم ليفربول, أمين عام."""
    if tokens[at].norm not in _HEADS or at + 1 >= len(tokens):
        return False
    after = tokens[at + 1]
    noun = after.kind is TokenKind.WORD and not after.glued and after.norm not in TRAILING
    titled = after.definite and after.norm in _TITLES
    return noun and after.norm not in _STOPS and not titled and not is_function_word(after)


def _is_verb(token: Token) -> bool:
    known = marks(token.norm)
    word = token.kind is TokenKind.WORD and not known.lists
    return word and known.verb > "3" and known.name < "2" and known.named < "4"


def _is_participle(tokens: Sequence[Token], at: int) -> bool:
    token, known = tokens[at], marks(tokens[at].norm)
    follows = at + 1 < len(tokens) and tokens[at + 1].norm in _PREPOSITIONS
    common = known.name == "0" and known.word > "2" and known.named < "3" and not known.lists
    return follows and common and token.norm.startswith("الم")


def _no_start(tokens: Sequence[Token], start: int, end: int) -> bool:
    token = tokens[start]
    if token.kind in (TokenKind.PUNCT, TokenKind.ENCLITIC):
        return True
    if token.kind is TokenKind.PROCLITIC:
        return not _begins_foreign_name(tokens, start)
    if token.norm in _TITLES:
        return end - start > 1 or token.norm not in _SURNAMES_TOO
    if _is_stop(token) or token.norm in TRAILING or is_function_word(token):
        return True
    staff = token.norm == "اركان" or (token.norm == "حرب" and start > 0 and tokens[start - 1].norm == "اركان")
    if staff or _belongs_to_phrase(tokens, start, end):
        return True
    word = _never_a_name(token) or _is_verb(token) or _is_common_noun(token) or _is_adverb(token)
    return end - start > 1 and (word or _follows_particle(tokens, start))


def _belongs_to_phrase(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the word before a name is part of the phrase before: الشاب الأمير محمد, المشرعة جو كوكس, لصالح بوتين."""
    if end - start < 2:
        return False
    token, after = tokens[start], tokens[start + 1]
    if token.norm == "صالح":
        before = tokens[start - 1] if start and token.glued else None
        return before is not None and before.norm == "ل" and not after.definite
    titled = token.definite and after.definite and after.norm in _TITLES and end - start > 2
    feminine = token.definite and token.text.endswith("ة") and not after.definite and not marks(token.norm).lists
    return titled or (feminine and marks(token.norm).named < "4")


def _is_common_noun(token: Token) -> bool:
    """Whether ``token`` is a noun that elsewhere takes the article, and no name in the lists of names: زوج, هاجس."""
    known = marks(token.norm)
    noun = known.word > "3" and known.article > "3" and not token.definite and token.norm not in LEADING
    return noun and known.name == "0" and known.named < "3" and not known.lists and token.kind is TokenKind.WORD


def _follows_particle(tokens: Sequence[Token], at: int) -> bool:
    """Whether the particle before makes the word a verb, whatever else it may be: قد أشرف محمد."""
    return at > 0 and tokens[at - 1].norm in _BEFORE_VERBS


def _never_a_name(token: Token) -> bool:
    known = marks(token.norm)
    common = known.word >= "6" and known.name == "0" and known.named < "2"
    return common and not known.lists and token.kind is TokenKind.WORD and token.norm not in LEADING


def _begins_foreign_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether the particle at ``at`` is the first letter of a name that newswire hardly writes (ف + رويد)."""
    if at + 1 >= len(tokens) or tokens[at + 1].kind is not TokenKind.WORD or tokens[at + 1].definite:
        return False
    whole, rest = marks(tokens[at].norm + tokens[at + 1].norm), marks(tokens[at + 1].norm)
    return rest.word < "3" and rest.name <= whole.name


def _is_plain_noun(token: Token) -> bool:
    return not token.definite and token.text[-1] in "ةاً" and _never_a_name(token)


def plausible(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a name that only a cue calls for can be one: no lone common noun, verb, or noun with its pronoun."""
    token, known = tokens[start], marks(tokens[start].norm)
    if token.kind is TokenKind.LATIN and not token.text[:1].isupper():
        return False
    if end - start > 2 or token.kind is not TokenKind.WORD:
        return True
    lone = end - start == 1 or tokens[start + 1].kind is TokenKind.ENCLITIC
    adjective = token.definite and known.word > "5" and known.named < "3"
    return not lone or not (adjective or _never_a_name(token) or known.verb > "4")


def _no_end(token: Token) -> bool:
    word = _is_stop(token) or is_function_word(token) or token.norm == "ذو"
    return token.kind is TokenKind.PUNCT or word or _has_tanwin(token)


def _has_tanwin(token: Token) -> bool:
    return any(mark in token.text for mark in "ًٌٍ")


def is_function_word(token: Token) -> bool:
    """Whether ``token`` is a word of a closed class that is never a name."""
    if token.kind is not TokenKind.WORD:
        return False
    if token.text in _NAMES_TOO:
        return False
    tags = allowed_tags(token.norm)
    return token.text in ("على", "إلى") or (tags is not None and "PROPN" not in tags)


def _grown(tokens: Sequence[Token], start: int, end: int, least: int) -> Span:
    while (
        start > least
        and not tokens[start].glued
        and _leads(tokens[start - 1])
        and not _follows_particle(tokens, start - 1)
        and not _belongs_to_phrase(tokens, start - 1, end)
    ):
        start -= 1
    while end < len(tokens) and _goes_on(tokens, start, end):
        end += 1
    return start, end


def _leads(token: Token) -> bool:
    if token.kind is not TokenKind.WORD or token.norm == "ذو":
        return False
    return (token.norm in ("عبد", "ابو", "ابي", "بن", "ال") and is_family_part(token)) or _is_first_name(token)


def _goes_on(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the token at ``end`` belongs to the name that so far is ``start`` to ``end``."""
    token, last = tokens[end], tokens[end - 1]
    if token.glued:
        return last.kind is TokenKind.PROCLITIC and (token.kind is TokenKind.WORD or token.norm == "ي")
    if token.kind is TokenKind.PROCLITIC and end + 1 < len(tokens):
        family = _is_first_name(last) and _begins_family_name(token, tokens[end + 1])
        follows = last.norm in LEADING or tokens[end + 1].norm == "ي" or family
        return follows and tokens[end + 1].glued and _wrongly_split(tokens, end)
    if (last.norm, token.norm) in _KOREAN:
        return True
    if token.kind is not TokenKind.WORD or _is_stop(token) or is_function_word(token):
        return False
    if end + 1 < len(tokens) and tokens[end + 1].norm in _AFTER_FAMILY and not token.definite:
        return True
    return _is_compound(tokens, start, end) or _is_next_name(tokens, start, end)


def _is_compound(tokens: Sequence[Token], start: int, end: int) -> bool:
    token, last = tokens[end], tokens[end - 1]
    if last.norm in LEADING and last.kind is TokenKind.WORD and last.text != "أبي":
        return not (last.norm == "ابن" and end - start == 1)
    return token.norm in TRAILING or (token.norm in ("بن", "ابن") and end + 1 < len(tokens))


def _is_next_name(tokens: Sequence[Token], start: int, end: int) -> bool:
    token, last = tokens[end], tokens[end - 1]
    given = _is_given_name(last) and (_is_given_name(token) or _is_last_name(token) or token.text in _NAMES_TOO)
    return given or _is_family_name(tokens, start, end) or _is_foreign_name(last, token)


def _is_given_name(token: Token) -> bool:
    known = marks(token.norm)
    return "f" in known.lists and known.named > "3"


def _is_last_name(token: Token) -> bool:
    known = marks(token.norm)
    return "l" in known.lists and known.named > "3" and not token.definite


def _is_first_name(token: Token) -> bool:
    known = marks(token.norm)
    return _is_given_name(token) or (known.name > "4" and known.named > "6" and token.kind is TokenKind.WORD)


def _is_foreign_name(last: Token, token: Token) -> bool:
    """Whether ``token`` after a given name is written nowhere else in newswire, or in names only."""
    known = marks(token.norm)
    rare = known.word == "0" and known.named not in "01234"
    family = len(token.norm) > 4 and token.norm.endswith(_FAMILY_ENDINGS) and known.verb < "3" and known.word < "6"
    given = marks(last.norm).name >= "3"
    return not token.definite and given and (rare or (family and _is_first_name(last)))


def _is_family_name(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the definite word at ``end`` is the family name of a kunya or of given names (محمد شياع السوداني)."""
    token = tokens[end]
    if not token.definite or token.norm in _ORDINARY:
        return False
    if ends_compound(tokens, start, end):
        return token.norm[-1] == "ي"
    if tokens[end - 1].definite:
        return False
    kunya = tokens[start].norm in ("ابو", "ابي", "ابا") and end - start == 2 and _can_be_surname(token)
    given = end - start >= 2 and "f" in marks(tokens[start].norm).lists and token.norm[-1] == "ي"
    return kunya or given


def compounds(tokens: Sequence[Token]) -> list[Span]:
    """Return the given names made with عبد and a name of God, in one word or two: whoever is called so is a person."""
    found: list[Span] = []
    for at, token in enumerate(tokens):
        if token.kind is not TokenKind.WORD:
            continue
        if token.norm == "عبد" and at + 1 < len(tokens) and tokens[at + 1].definite:
            found.append((at, at + 2))
        elif token.norm.startswith("عبدال") and len(token.norm) > 6:
            found.append((at, at + 1))
    return found


def ends_compound(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the name ``start`` to ``end`` ends with a given name made of two words (عبد الملك، عبدالملك، نصر الله).

    What follows is a family name, never an adjective: عبد الملك الحوثي.
    """
    last = tokens[end - 1].norm
    parted = end - start >= 2 and (tokens[end - 2].norm == "عبد" or last in TRAILING)
    return parted or (last.startswith("عبدال") and len(last) > 6)


def _can_be_surname(token: Token) -> bool:
    known = marks(token.norm)
    return known.name > "0" or known.word < "4" or token.norm in _SURNAMES_TOO


def is_family_part(token: Token) -> bool:
    """Whether ``token`` is no article written by itself (ال) but آل."""
    return token.norm != "ال" or token.text == "آل"
