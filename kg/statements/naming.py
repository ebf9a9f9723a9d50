"""Speakers whom a text names only when they go on: قال نائب المحافظ إن ... وأضاف فلان أن."""

from __future__ import annotations

from kg.records import Kind
from kg.statements.drafts import Draft
from kg.statements.scene import Scene


def name_speakers(scene: Scene, drafts: list[Draft]) -> None:
    """Give reports of a source without a name to the person named for the first time with the next, which goes on."""
    last: Draft | None = None
    for index, draft in enumerate(drafts):
        if draft.nested or not draft.cuts:
            continue
        if last is not None and _goes_on(scene, last, draft):
            _rename(drafts[:index], last.spoke.keys, draft)
        last = draft


def _goes_on(scene: Scene, last: Draft, draft: Draft) -> bool:
    """Whether a verb of adding names for the first time who spoke last under a noun alone."""
    if draft.cue is None or draft.cue.entry.concept.name not in ("add", "continue") or draft.subject is None:
        return False
    before, now = last.spoke, draft.spoke
    if len(before.keys) != 1 or len(now.keys) != 1 or before.number != "s" or before.keys == now.keys:
        return False
    source, person = scene.entity(before.keys[0]), scene.entity(now.keys[0])
    if source is None or person is None or source.kind != Kind.UNNAMED or person.kind != Kind.PERSON:
        return False
    bare = draft.subject.start == draft.subject.actors[0].start and scene.tag(draft.subject.start) == "PROPN"
    told = any(actor.key == person.key for actor in scene.actors_before(draft.subject.start))
    near = 0 <= _sentence(scene, draft) - _sentence(scene, last) <= 1
    fits = not (before.gender and now.gender and before.gender != now.gender)
    return bare and near and fits and not told


def _sentence(scene: Scene, draft: Draft) -> int:
    return scene.doc.sentences.index(scene.doc.sentence_of(draft.clause))


def _rename(drafts: list[Draft], keys: tuple[str, ...], draft: Draft) -> None:
    for earlier in reversed(drafts):
        if earlier.spoke.keys == keys:
            earlier.spoke = draft.spoke
        elif not earlier.nested and earlier.cuts:
            break
