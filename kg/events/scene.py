"""The scene: the triggers of a sentence with the grammar around them, which dating and telling read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.arabic.numbers import number_word
from kg.arabic.tokens import TokenKind
from kg.clauses import Clause, Clauses, Link, conjugated, word_set
from kg.context import clauses_of, dates_in, matches_in
from kg.document import Document, Sentence
from kg.events.dated import Dated, dates_of
from kg.events.triggers import Trigger
from kg.events.words import ABOUT, AROUND, CASUALTY, CLOSE, DURING, NEAR, OPEN_HEADS, PLURALS, VIOLENT, WHILE
from kg.lexicon import Match

_MEANWHILE = word_set("خلال اثناء في")
_TOPIC = word_set("شان حول ضد")
_FEARS = word_set("تحذير تحذيرا تحذيرات مخاوف خشيه خوف خوفا تخوف قلق قلقا هربا")
_CAUSES = word_set("اثر جراء نتيجه سبب")
_ANNOUNCING = frozenset({"announces", "confirms", "reports", "reveals", "says", "admits", "notes"})
_ACCUSING = frozenset({"accuses", "claims", "denies", "criticizes", "condemns"})
_MASCULINE = word_set("تم توقف تجدد تواصل تاجل تعثر تقرر تزامن تسبب تصاعد")  # perfects that begin like an imperfect
# verbs whose object comes with a preposition: نجحت قوات القيادة المركزية في تدمير
_TAKES = conjugated("نجح شارك قام أقدم تسبب باشر توصل بعث تمكن نجا بادر")
_DECREES = word_set("قرارا قرار مرسوما مرسوم امرا حكما حكم اوامر قرارات مراسيم")
_SCHEDULED = word_set("المقرر المقرره المزمع المزمعه المتوقع المتوقعه المرتقب المرتقبه المنتظر المنتظره المقررين")
_LEADING = conjugated("أدى/يؤدي أفضى/يفضي")
_ADJACENT, _HEAD_DISTANCE, _FAR_OBJECT = 5, 7, 14


class Scene:
    """The triggers of one sentence, the verbs that carry them, and its dates."""

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
        self.perfect: set[int] = set()
        for match in matches_in(doc, sentence):
            if match.concept.scheme == "support" and match.features.voice:
                self._carrier(match)
            elif match.concept.scheme == "reporting":
                self._reporter(match)
        self.carries.update({verb: {"result"} for verb in self.carries if self._leads_to(verb)})
        self.imperfect -= {n for n in self.perfect if doc.tokens[n].norm.startswith("ا")}  # أسفر, hardly of the writer
        self.mentions = dates_of(doc, sentence)
        self.timed = dates_in(doc, sentence)
        self.same = dict(self._same())

    def _carrier(self, match: Match) -> None:
        self.carries.setdefault(match.start, set()).add(match.concept.get("carries") or "")
        (self.perfect if match.features.tense == "perfect" else self.imperfect).add(match.start)

    def _leads_to(self, verb: int) -> bool:
        """أدت موجة حر إلى وفاة: الى behind the subject tells that a verb of doing means leading to."""
        tokens, number = self.doc.tokens, self.clauses.number(verb)
        if tokens[verb].norm not in _LEADING:
            return False
        near = range(verb + 1, min(verb + _FAR_OBJECT, self.clauses.end))
        return any(tokens[n].norm == "الي" and self.clauses.number(n) == number for n in near)

    def _reporter(self, match: Match) -> None:
        stance = (match.concept.get("stance") or "").rsplit("/", 1)[-1]
        self.reporting.add(match.start)
        if stance in _ANNOUNCING:
            self.announcing.add(match.start)
        if match.features.tense == "masdar" and match.start not in self.clauses.verbs and stance in _ACCUSING:
            self.charges.append(match.start)

    def carried(self, verb: int, nouns: Sequence[Trigger], clause: Clause) -> list[Trigger]:
        """Return the events that a carrying verb carries: its object or subject; both of a result."""
        kinds = self.carries[verb]
        after = [t for t in nouns if t.start > verb]
        before = [t for t in nouns if t.end <= verb]
        if "result" in kinds:
            return self._results(verb, before, after, clause)
        if "marks" in kinds:
            return after[:1] if any(verb < m.start <= verb + 3 for m in self.mentions) else []
        head = [] if self.meanwhile(clause) else self.antecedent(clause)
        if head and not (after and after[0].start == verb + 1):
            return head
        first = self._before_verb(verb, before, clause)
        return first or self._objects(verb, after) or [t for t in before[-1:] if self._bare(t)]

    def _before_verb(self, verb: int, before: Sequence[Trigger], clause: Clause) -> list[Trigger]:
        """The event noun before a verb that it carries: its subject, what is described, its object in front."""
        kinds = self.carries[verb]
        if kinds == {"subject"} and before and self._subject(before[0], clause):
            return list(before[:1])
        if "subject" in kinds and before and self._just_told(before[-1], verb):
            return list(before[-1:])
        if before and self._has_object(clause) and not self.doc.tokens[before[-1].start].definite:
            return list(before[-1:])
        return []

    def _just_told(self, noun: Trigger, verb: int) -> bool:
        """في هجوم آخر وقع نهاية العام: an indefinite event right before the verb is what happened."""
        return not self.doc.tokens[noun.start].definite and verb - noun.end <= 1 and not self.owned(noun)

    def _results(self, verb: int, before: Sequence[Trigger], after: Sequence[Trigger], clause: Clause) -> list[Trigger]:
        """أسفر الهجوم عن مقتل: the cause and what it led to."""
        cause = [*before[-1:]] or self.antecedent(clause) or self._cause(clause, verb)
        led = [t for t in after if self._its_own(t)]
        return [t for t in dict.fromkeys([*cause, *led[:2]]) if t.type != "War"]

    def _objects(self, verb: int, after: Sequence[Trigger]) -> list[Trigger]:
        """The event nouns behind a verb that complete it, the first with those joined to it."""
        only_subject = self.carries[verb] == {"subject"}
        objects = [
            t for t in after if self._its_own(t) and (self.link(t) == "" or (not only_subject and self._taken(verb, t)))
        ]
        return [t for place, t in enumerate(objects) if place == 0 or self._joined(objects[place - 1], t)]

    def _its_own(self, noun: Trigger) -> bool:
        """Whether a noun stands for itself, and not for the time, the topic or the owner of something else."""
        return not self.owned(noun) and not self._source(noun) and self.link(noun) not in AROUND | WHILE | _TOPIC

    def _source(self, noun: Trigger) -> bool:
        """تحذيرا من ضربات: what is warned of or feared, not done."""
        place = noun.start - 1
        feared = place > self.sentence.first and self.doc.tokens[place - 1].stem in _FEARS
        return feared and self.doc.tokens[place].norm == "من"

    def _bare(self, noun: Trigger) -> bool:
        return not self.owned(noun) and self.link(noun) == ""

    def _taken(self, verb: int, noun: Trigger) -> bool:
        """Whether a noun behind a preposition may complete the verb: no cause does."""
        return self.link(noun) not in _CAUSES and noun.start - verb <= self._span_of(verb, noun)

    def _span_of(self, verb: int, noun: Trigger) -> int:
        """How far after its verb a noun with a preposition may stand that the verb carries: أصدر أمرا ملكيا بتعيينه."""
        takes = self.doc.tokens[verb].norm in _TAKES or "undergoes" in self.carries[verb]
        decreed = any(token.norm in _DECREES for token in self.doc.tokens[verb + 1 : noun.start])
        return _HEAD_DISTANCE * 2 if takes or decreed else _ADJACENT

    def meanwhile(self, clause: Clause) -> bool:
        """Whether a clause says what happened during what it describes: عملية تمكنت خلالها، غارة قتل فيها."""
        if clause.verb is None:
            return False
        near = range(clause.verb + 1, min(clause.verb + 8, self.sentence.last - 1))
        own = self.clauses.number(clause.verb)
        return any(
            self.doc.tokens[n].norm in _MEANWHILE
            and self.doc.tokens[n + 1].kind == TokenKind.ENCLITIC
            and self.clauses.number(n) == own
            for n in near
        )

    def _subject(self, noun: Trigger, clause: Clause) -> bool:
        """Whether a noun before the verb is its subject: no preposition stands before it."""
        return self.link(noun) == "" and noun.start - clause.start < CLOSE

    def _joined(self, one: Trigger, other: Trigger) -> bool:
        return self.doc.tokens[other.start - 1].norm == "و" and other.start - one.end < CLOSE

    def _cause(self, clause: Clause, verb: int) -> list[Trigger]:
        """ما أدى إلى مقتل: what led to it was told just before."""
        opener = self.doc.tokens[clause.opener].norm if clause.opener is not None else self.doc.tokens[verb - 1].norm
        return [t for t in self.triggers if t.end <= verb][-1:] if opener in ("مما", "ما") else []

    def antecedent(self, clause: Clause) -> list[Trigger]:
        """Return the event that a relative clause describes, also through أن: التي من المقرر أن تفرضها."""
        outer = self.clauses.clauses[clause.parent] if clause.parent is not None else None
        if clause.link == Link.COMPLEMENT and outer and outer.verb is None and self._has_object(clause):
            return self.antecedent(outer)
        if clause.link == Link.COMPLEMENT and clause.opener is not None:
            return self._scheduled(clause.opener) if "subject" in self.carries.get(clause.verb or -1, set()) else []
        if clause.link != Link.RELATIVE or clause.head is None or self._left(clause):
            return []
        head = clause.head
        near = [t for t in self.nouns if t.start <= head and head - t.end < _HEAD_DISTANCE and t.start < clause.start]
        agreeing = [t for t in near if self._agrees(t, clause)]
        if clause.opener is None:
            agreeing = [
                t for t in agreeing if not self.doc.tokens[t.start].definite and self._described(t, clause, head)
            ]
        elif clause.verb not in self.carries:
            agreeing = [t for t in agreeing if head - t.end < NEAR]
        return agreeing[-1:]

    def _scheduled(self, opener: int) -> list[Trigger]:
        """القمة المقرر أن تعقد: the event that such a participle before أن describes."""
        if self.doc.tokens[opener - 1].norm not in _SCHEDULED:
            return []
        return [t for t in self.nouns if t.end < opener <= t.end + _HEAD_DISTANCE][-1:]

    def _described(self, noun: Trigger, clause: Clause, head: int) -> bool:
        """Whether a clause without a pronoun to open it describes the noun: it stands close, or all between the two is
        definite, which such a clause cannot describe (هجوما للقوات الحكومية استهدف ناقلة).
        """
        if clause.verb in self.carries or head - noun.end < NEAR:
            return True
        tags, first = self.doc.tags(self.sentence), self.sentence.first
        between = range(noun.end, head + 1)
        return not any(
            tags[n - first] == "NOUN" and not self.doc.tokens[n].definite and not self.doc.tokens[n + 1].definite
            for n in between
        )

    def _left(self, clause: Clause) -> bool:
        """الاتفاق الذي خرجت منه: what is left is not what happens."""
        if clause.verb is None or clause.verb + 2 >= self.sentence.last:
            return False
        preposition, pronoun = self.doc.tokens[clause.verb + 1 : clause.verb + 3]
        return preposition.norm == "من" and pronoun.kind == TokenKind.ENCLITIC

    def feminine(self, trigger: Trigger) -> bool:
        """Whether verbs and pronouns treat an event noun as feminine: غارة، محادثات، معارك."""
        stem = self.doc.tokens[trigger.start].stem
        return stem.endswith(("ه", "ات", "وي")) or stem in PLURALS

    def _agrees(self, trigger: Trigger, clause: Clause) -> bool:
        feminine = self.feminine(trigger)
        if clause.opener is not None:
            opener = self.doc.tokens[clause.opener].norm
            return {"الذي": not feminine, "التي": feminine}.get(opener, True)
        verb = self.doc.tokens[clause.verb].norm if clause.verb is not None else ""
        marked = verb.endswith("ت") or (verb.startswith("ت") and verb not in _MASCULINE)
        return feminine or not marked or self._has_object(clause)

    def _has_object(self, clause: Clause) -> bool:
        """قصف شنته القوات: the noun is the verb's object, so they need not agree."""
        following = clause.verb + 1 if clause.verb is not None else self.sentence.last
        return following < self.sentence.last and self.doc.tokens[following].kind == TokenKind.ENCLITIC

    def _same(self) -> Iterator[tuple[Trigger, Trigger]]:
        """A verb that describes an event noun tells the same event: ضربة استهدفت، الهجوم الذي استهدف."""
        for trigger in self.triggers:
            clause = self.clauses.clause(trigger.start)
            if trigger.verb and clause.verb == trigger.start:
                yield from self._inner(trigger)
                yield from self._by_phone(trigger)
            if trigger.verb and clause.verb == trigger.start and trigger.type not in CASUALTY:
                for noun in self.antecedent(clause):
                    if noun.type == trigger.type or {noun.type, trigger.type} <= VIOLENT:
                        yield trigger, noun

    def _inner(self, verb: Trigger) -> Iterator[tuple[Trigger, Trigger]]:
        """A noun of the verb's own class that completes it tells the same event: أعلن حالة الطوارئ، أدى اليمين."""
        for noun in self.nouns_of(verb.start):
            polls = verb.type == noun.type == "Election" and verb.end <= noun.start <= verb.end + 2 * CLOSE
            near = verb.end <= noun.start <= verb.end + NEAR + 1 and self.link(noun) in ("", "ب")
            if (near or polls) and noun.type == verb.type:
                yield (verb, noun) if verb.start in self.carries else (noun, verb)

    def _by_phone(self, verb: Trigger) -> Iterator[tuple[Trigger, Trigger]]:
        """بحث الرئيس خلال محادثة هاتفية مع نظيره: what is discussed on the phone is discussed in the call."""
        calls = [noun for noun in self.nouns_of(verb.start) if noun.type == "PhoneCall" and noun.start > verb.start]
        if verb.type == "Meeting" and calls and self.link(calls[0]) in DURING:
            yield verb, calls[0]

    def dated_line(self, clause: Clause) -> Dated | None:
        """Return the date that a clause of a chronicle follows: 27 يوليو: مقتل ثلاثة."""
        colon = clause.opener
        if colon is None or self.doc.tokens[colon].text != ":":
            return None
        date = next((d for d in self.mentions if d.end == colon), None)
        leads = range(self.sentence.first, date.start) if date else range(0)
        plain = all(
            self.doc.tokens[n].kind != TokenKind.WORD or self.doc.tokens[n].norm in ("في", "يوم") for n in leads
        )
        return date if plain else None

    def link(self, trigger: Trigger) -> str:
        """Return the preposition before a noun, words of measure skipped (في جولة رابعة من المحادثات: في).

        A complete noun before it ends the search: in اندلعت في نواكشوط مظاهرات the preposition has its noun.
        """
        start = max(self.clauses.clause(trigger.start).start, trigger.start - 6)
        partitive = False
        for number in range(trigger.start - 1, start - 1, -1):
            token = self.doc.tokens[number]
            if token.norm in DURING | AROUND | ABOUT:
                return token.norm
            if token.norm == "و":
                return self._shared_link(number)
            if token.kind == TokenKind.ENCLITIC and self.doc.tokens[number - 1].norm in DURING | AROUND:
                return ""
            if number in self.clauses.verbs or self._complete(number, partitive):
                return ""
            partitive = partitive or token.norm == "من"
        return ""

    def _shared_link(self, number: int) -> str:
        """The preposition of the event that و at ``number`` joins another to: في عمليات انتحارية وهجمات."""
        before = [t for t in self.nouns_of(number) if t.end <= number <= t.end + 2]
        plain = before and not any(n in self.clauses.verbs for n in range(before[-1].end, number))
        return self.link(before[-1]) if plain else ""

    def _complete(self, number: int, partitive: bool) -> bool:
        token = self.doc.tokens[number]
        if token.kind == TokenKind.PUNCT:
            return token.text not in "\"“”«»'"
        if any(m.start <= number < m.end for m in self.mentions):
            return True
        if partitive or token.kind != TokenKind.WORD:
            return token.kind == TokenKind.ENCLITIC and not partitive
        name = self.doc.tags(self.sentence)[number - self.sentence.first] == "PROPN"
        return token.definite or name

    def nouns_of(self, token: int) -> list[Trigger]:
        """Return the noun triggers in the clause of ``token``."""
        number = self.clauses.number(token)
        return [t for t in self.nouns if self.clauses.number(t.start) == number]

    def owned(self, trigger: Trigger) -> bool:
        """Whether the noun only completes another, which the date or the verb is about: نتائج الانتخابات."""
        place = trigger.start - 1
        subject = place - 1 in self.clauses.verbs and not self.doc.tokens[trigger.start].definite
        if place < self.clauses.clause(trigger.start).start or subject or self._accusative(trigger):
            return False
        return self._owner(place)

    def _owner(self, place: int) -> bool:
        """Whether the token is a noun that another completes: no verb, name, number, date or word of measure."""
        head = self.doc.tokens[place]
        if place in self.at:
            return self.at[place].type == "Other"  # تعليق العمليات
        if head.kind != TokenKind.WORD or head.definite or place in self.clauses.verbs:
            return False
        plural = head.norm.endswith(("ون", "ين", "ان", "ا"))
        if plural or head.norm in OPEN_HEADS or number_word(head.norm) or "ً" in head.text:
            return False
        spans = [(m.start, m.end) for m in self.mentions] + [(t.start, t.end) for t in self.triggers]
        inside = any(first <= place < last for first, last in spans)
        return not inside and self.doc.tags(self.sentence)[place - self.sentence.first] == "NOUN"

    def _accusative(self, trigger: Trigger) -> bool:
        token = self.doc.tokens[trigger.start]
        return not token.definite and token.text.rstrip("ً").endswith("ا")
