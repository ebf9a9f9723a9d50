"""Who holds a title: the name after it, the name before it, in all the orders of newswire."""

from __future__ import annotations

from typing import NamedTuple

from kg.arabic.name_growth import ends_compound
from kg.arabic.name_joints import TAG_MARKS
from kg.arabic.tokens import Token, TokenKind
from kg.arabic.words import marks
from kg.roles import grammar as g
from kg.roles.kinds import BY_GIVEN_NAME, HEADS, ROYAL
from kg.roles.phrase import Phrase
from kg.roles.reading import COMMAS, QUOTES, Reading


class Holder(NamedTuple):
    """A name beside a title: ``start`` and ``end`` of the name, ``edge`` the far end of the whole phrase, how it
    was found.
    """

    start: int
    end: int
    edge: int
    rule: str
    confidence: float


_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_LONGEST_STYLE = 20
"""Tokens of ranks and styles in a row; more are a list, and no one's."""


def skip_ranks(reading: Reading, at: int, stop: int) -> int:
    """Return the first place from ``at`` on that is no rank, honorific or style (اللواء الركن, السيد, صاحب السمو
    الملكي).
    """
    tokens = reading.tokens
    stop = min(stop, at + _LONGEST_STYLE)
    while at < stop and at not in reading.name_ends:
        token = tokens[at]
        if token.stem in g.STYLES and (token.definite or at + 1 < stop):
            at += 1
            while at < stop and (tokens[at].stem in g.STYLE_FOLLOWERS or tokens[at].norm in g.STYLE_FOLLOWERS):
                at += 1
        elif token.definite and (token.stem in g.RANKS or token.stem in g.HONORIFICS):
            at = _after_rank(reading, at, stop)
        elif token.stem in g.RANKS and _after_rank(reading, at, stop) in reading.name_ends:
            at = _after_rank(reading, at, stop)  # عقيد أركان حرب X
        elif token.norm in g.INITIALS and at + 1 < stop and tokens[at + 1].text in (".", "/"):
            at += 2
        elif token.text in TAG_MARKS and at + 1 < stop and tokens[at + 1].glued:
            at += 1  # #الأمير_محمد_بن_سلمان
        elif not token.text.strip(_INVISIBLE):
            at += 1
        elif _of_god(tokens, at):
            at += 3 if at + 2 < stop and tokens[at + 2].norm == "العظمي" else 2
        else:
            break
    return at


def _of_god(tokens: list[Token], at: int) -> bool:
    """Whether آية الله stands at ``at``."""
    return tokens[at].norm == "ايه" and at + 1 < len(tokens) and tokens[at + 1].norm == "الله"


def _after_rank(reading: Reading, at: int, stop: int) -> int:
    """Return the place after the rank at ``at`` and what goes on with it: فريق أول ركن."""
    at += 1
    while at < stop and reading.tokens[at].stem in g.RANK_FOLLOWERS and at not in reading.name_ends:
        at += 1
    return at


def name_after(reading: Reading, phrase: Phrase, stop: int) -> Holder | None:
    """Return the name that follows ``phrase``: at once, after ranks, after a comma, in parentheses.

    After محامي المدون a name at once may be the client's.
    """
    found = _name_after(reading, phrase, stop)
    served = phrase.complement and phrase.inner is None and phrase.organization is None
    of_client = phrase.chosen.concept == "lawyer" and served
    return None if of_client and found is not None and found.start == phrase.end else found


def _name_after(reading: Reading, phrase: Phrase, stop: int) -> Holder | None:
    forced = phrase.end == phrase.firm
    direct = None
    if not _describes_anyone(reading, phrase):
        direct = _name_from(reading, phrase.end, stop, "title name", 0.97, 0.8, forced=forced)
    of_thing = phrase.open and reading.tokens[phrase.end - 1].stem in g.OWNERS | g.LANDS
    if direct is not None and not (of_thing and direct.rule.endswith("(eager)")):
        return _less(_with_family(reading, direct, phrase, stop), phrase)
    if phrase.end + 1 >= stop:
        return None
    mark = reading.tokens[phrase.end].text
    beside = _past_land(reading, phrase) if mark in COMMAS else _past_kin(reading, phrase) or _past_is(reading, phrase)
    return beside or _past_mark(reading, phrase, stop, mark)


def _past_mark(reading: Reading, phrase: Phrase, stop: int, mark: str) -> Holder | None:
    """Return the name that follows ``phrase`` after ``mark``."""
    told = _past_then(reading, phrase) if mark in COMMAS else _past_parenthesis(reading, phrase, mark)
    if told is not None:
        return told
    if mark in COMMAS or mark in ("(", ":"):
        found = _name_from(reading, phrase.end + 1, stop, "title, name", 0.93, 0.7, forced=mark in ("،", ","))
        if found is not None and mark in COMMAS | {"("} and _closed(reading, found, stop):
            return _less(_with_family(reading, found, phrase, stop), phrase)
    if mark in ("،", ","):
        end = reading.enclosed_name(phrase.end + 1, stop)
        if end is not None:
            return Holder(phrase.end + 1, end, end, "title, name (enclosed)", 0.75)
    if mark in QUOTES:
        found = _name_from(reading, phrase.end + 1, stop, "title name", 0.9, 0.6, forced=False)
        whole = found is not None and found.end < stop and reading.tokens[found.end].text == QUOTES[mark]
        return _less(found, phrase) if found and whole else _quoted_name(reading, phrase, stop)
    return None


def _past_is(reading: Reading, phrase: Phrase) -> Holder | None:
    """Return the name that tells who holds the office: زعيم الجماعة هو X."""
    told = reading.tokens[phrase.end].norm in ("هو", "هي") and not phrase.former and not phrase.open
    end = reading.name_ends.get(phrase.end + 1) if told else None
    return Holder(phrase.end + 1, end, end, "title is name", 0.85) if end is not None else None


def _past_then(reading: Reading, phrase: Phrase) -> Holder | None:
    """Return the name after a word between commas that tells that the office is over: الرئيس، آنذاك، X."""
    at = phrase.end + 1
    over = next(
        (len(words) for words, standing in g.FIXED_STANDING if standing in g.PAST and _stand(reading, at, words)), 0
    )
    start = at + over + 1
    end = reading.name_ends.get(start) if over and reading.tokens[at + over].text in COMMAS else None
    phrase.former = phrase.former or end is not None
    return Holder(start, end, end, "title, name", 0.9) if end is not None else None


def _stand(reading: Reading, at: int, norms: tuple[str, ...]) -> bool:
    """Whether the words ``norms`` stand at ``at`` and something behind them."""
    end = at + len(norms)
    return end < len(reading.tokens) and tuple(token.norm for token in reading.tokens[at:end]) == norms


def _past_parenthesis(reading: Reading, phrase: Phrase, mark: str) -> Holder | None:
    """Return the name behind a title that an editor inserts into another's words: (رئيس الوزراء) الكندي X."""
    if mark != ")" or phrase.head == 0 or reading.tokens[phrase.head - 1].text != "(":
        return None
    land = reading.demonym(phrase.end + 1) if phrase.country is None else None
    start = land[0] if land else phrase.end + 1
    end = reading.name_ends.get(start)
    if end is not None and land:
        phrase.country, phrase.country_is = land[1], "adjective"
    return Holder(start, end, end, "title, name", 0.9) if end is not None else None


def _past_kin(reading: Reading, phrase: Phrase) -> Holder | None:
    """Return the name after a second word for its bearer: مستشار الرئيس وصهره X."""
    at = phrase.end + 1
    kin = reading.tokens[phrase.end].norm == "و" and at + 2 < len(reading.tokens) and reading.tokens[at].stem in g.KIN
    end = reading.name_ends.get(at + 2) if kin and reading.tokens[at + 1].kind is TokenKind.ENCLITIC else None
    return Holder(at + 2, end, end, "title name", 0.85) if end else None


def _past_land(reading: Reading, phrase: Phrase) -> Holder | None:
    """Return the name after a comma and the adjective of its bearer's country: رئيس الفيفا، السويسري X."""
    told = phrase.head in reading.name_starts or phrase.head - 1 in reading.name_starts
    land = reading.demonym(phrase.end + 1) if phrase.end + 1 not in reading.name_ends and not told else None
    end = reading.name_ends.get(land[0]) if land and reading.tokens[phrase.end + 1].definite else None
    return Holder(land[0], end, end, "title, name", 0.9) if land and end else None


def _describes_anyone(reading: Reading, phrase: Phrase) -> bool:
    """Whether an indefinite adjective ends an indefinite title, so that a name at once is no apposition but an object:
    منعت قاضية لبنانية X من السفر.
    """
    last = phrase.end - 1
    if last == phrase.head or any(token.definite for token in reading.tokens[phrase.head : phrase.end]):
        return False
    if phrase.served is not None or phrase.country_is in ("name", "place"):
        return False
    return phrase.country_is == "adjective" or (reading.tag(last) == "ADJ" and reading.tag(last - 1) in ("NOUN", "ADJ"))


def _quoted_name(reading: Reading, phrase: Phrase, stop: int) -> Holder | None:
    """Return the two to four words in quotation marks after the title of a ruler: الرئيس "مون جيه-إن"."""
    if phrase.role not in HEADS:
        return None
    start, closing = phrase.end + 1, QUOTES[reading.tokens[phrase.end].text]
    end = next((at for at in range(start + 2, min(stop, start + 6)) if reading.tokens[at].text == closing), None)
    if end is None or reading.tokens[start].definite or not reading.may_name(start):
        return None
    if any(reading.hardly_borne(place) for place in range(start, end)):
        return None
    return Holder(start, end, end, "title name (eager)", 0.75)


def _with_family(reading: Reading, holder: Holder, phrase: Phrase, stop: int) -> Holder:
    """Return ``holder`` with the family name that a given name alone lacks, where one word stands before the next
    particle or mark: المتحدث باسم الجماعة يحيى سريع إن.
    """
    end = holder.end
    if phrase.role in BY_GIVEN_NAME or not reading.may_be_family(end, stop) or not _lacks_family(reading, holder):
        return holder
    return holder._replace(end=end + 1, edge=end + 1)


def _lacks_family(reading: Reading, holder: Holder) -> bool:
    """Whether the one word of a name is a given name, or one as little known as what follows (هون سين)."""
    token = reading.tokens[holder.start]
    if holder.end - holder.start > 1 or token.stem in reading.family_names:
        return False
    known, after = marks(token.norm), marks(reading.tokens[holder.end].norm)
    given = "f" in known.lists or (known.name > "4" and known.named > "6")
    return given or (holder.rule.endswith("(eager)") and after.word < "5" and known.word < "5")


def _less(holder: Holder, phrase: Phrase) -> Holder:
    return holder._replace(confidence=holder.confidence - 0.04 * min(phrase.loose, 4))


def _name_from(
    reading: Reading, at: int, stop: int, rule: str, sure: float, eager: float, *, forced: bool
) -> Holder | None:
    start = skip_ranks(reading, at, stop)
    if start >= stop:
        return None
    ranked = start > at
    if start in reading.name_ends:
        inner = _after_rank_inside(reading, start)
        end = _whole_compound(reading, inner, reading.name_ends[start], stop)
        return Holder(inner, end, end, rule, sure)
    if (
        start + 1 in reading.name_ends
        and start + 1 < stop
        and reading.may_name(start)
        and not reading.tokens[start].definite
    ):
        after = reading.name_ends[start + 1]
        return Holder(start, after, after, rule + " (eager)", eager)
    if not (forced or ranked) or (not ranked and _agrees_indefinite(reading, at)):
        return None
    forced_end = reading.forced_name(start, stop, ranked=ranked) or reading.unknown_name(start, stop)
    return Holder(start, forced_end, forced_end, rule + " (eager)", eager) if forced_end else None


def _agrees_indefinite(reading: Reading, at: int) -> bool:
    """Whether the word at ``at`` is an adjective of the indefinite noun before it: قس أمريكي محترم, رجل دين بارز."""
    before, word = reading.tokens[at - 1], reading.tokens[at]
    return at > 0 and not before.definite and not word.definite and reading.tag(at) == "ADJ"


def _whole_compound(reading: Reading, start: int, end: int, stop: int) -> int:
    """Return the end of a name, with the family name that only a title shows to follow a lone عبدالرقيب."""
    if end - start != 1 or not ends_compound(reading.tokens, start, end):
        return end
    return max(end, reading.extended(start, stop) or end)


def _after_rank_inside(reading: Reading, start: int) -> int:
    """Return where the name begins when the name finder took a rank into it."""
    end = reading.name_ends[start]
    at = start
    while at < end - 1 and reading.tokens[at].definite and reading.tokens[at].stem in (g.RANKS | g.HONORIFICS):
        at += 1
        while at < end - 1 and reading.tokens[at].stem in g.RANK_FOLLOWERS:
            at += 1
    return at


def _closed(reading: Reading, holder: Holder, stop: int) -> bool:
    """Whether the name after a comma is an apposition: an eager one must be closed by another mark, and be a full
    name.
    """
    sure = not holder.rule.endswith("(eager)")
    closed = holder.end >= stop or reading.tokens[holder.end].kind is TokenKind.PUNCT
    return sure or (closed and holder.end - holder.start > 1)


def name_before(reading: Reading, phrase: Phrase, first: int, taken: set[int]) -> Holder | None:
    """Return the name before ``phrase``: لويد أوستن، وزير الدفاع. ``taken`` holds the ends of names that have
    their title.
    """
    at = phrase.head
    tokens = reading.tokens
    comma = at > first and tokens[at - 1].text in COMMAS | {"("}
    end = at - 1 if comma else at
    start = reading.name_starts.get(end)
    if start is None and comma:
        return _cut_name_before(reading, phrase, end, first)
    if start is None or start < first:
        return None
    if comma and end in taken and _asked_of_another(reading, start, first):
        return None
    if comma:
        return Holder(start, end, phrase.firm, "name, title", 0.92)
    words = sum(token.kind in (TokenKind.WORD, TokenKind.LATIN) for token in tokens[start:end])
    full = words > 1 or _named_in_full(reading, end) or _styled(reading, start, phrase)
    taken_already = end in taken and not is_predicate(reading, phrase)
    if taken_already or not full or not _apposition(reading, phrase, start, first):
        return None
    return Holder(start, end, phrase.firm, "name title", 0.82)


def _asked_of_another(reading: Reading, start: int, first: int) -> bool:
    """Whether the verb that opens the clause has a person for its object, whom the title after a name with an office
    may be: طالب وزير الخارجية X، المبعوث الدولي بالحزم.
    """
    for place in range(start - 1, max(first, start - 8) - 1, -1):
        if reading.tokens[place].norm in g.ASKING_VERBS:
            return True
        if reading.tokens[place].kind is TokenKind.PUNCT and reading.tokens[place].text not in COMMAS:
            return False
    return False


def _cut_name_before(reading: Reading, phrase: Phrase, end: int, first: int) -> Holder | None:
    """A foreign name of which only the beginning is sure: سارة ليا ويتسن، مديرة القسم."""
    for place in range(end - 1, max(first, end - 4), -1):
        token = reading.tokens[place]
        inner_clitic = token.kind is TokenKind.PROCLITIC and place < end - 1
        particle = token.norm in g.FUNCTION_WORDS or token.norm in g.SAYING  # سيمسك before a comma is no verb
        if not inner_clitic and (token.kind is not TokenKind.WORD or token.definite or particle):
            return None
        if place in reading.name_starts:
            return Holder(reading.name_starts[place], end, phrase.firm, "name, title (eager)", 0.8)
    return None


def _styled(reading: Reading, start: int, phrase: Phrase) -> bool:
    """Whether a prince goes by the given name that begins at ``start``: الأمير هاشم ولي العهد."""
    before = reading.tokens[start - 1] if start else None
    return phrase.role in ROYAL and before is not None and before.definite and before.stem in g.HONORIFICS


def _named_in_full(reading: Reading, end: int) -> bool:
    """Whether the name of one word that ends at ``end`` is the family name of someone named in full in the text."""
    last = reading.tokens[end - 1]
    return last.kind is TokenKind.WORD and last.stem in reading.family_names


def _apposition(reading: Reading, phrase: Phrase, start: int, first: int) -> bool:
    """Whether a title right after a name is about that name, and no object of the verb before it."""
    if is_predicate(reading, phrase):
        return True
    if phrase.role == "spokesperson" and not reading.tokens[phrase.head].definite:
        return _speaks_for(reading, phrase)
    if start > first and reading.tokens[start - 1].stem in g.KIN:
        return False  # نجل X النائب: the son
    for place in range(start - 1, max(first, start - 8) - 1, -1):
        token = reading.tokens[place]
        if token.kind is TokenKind.PUNCT:
            break
        if token.norm in g.MEETING_VERBS:
            return False
    return True


def is_predicate(reading: Reading, phrase: Phrase) -> bool:
    """Whether the title is an accusative predicate: عين رئيسا للوزراء, انتخب أمينا عاما.

    متحدثا alone is how one speaks.
    """
    head = reading.tokens[phrase.head]
    accusative = not head.definite and head.norm.endswith("ا") and not head.stem.endswith("يا")
    circumstance = phrase.role == "spokesperson" and not _speaks_for(reading, phrase)
    return accusative and phrase.entries[0].number == 1 and not circumstance


def _speaks_for(reading: Reading, phrase: Phrase) -> bool:
    return any(token.stem in g.NAME_PHRASE for token in reading.tokens[phrase.head : phrase.title_end])


def is_generic(reading: Reading, at: int, first: int) -> bool:
    """Whether the word before a title makes it no one's in particular, or part of another thing's name."""
    if at <= first or at in reading.name_starts:
        return False
    before = reading.tokens[at - 1]
    if before.kind is TokenKind.PROCLITIC and at - 1 > first and before.norm in ("و", "ف"):
        return False
    if before.kind is TokenKind.NUMBER or before.norm in g.NUMERALS:
        return True
    return before.kind is TokenKind.WORD and (
        before.norm in g.GENERIC or (before.stem in g.NAMED_AFTER and not before.definite)
    )


def decides(reading: Reading, at: int, stop: int) -> bool:
    """Whether القاضي at ``at`` is no judge but what a decision says: القرار القاضي بإعفاء X."""
    tokens = reading.tokens
    if tokens[at].stem not in ("قاضي", "قاضيه") or at + 2 >= stop:
        return False
    return tokens[at + 1].norm == "ب" and not tokens[at + 2].definite and tokens[at + 2].stem not in g.BODIES


def is_rank(token: Token) -> bool:
    """Whether ``token`` is a military rank with its article."""
    return token.definite and token.stem in g.RANKS
