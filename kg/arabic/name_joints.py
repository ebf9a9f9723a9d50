"""Names joined over marks and parted without one: hyphens (سون-شيونغ), nicknames between given and family name, two
people named one after the other (صهر ترامب جاريد كوشنر).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from kg.arabic.closed_classes import folded_words
from kg.arabic.name_eastern import OPENING, SYLLABLES
from kg.arabic.name_words import is_family_part, is_function_word
from kg.arabic.tokens import Token, TokenKind
from kg.arabic.words import marks

Span = tuple[int, int]
TAG_MARKS = frozenset({"#", "_"})
"""The marks of a hashtag: #محمود_عباس."""
_FAMILY_PARTS = folded_words("بن آل أبو عبد دي دا دو ديل دل فان فون")
_HYPHENS = frozenset("-‐–")
_CLOSING = {'"': '"', "«": "»", "“": "”", "(": ")", "'": "'", "‘": "’"}
_LONGEST_NICKNAME = 3
# After these a hyphen stands between two people: قمة ترامب-بوتين.
_BETWEEN = folded_words(
    "قمة لقاء محادثات مباحثات اتفاق اتفاقية اجتماع مواجهة مناظرة بين صراع خلاف علاقة علاقات ثنائي معادلة تفاهم"
)


def joined(tokens: Sequence[Token], spans: Sequence[Span]) -> list[Span]:
    """Return ``spans`` of names in ``tokens``, one sentence, with the parts of one name in one span."""
    out: list[Span] = []
    for start, end in _over_hyphens(tokens, spans):
        before = out[-1] if out else None
        if before and before[1] >= start:
            out[-1] = (before[0], max(before[1], end))
        else:
            out.append((start, end))
    return _over_nicknames(tokens, out)


def _over_hyphens(tokens: Sequence[Token], spans: Sequence[Span]) -> list[Span]:
    found = []
    for start, end in spans:
        first, last = start, end
        if not (start and tokens[start - 1].norm in _BETWEEN):
            last = end_over_hyphens(tokens, last)
            while first > 1 and _goes_on(tokens, first - 1, given=True):
                first -= 2
        found.append((first, last))
    return found


def end_over_hyphens(tokens: Sequence[Token], end: int) -> int:
    """Return where the name that ends at ``end`` ends with what hyphens join to it: مون جيه-إن."""
    while end and end + 1 < len(tokens) and _goes_on(tokens, end):
        end += 2
    return end


def _goes_on(tokens: Sequence[Token], at: int, *, given: bool = False) -> bool:
    """Whether a hyphen at ``at`` joins the words on both sides to one name, of which one side is told to be a name."""
    left, hyphen, right = tokens[at - 1 : at + 2]
    if hyphen.text not in _HYPHENS or left.kind is not TokenKind.WORD or right.kind is not TokenKind.WORD:
        return False
    if right.norm in SYLLABLES and left.norm in OPENING:
        return True
    other = left if given else right
    return hyphen.glued and right.glued and not other.definite and not is_function_word(other) and _is_rare(other)


def _is_rare(token: Token) -> bool:
    known = marks(token.norm)
    return known.word < "4" or known.named > "5"


def _over_nicknames(tokens: Sequence[Token], spans: Sequence[Span]) -> list[Span]:
    """Join what stands around a nickname in quotation marks or parentheses: رينيه "لوكو" هاوسمان."""
    ends = {end: start for start, end in spans}
    out: list[Span] = []
    for start, end in spans:
        begin = _begin_of_all(tokens, start, ends)
        out = [span for span in out if span[1] <= begin]
        out.append((begin, end))
    return out


def _begin_of_all(tokens: Sequence[Token], start: int, ends: dict[int, int]) -> int:
    """Return where the name begins whose family name, after a nickname in marks, begins at ``start``."""
    closing = tokens[start - 1].text if start > 1 else ""
    for quote in range(start - 3, max(start - 4 - _LONGEST_NICKNAME, 0), -1):
        if _CLOSING.get(tokens[quote].text) == closing:
            begin = _given_before(tokens, quote, ends)
            return start if begin is None else begin
    return start


def _given_before(tokens: Sequence[Token], quote: int, ends: dict[int, int]) -> int | None:
    """Return where the given name begins that ends before the mark at ``quote``."""
    if quote in ends:
        return ends[quote]
    before = tokens[quote - 1] if quote else None
    given = before is not None and before.kind is TokenKind.WORD and not before.definite
    known = marks(before.norm) if given and before is not None else None
    return quote - 1 if known and (known.lists or known.name > "3") and known.named not in "0123" else None


def whole(tokens: Sequence[Token], spans: Sequence[Span]) -> list[Span]:
    """Return ``spans``, the names of a whole text, with the first letter that was taken for a particle.

    Nobody's name stands after the س of the future (س + تالين), and a word that the text has only with one particle
    before it (بافرط, twice or more) begins with that letter.
    """
    alone: dict[str, set[str]] = {}
    counts: dict[str, int] = {}
    singles = {tokens[start].norm for start, end in spans if _after_particle(tokens, start)}
    for at, token in enumerate(tokens):
        if token.norm in singles:
            alone.setdefault(token.norm, set()).add(tokens[at - 1].norm if _after_particle(tokens, at) else "")
            counts[token.norm] = counts.get(token.norm, 0) + 1
    named = [(start - _is_letter(tokens, start, alone, counts), end) for start, end in spans]
    return [span for span in named if not (_after_particle(tokens, span[0]) and tokens[span[0] - 1].norm == "س")]


def _after_particle(tokens: Sequence[Token], at: int) -> bool:
    before = tokens[at - 1] if at and tokens[at].glued else None
    return before is not None and before.kind is TokenKind.PROCLITIC and before.norm in ("س", "ب", "ك")


def _is_letter(tokens: Sequence[Token], at: int, alone: dict[str, set[str]], counts: dict[str, int]) -> bool:
    norm = tokens[at].norm
    if not _after_particle(tokens, at) or tokens[at].kind is not TokenKind.WORD:
        return False
    known = marks(norm)
    if tokens[at - 1].norm == "س":
        return known.word < "3" and known.verb < "3"
    rare = known.word == "0" and known.name < "2" and not tokens[at].definite
    return rare and len(alone[norm]) == 1 and counts[norm] > 1


def parted(tokens: Sequence[Token], spans: Sequence[Span]) -> list[Span]:
    """Return ``spans``, the names of a whole text, with those of two people parted: the family name of one whom the
    text names in full, and the other's name.
    """
    whole = {_norms(tokens, span) for span in spans}
    tails = {norms[at:] for norms in whole for at in range(1, len(norms))}
    owners: dict[str, set[tuple[str, ...]]] = {}
    for norms in whole:
        if len(norms) > 1:
            owners.setdefault(norms[-1], set()).add(norms)
    return [piece for span in spans for piece in _pieces(tokens, span, whole, tails, owners)]


def _pieces(
    tokens: Sequence[Token],
    span: Span,
    whole: set[tuple[str, ...]],
    tails: set[tuple[str, ...]],
    owners: dict[str, set[tuple[str, ...]]],
) -> list[Span]:
    norms = _norms(tokens, span)
    first, rest = norms[0], norms[1:]
    plain = all(token.kind is TokenKind.WORD for token in tokens[span[0] : span[1]])
    others = owners.get(first, set()) - {norms}
    namesakes = owners.get(norms[-1], set()) - {norms}
    strange = bool(namesakes) and all(other[0] != norms[0] for other in namesakes)
    if len(norms) > 2 and plain and norms[:-1] in whole and strange:
        return [(span[0], span[1] - 1), (span[1] - 1, span[1])]
    if not rest or not plain or not others or norms in tails or marks(first).lists:
        return [span]
    if len(rest) == 1:
        two = bool(owners.get(rest[0], set()) - {norms}) and rest[0] != first
    else:
        two = rest in whole or (len(rest) == 2 and marks(first).named > "7")
    return [(span[0], span[0] + 1), (span[0] + 1, span[1])] if two else [span]


def _norms(tokens: Sequence[Token], span: Span) -> tuple[str, ...]:
    return tuple(token.norm for token in tokens[span[0] : span[1]])


def by_hashtag(tokens: Sequence[Token], start: int, end: int) -> list[Span]:
    """Cut a name where a second hashtag begins: what each of #ترامب #بوتين names is one person."""
    tagged = start > 0 and tokens[start - 1].text == "#"
    out: list[Span] = []
    for at in range(start, end):
        if tokens[at].text == "#":
            if tagged:
                out.append((start, at))
                start = at + 1
            tagged = True
    return [*out, (start, end)]


def carried(tokens: Sequence[Token], spans: Sequence[Span], taken: Sequence[Span] = ()) -> list[Span]:
    """Return where the family names among ``spans``, the names of a whole text, stand alone, outside of ``taken``."""
    families: dict[str, set[str]] = {}
    for start, last in spans:
        if last - start > 1 and _only_a_name(tokens[last - 1]):
            families.setdefault(tokens[last - 1].norm, set()).add(tokens[last - 2].norm)
    places = {at for span in (*spans, *taken) for at in range(*span)}
    return [
        (_carried_from(tokens, at, places, families), end)
        for at, token in enumerate(tokens)
        if (token.norm in families or token.kind is TokenKind.PROCLITIC)
        and at not in places
        and (end := _family_at(tokens, at, families))
    ]


def _carried_from(tokens: Sequence[Token], at: int, places: Collection[int], families: Mapping[str, set[str]]) -> int:
    """Return where the name begins of which the family name stands at ``at``: with the same given name as elsewhere
    it is whole.
    """
    before = tokens[at - 1] if at and at - 1 not in places and not tokens[at].glued else None
    if before is not None and before.norm in families.get(tokens[at].norm, ()) and not is_function_word(before):
        return at - 1
    return at - _is_part_before(tokens, at, places)


def _family_at(tokens: Sequence[Token], at: int, families: Collection[str]) -> int | None:
    """Return where the one of ``families`` ends that stands at ``at``, its first letter perhaps taken for a particle
    (س + كريبال); None where none does.
    """
    token = tokens[at]
    if token.norm in families and token.kind is not TokenKind.PROCLITIC:
        return at + 1
    cut = token.kind is TokenKind.PROCLITIC and at + 1 < len(tokens) and tokens[at + 1].glued
    return at + 2 if cut and token.norm + tokens[at + 1].norm in families else None


def _is_part_before(tokens: Sequence[Token], at: int, places: Collection[int]) -> bool:
    """Whether the family name at ``at`` begins with the particle before it (بن سليم، فان مارفيك)."""
    before = tokens[at - 1] if at and at - 1 not in places and not tokens[at].glued else None
    return before is not None and before.norm in _FAMILY_PARTS and is_family_part(before)


def _only_a_name(token: Token) -> bool:
    """Whether ``token`` is hardly ever a word of another kind (unlike السوداني or صالح)."""
    known = marks(token.norm)
    strange = known.word < "5" and known.article == "0" and known.verb == "0" and not token.definite
    return token.kind is TokenKind.WORD and len(token.norm) > 2 and (known.word < "3" or known.named > "4" or strange)
