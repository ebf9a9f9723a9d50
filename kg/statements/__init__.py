"""Statements: who said what about which force.

``cues`` finds the words that report speech, ``subjects`` and ``memory`` who speaks, ``content`` where the words said
begin and end, ``reader`` reads the cues of a sentence into ``drafts``, ``headlines`` what is reported without a verb,
and ``find`` makes records of them.
"""

from kg.statements.find import find_statements

__all__ = ["find_statements"]
