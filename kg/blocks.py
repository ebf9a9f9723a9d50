"""Files written block by block: a block that the files of the run before hold, too, is copied instead of made anew."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

Places = dict[str, list[tuple[int, int]]]
"""Where each block stands: by its key, start and length in each of the files."""


class BlockFiles:
    """Files that are written together into ``folder``: each block, named by its key, adds a piece to every file.

    ``before`` is the folder of the run before, whose blocks stand at ``known``; whoever calls answers for it that
    these files are as they were written. ``places`` tells where the new blocks stand.
    """

    def __init__(self, folder: Path, names: Sequence[str], before: Path, known: Places) -> None:
        self.places: Places = {}
        self._known = known
        self._stack = ExitStack()
        self._files = [self._open(folder / name, "wb") for name in names]
        self._before = [self._open(before / name, "rb") for name in names] if known else []

    def _open(self, path: Path, mode: str) -> BinaryIO:
        return self._stack.enter_context(path.open(mode))  # type: ignore[return-value]

    def holds(self, key: str) -> bool:
        """Whether the files of the run before hold the block ``key``."""
        return key in self._known

    def copy(self, key: str) -> None:
        """Copy a block of the run before."""
        places = zip(self._before, self._known[key], strict=True)
        self.write(key, *(_read(file, *place) for file, place in places))

    def write(self, key: str, *pieces: bytes) -> None:
        """Add a block."""
        self.places[key] = [(file.tell(), len(piece)) for file, piece in zip(self._files, pieces, strict=True)]
        for file, piece in zip(self._files, pieces, strict=True):
            file.write(piece)

    def __enter__(self) -> BlockFiles:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._stack.close()


def _read(file: BinaryIO, start: int, length: int) -> bytes:
    file.seek(start)
    return file.read(length)
