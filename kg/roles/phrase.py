"""The noun phrase of a title: a head that the scheme of roles knows, and whatever Arabic lets follow it."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.roles.vocabulary import Entry

MEDIA = frozenset({"agency", "newspaper", "broadcaster"})
_CHAIRS = {"command": "commander", "parliament": "member-of-parliament", "party": "party-leader"}
"""What the chair of such a body, or of a part of it, is."""


@dataclass(slots=True)
class Phrase:
    """A title as parsed so far. ``end`` is where the parse stands, ``firm`` the last place where it may stop
    without a name.

    ``title_end`` ends the title's own words; ``loose`` counts words that only their place makes part of it. ``bare``
    heads stand for a title named elsewhere (المحافظ): with a name beside them they may be something else. ``generic``
    titles are anyone's without a name (مسؤول أميركي). ``armed``: the body led is an armed group; ``body`` is its kind
    otherwise. ``served`` is the name of the person whom the office serves (مستشار ترامب), ``deputizes``: as a deputy or
    an aide. ``before_belonging`` is what was known before words that tell only where the holder belongs (المنتمي لجماعة
    كذا). ``sent``: all that is told is where an envoy goes. ``ruler`` is where the office begins in whose name the body
    is called, and its role (دائرة الرئيس). ``served_by_deputy`` is the office whose holder has the deputy that the
    phrase means (نائب الرئيس). ``depth`` is in how many titles this one stands. ``eponym``: the name that follows is
    part of a thing's name (مدير مركز الملك سلمان).
    """

    head: int
    end: int
    firm: int
    entries: tuple[Entry, ...]
    depth: int = 0
    deputies: int = 0
    title_end: int = 0
    country: str | None = None
    country_is: str | None = None
    likely: str | None = None
    organization: str | None = None
    place: str | None = None
    standing: str | None = None
    former: bool = False
    complement: bool = False
    relative: bool = False
    open: bool = False
    bare: bool = False
    eponym: bool = False
    generic: bool = False
    loose: int = 0
    armed: bool = False
    body: str | None = None
    served: tuple[int, int] | None = None
    deputizes: bool = False
    inner: Phrase | None = None
    served_by_deputy: Phrase | None = None
    ruler: tuple[int, str] | None = None
    sent: bool = False
    before_belonging: tuple[bool, str | None, str | None, str | None, str | None] | None = None
    entry: Entry | None = field(default=None)

    @property
    def chosen(self) -> Entry:
        """The entry that fits; a parsed phrase always has one."""
        return self.entry or self.entries[0]

    @property
    def role(self) -> str:
        """The slug of the role that the phrase means."""
        if self.deputizes:
            return "official"
        role = self.chosen.deputy if self.deputies else self.chosen.role
        if self.armed and role == "party-leader":
            return "militia-leader"
        if self.body in MEDIA and role == "envoy":
            return "other"
        if role == "official" and self.body == "parliament" and self.chosen.concept == "member":
            return "member-of-parliament"
        chairs = role == "director" and not self.deputies and self.chosen.concept == "chair"
        return _CHAIRS.get(self.body or "", role) if chairs else role


def take(phrase: Phrase, end: int, *, title: bool, firm: bool = True) -> bool:
    """Move the end of ``phrase``; ``title`` says that the words are part of the title as written."""
    if title and phrase.title_end == phrase.end:
        phrase.title_end = end
    phrase.end = end
    if firm:
        phrase.firm = end
    return True
