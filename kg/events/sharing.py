"""Sharing: which other events of a sentence a date holds for, besides the one that it is attached to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from kg.arabic.tokens import TokenKind
from kg.clauses import AUXILIARIES, PARTICLES, Clause, Link, conjugated, word_set
from kg.events.dated import Dated
from kg.events.scene import Scene
from kg.events.triggers import Trigger
from kg.events.words import BORN, CASUALTY, DURING, VIOLENT

_LEADS = word_set(
    "في ب خلال منذ حتي يوم مساء صباح فجر ليل نهار عام سنه شهر مطلع نهايه بدايه منتصف من و ف ، , ( حلول مع قبل "
    "بعد ان اخر ها »"
)
_WOUNDED = conjugated("أصيب جرح أصاب")

_FAR, _TOLL, _OPENING = 30, 6, 3
ByVerb = Callable[[Dated, int, list[Trigger], list[Trigger], Clause], list[Trigger]]


def opens_clause(scene: Scene, dated: Dated, home: int) -> bool:
    """Return whether a date stands at the start of clause ``home``, with only particles before it."""
    start = scene.clauses.clauses[home].start
    return all(
        scene.doc.tokens[n].norm in _LEADS | PARTICLES | AUXILIARIES or scene.doc.tokens[n].kind == TokenKind.PUNCT
        for n in range(start, dated.start)
    )


class Sharing:
    """Gives the dates of one sentence to further events; ``by_verb`` tells what a date dates by its clause's verb."""

    def __init__(self, scene: Scene, by_verb: ByVerb) -> None:
        self.scene, self.by_verb = scene, by_verb

    def share(self, dated: Dated, found: dict[Trigger, list[Dated]]) -> None:
        """Add to ``found`` the undated events for which ``dated`` holds as well; a date of birth holds for nothing
        else.
        """
        verb = self.scene.clauses.clause(dated.start).verb
        if verb is not None and self.scene.doc.tokens[verb].norm in BORN:
            return
        self._over_joined(dated, found)
        self._onwards(dated, found)
        self._with_killed(dated, found)
        self._with_twin(dated, found)
        self._backwards(dated, found)
        self._right_after(dated, found)

    def share_told(self, found: dict[Trigger, list[Dated]]) -> None:
        """Add to ``found`` what happened in or through an event that it holds."""
        self._within(found)
        self._through(found)
        self._occasioned(found)
        self._on_occasion(found)
        self._in_clash(found)

    def _within(self, found: dict[Trigger, list[Dated]]) -> None:
        """نفذت الأحد عملية تمكنت خلالها من تطهير حي: what a relative clause says to have happened during an event."""
        for clause in self.scene.clauses.clauses:
            if clause.link != Link.RELATIVE or clause.verb is None or not self.scene.meanwhile(clause):
                continue
            heads = [self.scene.same.get(t, t) for t in self.scene.antecedent(clause)]
            for head in (t for t in heads if t in found):
                for trigger in self._told_by(clause.verb):
                    found.setdefault(trigger, found[head])

    def _through(self, found: dict[Trigger, list[Dated]]) -> None:
        """شن حملة منذ شباط، ما أدى إلى مقتل المئات: what an event led to is of its time."""
        for number, clause in enumerate(self.scene.clauses.clauses):
            verb = clause.verb
            if verb is None or verb in self.scene.imperfect or not self._follows_from(verb):
                continue
            carried = self.scene.carried(verb, self.scene.nouns_of(verb), clause)
            led = [t for t in carried if t.start > verb and self.scene.clauses.number(t.start) == number]
            causes = [self.scene.same.get(t, t) for t in self.scene.triggers if t.end <= verb]
            dated = [t for t in causes if t in found and t.type in VIOLENT]
            if not dated or any(t in found for t in led) or self._apart(dated[-1], verb):
                continue
            for trigger in led:
                found.setdefault(trigger, found[dated[-1]])

    def _occasioned(self, found: dict[Trigger, list[Dated]]) -> None:
        """قتل ثلاثة خلال المواجهات التي دارت في 9 يونيو: what happened in a dated event, or is of its toll, is of its
        time.
        """
        for main, other in pairwise(self.scene.nouns):
            same = self.scene.clauses.number(main.start) == self.scene.clauses.number(other.start)
            holds = main.type in CASUALTY and other.type in VIOLENT and self.scene.link(other) in DURING
            if same and (holds or self._one_toll(main, other)) and other in found and main not in found:
                found[main] = found[other]

    def _on_occasion(self, found: dict[Trigger, list[Dated]]) -> None:
        """في هجوم وقع نهاية 2015، قتل 14 جنديا: the event that the sentence opens with is the occasion of the next
        clause.
        """
        first = next((t for t in self.scene.nouns if t in found), None)
        if first is None or first.start - self.scene.sentence.first > _OPENING or self.scene.link(first) not in DURING:
            return
        number = self.scene.clauses.number(first.start)
        following = next((c for c in self.scene.clauses.clauses if c.previous == number), None)
        if following is None or following.verb is None or not found[first][0].end < following.verb:
            return
        for trigger in self._told_by(following.verb):
            if trigger.type in CASUALTY | VIOLENT:
                found.setdefault(trigger, found[first])

    def _in_clash(self, found: dict[Trigger, list[Dated]]) -> None:
        """قتل شاب وأصيب عشرة في مواجهات دارت الجمعة: those hurt in a dated event, and those told with them."""
        for noun in [t for t in self.scene.nouns if t in found and t.type in VIOLENT]:
            number: int | None = self.scene.clauses.number(noun.start)
            while number is not None and self.scene.link(noun) in DURING:
                clause = self.scene.clauses.clauses[number]
                hurt = self.scene.at.get(clause.verb) if clause.verb is not None else None
                if hurt is None or hurt.start > noun.start or hurt.type not in CASUALTY or hurt in found:
                    break
                found[hurt] = found[noun]
                number = self._joined_to(number)

    def _one_toll(self, main: Trigger, other: Trigger) -> bool:
        """مقتل عشرة وإصابة آخرين خلال عام 2017: the dead and the wounded of one toll."""
        joined = self.scene.doc.tokens[other.start - 1].norm == "و" and other.start - main.end <= _TOLL
        return joined and {main.type, other.type} <= CASUALTY

    def _follows_from(self, verb: int) -> bool:
        """Whether what the verb tells follows from what was told just before: ما أدى إلى."""
        led = "result" in self.scene.carries.get(verb, set()) and verb > self.scene.sentence.first
        return led and self.scene.doc.tokens[verb - 1].norm in ("ما", "مما")

    def _apart(self, cause: Trigger, verb: int) -> bool:
        """Whether what was told between is dated otherwise, or the two are far from one another."""
        between = [m for m in self.scene.mentions if cause.end <= m.start < verb]
        return len(between) > 1 or verb - cause.end > _FAR

    def _over_joined(self, dated: Dated, found: dict[Trigger, list[Dated]]) -> None:
        """A date at the start of a clause also dates the undated clauses joined to it."""
        home = self.scene.clauses.number(dated.start)
        first = self.scene.clauses.clauses[home]
        if not opens_clause(self.scene, dated, home) or (first.verb is None and first.auxiliary is not None):
            return
        for number in self._followers(home):
            clause = self.scene.clauses.clauses[number]
            own = [t for t in self.scene.triggers if self.scene.clauses.number(t.start) == number]
            if clause.verb is None or clause.verb in self.scene.reporting or any(t in found for t in own):
                return
            for trigger in self.by_verb(dated, clause.verb, [t for t in own if not t.verb], [], clause):
                found.setdefault(self.scene.same.get(trigger, trigger), [dated])

    def _onwards(self, dated: Dated, found: dict[Trigger, list[Dated]]) -> None:
        """اقتحمت قوة عصر الأربعاء الجامعة، واعتقلت طالبا: deeds told one after the other are of one day."""
        home = self.scene.clauses.number(dated.start)
        clause = self.scene.clauses.clauses[home]
        if dated.coarse or dated.spans or clause.verb is None or clause.verb > dated.start:
            return
        if not any(dated in found.get(t, []) for t in self._told_by(clause.verb)):
            return
        for number in self._next_deeds(home):
            verb = self.scene.clauses.clauses[number].verb
            own = [t for t in self.scene.triggers if self.scene.clauses.number(t.start) == number]
            if verb is None or any(self.scene.same.get(t, t) in found for t in own):
                return
            for trigger in self._told_by(verb):
                found.setdefault(self.scene.same.get(trigger, trigger), [dated])

    def _told_by(self, verb: int) -> list[Trigger]:
        """The events that a finite verb tells, itself or as what it carries."""
        if verb in self.scene.at:
            return [self.scene.same.get(self.scene.at[verb], self.scene.at[verb])]
        if verb in self.scene.carries and verb not in self.scene.imperfect:
            return self.scene.carried(verb, self.scene.nouns_of(verb), self.scene.clauses.clause(verb))
        return []

    def _next_deeds(self, home: int) -> Iterator[int]:
        """The clauses joined by و to ``home`` and to one another, each with a perfect verb at once and no date."""
        last, clauses = home, self.scene.clauses.clauses
        for number in range(home + 1, len(clauses)):
            clause = clauses[number]
            if clause.link == Link.RELATIVE and self.scene.clauses.within(number, last):
                continue
            joined = clause.link == Link.COORDINATE and clause.previous == last and clause.auxiliary is None
            if not joined or clause.verb is None or clause.verb in self.scene.imperfect or not self._at_once(clause):
                return
            if any(self.scene.clauses.number(m.start) == number for m in self.scene.mentions):
                return
            last = number
            yield number

    def _at_once(self, clause: Clause) -> bool:
        """و with the verb right behind."""
        opens = self.scene.doc.tokens[clause.start].norm in ("و", "ف", "ثم")
        return opens and clause.verb == clause.start + 1

    def _with_killed(self, dated: Dated, found: dict[Trigger, list[Dated]]) -> None:
        """قتل شخص وأصيب أربعة مساء السبت: the date of the wounded is that of the killed."""
        clause = self.scene.clauses.clause(dated.start)
        if clause.link != Link.COORDINATE or clause.previous is None or clause.verb is None:
            return
        if clause.verb > dated.start or self.scene.doc.tokens[clause.verb].norm not in _WOUNDED:
            return
        before = [t for t in self.scene.triggers if self.scene.clauses.number(t.start) == clause.previous]
        for trigger in before:
            if trigger.type in CASUALTY and not any(t in found for t in before):
                found[trigger] = [dated]
                return

    def _with_twin(self, dated: Dated, found: dict[Trigger, list[Dated]]) -> None:
        """هاجم وأصاب مهاجرين السبت: two verbs joined at once have one date."""
        clause = self.scene.clauses.clause(dated.start)
        if clause.link != Link.COORDINATE or clause.previous is None or clause.verb is None or dated.spans:
            return
        verb = self.scene.clauses.clauses[clause.previous].verb
        if verb is None or not clause.verb < dated.start or not verb < clause.verb <= verb + 2:
            return
        for trigger in self._told_by(verb):
            found.setdefault(trigger, [dated])

    def _backwards(self, dated: Dated, found: dict[Trigger, list[Dated]]) -> None:
        """فتح النار وقتل ثلاثة مساء الجمعة: a day behind the last of several deeds joined at once is that of all."""
        clauses = self.scene.clauses
        number = clauses.number(dated.start)
        if dated.coarse or dated.spans or not self._dates_verb(dated, number, found):
            return
        while (previous := self._joined_to(number)) is not None:
            verb = clauses.clauses[previous].verb
            told = self._told_by(verb) if verb is not None else []
            if not told or any(t in found for t in told):
                return
            found.update({trigger: [dated] for trigger in told})
            number = previous

    def _right_after(self, dated: Dated, found: dict[Trigger, list[Dated]]) -> None:
        """اعتقلت رجلا بعد أن اقتحمت منزله فجر الأحد: who is seized or shot right after what is dated is so that day."""
        number = self.scene.clauses.number(dated.start)
        clause = self.scene.clauses.clauses[number]
        opener = clause.opener
        if dated.coarse or dated.spans or clause.link != Link.ADVERBIAL or opener is None or clause.parent is None:
            return
        after = "بعد" in (self.scene.doc.tokens[opener - 1].norm, self.scene.doc.tokens[opener].norm[:3])
        verb = self.scene.clauses.clauses[clause.parent].verb
        main = self.scene.at.get(verb) if verb is not None else None
        if not after or main is None or main.type not in CASUALTY | {"Arrest", "Abduction", "Attack"}:
            return
        if main.tense == "perfect" and main.end <= opener and self._dates_verb(dated, number, found):
            found.setdefault(main, [dated])

    def _dates_verb(self, dated: Dated, number: int, found: dict[Trigger, list[Dated]]) -> bool:
        """Whether the date follows the verb of clause ``number`` and dates what it tells."""
        verb = self.scene.clauses.clauses[number].verb
        if verb is None or verb > dated.start:
            return False
        return any(dated in found.get(t, []) for t in self._told_by(verb))

    def _joined_to(self, number: int) -> int | None:
        """The clause that clause ``number`` goes on from by و with the verb at once, no comma before it, where that has
        no date.
        """
        clause = self.scene.clauses.clauses[number]
        if clause.link != Link.COORDINATE or clause.previous is None or not self._at_once(clause):
            return None
        comma = self.scene.doc.tokens[clause.start - 1].text in "،,"
        dated = any(self.scene.clauses.number(m.start) == clause.previous for m in self.scene.mentions)
        return None if comma or dated else clause.previous

    def _followers(self, home: int) -> Iterator[int]:
        joined = {home}
        for number, clause in enumerate(self.scene.clauses.clauses):
            if clause.link == Link.COORDINATE and clause.previous in joined:
                joined.add(number)
                yield number
            elif clause.link == Link.ADVERBIAL and clause.parent in joined and self._when(clause):
                yield number

    def _when(self, clause: Clause) -> bool:
        return clause.opener is not None and self.scene.doc.tokens[clause.opener].norm in (
            "عندما",
            "حينما",
            "حين",
            "حيث",
        )
