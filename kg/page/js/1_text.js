"use strict";
// Words of the interface in both languages, and the normal form by which search compares.
const TEXT = {
  skip: ["إلى التفاصيل", "Skip to details"],
  search: ["بحث", "Search"],
  searchHint: ["ابحث عن اسم أو نوع حدث… (/)", "Search a name or a kind of event… (/)"],
  pickHint: ["ابحث عن اسم…", "Search a name…"],
  results: ["نتائج البحث", "Search results"],
  actions: ["أدوات", "Tools"],
  png: ["صورة PNG", "PNG"],
  csv: ["جدول CSV", "CSV"],
  link: ["رابط", "Link"],
  sparql: ["SPARQL", "SPARQL"],
  theme: ["فاتح/داكن", "Light/dark"],
  language: ["English", "العربية"],
  network: ["الشبكة", "Network"],
  legend: ["المفتاح: اضغط للإظهار والإخفاء", "Legend: press to show or hide"],
  time: ["المدى الزمني", "Time range"],
  fromDay: ["من", "from"],
  untilDay: ["إلى", "to"],
  from: ["من", "From"],
  until: ["إلى", "Until"],
  networkHelp: [
    "شبكة الأشخاص والدول والقوات والأحداث. كل ما فيها مذكور نصا في اللوحة المجاورة.",
    "Network of people, countries, forces and events. The panel beside it tells the same as text.",
  ],
  views: ["طرق العرض", "Views"],
  everything: ["الكل", "Everything"],
  force: ["قوة", "One force"],
  person: ["شخص", "One person"],
  contradictions: ["تناقضات", "Contradictions"],
  path: ["مسار", "Path"],
  timeline: ["خط زمني", "Timeline"],
  copy: ["نسخ", "Copy"],
  close: ["إغلاق", "Close"],
  copied: ["نُسخ", "Copied"],
  shown: ["المعروض {0} من {1}", "Shown {0} of {1}"],
  roles: ["المناصب", "Roles"],
  statements: ["التصريحات", "Statements"],
  events: ["الأحداث", "Events"],
  aliases: ["أسماء أخرى", "Also"],
  articles: [
    ["مقالة واحدة", "مقالتان", "{0} مقالات", "{0} مقالة"],
    ["{0} article", "{0} articles"],
  ],
  facts: [
    ["حقيقة واحدة", "حقيقتان", "{0} حقائق", "{0} حقيقة"],
    ["{0} fact", "{0} facts"],
  ],
  company: ["يُذكر مع", "Named with"],
  former: ["سابقا", "former"],
  noFacts: ["لا حقائق في هذا المدى.", "No facts in this range."],
  planned: ["مخطط", "planned"],
  requested: ["مطلوب", "requested"],
  denied: ["منفي", "denied"],
  hypothetical: ["مفترض", "hypothetical"],
  actual: ["فعلي", "actual"],
  negated: ["لم يقل / نفى", "denied saying"],
  reportedBy: ["نقلا عن", "reported by"],
  hearsay: ["منسوب", "attributed"],
  via: ["عبر", "via"],
  about: ["عن", "about"],
  quoted: ["اقتباس", "quotation"],
  supports: ["مؤيد لوجودها", "supports its presence"],
  opposes: ["معارض لوجودها", "opposes its presence"],
  neutral: ["محايد", "neutral"],
  unclear: ["بلا موقف محدد", "no clear position"],
  confidence: ["الثقة", "confidence"],
  killed: ["قتلى", "killed"],
  wounded: ["جرحى", "wounded"],
  disputed: ["مختلف عليه", "disputed"],
  to: ["إلى", "To"],
  choosePath: [
    "اختر طرفين ليظهر أقصر مسار بينهما، وفي كل خطوة جملتها.",
    "Choose two ends: the shortest path between them, each step with its sentence.",
  ],
  noPath: ["لا مسار بينهما فيما هو معروض.", "No path between them."],
  noPairs: ["لا تناقض في هذا المدى.", "No contradiction in this range."],
  sameSpeaker: ["موقفان متعارضان للمتحدث نفسه", "The same speaker, opposite positions"],
  sameDay: ["موقفان متعارضان في اليوم نفسه", "Opposite positions on one day"],
  welcome: [
    "من يرتبط بمن، وبماذا، ومتى، وأي جملة تقول ذلك. اضغط على عقدة أو خط، أو ابحث عن اسم.",
    "Who is tied to whom, through what, when, and which sentence says so. Press a node or a line, or search a name.",
  ],
  mostNamed: ["الأكثر ذكرا", "Most named"],
  open: ["المصدر", "Source"],
  holds: ["منصب", "role"],
  participant: ["طرف", "participant"],
  structure: ["تتبع", "belongs to"],
  place: ["المكان", "place"],
  identifier: ["المعرّف", "Identifier"],
  bringIn: ["أظهر الجيران", "Show neighbours"],
  moreProofs: ["جمل أخرى تقول ذلك: {0}", "Further sentences that say so: {0}"],
  nothingFound: ["لا شيء بهذا الاسم", "Nothing of that name"],
  nothingHere: ["لا شيء بهذا الاسم في هذا الملف؛ يبحث kg serve في الشبكة كلها", "Nothing of that name in this file; kg serve searches all"],
  rest: [
    "يحمل هذا الملف أوثق الشبكة ارتباطا؛ وتُعرض كلها بالأمر kg serve",
    "This file is the best connected part of a large network; kg serve shows all of it",
  ],
  noAnswer: ["لا جواب من kg serve: {0}", "No answer from kg serve: {0}"],
  linkCopied: ["نُسخ الرابط", "Link copied"],
  more: ["أظهر المزيد", "Show more"],
};
let language = 0; // 0 Arabic, 1 English
const say = (key, ...values) => values.reduce((text, value, n) => text.replace(`{${n}}`, value), (TEXT[key] || [key, key])[language]);
// A number with its noun: Arabic has one form for one, one for two, one from three to ten and one beyond; 100 to 102 and the like are told as beyond.
const figure = (count) => count.toLocaleString("en");
function counted(key, count) {
  const forms = TEXT[key][language];
  const form = language ? (count === 1 ? 0 : 1) : count === 1 ? 0 : count === 2 ? 1 : count % 100 >= 3 && count % 100 <= 10 ? 2 : 3;
  return forms[form].replace("{0}", figure(count));
}
const both = (pair) => (pair ? pair[language] || pair[0] || pair[1] : "");
const FOLDS = { أ: "ا", إ: "ا", آ: "ا", ٱ: "ا", ى: "ي", ی: "ي", ئ: "ي", ؤ: "و", ة: "ه", ک: "ك", گ: "ك" };
const fold = (text) =>
  text
    .toLowerCase()
    .normalize("NFKC")
    .replace(/[\u064b-\u0652\u0670\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/[أإآٱىیئؤةکگ]/g, (c) => FOLDS[c])
    .replace(/(^|\s)ال(?=\S{3})/g, "$1");
