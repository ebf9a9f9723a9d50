"""Every title of a document: read from left to right, each with the name beside it."""

from __future__ import annotations

from kg.arabic.tokens import Token, TokenKind
from kg.document import Document, Sentence
from kg.entities import Found
from kg.roles.chains import chained
from kg.roles.grammar import SPELLED
from kg.roles.holders import Holder, is_generic, is_rank, name_after, name_before, skip_ranks
from kg.roles.links import linked_name
from kg.roles.making import mention_of
from kg.roles.mention import TitleMention
from kg.roles.phrase import Phrase, parse_title
from kg.roles.reading import Reading
from kg.roles.inner import settle_inner, split_names
from kg.roles.several import counterpart, shared_title, succeeded


def find_titles(doc: Document, found: Found) -> list[TitleMention]:
    """Return every title of ``doc`` in order: those that become roles and those that stand alone."""
    reading = Reading(doc, found)
    titles: list[TitleMention] = []
    for sentence in doc.sentences:
        titles += _in_sentence(reading, sentence)
    return settle_inner(reading, titles)


def _in_sentence(reading: Reading, sentence: Sentence) -> list[TitleMention]:
    titles: list[TitleMention] = []
    taken: set[int] = set()
    at = sentence.first
    while at < sentence.last:
        end = _title_at(reading, sentence, at, titles, taken)
        at = max(end, at + 1)
    return chained(reading.tokens, titles)


def _title_at(reading: Reading, sentence: Sentence, at: int, titles: list[TitleMention], taken: set[int]) -> int:
    """Add the title at ``at``, if one begins there; return where to read on."""
    token = reading.tokens[at]
    if at in reading.name_ends:
        return reading.name_ends[at]
    if token.kind is not TokenKind.WORD:
        return at + 1
    if is_rank(token):
        return _ranked(reading, sentence, at, titles)
    last = titles[-1] if titles else None
    lent = counterpart(reading, at, sentence.last, last) or succeeded(reading, at, sentence.last, last)
    if lent is not None:
        titles.append(lent)
        taken.add(lent.name[1] if lent.name else at)
        return lent.end
    if not reading.vocabulary.starts(token) or is_generic(reading, at, sentence.first):
        return at + 1
    phrase = parse_title(reading, at, sentence.last) if _spelled_as_title(token) else None
    if phrase is None:
        return at + 1
    if _may_be_several(phrase) and not phrase.eponym:
        shared = shared_title(reading, phrase, mention_of(phrase, None), sentence.last)
        if shared:
            titles += shared
            taken.update(title.name[1] for title in shared if title.name)
            return shared[-1].end
    if phrase.bare or phrase.eponym or _plural(phrase) or _sought(reading, phrase, sentence.first):
        titles.append(mention_of(phrase, None))
        return phrase.firm
    holder = name_after(reading, phrase, sentence.last)
    end = holder.edge if holder else phrase.firm
    if holder is None:
        holder = name_before(reading, phrase, sentence.first, taken) or _earlier(reading, phrase, sentence.first)
    if holder is None:
        holder = _carried(reading, phrase, titles)
    if holder is not None:
        taken.add(holder.end)
    if holder is None and phrase.generic:
        return end
    two = split_names(reading, phrase, holder, sentence.first, sentence.last)
    if two is not None:
        titles += two
        return two[-1].end
    titles.append(mention_of(phrase, holder))
    return end


def _spelled_as_title(token: Token) -> bool:
    if token.stem == "مساعده" and not token.definite:
        return False
    letter = SPELLED.get(token.stem)
    return letter is None or letter in token.text


def _plural(phrase: Phrase) -> bool:
    return all(entry.number > 1 for entry in phrase.entries)


def _sought(reading: Reading, phrase: Phrase, first: int) -> bool:
    """Whether the office is one that someone is a candidate for: المرشح لمنصب وزير الخارجية."""
    before = [token.stem for token in reading.tokens[max(first, phrase.head - 4) : phrase.head]]
    return "منصب" in before and bool({"مرشح", "مرشحه", "ترشيح", "رشح"} & set(before))


def _earlier(reading: Reading, phrase: Phrase, first: int) -> Holder | None:
    linked = linked_name(reading, phrase, first)
    if linked is None:
        return None
    phrase.former = phrase.former or linked[1]
    return linked[0]


def _carried(reading: Reading, phrase: Phrase, titles: list[TitleMention]) -> Holder | None:
    """The second title of one person: X، نائب الرئيس والقائد العام للجيش."""
    last = titles[-1] if titles else None
    if last is None or last.name is None or not last.rule.startswith("name") or phrase.head != last.end + 1:
        return None
    if reading.tokens[last.end].norm != "و":
        return None
    return Holder(*last.name, phrase.firm, "name title and title", 0.85)


def _may_be_several(phrase: Phrase) -> bool:
    return any(entry.number > 1 for entry in phrase.entries)


def _ranked(reading: Reading, sentence: Sentence, at: int, titles: list[TitleMention]) -> int:
    """A rank alone with a name: الجنرال الإيراني قاسم سليماني."""
    place = skip_ranks(reading, at, sentence.last)
    title_end = place
    if reading.tokens[at].stem == "فريق" and place == at + 1 and place < sentence.last and reading.demonym(place):
        return at + 1
    country = reading.demonym(place) if place < sentence.last and place not in reading.name_ends else None
    place = country[0] if country else place
    former = place < sentence.last and reading.tokens[place].stem in ("متقاعد", "سابق", "راحل")
    place += former
    if place not in reading.name_ends or place >= sentence.last:
        return at + 1
    end = reading.name_ends[place]
    titles.append(
        TitleMention(
            start=at,
            end=end,
            title=(at, title_end),
            role="military-officer",
            name=(place, end),
            country=country[1] if country else None,
            rule="rank name",
            confidence=0.9,
        )
    )
    return end
