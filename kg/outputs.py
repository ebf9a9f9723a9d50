"""Outputs that appear together: written aside, synced, renamed; a kill leaves the old ones or the new ones."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_ASIDE = "new"
_READY = "ready.json"


@contextmanager
def together(folder: Path, state: Path) -> Iterator[Path]:
    """Give a folder to write into; when the block ends well, its files replace those of the same names in ``folder``.

    ``state`` is a folder on the same disk. Renames that a kill cut short are finished by ``finish``.
    """
    aside = state / _ASIDE
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir(parents=True)
    try:
        yield aside
    except BaseException:
        shutil.rmtree(aside, ignore_errors=True)
        raise
    for path in aside.iterdir():
        _sync(path)
    ready = aside.with_name(_READY)
    ready.write_text(json.dumps(sorted(path.name for path in aside.iterdir())), encoding="utf-8")
    _sync(ready)
    finish(folder, state)


def finish(folder: Path, state: Path) -> None:
    """Move what stands ready in ``state`` into ``folder``, where an earlier run was cut short in doing so."""
    ready = state / _READY
    if not ready.is_file():
        return
    for name in json.loads(ready.read_text(encoding="utf-8")):
        if (state / _ASIDE / name).exists():
            (state / _ASIDE / name).replace(folder / name)
    _sync(folder)
    ready.unlink()
    shutil.rmtree(state / _ASIDE, ignore_errors=True)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
