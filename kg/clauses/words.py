"""Closed words that shape a sentence, and how tables of words are written."""

from __future__ import annotations

from kg.arabic.inflection import imperfects_of, inflect_imperfect, inflect_perfect
from kg.arabic.normal import fold


def word_set(text: str) -> frozenset[str]:
    """Return the words of ``text`` in their normal form: how tables of words are written here."""
    return frozenset(map(fold, text.split()))


def conjugated(verbs: str) -> frozenset[str]:
    """Return the finite forms of ``verbs``, each told by its perfect, or by perfect/imperfect where none is derived.

    What the writer does himself is left out, for it looks like the perfect of another verb (أصدر).
    """
    found: set[str] = set()
    for verb in verbs.split():
        perfect, _, imperfect = verb.partition("/")
        found.update(form for form, _ in inflect_perfect(perfect))
        for stem in (imperfect,) if imperfect else imperfects_of(perfect):
            found.update(form for form, _ in inflect_imperfect(stem, perfect) if not form.startswith("ا"))
    return frozenset(found)


COMPLEMENTIZERS = word_set("ان بان انه انها انهم بانه بانها")
PARTICLES = word_set("لم لن لا ما قد لقد سوف س ل ا هل")
AUXILIARIES = word_set(
    "كان كانت كانوا كانا كنا كنت يكون تكون يكونوا نكون ليس ليست ليسوا اصبح اصبحت يصبح تصبح بات باتت ظل ظلت "
    "يظل تظل زال زالت يزال تزال يزالون عاد عادت يعد تعد كاد كادت يكاد تكاد اوشك توشك يوشك صار صارت مازال "
    "مازالت لازال امسي اضحي"
)
PREPOSITIONS = word_set(
    "ب ل ك في من علي الي عن مع بين خلال بعد قبل عند لدي منذ حول تحت ضد عبر فوق عقب اثر جراء سبب نتيجه"
)
