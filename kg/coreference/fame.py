"""People whose country any reader knows, from the scheme of people."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from kg.arabic.name_parts import compatible, first_part, last_part
from kg.coreference.people import Person
from kg.lexicon import NOUN_LABELS, Lexicon
from kg.roles.kinds import ROYAL

_Known = dict[str, list[tuple[str, str]]]


@lru_cache(maxsize=8)
def _famous(lexicon: Lexicon) -> tuple[_Known, _Known]:
    """Return the names of the well-known people with their countries, by the last word, and of rulers by the first."""
    by_last: _Known = defaultdict(list)
    by_first: _Known = defaultdict(list)
    for concept in lexicon.scheme("people"):
        country = concept.get("countryCode")
        for label in (text for prop in NOUN_LABELS for text in concept.texts(prop)):
            if country:
                by_last[last_part(label)].append((label, country))
                if concept.get("royal") == "true":
                    by_first[first_part(label)].append((label, country))
    return by_last, by_first


def country_of_famous(lexicon: Lexicon, person: Person) -> str | None:
    """Return the country of ``person`` where the scheme of people knows exactly one of that name.

    Kings and princes go by their given name.
    """
    by_last, by_first = _famous(lexicon)
    labels = by_last.get(last_part(person.name), [])
    if len(person.words) == 1 and any(form.role in ROYAL for form in person.forms):
        labels = by_first.get(first_part(person.name), [])
    countries = {country for label, country in labels if compatible(person.name, label)}
    return countries.pop() if len(countries) == 1 else None
