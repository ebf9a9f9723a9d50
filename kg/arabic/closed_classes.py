"""Words of closed classes with the parts of speech that they can have: what no model needs to guess."""

from __future__ import annotations

from kg.arabic.normal import fold_word

_CLASSES = {
    "ADP": """
        في من على إلى عن مع بين خلال بعد قبل عند لدى منذ حول تحت ضد عبر فوق دون بدون أمام وراء خلف سوى حسب وفق
        إزاء تجاه أثناء عقب رغم مثل ضمن قرب حيال عدا خلا لقاء إثر بعيد قبيل مذ قبالة صوب طيلة طوال حتى نحو
    """,
    "SCONJ": """
        أن إن أنّ إنّ لأن كأن لعل ليت حيث عندما حينما بينما كلما إذا لو إذ كي لكي طالما بعدما قبلما حالما ريثما
        لولا مهما كما فيما حتى مما
    """,
    "CCONJ": "أو أم ثم بل لكن إما",
    "PRON": """
        هو هي هم هما هن أنا نحن أنت أنتم أنتن إياه إياها إياهم الذي التي الذين اللذان اللذين اللتان اللتين
        اللواتي اللاتي اللائي من ما ماذا أولئك مما عما بما هذا هذه هذان هذين هاتان هاتين هؤلاء ذلك تلك ذاك
    """,
    "DET": """
        هذا هذه هذان هذين هاتان هاتين هؤلاء ذلك تلك ذاك كل بعض جميع كافة كلا كلتا أي أية أحد إحدى عدة
    """,
    "PART": "لا لم لن ما قد لقد هل سوف غير إلا إنما يا أيها أيتها نعم ألا بلى",
    "ADV": """
        هنا هناك هنالك أيضا فقط جدا الآن أمس غدا حاليا سابقا مجددا تقريبا أبدا ثمة دائما معا حينها آنذاك عندئذ
        هكذا كذلك بعدها قبلها مؤخرا لاحقا متى أين كيف لماذا نحو عادة
    """,
    "VERB": """
        كان كانت كانوا كانا يكون تكون يكونوا ليس ليست ليسوا لست لسنا أصبح أصبحت يصبح تصبح صار صارت ظل ظلت يظل
        تظل بات باتت لازال يزال تزال قال قالت قالوا يقول تقول يقولون
    """,
    "NUM": """
        اثنان اثنين اثنتان اثنتين ثلاثة ثلاث أربعة أربع خمسة خمس ستة ست سبعة سبع ثمانية ثماني تسعة تسع عشرة عشر
        عشرون عشرين ثلاثون ثلاثين أربعون أربعين خمسون خمسين ستون ستين سبعون سبعين ثمانون ثمانين تسعون تسعين مئة
        مائة مئتين مئتان مئات ألف آلاف ألفي مليون مليونا مليار
    """,
}
# Words of closed classes that are also words of open ones.
_HOMOGRAPHS = {
    "VERB": """
        عبر بعد قبل عقب مثل قرب خلف ضمن حسب خلا عدا صوب غير وفق بين
    """,
    "NOUN": """
        بعد عقب مثل قرب خلف لقاء عادة أمام ست ألف عشر أم سبع أحد ظل
    """,
    "PROPN": """
        خلف لقاء ألف علي أم بل أنا لو كي بات هو هي لا ما
    """,
    "ADJ": """
        بعيد
    """,
    "PART": """
        كلا
    """,
}


def folded_words(text: str) -> frozenset[str]:
    """Return the normal forms of the words of ``text``."""
    return frozenset(fold_word(word) for word in text.split())


def _compiled() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for tag, words in _CLASSES.items():
        for word in folded_words(words):
            table.setdefault(word, set()).add(tag)
    for tag, words in _HOMOGRAPHS.items():
        for word in folded_words(words) & table.keys():
            table[word].add(tag)
    return {word: frozenset(tags) for word, tags in table.items()}


_TABLE = _compiled()


def allowed_tags(norm: str) -> frozenset[str] | None:
    """Return the parts of speech that the form can have, None for words of open classes."""
    return _TABLE.get(norm)
