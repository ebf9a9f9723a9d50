"""The noun phrase of a title: a head that the scheme of roles knows, and whatever Arabic lets follow it."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.roles.vocabulary import Entry

MEDIA = frozenset({"agency", "newspaper", "broadcaster"})
_CHAIRS = {
    "command": "commander",
    "parliament": "member-of-parliament",
    "chamber": "parliament-speaker",
    "party": "party-leader",
}
"""What the chair of such a body, or of a part of it, is."""
_MEMBERS = {"parliament": "member-of-parliament", "chamber": "member-of-parliament", "party": "other"}
"""What a member of such a body is."""


@dataclass(slots=True)
class Phrase:
    """A title as parsed so far. ``end`` is where the parse stands, ``firm`` the last place where it may stop
    without a name.

    ``title_end`` ends the title's own words; ``loose`` counts words that only their place makes part of it. ``bare``
    heads stand for a title named elsewhere (المحافظ): with a name beside them they may be something else. ``generic``
    titles are anyone's without a name (مسؤول أميركي). ``armed``: the body led is an armed group, ``fights``: one that
    does nothing but fight; ``body`` is its kind otherwise. ``served`` is the name of the person whom the office serves
    (مستشار ترامب), ``deputizes``: as a deputy, ``aids``: as an aide. ``before_belonging`` is what was known before
    words that tell only where the holder belongs (المنتمي لجماعة كذا). ``sent``: all that is told is where an envoy
    goes. ``ruler`` is where the office begins in whose name the body is called, and its role (دائرة الرئيس).
    ``served_by_deputy`` is the office whose holder has the deputy that the phrase means (نائب الرئيس). ``assists``:
    the deputy is an assistant (مساعد). ``depth`` is in how many titles this one stands. ``eponym``: the name that
    follows is part of a thing's name (مدير مركز الملك سلمان).
    """

    head: int
    end: int
    firm: int
    entries: tuple[Entry, ...]
    depth: int = 0
    deputies: int = 0
    assists: bool = False
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
    aids: bool = False
    fights: bool = False
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
        if self.aids:
            return "adviser"
        if self.deputizes:
            return "other"
        return self._of_deputy() if self.deputies else self._by_body()

    def _of_deputy(self) -> str:
        """Return the role of a deputy; an assistant (مساعد, وكيل) of whose deputies nothing special is known is an
        official.
        """
        deputy = self.chosen.deputy
        return "official" if self.assists and deputy == "other" else deputy

    def _by_body(self) -> str:
        """Return the role that the title means in its body."""
        role, body = self.chosen.role, self.body or ""
        if self.armed and role == "party-leader":
            return "militia-leader"
        if body in MEDIA and role == "envoy":
            return "other"
        if self.chosen.concept == "leading-member" and self.fights:
            return "commander"
        of_body = {"member": _MEMBERS, "chair": _CHAIRS}.get(self.chosen.concept, {})
        return of_body.get(body, role)


def take(phrase: Phrase, end: int, *, title: bool, firm: bool = True) -> bool:
    """Move the end of ``phrase``; ``title`` says that the words are part of the title as written."""
    if title and phrase.title_end == phrase.end:
        phrase.title_end = end
    phrase.end = end
    if firm:
        phrase.firm = end
    return True
