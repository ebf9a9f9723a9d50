"""Records as JSON and back: what crosses processes and what is kept between runs."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import lru_cache
from typing import Any, TypeVar

import orjson

Coder = Callable[[Any], Any]
Record = TypeVar("Record")


def to_json(record: Any) -> bytes:
    """Return a record as JSON: a list of its fields in their order, records in it likewise."""
    kind: Any = type(record)
    return orjson.dumps(_packer(kind)(record))


def from_json(data: bytes, kind: type[Record]) -> Record:
    """Return the record of class ``kind`` that ``to_json`` wrote."""
    of: Any = kind
    record = _unpacker(of)(orjson.loads(data))
    assert isinstance(record, kind)  # noqa: S101 - tells the type checker what the unpacker makes
    return record


def _same(value: Any) -> Any:
    return value


@lru_cache(maxsize=64)
def _packer(kind: Any) -> Coder:
    inner = _inner(kind)
    if inner is not None:
        pack = _packer(inner)
        return _same if pack is _same else lambda values: [pack(value) for value in values]
    optional = _optional(kind)
    if optional is not None:
        pack = _packer(optional)
        return _same if pack is _same else lambda value: None if value is None else pack(value)
    if not _is_record(kind):
        return _same
    steps = [(name, _packer(hint)) for name, hint in _hints(kind)]
    return lambda record: [step(getattr(record, name)) for name, step in steps]


@lru_cache(maxsize=64)
def _unpacker(kind: Any) -> Coder:
    inner = _inner(kind)
    if inner is not None:
        make = _unpacker(inner)
        return tuple if make is _same else lambda values: tuple([make(value) for value in values])
    optional = _optional(kind)
    if optional is not None:
        make = _unpacker(optional)
        return _same if make is _same else lambda value: None if value is None else make(value)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {member.value: member for member in kind}.__getitem__
    if not _is_record(kind):
        return _same
    names, makers = zip(*((name, _unpacker(hint)) for name, hint in _hints(kind)), strict=True)
    if issubclass(kind, tuple):
        return _maker(kind._make, makers)
    return _maker(lambda values: kind(**dict(zip(names, values, strict=True))), makers)


def _maker(record: Coder, makers: Iterable[Coder]) -> Coder:
    """Return what makes a ``record`` of a list of values; most of these stay as they are."""
    changed = [(number, make) for number, make in enumerate(makers) if make is not _same]

    def made(values: list[Any]) -> Any:
        for number, make in changed:
            values[number] = make(values[number])
        return record(values)

    return made


def _is_record(kind: Any) -> bool:
    return is_dataclass(kind) or hasattr(kind, "_fields")


def _inner(kind: Any) -> Any:
    """The type of a tuple's items, None for what is no tuple."""
    return typing.get_args(kind)[0] if typing.get_origin(kind) is tuple else None


def _optional(kind: Any) -> Any:
    """The type beside None, None for what is not optional."""
    if typing.get_origin(kind) in (typing.Union, types.UnionType):
        return next(part for part in typing.get_args(kind) if part is not type(None))
    return None


def _hints(kind: Any) -> list[tuple[str, Any]]:
    hints = typing.get_type_hints(kind)
    names = kind._fields if hasattr(kind, "_fields") else [field.name for field in fields(kind)]
    return [(name, hints[name]) for name in names]
