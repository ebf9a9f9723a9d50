"""Leaders told by the noun or verb of leading: قائمة الفتح برئاسة X, الحزب الذي يتزعمه X, X الذي يقود حزب الوسط."""

from __future__ import annotations

from kg.arabic.tokens import TokenKind
from kg.entities import Mention
from kg.records import Entity
from kg.roles.grammar import PARTIES
from kg.roles.holders import skip_ranks
from kg.roles.kinds import ARMED
from kg.roles.mention import TitleMention
from kg.roles.reading import BODY_KINDS, COMMAS, QUOTES, Reading
from kg.roles.tables import words
from kg.roles.whose import without_demonym

_NOUNS = frozenset({"زعامه", "رياسه", "قياده"})
_VERBS = words("يتزعم تتزعم تزعم يراس تراس يتراس تتراس يقود تقود")
_RELATIVE = frozenset({"الذي", "التي"})
MILITIAS = words("تنظيم جماعه ميليشيا مليشيا فصيل عصابه كتيبه حركه")
_ROLES = {"حكومه": "prime-minister", "برلمان": "parliament-speaker"} | dict.fromkeys(PARTIES, "party-leader")
_ROLES |= dict.fromkeys(MILITIAS - PARTIES, "militia-leader")
_KINDS = {
    "party": "party-leader",
    "government": "prime-minister",
    "militia": "militia-leader",
    "parliament": "parliament-speaker",
}
_FARTHEST = 8
_BETWEEN = frozenset({"الذي", "التي", "و", '"', "«", "»", "“", "”", "(", ")", "،", "ب", "#", "_"})


def led_by(reading: Reading, at: int, first: int, stop: int) -> TitleMention | None:
    """Return the office of whoever the word of leading at ``at`` names, where a party, an armed group, a parliament
    or a government is led.
    """
    return _leading(reading, at, first) or _led_by(reading, at, first, stop)


def _leading(reading: Reading, at: int, first: int) -> TitleMention | None:
    """Return the office of whoever leads the body after the verb at ``at``: X، الذي يقود حزب الوسط."""
    tokens = reading.tokens
    if tokens[at].norm not in _VERBS or at - 1 <= first or tokens[at - 1].norm not in _RELATIVE:
        return None
    end = at - 2 if tokens[at - 2].text in COMMAS else at - 1
    start = reading.name_starts.get(end)
    hit = reading.mention(at + 1, *BODY_KINDS)
    role = _role_in(reading, *hit) if hit else None
    if start is None or hit is None or role is None:
        return None
    title = at, without_demonym(reading, at + 1, hit[0].end)
    return TitleMention(
        start=start, end=hit[0].end, title=title, role=role, name=(start, end), country=hit[1].country,
        rule="name leads body", confidence=0.82, organization=hit[1].name,
    )  # fmt: skip


def _role_in(reading: Reading, body: Mention, entity: Entity) -> str | None:
    """Return the role of whoever leads ``body``; None where it tells none."""
    militia = entity.force_kind in ARMED
    kind = "militia" if militia else reading.kind_of(entity) or ""
    return _KINDS.get(kind) or _ROLES.get(reading.tokens[body.start].stem)


def _led_by(reading: Reading, at: int, first: int, stop: int) -> TitleMention | None:
    start = _name_place(reading, at, stop)
    end = reading.name_ends.get(start) if start is not None else None
    if start is None or end is None:
        return None
    led = _led(reading, at, first)
    if led is None:
        return None
    place, role, body, country = led
    return TitleMention(
        start=place, end=end, title=(at, at + 1), role=role, name=(start, end), country=country,
        rule="body led by name", confidence=0.82, organization=body,
    )  # fmt: skip


def _name_place(reading: Reading, at: int, stop: int) -> int | None:
    """Return where the leader's name may begin: after بزعامة, after يتزعمه."""
    tokens = reading.tokens
    if tokens[at].stem in _NOUNS and at > 0 and tokens[at - 1].norm == "ب" and not tokens[at].definite:
        return skip_ranks(reading, at + 1, stop)
    verb = tokens[at].norm in _VERBS and at + 1 < stop and tokens[at + 1].kind is TokenKind.ENCLITIC
    return skip_ranks(reading, at + 2, stop) if verb else None


def _led(reading: Reading, at: int, first: int) -> tuple[int, str, str | None, str | None] | None:
    """Return where the body begins that is led, the role, its name and its country."""
    tokens, country = reading.tokens, None
    for place in range(at - 1, max(first, at - _FARTHEST) - 1, -1):
        hit = reading.mention(place, *BODY_KINDS)
        if hit is not None and hit[0].end <= at:
            role = _role_in(reading, *hit)
            return (place, role, hit[1].name, hit[1].country or country) if role else None
        role = _ROLES.get(tokens[place].stem)
        if role is not None:
            return place, role, reading.doc.name_text(place, _end_of_body(reading, place, at)), country
        land = reading.demonym(place)
        country = country or (land[1] if land else None)
        described = tokens[place].definite or reading.tag(place) == "ADJ"
        if not (described or tokens[place].text in _BETWEEN or _in_quotes(reading, place, at)):
            return None
    return None


def _end_of_body(reading: Reading, place: int, at: int) -> int:
    end = place + 1
    while end < at and reading.tokens[end].text not in ("،", "ب", "الذي", "التي", ","):
        end += 1
    return end


def _in_quotes(reading: Reading, place: int, at: int) -> bool:
    return any(reading.tokens[after].text in QUOTES.values() for after in range(place + 1, min(at, place + 4)))
