"""Inflection: from a form that a dictionary lists to all that newswire shows, as the normal forms that tokens have.

``inflect_verb("قال")`` and ``inflect_verb("وعد", "يعد")`` give a verb's persons, tenses and voices;
``inflect_noun("قوة")``, ``inflect_plural("جنود")``, ``inflect_adjective("أميركي")`` gender, number and case of one
word; ``inflect_phrase("امين", ("عام",), agrees=True)`` a noun with the stems after it; ``spelling_variants`` and
``foreign_spellings`` the ways to spell a normal form.
"""

from kg.arabic.inflection.agreement import Phrase, inflect_adjective, inflect_name, inflect_nisba, inflect_phrase
from kg.arabic.inflection.features import Features, Form
from kg.arabic.inflection.measures import imperfects_of
from kg.arabic.inflection.nouns import inflect_noun, inflect_participle, inflect_plural
from kg.arabic.inflection.spelling import foreign_spellings, spelling_variants
from kg.arabic.inflection.verbs import inflect_imperfect, inflect_perfect, inflect_verb

__all__ = [
    "Features",
    "Form",
    "Phrase",
    "foreign_spellings",
    "imperfects_of",
    "inflect_adjective",
    "inflect_imperfect",
    "inflect_name",
    "inflect_nisba",
    "inflect_noun",
    "inflect_participle",
    "inflect_perfect",
    "inflect_phrase",
    "inflect_plural",
    "inflect_verb",
    "spelling_variants",
]
