"""Tables of transliteration: particles of names, letters, initials and the numbers of rulers."""

from __future__ import annotations


def _table(text: str) -> dict[str, str]:
    """Read ``word spelling, word spelling, ...``; a hyphen stands for no sound."""
    pairs = (item.split() for item in text.split(",") if item.strip())
    return {word: "" if spelling == "-" else spelling for word, spelling in pairs}


# Particles by their normal form.
PARTICLES = _table(
    """
    عبد Abd, بن bin, ابن ibn, بنت bint, ولد Ould, ابو Abu, ابي Abi, ابا Aba, ام Umm, ال Al, ايت Ait, ذو Dhu,
    دي de, دو do, دا da, دوس dos, ديل del, دير der, دن den, فان van, فون von, ديلا della, اف of,
    الله Allah, الدين al-Din
    """
)
# Letters as written.
LETTERS = _table(
    """
    ب b, پ p, ت t, ث th, ج j, چ ch, ح h, خ kh, د d, ذ dh, ر r, ز z, ژ zh, س s, ش sh, ص s, ض d, ط t, ظ z,
    ع -, غ gh, ف f, ڤ v, ق q, ك k, ک k, گ g, ل l, م m, ن n, ڭ ng, ه h, و w, ي y, ی y, ئ -, ؤ -, ء -, ى a, ا a,
    أ a, إ i, آ a, ة a, ٱ a
    """
)
# Names of letters, for initials: سي كيو براون.
INITIALS = _table(
    """
    ايه A, بي B, سي C, دي D, اي E, اف F, جي G, اتش H, جيه J, كيه K, كاي K, ال L, ام M, او O, كيو Q,
    ار R, اس S, تي T, يو U, دبليو W, اكس X, واي Y, زد Z
    """
)
# Ordinals after a ruler's name: محمد السادس.
RULERS = _table(
    """
    الاول I, الثاني II, الثالث III, الرابع IV, الخامس V, السادس VI, السابع VII, الثامن VIII
    """
)
# Names of letters that are nothing else, so that one alone is an initial.
CLEAR_INITIALS = frozenset(["كيو", "دبليو", "اف", "اتش", "اكس", "زد", "جيه", "كيه", "ايه"])
