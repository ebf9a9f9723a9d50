"""Statements: who said what about which force.

``cues`` finds the words that report speech (``verb_forms`` which forms are verbs that do), ``verb_subjects``,
``unknown_subjects``, ``unsaid`` and ``memory`` who speaks, ``content`` and ``endings`` where the words said begin and
end, ``refusals`` what only looks like a report. ``reader`` reads the cues of a sentence into ``drafts``, ``headlines``
what is reported without a verb, ``position`` what the words want of a force, and ``find`` makes records of them. All
of them ask the ``scene``: who stands where, on the ``layout`` of the text.
"""

from kg.statements.find import find_statements

__all__ = ["find_statements"]
