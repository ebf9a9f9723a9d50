"""Clauses: how a sentence divides into them, which verb each has, and which clause each hangs on.

A shallow reading from left to right: relative pronouns, complementizers, conjunctions before a verb and verbs without
conjunction open clauses; a second verb or a comma closes them. What reads it: negation and plan, the dates and
participants of events. ``words`` holds the closed words, ``verbs`` finds the finite verbs, ``reader`` the clauses.
"""

from __future__ import annotations

from kg.clauses.model import Clause, Clauses, Link
from kg.clauses.reader import find_clauses
from kg.clauses.words import AUXILIARIES, COMPLEMENTIZERS, PARTICLES, PREPOSITIONS, conjugated, word_set

__all__ = [
    "AUXILIARIES",
    "COMPLEMENTIZERS",
    "PARTICLES",
    "PREPOSITIONS",
    "Clause",
    "Clauses",
    "Link",
    "conjugated",
    "find_clauses",
    "word_set",
]
