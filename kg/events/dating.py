"""Dating: which event a date expression dates, by clause and attachment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from kg.arabic.numbers import number_word
from kg.arabic.tokens import TokenKind
from kg.clauses import AUXILIARIES, PARTICLES, Clause, Clauses, Link, word_set
from kg.context import clauses_of, matches_in, mentions_in
from kg.dates import DateMention
from kg.document import Document, Sentence
from kg.events.triggers import Trigger

CASUALTY = frozenset({"Killing", "Injury", "Death", "Assassination", "Execution"})
VIOLENT = frozenset({"Attack", "Airstrike", "Explosion", "Clash", "Assassination", "Accident", "Disaster", "Protest"})
_DIPLOMATIC = frozenset({"Meeting", "Talks", "Visit", "PhoneCall", "Agreement", "Exercise"})
_WHILE = word_set("خلال لدي اثناء هامش")
_DURING = _WHILE | word_set("في اثر جراء نتيجه بسبب ب غضون عبر")
_AROUND = word_set("بعد قبل منذ عقب اعقاب غداه عشيه قبيل بعيد حتي")
_ABOUT = word_set("ل بشان حول علي ضد عن الي")
_TOPIC = word_set("بشان حول ضد")
_ANNOUNCING = frozenset({"announces", "confirms", "reports", "reveals", "says", "admits", "notes"})
_ACCUSING = frozenset({"accuses", "claims", "denies", "criticizes", "condemns"})
_WHEN = word_set("عندما حينما حين اذ يوم")
_LEADS = word_set(
    "في ب خلال منذ حتي يوم مساء صباح فجر ليل نهار عام سنه شهر مطلع نهايه بدايه منتصف من و ف ، , ( بحلول مع قبل بعد ان اخر ها »"
)
_WALL = word_set("بعد قبل منذ عقب قبيل بعيد بموجب")
_AMONG = word_set("اخر اول ابرز احدث اهم بين بينها منها اولها اخرها")
_ELATIVES = word_set(
    "ادني اعلي اكبر اعنف اسوا اول اولي اكثر اقل اضخم ابرز اخطر اقوي احدث اهم اشد ادمي اطول ارفع اعظم اعمق اسرع اقدم ابعد اسوء افضل خامس ثالث رابع ثاني"
)
_BARRIER = word_set("خلال بعد قبل منذ عقب اثناء قبيل بعيد بموجب بحسب وفق")
OPEN_HEADS = word_set(
    "انطلاق بدء البدء بدايه استءناف استيناف وقوع حدوث اندلاع تنفيذ شن عقد اجراء سلسله جوله جولات عمليه عمليات حمله محاوله حادث حادثه "
    "جلسه حفل مراسم موجه اعمال جريمه نهايه انتهاء ختام اختتام استمرار تصاعد تجدد توقيع ابرام اعلان يوم ذكري تاريخ موعد فرض رفع عدد نحو "
    "قرابه كل اي بعض جميع معظم اول ثاني ثالث اخر اكبر اعنف اسوا احدث ابرز غير مثل تلك هذه هذا ذلك مشروع تنظيم استضافه حضور افتتاح مقتل "
    "فتره مرحله عهد زمن ابان مصرع اثر جراء خلال بعد قبل منذ عقب قبيل بعيد اثناء نتيجه بسبب غداه عشيه مساء صباح فجر حصول دخول اليه خطه قرار ايام عقود زهاء حوالي قتل"
)
_BETWEEN_DATES = word_set("و ، , في من ثم / -")
_PLURALS = word_set("غارات هجمات معارك حروب مجازر قمم مذابح كمائن محادثات مباحثات مفاوضات انتخابات مناورات احداث ضربات")
_CLOSE, _BEFORE_VERB, _ADJACENT, _NEAR, _HEAD_DISTANCE = 8, 14, 5, 3, 7
_MONTH = len("2015-01")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date expression in a sentence: token range (half-open) and the mention."""

    start: int
    end: int
    mention: DateMention

    @property
    def spans(self) -> bool:
        """Whether it names a time from one day to another."""
        return self.mention.edtf is not None and "/" in self.mention.edtf

    @property
    def coarse(self) -> bool:
        """Whether it names a month or a year, as what dates a noun rather than the day's news does."""
        return self.mention.edtf is not None and len(self.mention.edtf) <= _MONTH


class Dating:
    """The dates of the triggers of one sentence."""

    def __init__(self, doc: Document, sentence: Sentence, triggers: Sequence[Trigger]) -> None:
        self.doc, self.sentence, self.triggers = doc, sentence, triggers
        self.clauses: Clauses = clauses_of(doc, sentence)
        self.at = {trigger.start: trigger for trigger in triggers}
        self.nouns = [trigger for trigger in triggers if not trigger.verb]
        self.carries: dict[int, set[str]] = {}
        self.reporting: set[int] = set()
        self.charges: list[int] = []
        self.announcing: set[int] = set()
        self.imperfect: set[int] = set()
        for match in matches_in(doc, sentence):
            if match.concept.scheme == "support" and match.features.voice:
                self.carries.setdefault(match.start, set()).add(match.concept.get("carries") or "")
                if match.features.tense != "perfect":
                    self.imperfect.add(match.start)
            elif match.concept.scheme == "reporting":
                self.reporting.add(match.start)
                if (match.concept.get("stance") or "").rsplit("/", 1)[-1] in _ANNOUNCING:
                    self.announcing.add(match.start)
                if match.features.tense == "masdar" and (match.concept.get("stance") or "").endswith(tuple(_ACCUSING)):
                    self.charges.append(match.start)
        self.same = dict(self._same())
        self.mentions = list(self._mentions())

    def dates(self) -> dict[Trigger, list[Dated]]:
        """Return the dates of each trigger that has any."""
        found: dict[Trigger, list[Dated]] = {}
        for dated in self.mentions:
            for trigger in dict.fromkeys(self.same.get(t, t) for t in self._attached(dated)):
                found.setdefault(trigger, []).append(dated)
        for dated in self.mentions:
            self._share(dated, found)
        return {t: self._apart(t, dates) for t, dates in found.items() if not self._too_fine(t, dates)}

    def _too_fine(self, trigger: Trigger, dates: list[Dated]) -> bool:
        """No war is of one day, unless the text says that it broke out or ended then."""
        verb = self.clauses.clause(trigger.start).verb
        return trigger.type == "War" and verb not in self.carries and not any(d.coarse or d.spans for d in dates)

    def _mentions(self) -> Iterator[Dated]:
        for mention in mentions_in(self.doc, self.sentence):
            start, end = self.doc.token_at(mention.start), self.doc.token_at(mention.end - 1) + 1
            resolved = mention.edtf is not None or self.doc.published is None
            if start < end <= self.sentence.last and resolved:
                yield Dated(start, end, mention)

    def _apart(self, trigger: Trigger, dates: list[Dated]) -> list[Dated]:
        """Return the nearest date, and those joined to it by و: one event each."""
        nearest = min(dates, key=lambda d: (d.mention.edtf is None, abs(d.start - trigger.start)))
        kept, place = [nearest], dates.index(nearest)
        for dated in dates[place + 1 :]:
            between = self.doc.tokens[kept[-1].end : dated.start]
            if len(between) > 4 or any(token.norm not in _BETWEEN_DATES for token in between):
                break
            if dated.mention.edtf != kept[-1].mention.edtf and any(token.norm == "و" for token in between):
                kept.append(dated)
        return kept

    # One date ---------------------------------------------------------------------------------------------------

    def _attached(self, dated: Dated) -> list[Trigger]:
        when = self._when_clause(dated)
        if when and self._last_of_many(dated):
            return when
        return [*when, *(t for t in self._own(dated) if t not in when)]

    def _last_of_many(self, dated: Dated) -> bool:
        """آخرها في 29 حزيران، حينما: the date of one among those told before."""
        before = self.doc.tokens[max(self.sentence.first, dated.start - 4) : dated.start]
        return any(token.stem in _AMONG for token in before)

    def _own(self, dated: Dated) -> list[Trigger]:
        """Return the events of the date's own clause that it dates."""
        clause, nouns = self._clause_of(dated)
        if self._charged(dated, nouns) or self._superlative(dated):
            return []
        if clause.verb is None:
            return self._nominal(dated, nouns, clause)
        before = [t for t in nouns if t.end <= dated.start]
        if before and clause.verb > dated.start and self._close(before[-1], dated, _BEFORE_VERB):
            return self._chain(before, before[-1])
        between = [t for t in before if t.start > clause.verb]
        if between and self._another_date(dated, clause.verb, between[-1]):
            return self._chain(between, between[-1])
        if between and self._only_nearest(between[-1], dated, clause.verb):
            return [between[-1]]
        return self._by_verb(dated, clause.verb, nouns, between, clause) or self._follows(dated, nouns)

    def _clause_of(self, dated: Dated) -> tuple[Clause, list[Trigger]]:
        """Return the clause that a date belongs to, with its noun triggers.

        A day between commas is said of the main clause also where it follows a relative one (اعتقلت صحفيا يعمل هناك، الثلاثاء،), and so
        is a day after a relative clause in the imperfect (اغتيل ثلاثة كانوا يحملون بطاقات الاثنين).
        """
        number = self.clauses.number(dated.start)
        clause = self.clauses.clauses[number]
        while clause.link == Link.RELATIVE and clause.parent is not None and self._looks_out(dated, clause, number):
            number = clause.parent
            clause = self.clauses.clauses[number]
        return clause, [t for t in self.nouns if self.clauses.number(t.start) == number]

    def _looks_out(self, dated: Dated, clause: Clause, number: int) -> bool:
        parent = self.clauses.clauses[clause.parent or 0]
        eventful = parent.verb in self.at or parent.verb in self.carries
        own = clause.verb in self.at or clause.verb in self.carries or bool(self.antecedent(clause))
        own = own or any(self.clauses.number(t.start) == number for t in self.nouns)
        if not eventful or own or clause.verb is None or dated.coarse or dated.spans:
            return False
        tokens = self.doc.tokens
        apart = tokens[dated.start - 1].text in "،," and (
            dated.end >= self.sentence.last or tokens[dated.end].text in "،,."
        )
        return apart or clause.auxiliary is not None or tokens[clause.verb].norm.startswith("ي")

    def _charged(self, dated: Dated, nouns: Sequence[Trigger]) -> bool:
        """بعد اتهامه الجيش يوم الاثنين بشن ضربة: the date is the accusation's."""
        before = [n for n in self.charges if n < dated.start and dated.start - n < _CLOSE]
        return bool(before) and not any(before[-1] < t.start < dated.start for t in nouns)

    def _superlative(self, dated: Dated) -> bool:
        """أدنى مستوى منذ 2016: the date says how long nothing was more so."""
        if not dated.mention.text.startswith("منذ"):
            return False
        near = self.doc.tokens[max(self.sentence.first, dated.start - 6) : dated.start]
        before = self.doc.tokens[max(self.sentence.first, dated.start - 14) : dated.start]
        first = any(one.stem == "مره" and other.stem == "اولي" for one, other in pairwise(before))
        return first or any(token.stem in _ELATIVES for token in near)

    def _when_clause(self, dated: Dated) -> list[Trigger]:
        """في يناير عندما قتل: the date is that of the clause that follows it."""
        place = dated.end
        if place < self.sentence.last and self.doc.tokens[place].text in "،,":
            place += 1
        if place >= self.sentence.last or self.doc.tokens[place].norm not in _WHEN:
            return []
        verb = self.clauses.clause(place).verb
        if verb is None or verb < place:
            return []
        return self._by_verb(dated, verb, self.nouns_of(verb), [], self.clauses.clause(verb))

    def _another_date(self, dated: Dated, verb: int, nearest: Trigger) -> bool:
        """The verb has its date, and a noun after that has this one."""
        return any(
            verb < other.start < nearest.start for other in self.mentions if other.end <= dated.start
        ) and self._close(nearest, dated, _CLOSE)

    def _follows(self, dated: Dated, nouns: Sequence[Trigger]) -> list[Trigger]:
        """قراره عام 2014 بإرسال القوات: the event follows the date at once."""
        clause = self.clauses.clause(dated.start)
        if clause.verb in self.reporting:
            return []
        return [t for t in nouns if dated.end < t.start <= dated.end + 2 and self.doc.tokens[t.start - 1].norm == "ب"][
            :1
        ]

    def _by_verb(
        self, dated: Dated, verb: int, nouns: list[Trigger], between: list[Trigger], clause: Clause
    ) -> list[Trigger]:
        if self._walled(verb, dated):
            return self._chain(between, between[-1]) if between and self._trails(between[-1], dated, verb) else []
        if verb in self.at:
            main = self.at[verb]
            if main.tense == "perfect" and self._future(dated):
                return between[-1:]
            head = [t for t in self.antecedent(clause) if self._belong(main.type, t.type) or self.same.get(main) == t]
            return [*head, main, *self._linked(main.type, nouns, verb)]
        if verb in self.carries:
            carried = self.carried(verb, nouns, clause)
            if carried:
                return [*carried, *self._linked(carried[0].type, nouns, verb)]
        if between and self._trails(between[-1], dated, verb):
            return self._chain(between, between[-1])
        linked = self._linked("", nouns, verb)
        return linked or ([] if verb in self.reporting else self.antecedent(clause))

    def _walled(self, verb: int, dated: Dated) -> bool:
        """Whether the date stands inside a phrase of time of its own: زار بيروت بعد توقيع اتفاق عام 2015."""
        inside = [n for n in range(verb + 1, dated.start - 1) if self._opens_time(n, _WALL)]
        number = self.clauses.number(verb)
        return any(
            self.clauses.number(n) == number and not any(m.start - 2 <= n < m.end for m in self.mentions)
            for n in inside
        )

    def _starts_over(self, between: range) -> bool:
        """A comma and و: what follows is a new clause."""
        tokens = self.doc.tokens
        return any(tokens[n].text in "،," and tokens[n + 1].norm == "و" for n in between[:-1])

    def _opens_time(self, number: int, words: frozenset[str]) -> bool:
        """بعد, خلال and their like; not من قبل, which names the doer."""
        return self.doc.tokens[number].norm in words and self.doc.tokens[number - 1].norm != "من"

    def _future(self, dated: Dated) -> bool:
        """Whether the date lies after the article: nothing told in the perfect happened then."""
        return in_future(dated.mention.edtf, self.doc.published)

    def _trails(self, noun: Trigger, dated: Dated, verb: int) -> bool:
        """Whether a date after an event noun is the noun's, where the verb neither is an event nor carries one."""
        if not self._close(noun, dated, _CLOSE):
            return False
        far = dated.start - noun.end > _NEAR
        if verb not in self.reporting and far and noun.type not in CASUALTY and self.link(noun) in _ABOUT | {"ب", "من"}:
            return False
        known = self.doc.tokens[noun.start].definite and dated.start - noun.end > 2
        return not (known and verb in self.reporting and not dated.coarse)

    def carried(self, verb: int, nouns: Sequence[Trigger], clause: Clause) -> list[Trigger]:
        """Return the events that a carrying verb carries: its object or subject; both of a result."""
        kinds = self.carries[verb]
        after = [t for t in nouns if t.start > verb]
        before = [t for t in nouns if t.end <= verb]
        if "result" in kinds:
            cause = before[-1:] or self.antecedent(clause) or self._cause(clause, verb)
            led = [t for t in after if not self.owned(t) and self.link(t) not in _AROUND | _WHILE | _TOPIC]
            return [t for t in dict.fromkeys([*cause, *led[:2]]) if t.type != "War"]
        if "marks" in kinds:
            return after[:1] if any(verb < m.start <= verb + 3 for m in self.mentions) else []
        head = self.antecedent(clause)
        if head and not (after and after[0].start == verb + 1):
            return head
        if kinds == {"subject"} and before and self._subject(before[0], clause):
            return before[:1]
        objects = [t for t in after if not self.owned(t) and self.link(t) not in _AROUND | _WHILE | _TOPIC]
        if kinds == {"subject"}:
            objects = [t for t in objects if self.link(t) == ""]
        objects = [t for t in objects if self.link(t) == "" or t.start - verb <= _ADJACENT]
        first = [t for place, t in enumerate(objects) if place == 0 or self._joined(objects[place - 1], t)]
        return first or [t for t in before[-1:] if not self.owned(t) and self.link(t) == ""]

    def _subject(self, noun: Trigger, clause: Clause) -> bool:
        """Whether a noun before the verb is its subject: no preposition stands before it."""
        return self.link(noun) == "" and noun.start - clause.start < _CLOSE

    def _joined(self, one: Trigger, other: Trigger) -> bool:
        return self.doc.tokens[other.start - 1].norm == "و" and other.start - one.end < _CLOSE

    def _cause(self, clause: Clause, verb: int) -> list[Trigger]:
        """ما أدى إلى مقتل: what led to it was told just before."""
        opener = self.doc.tokens[clause.opener].norm if clause.opener is not None else self.doc.tokens[verb - 1].norm
        return [t for t in self.triggers if t.end <= verb][-1:] if opener in ("مما", "ما") else []

    def antecedent(self, clause: Clause) -> list[Trigger]:
        """Return the event that a relative clause describes."""
        if clause.link != Link.RELATIVE or clause.head is None or self._left(clause):
            return []
        head = clause.head
        near = [t for t in self.nouns if t.start <= head and head - t.end < _HEAD_DISTANCE and t.start < clause.start]
        agreeing = [t for t in near if self._agrees(t, clause)]
        if clause.opener is None:
            reach = _HEAD_DISTANCE if clause.verb in self.carries else _NEAR
            agreeing = [t for t in agreeing if head - t.end < reach and not self.doc.tokens[t.start].definite]
        elif clause.verb not in self.carries:
            agreeing = [t for t in agreeing if head - t.end < _NEAR]
        return agreeing[-1:]

    def _left(self, clause: Clause) -> bool:
        """الاتفاق الذي خرجت منه: what is left is not what happens."""
        if clause.verb is None or clause.verb + 2 >= self.sentence.last:
            return False
        preposition, pronoun = self.doc.tokens[clause.verb + 1 : clause.verb + 3]
        return preposition.norm == "من" and pronoun.kind == TokenKind.ENCLITIC

    def _agrees(self, trigger: Trigger, clause: Clause) -> bool:
        stem = self.doc.tokens[trigger.start].stem
        feminine = stem.endswith(("ه", "ات")) or stem in _PLURALS
        if clause.opener is not None:
            opener = self.doc.tokens[clause.opener].norm
            return {"الذي": not feminine, "التي": feminine}.get(opener, True)
        verb = self.doc.tokens[clause.verb].norm if clause.verb is not None else ""
        return feminine or not (verb.endswith("ت") or verb.startswith("ت")) or self._has_object(clause)

    def _has_object(self, clause: Clause) -> bool:
        """قصف شنته القوات: the noun is the verb's object, so they need not agree."""
        following = clause.verb + 1 if clause.verb is not None else self.sentence.last
        return following < self.sentence.last and self.doc.tokens[following].kind == TokenKind.ENCLITIC

    def _same(self) -> Iterator[tuple[Trigger, Trigger]]:
        """A verb that describes an event noun tells the same event: ضربة استهدفت، الهجوم الذي استهدف."""
        for trigger in self.triggers:
            clause = self.clauses.clause(trigger.start)
            if trigger.verb and clause.verb == trigger.start and trigger.type not in CASUALTY:
                for noun in self.antecedent(clause):
                    if noun.type == trigger.type or {noun.type, trigger.type} <= VIOLENT:
                        yield trigger, noun

    def _nominal(self, dated: Dated, nouns: list[Trigger], clause: Clause) -> list[Trigger]:
        """A clause without a verb: a headline, a caption, the rest of a list."""
        before = [t for t in nouns if t.end <= dated.start]
        if before and not self._close(before[-1], dated, _BEFORE_VERB):
            return []
        if before:
            return self._chain(before, before[-1])
        first = [
            t
            for t in nouns[:1]
            if t.start - dated.end <= _NEAR or self._initial(dated, self.clauses.number(dated.start))
        ]
        return first or self.antecedent(clause)

    def _chain(self, nouns: Sequence[Trigger], nearest: Trigger) -> list[Trigger]:
        """The nearest event and the one that it is the occasion of: مقتل ثلاثة في غارة الأحد."""
        place = list(nouns).index(nearest)
        if place and self.link(nearest) in _DURING and self._belong(nouns[place - 1].type, nearest.type):
            return [nouns[place - 1], nearest]
        return [nearest]

    def _belong(self, main: str, other: str) -> bool:
        """Whether an event of class ``main`` happens in one of class ``other``: قتل في هجوم، التقى في جولة محادثات."""
        return (main in CASUALTY and other in VIOLENT) or {main, other} <= _DIPLOMATIC

    def _linked(self, main: str, nouns: Sequence[Trigger], verb: int) -> list[Trigger]:
        """Return the events in which ``main`` happened: قتل في غارة، أجرى محادثات خلال زيارة."""
        after = [(noun, self.link(noun)) for noun in nouns if noun.start > verb]
        return [n for n, link in after if link in _WHILE or (link in _DURING and self._belong(main, n.type))]

    def link(self, trigger: Trigger) -> str:
        """Return the preposition before a noun, words of measure skipped (في جولة رابعة من المحادثات: في).

        A complete noun before it ends the search: in اندلعت في نواكشوط مظاهرات the preposition has its noun.
        """
        start = max(self.clauses.clause(trigger.start).start, trigger.start - 6)
        partitive = False
        for number in range(trigger.start - 1, start - 1, -1):
            token = self.doc.tokens[number]
            if token.norm in _DURING | _AROUND | _ABOUT:
                return token.norm
            if number in self.clauses.verbs or token.norm == "و" or self._complete(number, partitive):
                return ""
            partitive = partitive or token.norm == "من"
        return ""

    def _complete(self, number: int, partitive: bool) -> bool:
        token = self.doc.tokens[number]
        if token.kind == TokenKind.PUNCT:
            return token.text not in "\"“”«»'"
        if partitive or token.kind != TokenKind.WORD:
            return token.kind == TokenKind.ENCLITIC and not partitive
        name = self.doc.tags(self.sentence)[number - self.sentence.first] == "PROPN"
        return token.definite or name or any(m.start <= number < m.end for m in self.mentions)

    def _only_nearest(self, nearest: Trigger, dated: Dated, verb: int) -> bool:
        """Whether the date belongs to the noun before it and not to the verb: اتفاق عام 2015، بعد هجوم الأحد."""
        if not self._close(nearest, dated, _CLOSE):
            return False
        if verb not in self.at and verb in self.carries:
            carried = self.carried(verb, self.nouns_of(verb), self.clauses.clause(verb))
            if nearest in carried:
                return False
            if carried and self._comma(carried[0].end, nearest.start):
                return True
        if self.link(nearest) in _AROUND or dated.mention.text.startswith("لعام"):
            return True
        main = self.at[verb].type if verb in self.at else ""
        return (
            dated.coarse
            and dated.start - nearest.end <= _NEAR
            and not (self.link(nearest) in _DURING and main in CASUALTY)
        )

    def _comma(self, first: int, last: int) -> bool:
        return any(token.text in "،,؛" for token in self.doc.tokens[first:last])

    def nouns_of(self, token: int) -> list[Trigger]:
        """Return the noun triggers in the clause of ``token``."""
        number = self.clauses.number(token)
        return [t for t in self.nouns if self.clauses.number(t.start) == number]

    def owned(self, trigger: Trigger) -> bool:
        """Whether the noun only completes another, which the date or the verb is about: نتائج الانتخابات، بموجب الاتفاق."""
        place = trigger.start - 1
        if place < self.clauses.clause(trigger.start).start or place in self.clauses.verbs:
            return False
        head = self.doc.tokens[place]
        if head.norm.endswith(("ون", "ين", "ان")) or self._accusative(trigger):
            return False
        if place - 1 in self.clauses.verbs and not self.doc.tokens[trigger.start].definite:
            return False
        if (
            head.kind != TokenKind.WORD
            or head.definite
            or head.norm in OPEN_HEADS
            or place in self.at
            or number_word(head.norm)
        ):
            return False
        if any(t.start <= place < t.end for t in self.triggers):
            return False
        if any(m.start <= place < m.end for m in self.mentions):
            return False
        tag = self.doc.tags(self.sentence)[place - self.sentence.first]
        return tag == "NOUN" and not self.doc.tokens[place].text.endswith(("ا", "ً"))

    def _accusative(self, trigger: Trigger) -> bool:
        token = self.doc.tokens[trigger.start]
        return not token.definite and token.text.rstrip("ً").endswith("ا")

    def _close(self, trigger: Trigger, dated: Dated, limit: int) -> bool:
        """Whether the date follows the noun phrase of ``trigger`` closely, no verb or comma between."""
        if dated.start - trigger.end > limit:
            return False
        between = range(trigger.end, dated.start)
        comma = any(self.doc.tokens[number].text in "،," for number in between[:-2])
        if (comma and (len(between) > _NEAR or self._starts_over(between))) or any(
            number in self.clauses.verbs for number in between
        ):
            return False
        barrier = any(self._opens_time(number, _BARRIER) for number in between[:-1])
        return not barrier and not (self.owned(trigger) and not (dated.coarse and len(between) <= 2))

    # Dates that reach further -----------------------------------------------------------------------------------

    def _share(self, dated: Dated, found: dict[Trigger, list[Dated]]) -> None:
        """A date at the start of a clause also dates the undated clauses joined to it."""
        home = self.clauses.number(dated.start)
        if not self._initial(dated, home):
            return
        for number in self._followers(home):
            clause = self.clauses.clauses[number]
            own = [t for t in self.triggers if self.clauses.number(t.start) == number]
            if clause.verb is None or clause.verb in self.reporting or any(t in found for t in own):
                return
            for trigger in self._by_verb(dated, clause.verb, [t for t in own if not t.verb], [], clause):
                found.setdefault(self.same.get(trigger, trigger), [dated])

    def _followers(self, home: int) -> Iterator[int]:
        joined = {home}
        for number, clause in enumerate(self.clauses.clauses):
            if clause.link == Link.COORDINATE and clause.previous in joined:
                joined.add(number)
                yield number
            elif clause.link == Link.ADVERBIAL and clause.parent in joined and self._when(clause):
                yield number

    def _when(self, clause: Clause) -> bool:
        return clause.opener is not None and self.doc.tokens[clause.opener].norm in ("عندما", "حينما", "حين", "حيث")

    def _initial(self, dated: Dated, home: int) -> bool:
        start = self.clauses.clauses[home].start
        return all(
            self.doc.tokens[n].norm in _LEADS | PARTICLES | AUXILIARIES or self.doc.tokens[n].kind == TokenKind.PUNCT
            for n in range(start, dated.start)
        )


def in_future(edtf: str | None, published: date | None) -> bool:
    """Whether a date lies after the day of publication; for a deadline its end."""
    if edtf is None or published is None:
        return False
    first, _, last = edtf.partition("/")
    known = last if first in ("", "..") else first
    return known not in ("", "..") and known > published.isoformat()[: len(known)]
