"""Dates in Arabic text: the only place that knows calendars. Values are EDTF (ISO 8601-2).

``calendars`` and ``words`` are the tables, ``reader`` turns a text into words and ``tense`` tells which way a verb
looks. ``absolute``, ``figures``, ``years``, ``periods``, ``numbered``, ``relative``, ``dated``, ``weekdays`` and
``day_words`` read one date each; ``simple`` knows which of them begins where. ``quantities``, ``spans`` and
``expressions`` are what prepositions make of dates; ``values`` and ``outcome`` what days follow. ``find`` goes over the
text once.
"""

from kg.dates.find import DateMention, find_dates

__all__ = ["DateMention", "find_dates"]
