"""Closed classes that noun phrases of newswire are read by."""

from __future__ import annotations

from kg.arabic.inflection import inflect_adjective
from kg.arabic.normal import fold

QUOTES = frozenset("\"“”«»‘’'„")
OPENING = {"«": "»", "“": "”", '"': '"', "‘": "’", "'": "'", "„": "“", "(": ")", "”": "“"}

_ADJECTIVES = """
    مسلح مدني رسمي محلي مشترك خاص عام أعلى رئيسي كبير بارز رفيع سابق حالي جديد قديم متبق متبقي منتشر متواجد موجود
    متمركز مرابط عامل مشارك مقاتل محتل غاز متحالف حليف موال موالي تابع مدعوم مرسل متقدم متطرف متشدد إرهابي جهادي مستقل
    مركزي انتقالي مؤقت دائم إضافي نظامي معارض معني مختص معروف منظم متخصص مطلع مقرب مدرب متعدد نخبوي صديق معاد
    معادي منسحب متقاعد مناهض متصارع متنازع متناحر متقاتل متمرد أميري ملكي سيادي رئاسي برلماني وزاري أعضاء مدرع محمول
    معترف تنفيذي تشريعي قضائي دستوري شعبي وطني قومي فيدرالي فدرالي اتحادي أول ثاني ثالث رابع خامس سادس سابع ثامن تاسع
    عاشر شمالي جنوبي شرقي غربي أوسط وسطى
"""
ADJECTIVES = frozenset(form for word in _ADJECTIVES.split() for form, _ in inflect_adjective(word)) | frozenset(
    map(
        fold,
        [
            "أجانب",
            "كبار",
            "جدد",
            "سابقون",
            "سابقين",
            "حلفاء",
            "أصدقاء",
            "عليا",
            "أولى",
            "كبرى",
            "أخرى",
            "آخرون",
            "آخرين",
            "قدامى",
        ],
    )
)
_NO_PEOPLE = """
    قوات قوة جيش شرطة ميليشيا مليشيا ميليشيات مليشيات جماعة تنظيم حركة فصيل فصائل لواء ألوية كتيبة كتائب فرقة وحدة وحدات
    تحالف سلاح بحرية أسطول فيلق جبهة
"""
NO_PEOPLE = frozenset(map(fold, _NO_PEOPLE.split()))
"""Nouns of forces that are no plural of people: no adjective of theirs ends as the plural of people does."""

BELONGS_TO = frozenset(form for word in ("تابع", "موالي", "موال") for form, _ in inflect_adjective(word))

_QUANTIFIERS_WORDS = """
    كل جميع بعض عدة عدد عشرات مئات آلاف ملايين نحو حوالي قرابة أكثر معظم غالبية أغلب بضعة مجموعة كبار أحد إحدى
    كافة مزيد بقية سائر العديد الكثير
"""
QUANTIFIERS = frozenset(map(fold, _QUANTIFIERS_WORDS.split()))
_NUMBER_WORDS_WORDS = """
    اثنان اثنين ثلاثة ثلاث أربعة أربع خمسة خمس ستة ست سبعة سبع ثمانية ثماني تسعة تسع عشرة عشر عشرون عشرين ثلاثون
    ثلاثين أربعون أربعين خمسون خمسين ستون ستين سبعون سبعين ثمانون ثمانين تسعون تسعين مئة مائة مئتي مئتين مائتي
    ألف ألفي ألفا ألفين آلاف مليون
"""
NUMBER_WORDS = frozenset(map(fold, _NUMBER_WORDS_WORDS.split()))
_LOCATIVES_WORDS = """
    في من إلى الى نحو داخل خارج قرب وسط شمال جنوب شرق غرب شمالي جنوبي شرقي غربي مدينة العاصمة محافظة ولاية منطقة
    إقليم مطار ضواحي ضاحية شوارع حي أحياء صوب باتجاه عبر حول محيط أطراف ريف سماء فوق مشارف مداخل بلدة قضاء حزام
    أنحاء عموم سجن جامعة شارع عمدة
"""
LOCATIVES = frozenset(map(fold, _LOCATIVES_WORDS.split()))
_VERBS_OF_PLACE_WORDS = """
    غادر غادرت غادرا غادروا وصل وصلت يصل تصل يزور تزور زار زارت مغادرة وصول زيارة يغادر تغادر مغادرته زيارته
    وصوله دخل دخلت هز هزت شهدت تشهد ضرب ضربت استهدف استهدفت قصفت قصف تستضيف استضافت احتضنت تحتضن
"""
VERBS_OF_PLACE = frozenset(map(fold, _VERBS_OF_PLACE_WORDS.split()))
MASCULINE_COUNTRIES = frozenset({"IQ", "LB", "JO", "MA", "SD", "YE", "SO", "SN", "VA", "KW", "GA", "NE"})
