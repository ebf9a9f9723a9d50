"""Whose an office is and how it is held: demonyms, bodies, lands, pronouns, standing."""

from __future__ import annotations

from kg.records import Entity, Kind
from kg.roles import grammar as g
from kg.roles.kinds import ARMED
from kg.roles.phrase import MEDIA, Phrase, take
from kg.roles.reading import BODY_KINDS, QUOTES, Reading

_LONGEST_QUOTED = 11
"""Tokens of a body's name in quotation marks."""


def take_body(reading: Reading, phrase: Phrase, end: int) -> bool:
    """Take a body's name; the country's adjective at its end is not part of the title as written."""
    _note_ruler(reading, phrase, end)
    if phrase.title_end == phrase.end:
        phrase.title_end = without_demonym(reading, phrase.end, end)
    return take(phrase, end, title=False)


def without_demonym(reading: Reading, start: int, end: int) -> int:
    """Return where the body in tokens ``start`` to ``end`` ends without the country's adjective."""
    return next((at for at in range(max(start + 1, end - 3), end) if (reading.demonym(at) or (0,))[0] == end), end)


def _note_ruler(reading: Reading, phrase: Phrase, end: int) -> None:
    """Note the office in whose name a body is called: مسؤول من دائرة الرئيس الأميركي X."""
    for at in range(phrase.end + 1, end):
        token = reading.tokens[at]
        if token.stem in g.RULERS and (token.definite or at + 1 < end):
            role = g.RULERS[token.stem]
            phrase.ruler = (at, role)
            return


def possessive(reading: Reading, phrase: Phrase) -> bool:
    """رئيسها, وزير خارجيته: of the country or the body named last in the sentence, else of someone before."""
    phrase.open = False
    owner_of(reading, phrase, phrase.end)
    return take(phrase, phrase.end + 1, title=True)


def owner_of(reading: Reading, phrase: Phrase, place: int) -> None:
    """Note whom the pronoun at ``place`` means."""
    feminine = reading.tokens[place].norm == "ها"
    owner = reading.last_mention(phrase.head, Kind.COUNTRY, *BODY_KINDS) if feminine else None
    if owner is None:
        phrase.relative = True
    elif owner.kind is Kind.COUNTRY:
        phrase.likely, phrase.country_is = owner.country, "owner"
    else:
        phrase.complement, phrase.organization = True, owner.name
        phrase.likely = owner.country


def serves(reading: Reading, phrase: Phrase) -> bool:
    """Take the name of the person whom an office serves: مستشار ترامب السابق, مبعوث بوتين الخاص, نائب ترامب."""
    head = reading.tokens[phrase.head].stem
    if not phrase.open or phrase.served is not None or head not in g.SERVANTS:
        return False
    taken = take_served(reading, phrase, phrase.end)
    phrase.deputizes, phrase.aids = taken and head in g.DEPUTY, taken and head in g.AIDES
    return taken


def take_served(reading: Reading, phrase: Phrase, at: int) -> bool:
    """Take the name at ``at`` of the person for whom another speaks or works: المتحدث باسم دوستم X."""
    end = reading.served_end(at)
    if end is None:
        return False
    phrase.served, phrase.complement, phrase.open = (at, end), True, False
    return take(phrase, end, title=True)


def governed(reading: Reading, phrase: Phrase) -> bool:
    """Take a province or town that is called as a person may be: محافظ صلاح الدين."""
    if not phrase.open or reading.tokens[phrase.end - 1].stem not in g.GOVERNED:
        return False
    hit = reading.place_name(phrase.end)
    if hit is None and reading.tokens[phrase.end - 1].stem in g.LANDS:
        hit = (phrase.end + 1, None) if reading.name_ends[phrase.end] == phrase.end + 1 else None
    if hit is None:
        return False
    end, country = hit
    reading.rename(phrase.end, end)
    phrase.complement, phrase.open = True, False
    phrase.country, phrase.country_is = phrase.country or country, phrase.country_is or "place"
    return take(phrase, end, title=True)


def standing(reading: Reading, phrase: Phrase) -> bool:
    """Take السابق, المنتخب, المنتهية ولايته and the like."""
    tokens, at = reading.tokens, phrase.end
    for words, standing in g.FIXED_STANDING:
        if tuple(t.norm for t in tokens[at : at + len(words)]) == words:
            phrase.standing = standing
            phrase.former = phrase.former or standing in g.PAST
            return take(phrase, at + len(words), title=False)
    stem = tokens[at].stem
    if phrase.open and not tokens[at].definite and stem not in g.FORMER:
        return False
    if stem in g.FORMER:
        phrase.former, phrase.standing = True, g.FORMER[stem]
    elif stem in g.STANDING and tokens[at].definite:
        phrase.standing = phrase.standing or g.STANDING[stem]
    else:
        return False
    return take(phrase, at + 1, title=False)


def demonym(reading: Reading, phrase: Phrase) -> bool:
    """Take a country's adjective that agrees, unless it is the beginning of a name (السوداني)."""
    hit = reading.demonym(phrase.end)
    token = reading.tokens[phrase.end]
    if hit is None or (not token.definite and not phrase.open):
        return False
    named_end = reading.name_ends.get(phrase.end)
    if named_end is not None and phrase.country:
        return False
    if named_end is not None and named_end > hit[0] and not _title_before_name(reading, hit[0]):
        if not (token.definite and named_end - hit[0] > 1):
            return False
        reading.rename(phrase.end, hit[0])  # nobody's given name is التركي
    if _of_topic(reading, phrase):
        return take(phrase, hit[0], title=True)
    phrase.open = False
    if phrase.body == "international" and phrase.country is None:  # رئيس الفيفا السويسري
        return take(phrase, hit[0], title=False)
    phrase.country = phrase.country or hit[1]
    phrase.country_is = phrase.country_is or "adjective"
    return take(phrase, hit[0], title=False)


def _of_topic(reading: Reading, phrase: Phrase) -> bool:
    """Whether the country's adjective at the end of ``phrase`` is of what the office is about: الباحث في الشؤون
    الإيرانية, خبير في البحرية الصينية.
    """
    last = reading.tokens[phrase.end - 1]
    if last.stem in g.TOPICS:
        return last.definite
    before = reading.tokens[phrase.end - 2].norm if phrase.end - 2 > phrase.head else ""
    studied = before == "في"
    dealt_with = before == "ل" and any(entry.abroad for entry in phrase.entries)
    return (studied or dealt_with) and last.definite and last.stem not in g.BODIES


def _title_before_name(reading: Reading, place: int) -> bool:
    return place < len(reading.tokens) and place in reading.name_ends


def body(reading: Reading, phrase: Phrase) -> bool:
    """Take a known body in construct: رئيس البنك الدولي."""
    hit = reading.mention(phrase.end, *BODY_KINDS)
    if hit is None or not (phrase.open or phrase.loose):
        return False
    complete(reading, phrase, hit[0].start, hit[0].end, hit[1])
    last = reading.tokens[hit[0].end - 1]
    phrase.open = last.stem in g.LANDS and not last.definite  # شرطة ولاية | خوست
    return take_body(reading, phrase, hit[0].end)


def complete(reading: Reading, phrase: Phrase, start: int, end: int, entity: Entity) -> None:
    """Note that the body in tokens ``start`` to ``end`` completes the title."""
    phrase.complement, phrase.open = True, False
    phrase.armed = entity.kind is Kind.FORCE and _leads_fighters(reading, phrase, start)
    phrase.fights = entity.force_kind in ARMED and not _is_political(reading, start)
    phrase.organization = phrase.organization or entity.name
    kind = reading.kind_of(entity)
    if any(token.stem in g.PARLIAMENTS for token in reading.tokens[start:end]):
        kind = "chamber" if _follows_adjectives(reading, phrase, start) else "parliament"
    elif reading.tokens[start].stem == "قياده":
        kind = "command"
    phrase.body = "parliament" if "parliament" in (kind, phrase.body) else kind
    country = entity.country or (_named_inside(reading, start, end) if kind != "international" else None)
    if country and phrase.country is None:
        phrase.country, phrase.country_is = country, "body"


def _is_political(reading: Reading, start: int) -> bool:
    """Whether the armed group named at ``start`` is a party, too: حركة حماس, الجبهة الشعبية (never جبهة النصرة)."""
    first = reading.tokens[start]
    return first.stem in g.POLITICAL or (first.definite and first.stem == "جبهه")


def _follows_adjectives(reading: Reading, phrase: Phrase, start: int) -> bool:
    """Whether only adjectives and ل stand between the head and the body at ``start``: الرئيس الجمهوري لمجلس النواب."""
    between = reading.tokens[phrase.head + 1 : start]
    return len(between) > 1 and between[-1].norm == "ل" and all(token.definite for token in between[:-1])


def _named_inside(reading: Reading, start: int, end: int) -> str | None:
    """Return the country whose adjective stands in the name of a body: المرصد السوري."""
    return next((land[1] for at in range(start + 1, end) if (land := reading.demonym(at))), None)


def _leads_fighters(reading: Reading, phrase: Phrase, start: int) -> bool:
    return reading.tokens[phrase.head].stem in g.LEADERS and reading.tokens[start].stem != "حزب"


def _inner_land(reading: Reading, phrase: Phrase) -> bool:
    """Take a country that stands inside a longer name: خارجية مصر."""
    named = reading.country(phrase.end)
    if named is None:
        return False
    phrase.country, phrase.country_is = phrase.country or named[1], phrase.country_is or "name"
    phrase.open = False
    return take(phrase, named[0], title=False)


def land(reading: Reading, phrase: Phrase) -> bool:
    """A country or place in construct: وزير خارجية العراق, محافظ البصرة."""
    if not phrase.open:
        return False
    hit = reading.mention(phrase.end, Kind.COUNTRY, Kind.PLACE)
    if hit is None:
        return _inner_land(reading, phrase)
    mention, entity = hit
    if entity.kind is Kind.COUNTRY and reading.tokens[phrase.end - 1].stem in g.TOPICS:
        phrase.place, phrase.open = phrase.place or reading.doc.slice(mention.start, mention.end), False
        return take(phrase, mention.end, title=True)
    if entity.kind is Kind.COUNTRY:
        phrase.country, phrase.country_is = phrase.country or entity.country, phrase.country_is or "name"
    else:
        phrase.complement = True
        phrase.country = phrase.country or entity.country
        phrase.country_is = phrase.country_is or "place"
    phrase.open = False
    return take(phrase, mention.end, title=entity.kind is not Kind.COUNTRY)


def _inserted(reading: Reading, phrase: Phrase, stop: int) -> bool:
    """What an editor inserts into another's words: الرئيس (الأميركي) X, الرئيس (الأميركي جو) X."""
    land = reading.demonym(phrase.end + 1)
    if land is None or phrase.country is not None:
        return False
    close = next((at for at in range(land[0], min(land[0] + 3, stop)) if reading.tokens[at].text == ")"), None)
    if close is None:
        return False
    phrase.country, phrase.country_is, phrase.open = land[1], "adjective", False
    return take(phrase, close + 1, title=False)


def addressed(reading: Reading, phrase: Phrase, at: int) -> int | None:
    """Return where the medium at ``at``, after ل, ends to which the holder of a title speaks that is whole already:
    رئيس القسم في الشركة لصحيفة كذا X.
    """
    whole = phrase.organization or phrase.served or phrase.inner or phrase.country
    if not whole or phrase.open or phrase.body in MEDIA:
        return None
    hit = reading.mention(at, *BODY_KINDS)
    if hit is not None and reading.kind_of(hit[1]) in MEDIA:
        return hit[0].end
    return (hit[0].end if hit else at + 1) if reading.tokens[at].stem in g.ADDRESSED else None


def quoted(reading: Reading, phrase: Phrase, stop: int) -> bool:
    """A body's name in quotation marks, or its short form in parentheses."""
    opening = reading.tokens[phrase.end].text
    if opening == '"' and sum(token.text == '"' for token in reading.tokens[phrase.head : phrase.end]) % 2:
        return take(phrase, phrase.end + 1, title=True)
    if opening == "(" and _inserted(reading, phrase, stop):
        return True
    if opening == '"' and phrase.head and reading.tokens[phrase.head - 1].text == '"':
        return False  # it closes what began before the title
    closing = ")" if opening == "(" else QUOTES.get(opening)
    if closing is None or not (phrase.open or phrase.complement):
        return False
    for at in range(phrase.end + 1, min(phrase.end + _LONGEST_QUOTED, stop)):
        hit = reading.mention(at, *BODY_KINDS)
        if hit is not None:
            complete(reading, phrase, at, hit[0].end, hit[1])
        if reading.tokens[at].text == closing and at > phrase.end + 1:
            phrase.complement, phrase.open = True, False
            return take(phrase, at + 1, title=opening != "(")
    return False
