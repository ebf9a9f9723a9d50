"""Inflection: from a form that a dictionary lists to all that newswire shows, as the normal forms that tokens have.

``inflect_verb("قال")`` and ``inflect_verb("وعد", "يعد")`` give a verb's persons and tenses;
``inflect_noun("أميركي")`` gender, number and
case of one word; ``inflect_phrase("الأمين العام")`` the stem sequences of a noun with what follows it;
``spelling_variants`` and ``foreign_spellings`` the ways to spell a normal form.
"""

from kg.arabic.nouns import NounForm, foreign_spellings, inflect_noun, inflect_phrase, spelling_variants
from kg.arabic.verbs import VerbForm, imperfect_of, inflect_verb

__all__ = [
    "NounForm",
    "VerbForm",
    "foreign_spellings",
    "imperfect_of",
    "inflect_noun",
    "inflect_phrase",
    "inflect_verb",
    "spelling_variants",
]
