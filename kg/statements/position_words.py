"""The words by which positions are told: closed classes of Arabic, and nouns that the ontology lists by their part."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, fields
from functools import lru_cache

from kg.arabic.normal import fold
from kg.clauses import word_set
from kg.lexicon import SKOS, Concept, Lexicon
from kg.statements.words import COMPLEMENTIZERS, PREPOSITIONS, RELATIVES

NEGATIONS = word_set("لا لم لن ليس ليست لسنا لس لست ليسوا عدم دون غير بدون كفي الا")
STILL = word_set("يزال تزال يزالون زال زالت زالوا تزالون نزال ازال")  # لا يزال denies nothing
CONDITIONS = frozenset({"اذا", "لو", "حال", "شرط"})
STEPS = frozenset({"،", ",", ".", "؛", "لكن", "ولكن", "بل"})
# What may be and is not: before an imperfect or a noun.
MAYBE = word_set("ربما احتمال احتمالات امكانيه يمكن لعل يرجح يتوقع")
# Words of duty and of the speaker's own will.
OUGHT = word_set(
    "يجب ينبغي يتعين لابد ضروره ضروري حان الاوان اوان نريد نطلب نطالب ندعو نامل نتمني اريد اطالب ادعو نحث نرحب نويد "
    "سنواصل نواصل سنستمر نستمر ملتزمون ملتزمين عازمون عازمين مصممون مصممين مستعدون مستعدين سنعمل نسعي سنسعي"
)
OUGHT_NOT = word_set("نرفض ارفض نعارض نستنكر ندين كفي يكفي نحذر مرفوض مرفوضه")
# Words behind which the object of a verb of will, praise or blame is over: a clause of its own, a cause, a time.
CLOSERS = (RELATIVES - {"ما", "من"}) | word_set(
    "بعد قبل عقب اثر اثناء منذ بسبب نتيجه جراء خوفا خشيه تحسبا ردا مقابل حيث اذ لان لانه لانها عندما حين بينما "
    "فيما كما مما رغم وفق وفقا بحسب حسب نظرا لو لولا وسط عبر حتي ريثما بهدف لكي كي لكن ولكن بدلا فضلا"
)

# Prepositions and pronouns behind a cue that lead away from it; those that link it to its force.
OTHER = (PREPOSITIONS | RELATIVES | COMPLEMENTIZERS) - {"غير"}
LINKS = frozenset({"ل"})
OWN_LINKS = {
    "need": word_set("الي"),
    "fight": word_set("علي ضد مع"),
    "attack": word_set("علي ضد"),
    "press": word_set("علي ضد في وجه تجاه ازاء حيال مع امام ب"),
    "leave": word_set("ب"),
    "host": word_set("ب"),
    "stay": word_set("ب"),
    "yield": word_set("ب مع الي"),
    "side": word_set("مع الي جانب ب خلف"),
    "rid": word_set("من"),
}
# What counts a part of a force: من behind it leads to the whole.
PARTS = word_set(
    "عدد اعداد المزيد مزيد جزء بعض عشرات مئات الاف الالاف كل اي قسم اكثر اقل ثلث نصف معظم كثير عديد العديد وحدات عناصر "
    "جنود مسلحين مقاتلين"
)
NO_PREDICATE = word_set("و هناك ثمه من في عن الي ب ل ضد بسبب اي")

# What leads from a verb of praise or blame to its object, and nouns that are no object themselves.
LEADS = word_set("ب ل علي عن الي ضد مع في")
# Verbs by which a speaker gives something his own name: ما وصفه ب، ما أسمته.
NAMED_SO = word_set("وصف سمي اسم اعتبر عد دعا وصفه وصفته اسماه اسمته سماه سمته اعتبره اعتبرته يسمي تسمي يصفه تصفه")
MEMBERS = word_set("مثل ومثل ابرزها منها بينها بينهم منهم")


@dataclass(frozen=True)
class Nouns:
    """Nouns and adjectives in normal form, by what they do; the kinds are told in ``ontology/positions.ttl``."""

    welcome: frozenset[str]
    unwelcome: frozenset[str]
    matter: frozenset[str]
    remains: frozenset[str]
    home: frozenset[str]
    measure: frozenset[str]
    hollow: frozenset[str]
    said: frozenset[str]
    talks: frozenset[str]
    charge: frozenset[str]
    press: frozenset[str]
    bad: frozenset[str]
    good: frozenset[str]


def words_of(concept: Concept) -> frozenset[str]:
    """Return the words that a concept of these nouns lists, in normal form."""
    return frozenset(map(fold, concept.texts(SKOS + "hiddenLabel")))


@lru_cache(maxsize=2)
def position_nouns(lexicon: Lexicon) -> Nouns:
    """Return the nouns around positions of ``lexicon``, made once."""
    found: dict[str, set[str]] = defaultdict(set)
    for concept in lexicon.scheme("position-nouns"):
        for kind in concept.all("positionKind"):
            found[kind] |= words_of(concept)
    return Nouns(**{field.name: frozenset(found[field.name]) for field in fields(Nouns)})
