"""Closed classes of Arabic by which positions are told, in normal form."""

from __future__ import annotations

from kg.clauses import word_set
from kg.statements.words import COMPLEMENTIZERS, PREPOSITIONS, RELATIVES

NEGATIONS = word_set("لا لم لن ليس ليست لسنا لس لست ليسوا عدم دون غير بدون كفي الا")
STILL = word_set("يزال تزال يزالون زال زالت زالوا تزالون نزال ازال")  # لا يزال denies nothing
CONDITIONS = frozenset({"اذا", "لو", "حال", "شرط"})
STEPS = frozenset({"،", ",", ".", "؛", "لكن", "ولكن", "بل"})
# What may be and is not: before an imperfect or a noun.
MAYBE = word_set("ربما احتمال احتمالات امكانيه يمكن لعل يرجح يتوقع")
# Words by which somebody is accused, not by the speaker himself.
CHARGES = word_set(
    "متهم متهمه متهما متهمين متهمون اتهم اتهمت اتهموا يتهم تتهم يتهمون اتهام اتهامات مزاعم زعم مزعوم مزعومه"
)
# Who tells what others want.
PRESS = word_set("وسايل اعلام صحف صحيفه صحافه تقارير تقرير انباء مراقبون محللون خبراء")
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
# What a judgement calls the staying or leaving of a force.
WELCOME = word_set(
    "ضروري ضروريه مهم مهمه مطلوب مطلوبه حيوي حيويه اساسي اساسيه مرحب مقبول مقبوله شرعي شرعيه مشروع مشروعه قانوني "
    "قانونيه نصر انتصار مكسب انجاز"
)
UNWELCOME = word_set("مرفوض مرفوضه مكلف مكلفه خطا خاطي خاطيه كارثه كارثي مضر مضره خطير خطيره")
MATTERS = word_set("امر شيء عمل خطوه قرار خيار مساله وجود بقاء")
REMAINS = word_set("رفات جثامين جثث جثمان جثه اسري اسير قتله قاتل قاتلي ضحايا عايلات شهداء")
NO_PREDICATE = word_set("و هناك ثمه من في عن الي ب ل ضد بسبب اي")
# Where a force goes when it goes home.
HOME = word_set("وطن بلاد ديار ثكنات ثكنه قواعد منازل بيوت اهل")
# What is counted or measured of a force: رفع عدد القوات.
MEASURES = word_set("عدد عديد اعداد حجم مستوي كفاءه قدره قدرات جاهزيه معنويات عدد عدة تعداد حضور وجود تمثيل")

# What leads from a verb of praise or blame to its object, and nouns that are no object themselves.
LEADS = word_set("ب ل علي عن الي ضد مع في")
HOLLOW = word_set("لوم مسووليه اتهام اتهامات تهمه اصابع كل كلا كلتا من خطوره دور شان")
# What is said and decided: to welcome it is not to welcome who says it.
SAID = word_set("اعلان قرار موافقه دعوه مبادره عرض بيان تصريح تصريحات تعهد وعد اتفاق رد قبول استعداد تاكيد موقف نفي")
# Verbs by which a speaker gives something his own name: ما وصفه ب، ما أسمته.
NAMED_SO = word_set("وصف سمي اسم اعتبر عد دعا وصفه وصفته اسماه اسمته سماه سمته اعتبره اعتبرته يسمي تسمي يصفه تصفه")
TALKS = word_set("مفاوضات محادثات حوار مباحثات اتفاق اجتماع لقاء تفاوض")  # to be ready for them is to side with nobody
MEMBERS = word_set("مثل ومثل ابرزها منها بينها بينهم منهم")
# What somebody is called by who speaks of him.
BAD = word_set(
    "ارهابي ارهابيه ارهابيين ارهابيون ارهاب اجرامي اجراميه مجرم مجرمين متطرف متطرفه متمرد متمرده خاين خونه عميل عملاء "
    "مرتزقه احتلال محتل محتله غازي غازيه عصابه عصابات ميليشيا ميليشيات مليشيا مليشيات خطر تهديد عبء فاشل فاشله"
)
GOOD = word_set(
    "بطل ابطال بطوليه بطولي شجاع شجاعه حليف حليفه شريك شريكه حصن ضمانه صمام درع فخر محترف محترفه ناجح ناجحه"
)
