"""Dates in Arabic text: the only place that knows calendars. Values are EDTF (ISO 8601-2).

``calendars`` and ``words`` are the tables, ``reader`` turns a text into words, ``absolute``, ``figures``, ``relative`` and ``periods``
read one date each, ``expressions`` what prepositions make of them, ``values`` what days follow.
"""

from kg.dates.find import DateMention, find_dates

__all__ = ["DateMention", "find_dates"]
