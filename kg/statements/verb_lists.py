"""Verbs around words said, listed by their perfects and conjugated by rule."""

from __future__ import annotations

from kg.arabic.inflection import inflect_verb


def forms_of(perfects: str) -> frozenset[str]:
    """Return the active third persons of verbs given in the perfect (أصدر نشر), in normal form.

    >>> sorted(forms_of("واصل"))[:3]
    ['تواصل', 'تواصلا', 'تواصلان']
    """
    forms = (form for perfect in perfects.split() for form in inflect_verb(perfect))
    return frozenset(form for form, features in forms if features.person == 3 and features.voice == "active")


# By which a text comes from its author.
ISSUING = forms_of("أصدر نشر وزع أعد أجرى بث أذاع عمم تلا ألقى أطلق كتب وجه أدلى غرد دون أرسل")
# By which a text is handed to those who are named behind it.
HANDING = forms_of("قدم رفع سلم وجه بعث أرسل أحال كتب")
# Whose object is a verbal noun of saying: أعاد تأكيد، واصل الدعوة، وجه الاتهام.
REPEATING = forms_of("أعاد واصل جدد كرر وجه أطلق أصدر")
# Whose object is a verbal noun of what their own subject does: قررت دعوة النواب.
WILLING = forms_of("قرر اعتزم نوى حاول أراد استطاع بدأ فضل أمكن وجب انبغى")
# What a source is said not to have told: لكنه لم يوضح.
TELLING_MORE = forms_of("قدم ذكر أوضح كشف حدد أعطى دل أشار")
# Plain verbs of saying.
SAYING = forms_of("قال أكد ذكر صرح أوضح أضاف")
