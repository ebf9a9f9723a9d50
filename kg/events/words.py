"""Words and classes of events that several steps read."""

from __future__ import annotations

from kg.clauses import conjugated, word_set

CASUALTY = frozenset({"Killing", "Injury", "Death", "Assassination", "Execution"})
VIOLENT = frozenset({"Attack", "Airstrike", "Explosion", "Clash", "Assassination", "Accident", "Disaster", "Protest"})
DIPLOMATIC = frozenset({"Meeting", "Talks", "Visit", "PhoneCall", "Agreement", "Exercise"})
WHILE = word_set("خلال لدي اثناء هامش وسط")
DURING = WHILE | word_set("في اثر جراء نتيجه سبب ب غضون عبر")  # ب parts from سبب
AROUND = word_set("بعد قبل منذ عقب اعقاب غداه عشيه قبيل بعيد حتي")
ABOUT = word_set("ل شان حول علي ضد عن الي")
OPEN_HEADS = word_set(
    "انطلاق ساعات ساعه بدء البدء بدايه استيناف وقوع حدوث اندلاع تنفيذ شن عقد اجراء سلسله جوله جولات عمليه "
    "عمليات حمله محاوله حادث حادثه جلسه حفل مراسم موجه اعمال جريمه نهايه انتهاء ختام اختتام استمرار تصاعد "
    "تجدد توقيع ابرام اعلان يوم ذكري تاريخ موعد فرض رفع عدد نحو قرابه كل اي بعض جميع معظم اول ثاني ثالث اخر "
    "اكبر اعنف اسوا احدث ابرز غير مثل تلك هذه هذا ذلك مشروع تنظيم استضافه حضور افتتاح مقتل فتره مرحله عهد زمن "
    "ابان مصرع اثر جراء خلال بعد قبل منذ عقب قبيل بعيد اثناء نتيجه سبب غداه عشيه مساء صباح فجر حصول دخول اليه "
    "خطه قرار ايام عقود زهاء حوالي قتل خصوص صدد انطلاقه"
)
PLURALS = word_set("غارات هجمات معارك حروب مجازر قمم مذابح كماين محادثات مباحثات مفاوضات انتخابات مناورات احداث ضربات")
BORN = conjugated("ولد")
CLOSE, NEAR = 8, 3  # tokens
_PERFECTS = word_set(
    "تخرج تزوج تولي تسلم تقلد توجه تحول تقاعد تلقي تدرب تعلم تدرج ترشح تنازل تخلي تعهد تسبب تقدم تمكن توقف تحرك تفكك "
    "تبوا تراس ترك تقرر تاكد توصل تقاضي تعاقد تشكل تغير تدهور تفاقم تاسس تعاون تبرع تعاطف تمرد تورط تعافي تاجل توالي"
)  # they begin like an imperfect


def looks_imperfect(norm: str) -> bool:
    """Return whether a finite verb has the shape of an imperfect: يربط، تقود; not قتلت، تولى."""
    return norm[:1] in ("ي", "ت") and not norm.endswith("ت") and norm not in _PERFECTS
