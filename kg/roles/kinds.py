"""Classes of roles, by their slugs."""

from __future__ import annotations

ROYAL = frozenset({"monarch", "crown-prince"})
BY_GIVEN_NAME = ROYAL | {"cleric"}
"""Roles whose holders go by a given name and a number or a surname of origin: إليزابيث الثانية."""

HEADS = frozenset({"president", "prime-minister", "monarch", "head-of-state"})
"""Heads of states and governments."""

RULERS = HEADS | ROYAL
MINISTERS = frozenset({"minister", "defense-minister", "foreign-minister", "interior-minister"})

SINGLE = RULERS | {
    "vice-president",
    "defense-minister",
    "foreign-minister",
    "interior-minister",
    "national-security-adviser",
    "chief-of-staff",
    "parliament-speaker",
}
"""Offices that a state has once."""

STATE = SINGLE | {"minister", "deputy-minister", "deputy-prime-minister", "member-of-parliament", "governor"}
"""Offices that belong to a state, so that two countries mean two people."""

PRIVATE = frozenset({"director", "official", "other", "analyst", "cleric"})
"""Roles that a country named before does not have for its own: رئيسها التنفيذي after السعودية."""

ARMED = frozenset({"militia", "armed-group"})
"""Kinds of force whose leader is a militia leader."""

SENT = frozenset({"ambassador", "attache", "consul", "envoy"})
"""Those who serve abroad."""
