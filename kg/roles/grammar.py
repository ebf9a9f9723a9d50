"""Closed tables of the grammar of titles, in normal form and without the article."""

from __future__ import annotations

from kg.roles.tables import words

BROKEN_PLURALS = {
    "رييس": "روساء",
    "وزير": "وزراء",
    "قايد": "قاده",
    "مدير": "مدراء",
    "سفير": "سفراء",
    "زعيم": "زعماء",
    "نايب": "نواب",
    "عضو": "اعضاء",
    "امير": "امراء",
    "ملك": "ملوك",
    "خبير": "خبراء",
    "وكيل": "وكلاء",
    "امين": "امناء",
    "قاضي": "قضاه",
    "حاكم": "حكام",
}
"""Plurals that are not made by an ending."""

AGREEING = {
    "عام": "عامه",
    "اول": "اولي",
    "خاص": "خاصه",
    "دايم": "دايمه",
    "اعلي": "عليا",
    "سامي": "ساميه",
    "مشترك": "مشتركه",
    "منتدب": "منتدبه",
}
"""Adjectives inside titles, with their feminine."""

DEPUTIES = frozenset({"نايب", "نايبه", "نايبا", "مساعد", "مساعده", "معاون", "معاونه", "وكيل"})
"""Heads that make a deputy of the title that follows."""

RANKS = words(
    """
    لواء فريق عميد عقيد مقدم رايد نقيب ملازم مشير جنرال ماريشال مارشال ادميرال اميرال كولونيل ميجور ميجر كابتن
    كوماندور رقيب عريف بريغادير بريجادير ليفتنانت لفتنانت كومودور جنرالا سرهنك سردار
    """
)
RANK_FOLLOWERS = words(
    """
    اول ثان ثاني ركن اركان حرب متقاعد طيار حقوقي بحري مهندس دكتور جنرال طبيب ادميرال كولونيل احتياط
    """
)
"""Words that go on with a rank: الفريق أول ركن المتقاعد."""

HONORIFICS = words(
    """
    سيد سيده شيخ شيخه امير اميره دكتور دكتوره مهندس مهندسه استاذ استاذه حاج حاجه سير لورد بروفيسور بروفسور انسه
    رفيق علامه ملا شريف شهيد مستشار ليدي بارون مولوي محامي اخ حجي قاضي ملك ملكه
    """
)
STYLES = words(
    """
    سمو جلاله معالي فخامه سعاده دوله سماحه فضيله غبطه قداسه نيافه عطوفه صاحب صاحبه حضره
    """
)
STYLE_FOLLOWERS = words(
    """
    سمو جلاله ملكي الملكي معالي فخامه سعاده دوله سماحه فضيله غبطه قداسه
    """
)
INITIALS = frozenset({"د", "م", "ا"})
"""د. and م. before a name."""

FORMER = {
    "سابق": "former",
    "سابقه": "former",
    "سابقا": "former",
    "سابقين": "former",
    "سابقان": "former",
    "سابقون": "former",
    "اسبق": "former",
    "اسبقه": "former",
    "راحل": "late",
    "راحله": "late",
    "مخلوع": "deposed",
    "معزول": "deposed",
    "معزوله": "deposed",
    "مقال": "dismissed",
    "مقاله": "dismissed",
    "سالف": "former",
}
STANDING = {
    "منتخب": "elect",
    "منتخبه": "elect",
    "مكلف": "designate",
    "مكلفه": "designate",
    "موقت": "interim",
    "موقته": "interim",
    "انتقالي": "interim",
    "انتقاليه": "interim",
    "مستقيل": "resigned",
    "مستقيله": "resigned",
    "معين": "designate",
    "معينه": "designate",
    "حالي": "current",
    "حاليه": "current",
    "مقبل": "designate",
    "مقبله": "designate",
    "مرتقب": "designate",
    "مرتقبه": "designate",
    "جديد": "new",
    "جديده": "new",
}
ACTING = frozenset({"وكاله", "انابه", "نيابه"})
"""بالوكالة, بالإنابة, بالنيابة: after the proclitic ب."""

NAMED_AFTER = words(
    """
    شارع مدينه مطار جامعه مركز جايزه كاس مستشفي جسر ميدان مسجد جامع موسسه ملعب استاد معهد قصر سد مجمع حي ساحه
    دوار فندق كليه كرسي واحه مكتبه بطوله دوره سباق مدرسه مدارس حديقه حدايق طريق نفق ميناء وسام قلاده متحف كورنيش
    مهرجان مسابقه دوري ضريح مرقد قلعه قاعه مستوصف محميه ثانويه قاعده كوبري ستاد اكاديميه روضه
    """
)
"""Things that are named after people: مطار الملك خالد is no king."""

GENERIC = words(
    """
    اي كل بعض كلا كلتا جميع احد احدي عده عدد اول ثاني ثالث رابع خامس مجرد غير اثنين عشرات مييات
    """
)
"""Words before a title that make it anyone's."""

PLACE_PREPOSITIONS = frozenset({"في", "لدي", "الي"})
TOPIC_PREPOSITIONS = frozenset({"عن", "من", "علي"})
NAME_PHRASE = frozenset({"اسم", "لسان"})
"""باسم, بلسان: for whom someone speaks."""

TOPICS = frozenset({"شوون", "شان", "ملف", "شيون", "شءون"})
"""لشؤون X, لشأن X: what an office is about, never whose it is."""

LEADERS = frozenset({"زعيم", "زعيمه"})
"""Nouns of leading that tell no office by themselves: the body led does, a party or an armed group."""

BODIES = words(
    """
    مجلس لجنه هييه وزاره حزب حركه كتله تيار ايتلاف تحالف جبهه منظمه جمعيه موسسه شركه بنك مصرف اتحاد نقابه رابطه
    نادي جامعه كليه معهد مركز قسم اداره مديريه دايره مكتب مكتبه ديوان جهاز وكاله صندوق فريق برنامج بعثه قطاع
    غرفه محكمه مصلحه سلطه لواء فرقه كتيبه كتايب سرايا قوات قوه جيش حرس شرطه عمليات فيلق وحده قياده مقر جناح
    تنظيم جماعه ميليشيا مليشيا فصيل لوزاره مشروع شوون قضاء محافظه ولايه مدينه بلديه منطقه اقليم بلده ناحيه ميناء
    مطار مستشفي صحيفه مجله قناه تلفزيون اذاعه موقع شبكه مجموعه ميدان سفاره قنصليه مفوضيه امانه رياسه حكومه
    برلمان دوله جمهوريه مملكه سلطنه امن مخابرات استخبارات مباحث دفاع مرور اعلام تربيه صحه عام عامه منتخب مدرسه
    مخيم حقل سوق بورصه اكاديميه ائتلاف قضايا علاقات عشيره قبيله طايفه كنيسه حمله مبادره ابحاث بحوث دراسات برامج
    سياسات تطوير تخطيط حقوق تسويق مبيعات انتاج استثمار استثمارات موارد مشتريات تدريب تحليل صندوق ادارات خدمات
    """
)
"""Nouns of bodies and charges: they go on with a title in construct."""

FIGHTERS = words(
    """
    جيش قوه قوات لواء فرقه كتيبه كتايب سرايا فيلق وحده حرس شرطه عمليات اركان جبهه محور منطقه اسطول سلاح جناح قياده
    امن درك طيران بحريه دفاع حشد فصيل فصايل تنظيم ميليشيا مليشيا ميليشيات مليشيات جماعه معركه حمله كتائب قاعده سريه فوج
    """
)
"""Nouns of forces and of their parts."""

COMMANDED = words(
    """
    عمليه ثوره انقلاب تمرد حركه مجموعه مجموعات خليه مهمه بعثه شرق غرب شمال جنوب قطاع مقاومه انتفاضه حراك مسيره
    مسلحين متمردين مرتزقه ثوار معارضه سرب سفينه مدمره غواصه دوريه مقاتلين اكاديميه كليه معسكر مركز غرفه فرقاطه
    """
)
"""What else has a commander: an operation, an uprising, a cell, a ship."""

MEETING_VERBS = words(
    """
    استقبل استقبلت التقي التقت هنا هنات دعا دعت كلف كلفت زار زارت بحث بحثت هاتف ودع اتهم اتهمت انتقد انتقدت اقال
    اقالت رشح عين عينت طالب طالبت اختار خلف قتل قتلت اغتال اعتقل اعتقلت شكر شكرت ابلغ ابلغت اطلع حث حثت ناشد وجه
    سلم تسلم يستقبل يلتقي تستقبل تلتقي شارك حضر واصل خلفا امر استدعي استدعت حمل حملت هاجم هاجمت سال صافح عزي عزت
    رافق ترافق يرافق صحب وصف وصفت يصف تصف قابل قابلت يقابل ناقش تناول انتخب حاور كرم كرمت
    """
)
"""Verbs whose object is a person: after them a name and a title without a comma may be two people."""

ASKING_VERBS = words(
    """
    طالب طالبت يطالب تطالب دعا دعت يدعو تدعو حث حثت يحث ناشد ناشدت يناشد ابلغ ابلغت يبلغ اتهم اتهمت يتهم انتقد انتقدت
    ينتقد استقبل استقبلت يستقبل التقي التقت يلتقي تلتقي هنا هنات وصف وصفت يصف سال سالت شكر شكرت اطلع اطلعت هاتف ودع حذر
    """
)
"""Verbs that newswire writes with a person as their object."""

FUNCTION_WORDS = words(
    """
    ان انه انها قد لا لم لن ما ليس ليست الذي التي الذين اللذين اللتين هو هي هم كان كانت يكون تكون كما حيث بعد
    قبل عند عندما خلال منذ حتي اذا لكن بل او ام ثم هذا هذه ذلك تلك هولاء هنا هناك بان لان كي اذ لدي مع بين ضد
    نحو حول دون تحت فوق امام وراء عبر الا سوي غير كل بعض اي اثر عقب اثناء ضمن مثل فيما مما بينما فقط ايضا الان
    امس اليوم غدا عن من علي في الي وقد لقد سوف هل اما انا نحن انت كانوا حسب وفق بحسب
    """
)
SAYING = words(
    """
    قال قالت يقول تقول اكد اكدت يوكد توكد اعلن اعلنت يعلن تعلن صرح صرحت يصرح اضاف اضافت اوضح اوضحت يوضح ذكر ذكرت
    يذكر اشار اشارت يشير نفي نفت ينفي كشف كشفت يكشف راي رات يري تري اعتبر اعتبرت يعتبر دعا دعت يدعو تدعو حذر
    حذرت يحذر تحذر اعرب اعربت يعرب شدد شددت يشدد لفت لفتت بين بينت تابع تابعت ابلغ ابلغت افاد افادت طالب طالبت
    يطالب بحث يبحث زار يزور تزور وصل وصلت يصل غادر التقي التقت يلتقي استقبل يستقبل عقد يعقد شارك يشارك حضر يحضر
    ادان وقع يوقع ترافق افتتح يفتتح تسلم تراس يتراس يتراسه ياتي جاء جاءت تفقد ناقش يناقش اتهم يتهم هدد يهدد توعد
    قرر يقرر امر يامر يهني هنا بعث اجري يجري سيزور توجه يتوجه اطلق قدم يقدم تقدم شهد يشهد واصل رفض رفضت يرفض وعد
    تعهد اقر ناشد نصح كتب غرد يغرد سيتوجه ادلي يدلي القي يلقي تحدث يتحدث تحدثت دان نوه انتقد ينتقد
    """
)
"""Finite verbs that newswire writes right after a title."""
TIME_WORDS = words(
    """
    الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت اليوم امس الماضي المقبل الجاري الليله صباح مساء الثلثاء
    فجر ظهر الان الاسبوع الشهر العام
    """
)
"""Words that tell when: they end a title that no name follows at once."""

IDLE_ADJECTIVES = words(
    """
    بارز بارزه كبير كبيره كبري اعلي عليا عام عامه اول اولي خاص خاصه دايم دايمه ثاني رفيع مشترك مشتركه موحد متحده
    مسلح مسلحه
    """
)
"""Adjectives without the ending ي that go with titles."""

FIXED_STANDING = (
    (("المنتهيه", "ولايه", "ه"), "outgoing"),
    (("المنتهيه", "ولايه", "ها"), "outgoing"),
    (("المنتهيه", "ولايت", "ه"), "outgoing"),
    (("المنتهيه", "ولايته"), "outgoing"),
    (("المنتهيه", "ولايت", "ها"), "outgoing"),
    (("المنتهيه", "ولايتها"), "outgoing"),
    (("المعترف", "ب", "ه", "دوليا"), "recognised"),
    (("المعترف", "به", "دوليا"), "recognised"),
    (("تصريف", "الاعمال"), "caretaker"),
    (("في", "ذلك", "الحين"), "then"),
    (("في", "ذلك", "الوقت"), "then"),
    (("في", "حين", "ه"), "then"),
    (("انذاك",), "then"),
    (("حينذاك",), "then"),
    (("وقتذاك",), "then"),
    (("حينها",), "then"),
    (("حين", "ها"), "then"),
)
"""Standing in several words."""

INTERNATIONAL = words(
    """
    تحالف ناتو امم سامي يونيسف يونسكو فيفا اوبك انتربول اوروبي اوروبيه اممي امميه دولي دوليه عربي عربيه افريقي افريقيه
    خليجي خليجيه
    عالمي عالميه اطلسي اسلامي اوروبا
    """
)
"""Adjectives of bodies that belong to no one country."""

LEADERSHIP = words(
    """
    رياسه قياده زعامه اشراف حضور مشاركه رعايه عضويه تكليف ترشيح
    """
)
"""برئاسة X, بقيادة X: the name after these is no holder of the title before."""

OWNERS = BODIES | words(
    """
    حكومتي حكومات نظام عايله اسره حمله انصار اتباع مسجد عهد زمن حكم منزل بيت مقتل اغتيال
    """
)
"""Nouns without the article that the name after them completes: في حكومة X."""

PRIVATE = words(
    """
    شركه بنك مصرف نادي مجموعه جامعه معهد بحوث ابحاث مركز صحيفه مجله قناه موقع كوره كره اتحاد مصنع فندق متحف
    """
)
"""Bodies that an article of one country may well have from another."""

AWAY = frozenset({"مقيم", "مقيمه", "منفي", "متواجد", "موجود", "لاجي"})
"""المقيم في: where a person lives, never whose the office is."""

PARLIAMENTS = words("برلمان برلمانيه نيابيه نواب شيوخ كونغرس كونجرس كنيست دوما")
"""Words that tell that a body is a parliament or a part of one."""

LANDS = words("ولايه اقليم منطقه محافظه بلديه مدينه بلده")
"""Words that the name of a land completes at the end of a title: حاكم ولاية ريو دي جانيرو."""

GOVERNED = LANDS | words("محافظ محافظه والي حاكم قايمقام متصرف مقام عمده مختار امين بلديه شرطه صحه")
"""Words that only a province or a town completes, never a person."""

DEPUTY = frozenset({"نايب", "نايبه", "نايبت", "نايبته", "نايبها"})
"""نائب, also with a pronoun that is written together with it."""

AIDES = frozenset({"مساعد", "مساعده", "معاون", "معاونه"})
"""Heads of those who aid a person."""

POLITICAL = words("حركه حزب حماس فتح")
"""First words of the names of armed groups that are parties, too."""

CHAIRING = words("رييس رييسه رييسا مدير مديره مديرا")
"""Heads of those who chair or direct whatever is named next."""

ADDRESSED = words("قناه صحيفه وكاله شبكه جريده مجله اذاعه تلفزيون موقع برنامج محطه تلفزه فضاييه وسايل صحافه")
"""Nouns of media that people speak to."""

RULING = words("حاكم حاكمه معارض معارضه")
"""What a party is: in power, or not."""

FIGHTING = {"حوثي": "YE", "حوثيه": "YE", "داعشي": None, "داعشيه": None}
"""Adjectives of groups that do nothing but fight, with their country."""

SERVANTS = DEPUTY | words(
    """
    مستشار مستشاره مستشاري مساعد مساعده مبعوث مبعوثه موفد ممثل ممثله سكرتير سكرتيره محامي محاميه معاون معاونه
    """
)
"""Heads of offices that serve a person: after them a name is of whom they serve."""

PARTIES = words("حزب حركه تيار ايتلاف كتله قايمه لايحه تحالف جبهه تجمع")
"""Nouns of parties and lists."""

BELONGING = words("منتمي منتميه مقرب مقربه منحدر منحدره محسوب محسوبه موالي مواليه مدعوم مدعومه")
"""Participles that tell where the holder of an office belongs, never what the office is of: المنتمي لجماعة كذا."""

KIN = words("نجل ابن ابنه شقيق شقيقه زوج زوجه ارمله حفيد حفيده والد والده صهر")
"""Nouns of kin: a title after them and a name is of the kin."""

GOING = words("مبعوث مبعوثه مبعوثا موفد موفده موفدا وسيط وسيطا")
"""Heads of offices after which ل tells where they go: المبعوث الدولي لليمن."""

RULERS = {"رييس": "president", "رييسه": "president", "ملك": "monarch", "امير": "monarch", "سلطان": "monarch"}
"""Rulers after whom a body is called: مكتب الرئيس, ديوان الملك."""

SPELLED = {"امام": "إ"}
"""Heads that only their hamza tells from a particle (إمام, أمام)."""

NUMERALS = words(
    """
    ثلاثه اربعه خمسه سته سبعه ثمانيه تسعه عشره ثلاث اربع خمس ست سبع ثماني تسع عشر
    """
)

PAST = frozenset({"then"})
"""Standing that tells that the office is over."""

SO_CALLED = (("ما", "يسمي"), ("ما", "يعرف", "ب"), ("ما", "يسمي", "ب"), ("هذا",), ("هذه",))
"""Words that come between a title and its body: رئيس ما يسمى اللجنة الثورية, رئيس هذه اللجنة."""
