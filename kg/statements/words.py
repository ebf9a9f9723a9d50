"""Closed classes of Arabic that frame reports of speech, in normal form."""

from __future__ import annotations

from kg.clauses import word_set

PREPOSITIONS = word_set(
    "في من الي علي عن مع خلال عقب بعد قبل لدي عند امام عبر حول بشان منذ حتي ضد بين نحو تجاه ازاء حيال اثناء "
    "بموجب بدون دون ضمن فوق تحت وراء خلف قرب داخل خارج بسبب بهدف جراء وسط ب ل ك غير رغم سوي"
)
# Prepositions whose phrase says when, where or through whom; it may stand before the subject or the words said.
ADJUNCTS = word_set(
    "في خلال عقب بعد قبل لدي عند امام عبر حول بشان منذ اثناء مع من ل ضمن بحضور برفقه ب علي عن الي قبيل بعيد حيال "
    "ازاء داخل وسط"
)
ADVERBS = word_set(
    "قد لقد ايضا مجددا كذلك امس اليوم غدا الان لاحقا سابقا حينها انذاك وقتها هنا هناك مرارا تكرارا صراحه حرفيا "
    "علنا بدوره بدورها بدورهم اخيرا موخرا سابقا حاليا فورا بوضوح بشده دوما دايما جميعا معا كذلك عاده تحديدا "
    "رسميا قايلا قايله مساء صباح صباحا فجر ظهر ليل ظهرا فجرا ليلا نفسه نفسها مثلا فقط ميدانيا سياسيا امنيا "
    "عسكريا"
)
CONNECTORS = word_set("و ف ثم كما فيما بينما حيث اذ لكن ولكن بل اما حين عندما لما كذلك ايضا قد لقد كان كانت كانوا سوف")
RELATIVES = word_set("الذي التي الذين اللذان اللذين اللتان اللتين اللواتي اللاتي ما من ممن مما")
# Relative pronouns that describe a definite noun.
WHO = RELATIVES - {"ما", "من", "ممن", "مما"}
COMPLEMENTIZERS = frozenset({"ان", "انه", "انها", "انهم", "انهما", "اننا", "انني", "اني", "بان", "الا", "انا"})
# Words before أن that make it part of another clause than the words said.
NOT_SAID_BEFORE = word_set(
    "بعد قبل الا غير رغم دون منذ حيث بما كما يمكن يجب ينبغي يتعين المقرر المتوقع الموكد المرجح المحتمل لابد شان "
    "شانها شانه بد يذكر يشار يعتقد بيد اجل حال لولا ريثما يحتمل يفترض المفترض الممكن الضروري قبيل بعيد سيما يعني "
    "تعني"
)
DEMONSTRATIVES = word_set("هذا هذه ذلك تلك هولاء اوليك")
QUANTIFIERS = word_set(
    "بعض كل جميع احد احدي عدد عده كبار معظم اغلب غالبيه مجموعه كلا كلتا كثير عدد غالبيه سائر ساير اكثر اكبر ابرز "
    "مئات عشرات الاف"
)
MASCULINE_COUNTRIES = frozenset({"IQ", "LB", "JO", "MA", "SD", "YE", "SO"})
PERCENT = frozenset({"المئه", "الميه", "المايه", "بالمئه", "%", "٪"})
PAIRS = word_set(
    "الجانبان الجانبين الطرفان الطرفين البلدان البلدين الوفدان الوفدين الحكومتان الحكومتين الرييسان الوزيران "
    "الزعيمان الزعيمين الدولتان الدولتين الرييسين الوزيرين الجيشان الجيشين الرجلان الرجلين"
)
# Words before a colon that name no speaker: pronouns, imperatives, what announces a list.
NO_HEADS = word_set(
    "اقرا بالفيديو بالصور كتب كتبت تابع المزيد انظر وفيما فيما وهي هي وهم كالتالي التاليه الاتي الاتيه كالاتي مثل منها "
    "وهو وهما ابرزها"
)
OPENING_QUOTES = frozenset("\"“«‘„”'’")
# Marks that open words said.
MARKS = frozenset(':"“«')
BREAKS = frozenset(".!?؟؛;…")
# Verbs that do what the verbal noun behind them tells: تم نقلها.
DONE = word_set("تم يتم تمت تتم جري يجري جرت تجري")
# Forms that are a noun as often as a perfect.
NOUN_OR_VERB = word_set("طلب رفض دعم رد نقل شرح وصف ذكر شكر نفي قول شجب قرار")
