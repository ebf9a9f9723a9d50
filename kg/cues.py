"""The cues of context: the words by which a text negates, plans, demands, supposes or doubts what it tells.

Words are normal forms of tokens (clitics are tokens of their own). Verbs are listed once and conjugated.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from kg.arabic.inflection import imperfects_of, inflect_imperfect, inflect_perfect
from kg.arabic.normal import fold
from kg.arabic.tokens import tokenize
from kg.records import Status


class Kind(StrEnum):
    """What a cue does to what it governs."""

    NEGATION = "negation"
    DENIAL = "denial"
    PLAN = "plan"
    DEMAND = "demand"
    CONDITION = "condition"
    DOUBT = "doubt"
    HEARSAY = "hearsay"
    PSEUDO = "pseudo"


class Reach(StrEnum):
    """Where a cue's target stands."""

    VERB = "verb"  # the next verb: لم يقع
    CONTENT = "content"  # the noun or clause that it governs: عدم وجود، دعا إلى سحب، من المقرر أن
    CLAUSE = "clause"  # all of the clause that it opens: إذا انسحبت
    BEFORE = "before"  # the noun that it describes: هجوم محتمل


class Cue(NamedTuple):
    """A cue: its words, what it does and to what; ``links`` open its content (empty: the content follows at once).

    ``verb`` tells finite verbs, which never have the article.
    """

    words: tuple[str, ...]
    kind: Kind
    reach: Reach
    links: frozenset[str] = frozenset()
    verb: bool = False


STATUS = {
    Kind.NEGATION: Status.DENIED,
    Kind.DENIAL: Status.DENIED,
    Kind.PLAN: Status.PLANNED,
    Kind.DEMAND: Status.REQUESTED,
    Kind.CONDITION: Status.HYPOTHETICAL,
    Kind.DOUBT: Status.HYPOTHETICAL,
    Kind.HEARSAY: Status.ACTUAL,
    Kind.PSEUDO: Status.ACTUAL,
}

# kind, reach, links, words or phrases
_WORDS: list[tuple[Kind, Reach, str, str]] = [
    (Kind.PSEUDO, Reach.VERB, "",
        "لا يزال، لا تزال، لا يزالون، ما زال، ما زالت، لا زال، لا زالت، لم يزل، لم تزل، لا شك، لا سيما، ليس "
        "فقط، ليست فقط، لا يقل، لا تقل، "

         "ما يقارب، ما يقرب، ما يربو، ما لا يقل، غير ان، غير انه، الا ان، لا بد، لم يلبث، لم تلبث، لم يكتف، "
         "لم تكتف، ليس وحده، لا ينفي، لا غير، ب طلب من، بناء علي طلب، بناء علي دعوه، ب دعوه من، تلبيه ل دعوه، "
         "علي طلب، لم يتجاوز، لم تتجاوز، لا يتجاوز، لا تتجاوز، لم يقل عن، لا يقل عن، ما ان، ليس اقل، لم يكن "
         "سوي، لم يعد سوي، طائره بدون، طائره من دون، طائرات بدون، طائرات من دون، غير مباشر، غير ملزم، غير "
         "مسبوق، غير مسبوقه، غير رسمي، غير رسميه، غير مباشره، غير معلن، غير معلنه"),
    (Kind.NEGATION, Reach.VERB, "", "لم، لن، لا، ما كان، ما كانت"),
    (Kind.NEGATION, Reach.CONTENT, "",
        "ليس، ليست، ليسوا، غير، عدم، دون، بدون، بلا، انعدام، غياب، تجنب، تفادي، تجنيب، منع، الحيلوله دون، لا "
        "يوجد، لا توجد، رفض، الغاء، احباط، تعذر، فشل، استبعاد"),
    (Kind.PLAN, Reach.VERB, "", "س، سوف، سوف لن"),
    (Kind.PLAN, Reach.CONTENT, "ان ل ب",
        "من المقرر، من المزمع، من المرتقب، من المنتظر، من المتوقع، مقرر، مقرره، المقرر، المقرره، مقررا، "
        "مزمع، خطه، خططا، خطط، استعدادا، تمهيدا، تحضيرا، تاهبا، "

         "استعدادات، تحضيرات، التحضير، الاستعداد، الاعداد، الترتيب، نيه، نيته، نيتها، نيتهم، عزم، عزمه، "
         "عزمها، عزمهم، اعتزام، بصدد، بهدف، بغيه، بغرض، من اجل، قصد، بنيه، في سبيل، "

         "في طريق، علي وشك، مستعد، مستعده، مستعدون، جدول زمني، موعد، قبيل، عشيه، هدف، الهدف، التزام، التزامه، "
         "التزامها، استعداد، استعداده، استعدادها، تعهد، تعهدا"),
    (Kind.DEMAND, Reach.CONTENT, "ان ب الي ل في علي",
        "يجب، وجب، ينبغي، لا بد من، لابد من، لا بد، لابد، يتعين، مطالبه، المطالبه، مطالبا، مطالبين، مطالب، "
        "دعوه، الدعوه، دعوات، داعيا، داعيه، طلب، طلبا، حث، حاثا، "

         "مناشده، مناشدا، ضروره، الضروره، اهميه، وجوب، حان الوقت، آن الاوان، من الضروري، من الواجب، من المهم، "
         "من الافضل، يلزم، اقتراح، اقتراحا، مقترح، مقترحا، الحاجه، حاجه، رغبه، "
         "رغبته، رغبتها، رغبتهم، الرغبه، يا ليت، ليت، الامل، امل، املا"),
    (Kind.CONDITION, Reach.CLAUSE, "", "اذا، لو، في حال، في حاله، شريطه ان، بشرط ان، اذا ما، ما لم، لولا، في حالما"),
    (Kind.DOUBT, Reach.VERB, "", "ربما، لعل، قد"),
    (Kind.DOUBT, Reach.CONTENT, "ان ب ل في من",
        "احتمال، احتمالات، الاحتمال، احتماليه، امكانيه، امكان، يمكن، يمكنه، يمكنها، يستطيع، تستطيع، يستطيعون، "
        "نستطيع، من الممكن، من المحتمل، من المرجح، من الوارد، من شانه، من شانها، قد يكون، "

         "خطر، مخاطر، خشيه، خوفا من، خوفا، مخاوف، المخاوف، تحسبا، تحذير، تحذيرا، تحذيرات، محذرا، تلويح، "
         "التلويح، تهديد، التهديد، تهديدات، تهديدا، مهددا، مهدده، فرضيه، سيناريو، توقعات، التوقعات، تكهنات، "
         "حديث، هل، عما اذا، ما اذا"),
    (Kind.HEARSAY, Reach.CONTENT, "ان ب",
        "يقال، يزعم، يعتقد، مزاعم، ادعاءات، شائعات، اشاعات، انباء، تقارير غير مؤكده، معلومات غير مؤكده، بحسب "
        "مزاعم"),
    (Kind.DOUBT, Reach.BEFORE, "",
        "محتمل، المحتمل، محتمله، المحتمله، محتملا، وشيك، وشيكه، الوشيك، مفترض، المفترض، مفترضه، المفترضه"),
    (Kind.HEARSAY, Reach.BEFORE, "", "مزعوم، المزعوم، مزعومه، المزعومه، منسوب، منسوبه، المنسوبه، المنسوب"),
    (Kind.PLAN, Reach.BEFORE, "",
        "مقبل، المقبل، مقبله، المقبله، قادم، القادم، قادمه، القادمه، مرتقب، المرتقب، مرتقبه، المرتقبه، "
        "مرتقبا، متوقع، المتوقع، متوقعه، المتوقعه، مزمع، المزمع، المزمعه، مقرر، المقرر، المقرره، مقررا، "
        "منتظر، المنتظر، المنتظره"),
]  # fmt: skip

# kind, links, verbs: perfect, or perfect/imperfect (perfect/-: the imperfect is another word's as well)
_VERBS: list[tuple[Kind, str, str]] = [
    (Kind.DENIAL, "ان", "نفى/ينفي، أنكر، فند، كذب"),
    (Kind.NEGATION, "ان ب", "رفض/يرفض، ألغى/يلغي، أحبط، منع/يمنع، تجنب، تفادى/يتفادى، استبعد، امتنع، تعذر"),
    (Kind.PLAN, "ان ب ل الي علي",

         "اعتزم، نوى/ينوي، خطط، عزم/يعزم، قرر، تعهد، وعد/-، التزم، استعد، تأهب، أزمع، هدف/يهدف، سعى/يسعى، "
         "أمر/يأمر، لوح، توقع، وافق، اتفق، أوشك، مهد"),
    (Kind.DEMAND, "ان ب الي ل علي",

         "طالب، دعا/يدعو، طلب/يطلب، حث/يحث، ناشد، أراد/يريد، اقترح، حرض، شدد على، أمل/يأمل، تمنى/يتمنى، "
         "رغب/يرغب، ألح، احتاج، استوجب، تطلب، أوصى/يوصي، رجا/يرجو، فضل"),
    (Kind.DOUBT, "ان ب من",
        "رجح، احتمل، خشي/يخشى، هدد، توعد، حذر، تخوف، ظن/يظن، افترض، أمكن/-، تكهن، جاز/يجوز"),
    (Kind.HEARSAY, "ان", "زعم/يزعم، ادعى/يدعي، اعتقد، شاع/يشيع"),
]  # fmt: skip


def _listed() -> Iterator[Cue]:
    for kind, reach, links, words in _WORDS:
        for phrase in words.split("،"):
            yield Cue(tuple(phrase.split()), kind, reach, frozenset(links.split()))


def _conjugated() -> Iterator[Cue]:
    for kind, links, verbs in _VERBS:
        for verb in verbs.split("،"):
            perfect, _, imperfect = verb.strip().partition("/")
            for form in _forms(perfect, imperfect):
                yield Cue(tuple(form.split()), kind, Reach.CONTENT, frozenset(links.split()), verb=True)


def _forms(perfect: str, imperfect: str) -> Iterator[str]:
    head, *rest = perfect.split()
    listed = () if imperfect == "-" else (imperfect,) if imperfect else imperfects_of(head)
    forms = [*inflect_perfect(head), *(form for stem in listed for form in inflect_imperfect(stem, head))]
    yield from (" ".join([form, *map(fold, rest)]) for form, _ in forms)


@cache
def cues() -> dict[str, tuple[Cue, ...]]:
    """Return the cues by their first word, longest first."""
    found: dict[str, dict[Cue, None]] = defaultdict(dict)
    for cue in (*_listed(), *_conjugated()):
        split = tuple(token.norm for token in tokenize(" ".join(cue.words)))
        for words in dict.fromkeys((cue.words, split)):
            found[words[0]][cue._replace(words=words)] = None
    return {first: tuple(sorted(group, key=lambda cue: -len(cue.words))) for first, group in found.items()}
