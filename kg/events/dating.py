"""Dating: which event a date expression dates, by clause and attachment."""

from __future__ import annotations

from collections.abc import Sequence

from kg.arabic.tokens import Token, TokenKind
from kg.clauses import Clause, Link, conjugated, word_set
from kg.events.agreements import said_of, without_agreements
from kg.events.dated import Dated
from kg.events.elsewhere import is_anniversary, is_elsewhere
from kg.events.offsets import offsets
from kg.events.reach import BEFORE_VERB, Reach
from kg.events.scene import Scene
from kg.events.sharing import Sharing, opens_clause
from kg.events.since import since
from kg.events.triggers import Trigger
from kg.events.words import AROUND, BORN, CASUALTY, CLOSE, DIPLOMATIC, DURING, NEAR, VIOLENT, WHILE, looks_imperfect

_WHEN = word_set("عندما حينما حين اذ يوم حيث")
_PERFORMED = frozenset({"Resignation", "Withdrawal"})
_DECLARED = frozenset({"Sanctions", "Ceasefire", "Agreement", "Appointment", "Resignation", "EmergencyRule"})
_DECIDED = frozenset({"Sanctions", "MissionChange", "Appointment", "Resignation", "Closure", "EmergencyRule"})
_DECIDING = conjugated("قرر فضل")
_TURNS = conjugated("اندلع بدأ انتهى/ينتهي شن أعلن اشتعل توقف وقع انطلق خاض نشب")
_SETS = conjugated("دعا/يدعو حدد تحدد قرر خطط أجل تأجل مدد تقرر أرجأ/يرجئ تم")
_AMONG = word_set("اخر اول ابرز احدث اهم بين")
_BETWEEN_DATES = word_set("و ، , في من ثم / - مره اخري اخر اخران اخرين ثانيه")
_DOING = word_set("استضافه اجراء شن تنفيذ ارتكاب استيناف توقيع تمكن نجاح قيام اقدام تعرض")  # verbal nouns that carry
_AFTER = word_set("عقب اعقاب")
_PHRASE = 25


class Dating:
    """The dates of the triggers of one sentence."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.reach = scene, Reach(scene)

    def dates(self) -> dict[Trigger, list[Dated]]:
        """Return the dates of each trigger that has any."""
        found: dict[Trigger, list[Dated]] = {}
        sharing = Sharing(self.scene, self._by_verb)
        for dated in self.scene.mentions:
            for trigger in dict.fromkeys(self.scene.same.get(t, t) for t in self._attached(dated)):
                found.setdefault(trigger, []).append(dated)
        for dated in self.scene.mentions:
            sharing.share(dated, found)
        found.update({trigger: [dated] for trigger, dated in since(self.scene).items()})
        found.update({trigger: [dated] for trigger, dated in offsets(self.scene).items()})
        sharing.share_told(found)
        likely = {trigger: self._of_its_length(trigger, dates) for trigger, dates in found.items()}
        return {trigger: self._apart(trigger, dates) for trigger, dates in likely.items() if dates}

    def _of_its_length(self, trigger: Trigger, dates: list[Dated]) -> list[Dated]:
        """No war is of one day, unless the text says that it broke out or ended then."""
        verb = self.scene.clauses.clause(trigger.start).verb
        turns = verb is not None and self.scene.doc.tokens[verb].norm in _TURNS
        return dates if trigger.type != "War" or turns else [d for d in dates if d.coarse or d.spans]

    def _apart(self, trigger: Trigger, dates: list[Dated]) -> list[Dated]:
        """Return the nearest date, and those joined to it by و: one event each."""
        nearest = min(dates, key=lambda d: (d.mention.edtf is None, abs(d.start - trigger.start)))
        kept, place = [nearest], dates.index(nearest)
        for dated in dates[place + 1 :]:
            between = self.scene.doc.tokens[kept[-1].end : dated.start]
            if len(between) > 5 or any(not self._joins(token) for token in between):
                break
            if dated.mention.edtf != kept[-1].mention.edtf and any(token.norm == "و" for token in between):
                kept.append(dated)
        return kept

    def _joins(self, token: Token) -> bool:
        """A word between the dates of two events told as one: في فبراير، و7 أخرى في مارس."""
        return token.norm in _BETWEEN_DATES or token.kind == TokenKind.NUMBER

    def _attached(self, dated: Dated) -> list[Trigger]:
        if chronicled := self._chronicled(dated):
            return chronicled
        if is_anniversary(self.scene, dated):
            return []
        when = self._when_clause(dated)
        if when and self._last_of_many(dated):
            return when
        if several := self._one_of(dated):
            return several
        return [*when, *(t for t in self._own(dated) if t not in when)]

    def _chronicled(self, dated: Dated) -> list[Trigger]:
        """27 يوليو: مقتل ثلاثة في هجوم: a line of a chronicle."""
        for number, clause in enumerate(self.scene.clauses.clauses):
            if clause.opener == dated.end and self.scene.dated_line(clause) == dated:
                nouns = [t for t in self.scene.nouns if self.scene.clauses.number(t.start) == number]
                if clause.verb is not None and not (nouns and nouns[0].start - clause.start < NEAR):
                    return self._by_verb(dated, clause.verb, nouns, [], clause)
                return [*nouns[:1], *(self._linked(nouns[0].type, nouns, nouns[0].start) if nouns else [])]
        return []

    def _one_of(self, dated: Dated) -> list[Trigger]:
        """استهدفت القواعد مرات عدة، كان آخرها ليل الجمعة: the date of one of those told before, and of nothing else."""
        tokens, first = self.scene.doc.tokens, max(self.scene.sentence.first, dated.start - NEAR)
        place = next((n for n in range(first, dated.start - 1) if tokens[n].norm in _AMONG - {"بين"}), None)
        if place is None or tokens[place + 1].kind != TokenKind.ENCLITIC or self._told_after(dated, place):
            return []
        before = [t for t in self.scene.triggers if t.end <= place]
        clauses = self.scene.clauses
        return [t for t in before if not t.verb or clauses.number(t.start) != clauses.number(place)][-1:]

    def _told_after(self, dated: Dated, place: int) -> bool:
        """Whether the clause of آخرها tells itself what it was: آخرها هجوم وقع السبت."""
        number = self.scene.clauses.number(dated.start)
        return any(t.start > place and self.scene.clauses.number(t.start) == number for t in self.scene.triggers)

    def _last_of_many(self, dated: Dated) -> bool:
        """آخرها في 29 حزيران، حينما: the date of one among those told before."""
        before = self.scene.doc.tokens[max(self.scene.sentence.first, dated.start - 4) : dated.start]
        return any(token.stem in _AMONG for token in before)

    def _own(self, dated: Dated) -> list[Trigger]:
        """Return the events of the date's own clause that it dates."""
        clause, nouns = self._clause_of(dated)
        if apart := self._gapped(dated, nouns) or self._and_that(dated, nouns):
            return apart
        if is_elsewhere(self.scene, dated, clause, nouns):
            return []
        if (told := said_of(self.scene, dated, nouns)) is not None:
            return [told]
        nouns = without_agreements(self.scene, dated, nouns)
        return self._nominal(dated, nouns, clause) if clause.verb is None else self._verbal(dated, nouns, clause)

    def _verbal(self, dated: Dated, nouns: list[Trigger], clause: Clause) -> list[Trigger]:
        """The events of a clause with a verb: the nearest noun before the date, or what the verb is about."""
        verb = clause.verb if clause.verb is not None else clause.start
        before = [t for t in nouns if t.end <= dated.start]
        if before and verb > dated.start and self.reach.close(before[-1], dated, BEFORE_VERB):
            return self._chain(before, before[-1])
        between = [t for t in before if t.start > verb]
        if between and self._another_date(dated, verb, between[-1]):
            return self._chain(between, between[-1])
        apart = verb in self.scene.at and self.reach.apart(dated)
        if between and not apart and self._only_nearest(between[-1], dated, verb):
            return [between[-1], *self._led_by(between[-1], nouns, clause)]
        return self._by_verb(dated, verb, nouns, between, clause) or self._follows(dated, nouns)

    def _clause_of(self, dated: Dated) -> tuple[Clause, list[Trigger]]:
        """Return the clause that a date belongs to, with its noun triggers.

        A day between commas is said of the main clause also where it follows a relative one (اعتقلت صحفيا يعمل هناك،
        الثلاثاء،), and so is a day after a relative clause in the imperfect (اغتيل ثلاثة كانوا يحملون بطاقات الاثنين).
        """
        number = self.scene.clauses.number(dated.start)
        clause = self.scene.clauses.clauses[number]
        while (outer := self._outer(clause)) is not None and self._looks_out(dated, clause, number, outer):
            number = outer
            clause = self.scene.clauses.clauses[number]
        return clause, [t for t in self.scene.nouns if self.scene.clauses.number(t.start) == number]

    def _outer(self, clause: Clause) -> int | None:
        """The clause around a relative one, or the one that حيث goes on from."""
        if clause.link == Link.RELATIVE:
            return clause.parent
        where = clause.opener is not None and self.scene.doc.tokens[clause.opener].norm == "حيث"
        return clause.previous if where else None

    def _looks_out(self, dated: Dated, clause: Clause, number: int, outer: int) -> bool:
        parent = self.scene.clauses.clauses[outer]
        eventful = parent.verb in self.scene.at or parent.verb in self.scene.carries
        own = clause.verb in self.scene.at or bool(self.scene.antecedent(clause))
        nouns = (t for t in self.scene.nouns if t.start < dated.start)
        own = own or any(self.scene.clauses.number(t.start) == number for t in nouns)
        if not eventful or own or clause.verb is None or dated.spans:
            return False
        imperfect = looks_imperfect(self.scene.doc.tokens[clause.verb].norm)
        if clause.verb in self.scene.reporting and not (clause.verb in self.scene.carries and imperfect):
            return False  # وفق ما ذكره ضابط، الجمعة
        if dated.coarse:
            return dated.start > clause.verb + 1 and clause.auxiliary is None and imperfect
        return self.reach.apart(dated) or clause.auxiliary is not None or imperfect

    def _when_clause(self, dated: Dated) -> list[Trigger]:
        """في يناير عندما قتل: the date is that of the clause that follows it."""
        place, main = dated.end, self.scene.clauses.clause(dated.start).verb
        if main is not None and self.scene.doc.tokens[main].norm in BORN:
            return []
        if place < self.scene.sentence.last and self.scene.doc.tokens[place].text in "،,":
            place += 1
        if place >= self.scene.sentence.last or self.scene.doc.tokens[place].norm not in _WHEN:
            return []
        verb, own = self.scene.clauses.clause(place).verb, self.scene.clauses.number(place)
        if verb is None or verb < place or any(self.scene.clauses.number(m.start) == own for m in self.scene.mentions):
            return []
        return self._by_verb(dated, verb, self.scene.nouns_of(verb), [], self.scene.clauses.clause(verb))

    def _another_date(self, dated: Dated, verb: int, nearest: Trigger) -> bool:
        """The verb has its date, and a noun after that has this one."""
        return any(
            verb < other.start < nearest.start for other in self.scene.mentions if other.end <= dated.start
        ) and self.reach.close(nearest, dated, CLOSE)

    def _follows(self, dated: Dated, nouns: Sequence[Trigger]) -> list[Trigger]:
        """قراره عام 2014 بإرسال القوات، استضافة الدوحة الأحد اجتماعا: the event follows the date at once."""
        tokens = self.scene.doc.tokens
        before = tokens[max(self.scene.sentence.first, dated.start - CLOSE) : dated.start]
        if any(token.stem in _DOING for token in before):
            return [t for t in nouns if dated.end <= t.start <= dated.end + NEAR][:1]
        if self.scene.clauses.clause(dated.start).verb in self.scene.reporting:
            return []
        return [t for t in nouns if dated.end < t.start <= dated.end + 2 and tokens[t.start - 1].norm == "ب"][:1]

    def _by_verb(
        self, dated: Dated, verb: int, nouns: list[Trigger], between: list[Trigger], clause: Clause
    ) -> list[Trigger]:
        if self.reach.walled(verb, dated):
            return self._chain(between, between[-1]) if between and self.reach.trails(between[-1], dated, verb) else []
        if verb in self.scene.at:
            main = self.scene.at[verb]
            if main.tense == "perfect" and self.reach.future(dated):
                return between[-1:]
            return [*self._heads(main, clause), main, *self._linked(main.type, nouns, verb)]
        if verb in self.scene.carries:
            carried = self.scene.carried(verb, nouns, clause)
            if carried and self.reach.future(dated) and not self._looks_ahead(verb):
                carried = [t for t in between[-1:] if self.reach.close(t, dated, CLOSE)]
            if carried:
                return [*carried, *self._linked(carried[0].type, nouns, verb)]
        if between and self.reach.trails(between[-1], dated, verb):
            return self._chain(between, between[-1])
        linked = self._announced(dated, verb, nouns) or self._decided(verb, nouns) or self._linked("", nouns, verb)
        linked = linked or self._just_before(dated, verb, nouns) or self._on_visit(verb, nouns)
        ahead = verb in self.scene.imperfect or looks_imperfect(self.scene.doc.tokens[verb].norm)
        told = verb in self.scene.reporting or (not ahead and self.reach.future(dated))
        return linked or ([] if told else self.scene.antecedent(clause))

    def _announced(self, dated: Dated, verb: int, nouns: Sequence[Trigger]) -> list[Trigger]:
        """أعلن الوزير استقالته الأحد، أعلنت واشنطن عقوبات: what is done by announcing it is done that day; deaths that
        were announced in some month were of that month.
        """
        if verb not in self.scene.announcing:
            return []
        first = [t for t in nouns if t.start > verb][:1]
        return [t for t in first if self._is_done(t) or (self._of_month(dated, t) and t.type in CASUALTY | _PERFORMED)]

    def _decided(self, verb: int, nouns: Sequence[Trigger]) -> list[Trigger]:
        """قررت الدولة الأحد طرد السفير: what a state or a court does is done by deciding it."""
        if self.scene.doc.tokens[verb].norm not in _DECIDING:
            return []
        first = [t for t in nouns if t.start > verb][:1]
        return [t for t in first if t.type in _DECIDED and self.scene.link(t) == "" and not self.scene.owned(t)]

    def _on_visit(self, verb: int, nouns: Sequence[Trigger]) -> list[Trigger]:
        """حل الأحد ضيفا على القاهرة في زيارة رسمية: who comes on a visit visits."""
        if verb in self.scene.reporting:
            return []
        return [t for t in nouns if t.type == "Visit" and t.start > verb and self.scene.link(t) == "في"][:1]

    def _is_done(self, noun: Trigger) -> bool:
        """Whether the object of a verb of announcing comes about by it."""
        if self.scene.link(noun) != "" or self.scene.owned(noun):
            return False
        own = self.scene.doc.tokens[noun.end : noun.end + 1]
        performed = noun.type in _PERFORMED and bool(own) and own[0].kind == TokenKind.ENCLITIC
        return performed or (noun.type in _DECLARED and not self.scene.doc.tokens[noun.start].definite)

    def _of_month(self, dated: Dated, noun: Trigger) -> bool:
        return dated.coarse and dated.end <= noun.start and "-" in (dated.mention.edtf or "")

    def _just_before(self, dated: Dated, verb: int, nouns: Sequence[Trigger]) -> list[Trigger]:
        """قال الأربعاء عقب لقائه الوزير: who speaks right after a meeting speaks on its day."""
        if verb not in self.scene.reporting or dated.coarse or dated.spans:
            return []
        after = [t for t in nouns if t.start > verb and t.type in DIPLOMATIC]
        return [t for t in after if self.scene.link(t) in _AFTER][:1]

    def _gapped(self, dated: Dated, nouns: Sequence[Trigger]) -> list[Trigger]:
        """قتل جندي في نيسان وفي أيار عن مقتل آخر: a date after و, its verb left out, dates the noun right behind it."""
        tokens, first = self.scene.doc.tokens, dated.start
        while first > self.scene.sentence.first and tokens[first - 1].norm in ("في", "خلال", "عام"):
            first -= 1
        earlier = any(m.end <= first for m in self.scene.mentions)
        if not earlier or tokens[first - 1].norm != "و":
            return []
        after = dated.end + 1 if tokens[dated.end : dated.end + 1] and tokens[dated.end].text in "،,عن" else dated.end
        return [t for t in nouns if dated.end <= t.start <= after]

    def _and_that(self, dated: Dated, nouns: Sequence[Trigger]) -> list[Trigger]:
        """أكد الوزير موقفه، وذلك عقب لقاء نظيره الأحد: a date in a phrase that وذلك opens is of the event in it."""
        places = range(dated.start - 1, max(self.scene.sentence.first, dated.start - _PHRASE), -1)
        place = next((n for n in places if self._opens_that(n)), None)
        if place is None or any(place < v < dated.start for v in self.scene.clauses.verbs):
            return []
        near = [t for t in nouns if place < t.start <= place + NEAR and t.end <= dated.start][:1]
        return [t for t in near if self.scene.link(t) in AROUND | WHILE]

    def _opens_that(self, number: int) -> bool:
        tokens = self.scene.doc.tokens
        return tokens[number].norm == "ذلك" and tokens[number - 1].norm == "و"

    def _heads(self, main: Trigger, clause: Clause) -> list[Trigger]:
        """The event that a relative clause with the verb ``main`` describes, where the two are one or belong."""
        heads = self.scene.antecedent(clause)
        return [t for t in heads if self._belong(main.type, t.type) or self.scene.same.get(main) == t]

    def _looks_ahead(self, verb: int) -> bool:
        """Whether what the verb carries may be to come: an imperfect, or the setting of a date."""
        return verb in self.scene.imperfect or self.scene.doc.tokens[verb].norm in _SETS

    def _nominal(self, dated: Dated, nouns: list[Trigger], clause: Clause) -> list[Trigger]:
        """A clause without a verb: a headline, a caption, the rest of a list."""
        before = [t for t in nouns if t.end <= dated.start]
        if before and not self.reach.close(before[-1], dated, BEFORE_VERB):
            return []
        if before:
            return self._chain(before, before[-1])
        initial = opens_clause(self.scene, dated, self.scene.clauses.number(dated.start))
        first = [t for t in nouns[:1] if t.start - dated.end <= (CLOSE if initial else NEAR)]
        first = [t for t in first if self.scene.link(t) not in AROUND]  # كان الأحد أدمى الأيام منذ بدء الاحتجاجات
        return first or self.scene.antecedent(clause)

    def _chain(self, nouns: Sequence[Trigger], nearest: Trigger) -> list[Trigger]:
        """The nearest event and the one that it is the occasion of: مقتل ثلاثة في غارة الأحد."""
        place = list(nouns).index(nearest)
        if place and self.scene.link(nearest) in DURING and self._belong(nouns[place - 1].type, nearest.type):
            return [nouns[place - 1], nearest]
        return [nearest]

    def _belong(self, main: str, other: str) -> bool:
        """Whether an event of class ``main`` happens in one of class ``other``: قتل في هجوم، التقى في جولة محادثات."""
        return (main in CASUALTY and other in VIOLENT) or {main, other} <= DIPLOMATIC

    def _linked(self, main: str, nouns: Sequence[Trigger], verb: int) -> list[Trigger]:
        """Return the events in which ``main`` happened: قتل في غارة، أجرى محادثات خلال زيارة."""
        after = [(noun, self.scene.link(noun)) for noun in nouns if noun.start > verb]
        return [n for n, link in after if link in WHILE or (link in DURING and self._belong(main, n.type))]

    def _led_by(self, cause: Trigger, nouns: list[Trigger], clause: Clause) -> list[Trigger]:
        """خلفت الحرب منذ 2015 آلاف القتلى: what the event led to is of its time."""
        verb = clause.verb
        if verb is None or "result" not in self.scene.carries.get(verb, set()) or self.scene.link(cause) != "":
            return []
        return [t for t in self.scene.carried(verb, nouns, clause) if t.start > cause.start]

    def _only_nearest(self, nearest: Trigger, dated: Dated, verb: int) -> bool:
        """Whether the date belongs to the noun before it and not to the verb: اتفاق عام 2015، بعد هجوم الأحد."""
        if not self.reach.close(nearest, dated, CLOSE) or self.reach.in_company(verb, nearest.end, dated):
            return False
        if verb not in self.scene.at and verb in self.scene.carries:
            carried = self.scene.carried(verb, self.scene.nouns_of(verb), self.scene.clauses.clause(verb))
            if nearest in carried:
                return False
            if carried and (self.reach.comma(carried[0].end, nearest.start) or self._later(carried[0], nearest, dated)):
                return True
        if self.scene.link(nearest) in AROUND | {"سبب"} or dated.mention.text.startswith("لعام"):
            return True
        main = self.scene.at[verb].type if verb in self.scene.at else ""
        return (
            dated.coarse
            and dated.start - nearest.end <= NEAR
            and not (self.scene.link(nearest) in DURING and main in CASUALTY)
        )

    def _later(self, carried: Trigger, nearest: Trigger, dated: Dated) -> bool:
        """عقد الاجتماع وتم الاتفاق على عقد آخر في 3 أيار: what stands behind the verb has a date of its own that no
        verb in the perfect, or no news of a day, has.
        """
        verb = self.scene.clauses.clause(nearest.start).verb
        behind = verb is not None and carried.end <= verb < nearest.start and self.scene.link(nearest) != ""
        own = dated.mention.kind == "since" or dated.mention.basis in ("absolute", "month")
        return behind and (own or self.reach.future(dated))
