"""Which way a verb looks: whether what stands beside it lies behind the reference date or ahead of it."""

from __future__ import annotations

from functools import lru_cache

from kg.arabic.normal import fold

_PAST, _NEXT = -1, 1

# Words that look ahead: particles, plans and expectations. Verbs with س are recognised by their shape.
_AHEAD = (
    "سوف لن المقرر مقرر مقررة المقررة المزمع المزمعة مزمع مزمعة المرتقب المرتقبة مرتقب مرتقبة المتوقع المتوقعة "
    "متوقع متوقعة يتوقع تتوقع نتوقع "
    "المنتظر المنتظرة منتظر منتظرة ينتظر تنتظر يعتزم تعتزم يعتزمون نعتزم اعتزام عزم عزمه عزمها ينوي تنوي ينوون نية "
    "يخطط تخطط يخططون نخطط خطط خطة يستعد "
    "تستعد يستعدون استعدادا يأمل تأمل يأملون نأمل أمل المأمول المحتمل المرجح يرجح موعد موعدا الموعد تمهيدا المخطط "
    "يعتقد توقعات توقع تتعهد يتعهد "
    "المفترض يفترض يجب ينبغي يتعين لابد نريد يريد تريد يريدون يطالب تطالب يعد تعد وعد مقبل غدا ستة"
)
_AHEAD_WORDS = frozenset(fold(word) for word in _AHEAD.split()) - {"سته", "يعد", "تعد", "امل"}
# Present verbs of appointments: «يلتقي الخميس» is ahead, unless كان stands before it.
_SCHEDULED = (
    "يلتقي تلتقي يزور تزور يشارك تشارك يستقبل تستقبل يعقد تعقد يعقدان تعقدان يبدأ تبدأ تنطلق ينطلق يجتمع تجتمع "
    "يجتمعون يصل تصل يتوجه تتوجه يغادر تغادر "
    "يلقي تلقي يخوض تخوض يواجه تواجه يستضيف تستضيف تجرى يجرى يفتتح تفتتح يدلي يصوت تصوت يحسم تحسم يحل تحل يلعب تلعب "
    "يستأنف تستأنف ينعقد تنعقد يمثل "
    "يسافر تسافر تنتهي ينتهي يصدر تصدر يبحث يناقش يترأس تقام يقام يختتم تستمر يستمر تتواصل يتواصل تمتد يمتد تدوم يدوم "
    "تختتم تستغرق"
)
_SCHEDULED_WORDS = frozenset(fold(word) for word in _SCHEDULED.split())
_WAS = frozenset({"كان", "كانت", "كانوا", "لم", "كما"})
# Perfect verbs of newswire, he; she and they follow by rule.
_BEHIND = (
    "جمع ضم استمر تابع سبق تلا أعقب توج استضاف نظم تدرب سار مر تزامن صادف سلط حظي سعى بعث تأجل تعطل توقف انقطع "
    "قال أعلن ذكر أكد أوضح أضاف أشار صرح كشف نفى أفاد كان تم جرى وقع حدث قتل أصيب شن شهد بدأ انتهى عقد التقى زار "
    "وصل غادر عاد توجه استقبل أجرى اتفق "
    "أطلق أسفر أدى استهدف قصف دمر سيطر اقتحم اعتقل أوقف احتجز فجر انفجر هاجم قام نفذ نشر بث نقل كتب دعا طالب حذر "
    "هدد رفض وافق صوت أقر أصدر قرر اتهم "
    "انسحب أرسل سحب هزم خسر فاز انتخب عين تولى استقال أقيل توفي ولد تأسس أسس غزا احتل اغتيل اغتال لقي سقط ارتفع "
    "انخفض تراجع بلغ سجل ظهر اندلع خرج دخل "
    "شارك حضر ألقى ألقي أنهى تعرض حصل فقد تحطم غرق انطلق افتتح اختتم مضى صدر رفع فرض ضبط عثر أحبط استعاد حرر تمكن "
    "واصل أثار اعتبر رأى قرأ تلقى تسلم سلم "
    "منح حكم قضى شكل تبنى اجتمع بحث ناقش لوح نوه لفت شدد تعهد جدد أعرب عبر أبدى أبلغ أخبر أطلع كرر زعم ادعى اعترف "
    "أقدم تحدث تطرق وصف نعى رد علق انتقد أدان "
    "استنكر ندد رحب هنأ شكر حث ناشد طلب أمر وجه كلف عرض قدم سلم تقدم تبادل وقع أبرم ألغى أجل علق جمد أوقف منع حظر "
    "سمح أغلق فتح أعاد استأنف سافر فر هرب نزح "
    "لجأ قبض اقتاد سجن برأ أفرج اختطف خطف طعن أردى أصاب جرح أسقط ألحق خلف أودى تسبب ضرب هز اجتاح حاصر اشتبك تصدى صد "
    "أطاح نجا مات استشهد دفن شيع "
    "تظاهر احتشد احتج أضرب تجمع اعتصم أحرق أشعل اخترق عبر تسلل دهس صدم انهار انقلب شب خاض لعب تعادل تغلب تأهل توج "
    "أحرز حقق كسب هبط صعد قفز تدهور زاد "
    "نما انكمش باع اشترى استثمر أنفق دفع تبرع خصص أنشأ بنى دشن كشف اكتشف أثبت بين أظهر رجح توقع حدد أرجأ انضم انشق "
    "ترأس قاد أشرف استخدم استعمل حمل نصب زرع "
    "ألحقت أنقذ انتشل أجلى نقل حول أدلى أجاب سأل حاول فشل نجح اضطر اختار فضل أصبح أصبحت بات ظل ليس عاش درس تخرج عمل "
    "تزوج انتقل استقر ورث حل خلا"
)


def _persons(verb: str) -> tuple[str, ...]:
    """He, she, they, and she of the passive: أجرى, أجرت, أجروا, أجريت."""
    stem = verb[:-1] if verb.endswith(("ى", "ا")) else verb
    weak = (stem + "يت",) if verb.endswith("ى") else ()
    return verb, stem + "ت", stem + "وا", *weak


_BEHIND_WORDS = frozenset(fold(form) for verb in _BEHIND.split() for form in _persons(verb)) - {
    "بين",
    "حول",
    "عبر",
    "كان",
    "ليس",
    "بات",
}
_BEHIND_WORDS |= {"كان", "كانت", "كانوا", "لقد"}

# Words in س that are no future: numbers, nouns, and verbs whose first letter it is.
_NOT_FUTURE = (
    "ستة ستون ستين ستينيات ستينات ستمئة ستمائة ستار ستارة ستاد ستيف ستيفن ستوكهولم ستريت ستان ستالين سنة سنوات سنوي "
    "سنوية سنويا سنين سنتين "
    "سنتان سند سندات سنغافورة سنجار سني سنية سيناء سينما سينمائي سينمائية سياسة سياسي سياسية سياسيا سياسات سياسيين "
    "سياسيون سياق سيارة سيارات سياحة "
    "سياحي سياحية سيادة سيادي سيادية سياج سيد سيدة سيدات سيدي سيدني سير سيرا سيرة سيرغي سيرجي سيريلانكا سيطر سيطرة "
    "سيطرت سيطروا سيف سيل سيول سيوف "
    "سيولة سيناتور سيناريو سيناريوهات سيبيريا سيمون سيلفا سيليكون سيما سيء سيئ سيئة سيئا سيارته سيارتها سيدا سيرت "
    "سيران سيراليون سينا سيما سيارا "
    "سناك سنوبي سناب ستوديو ستديو ستيني ستيفاني ستيفان ستراتيجية ستراتفور ستيلا سنح سنحت سنحاريب سنده سندا سيسي "
    "سيساوي سيناوي سيوي سيوة سيلا سيلان "
    "سيغال سيلو سيلز سيدات سيدة سيدتي سيطرته سيطرتها سيطرتهم سيادتها سيادته سيارتين سيارتان سياسته سياستها سياسييها "
    "سياحيا سيرجيو سيرينا سيرخيو "
    "ستوك ستورمي ستاندرد ستاندارد سيميوني سياتل ستولتنبرغ سيباستيان سيدنا سنتي سياساتها ستور سيشنز سيلفي سيرته "
    "سيزار ستيت ستامفورد سنتيمتر سنتيمترا "
    "سنتيمترات ستانلي ستيفنز سياراتهم سياساته سنتات سياقها سياراتها ستره ستانفورد سيلتا سنان سيلت سيغيف سيسوكو "
    "ستيرلينغ ستاربكس ستارباكس ستراسبورغ "
    "سنترال سيمونا سيهوفر سيلفيو سيرو سينغ سيرها سيرج سياستنا ستافان سيكسرز سيدر سترلينغ سياح ستارلينك سيليا سيسيه "
    "سيستمز سياقه ستونز سيلتيكس "
    "سياقات سنتيم سييرا سيسكو سنتر ستيوارت سيمنس سندرلاند ستيفانو ستيشن سيلين سيسيليا سنودن سترات سيجارة سنها ستارز "
    "سيسكا سيرورة سيرك سناء ستيرلنغ "
    "ستورم سيموني سيدريك سيارتهم سنته ستريم سيارتي سنواته ستيل سيسك سيريل سيارتك ستوكس سياساتهم سياساتنا سيادتنا "
    "سيرتها سيسيل سيريا سيتي سينس سنابل سنجق سيري سيبان"
)
_NOT_FUTURE_WORDS = frozenset(fold(word) for word in _NOT_FUTURE.split())
_SHORTEST = 4


@lru_cache(maxsize=50_000)
def scheduled(raw: str) -> bool:
    """Whether ``raw`` is a present verb that tells an appointment where a day follows it."""
    word = fold(raw)
    return word in _SCHEDULED_WORDS or (word[:1] in ("و", "ف") and word[1:] in _SCHEDULED_WORDS)


# Verbs that report or decide: what they report may lie ahead.
_REPORTING = frozenset(
    fold(form)
    for verb in (
        "قال أعلن ذكر أكد أوضح أضاف أشار صرح كشف نفى أفاد نقل كتب لفت شدد حذر هدد توقع رجح أعرب نوه طالب دعا "
        "حث ناشد تعهد قرر وافق أقر أمر اتفق حدد أرجأ أجل وجه عرض اقترح زعم تحدث أبلغ اعتبر رأى جدد وقع نشر"
    ).split()
    for form in _persons(verb)
)


@lru_cache(maxsize=50_000)
def reporting(raw: str) -> bool:
    """Whether ``raw`` is a verb that reports or decides."""
    word = fold(raw)
    return word in _REPORTING or (word[:1] in ("و", "ف") and word[1:] in _REPORTING)


_MAY = frozenset({"قد", "وقد", "فقد"})


@lru_cache(maxsize=50_000)
def may(raw: str) -> bool:
    """Whether ``raw`` is قد, which tells nothing without the verb after it."""
    return fold(raw) in _MAY


def after_qad(following: str) -> int | None:
    """قد before a perfect verb tells the past, before يـ what may come; None where nothing is told."""
    word = fold(following)
    if word in _BEHIND_WORDS or not word.startswith(("ي", "ت", "ن")):
        return _PAST
    return _NEXT if word.startswith("ي") else None


_REPORTS = frozenset(
    fold(word)
    for word in (
        "قائلا قائلة قائلين مضيفا مضيفة مشيرا مشيرة موضحا موضحة مؤكدا مؤكدة معلنا معلنة معتبرا معتبرة "
        "داعيا داعية محذرا محذرة لافتا مبينا نافيا"
    ).split()
)


@lru_cache(maxsize=50_000)
def reports(raw: str) -> bool:
    """Whether ``raw`` goes on with a report of what was said: the day before it is over."""
    return fold(raw) in _REPORTS


@lru_cache(maxsize=50_000)
def was(raw: str) -> bool:
    """Whether ``raw`` puts the present verb after it into the past."""
    return fold(raw).lstrip("و") in _WAS


@lru_cache(maxsize=50_000)
def cue(raw: str) -> int | None:
    """Return 1 for a word that looks ahead, -1 for one that looks back, None for any other.

    >>> cue("ستجرى"), cue("وقالت"), cue("ستة")
    (1, -1, None)
    """
    if len(raw) > 24:
        return None
    word = fold(raw)
    if word in _MAY:
        return None
    bare = word[1:] if word[:1] in ("و", "ف") and len(word) > 3 else word
    for form in (word, bare):
        if form in _AHEAD_WORDS:
            return _NEXT
        if form in _BEHIND_WORDS:
            return _PAST
    return _NEXT if _is_future(bare) else None


def _is_future(word: str) -> bool:
    """ستجرى, سيلتقي, سنسحب, سأعود: س before an imperfect verb."""
    return (
        len(word) >= _SHORTEST
        and word[0] == "س"
        and word[1] in "يتنا"
        and word not in _NOT_FUTURE_WORDS
        and _verbal(word)
    )


def _verbal(word: str) -> bool:
    return word[1] != "ا" or word in _FIRST_PERSON


_FIRST_PERSON = frozenset(
    "ساعود ساقول ساكون ساقوم ساذهب ساعمل ساخرج سارحل سافعل ساجري ساسافر ساغادر ساستقيل ساوقع ساعلن سالتقي ساقدم "
    "ساواصل ساستمر".split()
)
