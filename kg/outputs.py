"""Outputs that appear together: written aside, synced, then renamed under a lock with a journal.

A run that is killed before its journal stands leaves the outputs of the run before. One that is killed while its files
are renamed leaves the journal, and whoever comes next, a reader or a build, first finishes the renames. So neither
sees files of two runs. The journal becomes the state: what ``read_state`` tells of the run whose outputs these are.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.state import STATE

_ASIDE = "new-"
_JOURNAL = "journal.json"
_STATE_FILE = "state.json"


@dataclass(slots=True)
class New:
    """Outputs in the making: the folder to write them into, and what is to be known of the run later, as JSON."""

    folder: Path
    state: dict[str, Any] = field(default_factory=dict)


@contextmanager
def together(output: Path) -> Iterator[New]:
    """Give a folder to write into; when the block ends well, its files replace all those of the run before."""
    home = output / STATE
    home.mkdir(parents=True, exist_ok=True)
    with _locked(home / "build.lock", fcntl.LOCK_EX | fcntl.LOCK_NB):
        for left in home.glob(f"{_ASIDE}*"):
            shutil.rmtree(left, ignore_errors=True)
        new = New(Path(tempfile.mkdtemp(prefix=_ASIDE, dir=home)))
        try:
            yield new
            _write_journal(output, new)
        except BaseException:
            shutil.rmtree(new.folder, ignore_errors=True)
            raise
        settle(output)


def _write_journal(output: Path, new: New) -> None:
    for path in new.folder.iterdir():
        _sync(path)
    files = {path.name: mark(path) for path in sorted(new.folder.iterdir())}
    gone = sorted((read_state(output) or {}).get("files", {}).keys() - files.keys())
    journal = output / STATE / _JOURNAL
    told = {"aside": new.folder.name, "gone": gone, "files": files}
    unfinished = new.folder.parent / f"{new.folder.name}.json"
    unfinished.write_text(json.dumps(new.state | told), encoding="utf-8")
    _sync(unfinished)
    unfinished.replace(journal)
    _sync(journal.parent)


def settle(output: Path) -> None:
    """Finish the renames of a run that was killed in the midst of them."""
    home = output / STATE
    if not (home / _JOURNAL).is_file():
        return
    with _locked(home / "lock", fcntl.LOCK_EX), suppress(FileNotFoundError):  # another may have finished meanwhile
        journal = json.loads((home / _JOURNAL).read_text(encoding="utf-8"))
        aside = home / Path(journal["aside"]).name
        for name in journal["files"]:
            with suppress(FileNotFoundError):  # moved already
                (aside / name).replace(output / name)
        for name in journal["gone"]:
            (output / Path(name).name).unlink(missing_ok=True)
        _sync(output)
        (home / _JOURNAL).replace(home / _STATE_FILE)
        shutil.rmtree(aside, ignore_errors=True)


@contextmanager
def reading(output: Path) -> Iterator[None]:
    """Let the files in ``output`` be read as those of one run: no build replaces any of them while the block runs.

    Raises ValueError where a run was cut short and its renames cannot be finished from here.
    """
    home = output / STATE
    if not home.is_dir():
        yield
        return
    try:
        settle(output)
    except OSError as error:
        told = f"{output}: a build was cut short ({error.strerror}); run it again"
        raise ValueError(told) from error
    with _locked(home / "lock", fcntl.LOCK_SH):
        yield


def read_state(output: Path) -> dict[str, Any] | None:
    """Return what is known of the run that wrote ``output``, None where nothing is."""
    try:
        state = json.loads((output / STATE / _STATE_FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return state if isinstance(state, dict) else None


def untouched(output: Path, state: dict[str, Any]) -> bool:
    """Whether the outputs are as the run left them of which ``state`` tells."""
    try:
        return all(mark(output / name) == left for name, left in state["files"].items())
    except (OSError, KeyError, AttributeError):
        return False


def mark(path: Path) -> list[int]:
    """Return what changes whenever a file is written: its size and time."""
    status = path.stat()
    return [status.st_size, status.st_mtime_ns]


@contextmanager
def _locked(path: Path, how: int) -> Iterator[None]:
    """Hold a lock, which goes with the process; where none can be had (a folder that is read-only), go without."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_CREAT, 0o666)
    except OSError:
        yield
        return
    try:
        fcntl.flock(handle, how)
        yield
    finally:
        os.close(handle)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
