"""The graph's vocabulary, closed, and the one place where text becomes part of an IRI.

A name that is not in the vocabulary fails at once: ``TERM.roleHoldng`` raises AttributeError. Event classes, role
concepts and the other concepts of the ontology are open by design; ``event_class`` and ``role_concept`` make their
IRIs.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache
from types import SimpleNamespace

ONTOLOGY = "https://khabar.example/ontology#"
ROLES = "https://khabar.example/role/"
RESOURCES = "https://khabar.example/id/"
_LONGEST = 120
# Names that need no escape: letters and digits, parted by single spaces or hyphens.
_PLAIN = re.compile(r"[A-Za-z0-9\u0621-\u063a\u0641-\u064a]+(?:[ -][A-Za-z0-9\u0621-\u063a\u0641-\u064a]+)*")


_CLASSES = """
    Entity Person Country Organization Force Place UnnamedSource Article Evidence Fact RoleHolding Statement
    Event Claim
"""
_PROPERTIES = """
    about aboutEvent agent appointedBy article claim concernsRole confidence conflict conflictsWith content
    country date dateText disputed duplicateOf earliest edtf end evidence exact forceKind former hasRoleIn
    hearsay holder iso3166 keptApart killed latest mergeReason negated neutralTowards opposes organization
    partOf participant place position propertyLabel propertyName quoted reportedBy reportingVerb role rule
    saidAs sentence sha256 speaker spokeAbout stance standing start status supports target title transliterated
    trigger until version via weapon wounded
"""
SINCE = ONTOLOGY + "from"
TERM = SimpleNamespace(**{name: ONTOLOGY + name for name in (_CLASSES + _PROPERTIES).split()})
"""The IRIs of classes and properties of ``ontology/core.ttl``, as text."""


def event_class(name: str) -> str:
    """Return the IRI of the event class ``name`` (``Airstrike``)."""
    return ONTOLOGY + _checked(name)


def role_concept(slug: str) -> str:
    """Return the IRI of a role concept (``prime-minister``)."""
    return ROLES + _checked(slug)


def concept(kind: str, slug: str) -> str:
    """Return the IRI of a concept of a small scheme: ``concept("stance", "denies")``."""
    return f"{ONTOLOGY.removesuffix('ontology#')}{kind}/{_checked(slug)}"


def role_property(slug: str) -> str:
    """Return the IRI of the property that says that someone holds a role now: ``kg:primeMinisterOf``."""
    first, *rest = _checked(slug).split("-")
    return ONTOLOGY + first + "".join(part.title() for part in rest) + "Of"


@lru_cache(maxsize=100_000)
def local_name(text: str) -> str:
    """Return ``text`` as one segment of an IRI: letters and digits kept, spaces ``_``, all else percent-encoded.

    Vowel marks, tatweel and invisible characters are dropped; a segment that would grow too long ends in a hash of
    its text. Text without any letter or digit becomes its hash.

    >>> local_name("مصطفى الكاظمي")
    'مصطفى_الكاظمي'
    >>> local_name("a> <b")
    'a%3E_%3Cb'
    """
    if len(text) <= _LONGEST and _PLAIN.fullmatch(text):
        return text.replace(" ", "_")
    words = "".join(_segment(c) for c in unicodedata.normalize("NFC", text)).strip("_")
    words = re.sub("_{2,}", "_", words)
    if len(words) > _LONGEST or not any(c.isalnum() for c in words):
        return words[: _LONGEST - 20] + "~" + digest(text)
    return words


def _segment(c: str) -> str:
    if c.isascii():
        if c.isalnum() or c in "-.~_":
            return c
        return "_" if c.isspace() else f"%{ord(c):02X}"
    category = unicodedata.category(c)
    if c == "ـ" or category in ("Mn", "Cf"):
        return ""
    if category[0] in "LN":
        return c
    return "_" if category[0] == "Z" else "".join(f"%{byte:02X}" for byte in c.encode("utf-8", "replace"))


def digest(*parts: str) -> str:
    """Return a short name made of the content of ``parts``, the same on every machine."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:16]


def resource(kind: str, *names: str, base: str = RESOURCES) -> str:
    """Return the IRI of a resource: ``resource("country", "IQ")``."""
    return base + "/".join((kind, *map(local_name, names)))


def is_base(iri: str) -> bool:
    """Whether the IRIs of resources may begin with ``iri``."""
    return re.fullmatch(r"[a-z][a-z0-9+.-]*://[^\s<>\"{}|\\^`\x00-\x20]+[/#]", iri) is not None


def _checked(name: str) -> str:
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9-]*", name):
        raise ValueError(f"not a name of the vocabulary: {name!r} (letters, digits and hyphens only)")
    return name
