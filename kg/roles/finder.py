"""Every title of a document: read from left to right, each with the name beside it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kg.arabic.tokens import Token, TokenKind
from kg.document import Document, Sentence
from kg.entities import Found
from kg.roles.chains import chained, held_together, is_style
from kg.roles.counterparts import Offices, counterpart, lends, succeeded
from kg.roles.grammar import BROKEN_PLURALS, KIN, SPELLED
from kg.roles.holders import Holder, decides, is_generic, is_rank, name_after, name_before
from kg.roles.inner import settle_inner, split_names
from kg.roles.introduced import with_introduced
from kg.roles.known import is_kin_of_holder
from kg.roles.led import led_by
from kg.roles.links import linked_name
from kg.roles.making import mention_of
from kg.roles.mention import TitleMention
from kg.roles.offices import told_holder, with_holders, without_givers
from kg.roles.parse import parse_title
from kg.roles.phrase import Phrase
from kg.roles.ranks import ranked_name
from kg.roles.reading import Reading
from kg.roles.several import shared_title
from kg.roles.understood import understood


def find_titles(doc: Document, found: Found) -> list[TitleMention]:
    """Return every title of ``doc`` in order: those that become roles and those that stand alone."""
    reading = Reading(doc, found, with_holders(doc.tokens))
    titles: list[TitleMention] = []
    offices = Offices(reading)
    for sentence in doc.sentences:
        line = _Line(reading, sentence, offices).read()
        offices.note(line)
        titles += line
    return with_introduced(reading, settle_inner(reading, titles))


@dataclass
class _Line:
    """One sentence being read: its titles so far, and where the names end that have an office already."""

    reading: Reading
    sentence: Sentence
    offices: Offices
    titles: list[TitleMention] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)

    def read(self) -> list[TitleMention]:
        at = self.sentence.first
        while at < self.sentence.last:
            found = self._titles_at(at)
            self._keep(found)
            at = max([at + 1, self.reading.name_ends.get(at, 0), *(title.end for title in found)])
        return without_givers(self.reading, chained(self.reading.tokens, self.titles))

    def _keep(self, found: list[TitleMention]) -> None:
        self.titles += found
        self.taken.update(title.name[1] for title in found if title.name and not is_style(title))

    def _titles_at(self, at: int) -> list[TitleMention]:
        """Return the titles that begin at token ``at``: mostly none or one."""
        reading, stop = self.reading, self.sentence.last
        token = reading.tokens[at]
        if token.kind is not TokenKind.WORD or at in reading.name_ends:
            return []
        if is_rank(token):
            return ranked_name(reading, at, stop)
        led = led_by(reading, at, self.sentence.first, stop)
        if led is not None:
            return [led]
        last = self.titles[-1] if self.titles else None
        lender = self.offices.lender(at, self.sentence.first, last) if lends(token) else None
        lent = counterpart(reading, at, stop, lender) or succeeded(reading, at, stop, last)
        lent = lent or understood(reading, at, stop, last)
        return [lent] if lent is not None else self._of_vocabulary(at, token)

    def _of_vocabulary(self, at: int, token: Token) -> list[TitleMention]:
        reading = self.reading
        if not reading.vocabulary.starts(token) or not _spelled_as_title(token) or _names_no_one(reading, at):
            return []
        if is_generic(reading, at, self.sentence.first) or decides(reading, at, self.sentence.last):
            return []
        phrase = parse_title(reading, at, self.sentence.last)
        if phrase is None or not phrase.chosen.office or _no_construct(token, phrase):
            return []
        return self._of_phrase(phrase)

    def _of_phrase(self, phrase: Phrase) -> list[TitleMention]:
        reading, stop = self.reading, self.sentence.last
        alone = mention_of(phrase, None)
        if phrase.inner is not None and _only_several(phrase):
            return [_without_inner(alone, phrase.inner)]
        listed = _may_be_several(phrase) and not phrase.eponym and not (phrase.open and phrase.complement)
        if listed and (shared := shared_title(reading, phrase, alone, stop)):
            return shared
        if self._takes_no_name(phrase):
            return [alone]
        after = name_after(reading, phrase, stop) if not phrase.eponym else None
        if after is not None and self._told_before(phrase, after):
            after = None
        if after is not None and self._of_kin(phrase, after):
            return [alone]
        holder = after or self._name_before(phrase)
        if holder is None and phrase.generic:
            return []
        two = split_names(reading, phrase, after, self.sentence.first, stop)
        return two or [mention_of(phrase, holder)]

    def _told_before(self, phrase: Phrase, after: Holder) -> bool:
        """Whether the name before a title is rather its holder's than the one after: where that is an eager guess, or
        one word between marks after a full name (X Y، رئيس اللجنة، Z).
        """
        eager = after.rule.endswith("(eager)") and after.start == phrase.end
        one = after.rule.startswith("title, name") and after.end - after.start == 1
        before = name_before(self.reading, phrase, self.sentence.first, self.taken) if eager or one else None
        return before is not None and (eager or (before.end - before.start > 1 and before.end < phrase.head))

    def _of_kin(self, phrase: Phrase, holder: Holder) -> bool:
        """Whether the name after a title is that of the kin named before it: زوجة الرئيس الأميركي X."""
        kin = phrase.head > self.sentence.first and self.reading.tokens[phrase.head - 1].stem in KIN
        return kin and is_kin_of_holder(self.reading, holder.start, holder.end, phrase.role)

    def _takes_no_name(self, phrase: Phrase) -> bool:
        return phrase.bare or _only_several(phrase) or self._sought(phrase)

    def _name_before(self, phrase: Phrase) -> Holder | None:
        first = self.sentence.first
        near = name_before(self.reading, phrase, first, self.taken)
        if near is not None:
            return near
        linked = linked_name(self.reading, phrase, first)
        if linked is not None:
            phrase.former = phrase.former or linked[1]
            return linked[0]
        return self._told(phrase) or self._carried(phrase)

    def _told(self, phrase: Phrase) -> Holder | None:
        """Return who holds the office by a verb; who held it before gets a title of their own."""
        told = told_holder(self.reading, phrase, self.sentence.first)
        if told is None:
            return None
        if told.left is not None:
            self.titles.append(replace(mention_of(phrase, told.left), former=True, standing="former"))
        phrase.former = phrase.former or told.over
        return told.holder

    def _carried(self, phrase: Phrase) -> Holder | None:
        """Return the holder of the title before, where this is a second one: X، نائب الرئيس والقائد العام للجيش."""
        last = self.titles[-1] if self.titles else None
        if last is None or last.name is None:
            return None
        tokens = self.reading.tokens
        adjacent = phrase.head == last.end and held_together(tokens, last, phrase.role, government=_deputizes(phrase))
        apposed = last.rule.startswith("name") and phrase.head == last.end + 1 and tokens[last.end].norm == "و"
        if not adjacent and not apposed:
            return None
        return Holder(*last.name, phrase.firm, "name title and title", 0.85)

    def _sought(self, phrase: Phrase) -> bool:
        """Whether the office is one that someone is a candidate for: المرشح لمنصب وزير الخارجية."""
        start = max(self.sentence.first, phrase.head - 4)
        before = {token.stem for token in self.reading.tokens[start : phrase.head]}
        return "منصب" in before and bool({"مرشح", "مرشحه", "ترشيح", "رشح"} & before)


def _deputizes(phrase: Phrase) -> bool:
    served = phrase.served_by_deputy
    return served is not None and served.role == "prime-minister"


def _may_be_several(phrase: Phrase) -> bool:
    return any(entry.number > 1 for entry in phrase.entries)


def _only_several(phrase: Phrase) -> bool:
    return all(entry.number > 1 for entry in phrase.entries)


def _no_construct(token: Token, phrase: Phrase) -> bool:
    """Whether the head looks like a dual or plural that has lost its nun, yet has the article: السمو الملكي."""
    if not _only_several(phrase) or not token.definite:
        return False
    return not token.norm.endswith(("ان", "ون", "ين", "ات")) and token.stem not in BROKEN_PLURALS.values()


def _without_inner(title: TitleMention, inner: Phrase) -> TitleMention:
    """Return ``title``, of several people, without the office that they serve: its own title follows (مساعدي الرئيس
    الأميركي X).
    """
    return replace(title, end=inner.head, title=(title.title[0], inner.head), inner=None)


def _names_no_one(reading: Reading, at: int) -> bool:
    """Whether a feminine title at ``at`` is rather what is called so: help (مساعدة), an academy."""
    token = reading.tokens[at]
    if token.stem == "مساعده":
        given = at + 1 < len(reading.tokens) and reading.tokens[at + 1].norm in ("في", "ل", "ب", "علي", "من")
        return at not in reading.name_starts and (given or not token.definite)
    return token.stem == "اكاديميه" and not token.definite and at not in reading.name_starts


def _spelled_as_title(token: Token) -> bool:
    letter = SPELLED.get(token.stem)
    return letter is None or letter in token.text
