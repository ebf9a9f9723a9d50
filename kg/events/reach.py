"""Reach: whether a date still belongs to an event noun or a verb across the words that stand between them."""

from __future__ import annotations

from kg.arabic.tokens import TokenKind
from kg.clauses import word_set
from kg.context import in_future
from kg.events.dated import Dated
from kg.events.scene import Scene
from kg.events.triggers import Trigger
from kg.events.words import ABOUT, CASUALTY, CLOSE, DIPLOMATIC, NEAR

BEFORE_VERB = 14
_COMING = ("المقبل", "القادم")
_WALL = word_set("بعد قبل منذ عقب قبيل بعيد موجب")
_BARRIER = word_set("خلال بعد قبل منذ عقب اثناء قبيل بعيد موجب حسب وفق")
# nouns that an event completes and that have no time of their own
_ABOUT_EVENTS = word_set(
    "قضيه ملف ملابسات ضحايا منفذ منفذي تداعيات اثار خلفيه مشهد مشاهد صور فيديو طاوله وقايع تفاصيل مسرح موقع ناجين شهود"
)
_TIME_WORDS = word_set("ذلك يوم خلال مساء صباح فجر ليل في حتي منذ نهايه مطلع تحديدا")
_DESCRIBES = word_set(
    "متوج متوجه فايز فايزه حايز حايزه مولود مولوده صادر صادره منعقد منعقده مقام مقامه متخرج متخرجه منتخب منتخبه"
)


class Reach:
    """What stands between the dates of one sentence and its events."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.tokens = scene, scene.doc.tokens

    def close(self, trigger: Trigger, dated: Dated, limit: int) -> bool:
        """Whether the date follows the noun phrase of ``trigger`` closely, no verb or comma between."""
        between = range(trigger.end, dated.start)
        limit = max(limit, BEFORE_VERB) if dated.coarse else limit
        if len(between) > limit or any(number in self.scene.clauses.verbs for number in between):
            return False
        comma = self.comma(between.start, between.stop - 2)
        if comma and (len(between) > NEAR or self._starts_over(between)):
            return False
        if any(self._opens_time(number, _BARRIER) for number in between[:-1]):
            return False
        about = self.tokens[trigger.start - 1].stem in _ABOUT_EVENTS
        return not self.scene.owned(trigger) or about or (dated.coarse and len(between) <= 2)

    def apart(self, dated: Dated) -> bool:
        """Whether a day stands between commas, and so is said of the whole clause: توفي بعد مواجهة، يوم الخميس،."""
        place = dated.start - 1
        if place > self.scene.sentence.first and self.tokens[place].norm in ("في", "يوم"):
            place -= 1
        opened = place >= self.scene.sentence.first and self.tokens[place].text in "،,"
        closed = dated.end >= self.scene.sentence.last or self.tokens[dated.end].text in "،,."
        return opened and closed and not dated.coarse and not dated.spans

    def comma(self, first: int, last: int) -> bool:
        """Whether a comma stands among tokens ``first`` to ``last`` (half-open)."""
        return any(token.text in "،,؛" for token in self.tokens[first : max(first, last)])

    def walled(self, verb: int, dated: Dated) -> bool:
        """Whether the date stands inside a phrase of time of its own: زار بيروت بعد توقيع اتفاق عام 2015."""
        if (dated.coarse and self._of_participle(verb, dated)) or self._contrasted(dated):
            return True
        if verb in self.scene.at and self.apart(dated):
            return False
        number = self.scene.clauses.number(verb)
        inside = [n for n in range(verb + 1, dated.start - 1) if self._opens_time(n, _WALL)]
        return any(
            self.scene.clauses.number(n) == number
            and not any(start - 2 <= n < end for start, end in self.scene.timed)
            and not self._resumes(verb, n, dated)
            for n in inside
        )

    def future(self, dated: Dated) -> bool:
        """Whether the date lies after the article: nothing told in the perfect happened then."""
        if dated.mention.kind == "vague" and any(word in dated.mention.text for word in _COMING):
            return True
        return in_future(dated.mention.edtf, self.scene.doc.published)

    def trails(self, noun: Trigger, dated: Dated, verb: int) -> bool:
        """Whether a date after an event noun is the noun's, where the verb neither is an event nor carries one."""
        calendar = dated.coarse or (not dated.spans and dated.mention.basis in ("absolute", "month"))
        if not self.close(noun, dated, BEFORE_VERB if calendar or noun.type in CASUALTY else CLOSE):
            return False
        reported = verb in self.scene.reporting
        far, topics = dated.start - noun.end > NEAR, ABOUT | {"ب", "من"}
        deed = calendar and (noun.masdar or not self.tokens[noun.start].definite)
        own = reported or deed or self.future(dated) or noun.type in CASUALTY
        if not own and far and self.scene.link(noun) in topics:
            return False
        known = self._known(noun) and dated.start - noun.end > 2
        signed = noun.type == "Agreement" and self.tokens[noun.start].definite  # no agreement that is known is to come
        return not (reported and ((known and not calendar) or (signed and self.future(dated))))

    def in_company(self, verb: int, place: int, dated: Dated) -> bool:
        """Whether with whom it was is told only between ``place``, in a phrase of time, and the date, so that the
        sentence is back at the verb: اجتمع قبل توليه منصبه مع نظيره الشهر الماضي.
        """
        main = self.scene.at.get(verb)
        company = [n for n in range(verb + 1, dated.start) if self.tokens[n].norm == "مع"]
        return main is not None and main.type in DIPLOMATIC and bool(company) and company[0] > place

    def _resumes(self, verb: int, wall: int, dated: Dated) -> bool:
        """Whether the sentence is back at the verb when the date comes: with its company, or because no event stands in
        the phrase of time for a day to belong to.
        """
        if verb not in self.scene.at:
            return False
        if self.in_company(verb, wall, dated):
            return True
        events = any(wall < t.start < dated.start for t in self.scene.triggers)
        day = not dated.coarse and not dated.spans and dated.mention.kind != "since"
        return day and dated.start - wall > NEAR + 1 and not events

    def _of_participle(self, verb: int, dated: Dated) -> bool:
        """توفي اللاعب المتوج بكأس العالم عام 1978: the year says when what describes the noun was."""
        described = [n for n in range(verb + 2, dated.start) if self.tokens[n].stem in _DESCRIBES]
        return bool(described) and not self.comma(described[-1], dated.start)

    def _contrasted(self, dated: Dated) -> bool:
        """هرب الآلاف، والبلد اليوم على حافة المجاعة: a comma, و and a noun right before the date open a clause of its
        own, without a verb.
        """
        place = dated.start - 2
        if place - 1 <= self.scene.sentence.first or dated.end >= self.scene.sentence.last:
            return False
        noun, after = self.tokens[place + 1], self.tokens[dated.end]
        opens = self.tokens[place].norm == "و" and self.tokens[place - 1].text in "،,"
        named = self.scene.doc.tag_of(place + 1) in ("NOUN", "PROPN") and noun.norm not in _TIME_WORDS
        return opens and named and after.kind == TokenKind.WORD

    def _starts_over(self, between: range) -> bool:
        """A comma and و: what follows is a new clause."""
        return any(self.tokens[n].text in "،," and self.tokens[n + 1].norm == "و" for n in between[:-1])

    def _opens_time(self, number: int, words: frozenset[str]) -> bool:
        """بعد, خلال and their like; not من قبل, which names the doer."""
        return self.tokens[number].norm in words and self.tokens[number - 1].norm != "من"

    def _known(self, noun: Trigger) -> bool:
        """Whether the noun is definite, by the article or by the noun that completes it: انتخابات الرئاسة."""
        after = self.tokens[noun.end] if noun.end < self.scene.sentence.last else None
        completed = after is not None and after.definite and after.kind == TokenKind.WORD
        return self.tokens[noun.start].definite or (completed and not self.tokens[noun.end - 1].definite)
