"""A reading as archived JSON, and back."""

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from tinhso.steering.intake.reading import Reading
from tinhso.steering.programmes.models import StoredReading


def archived(reading: Reading) -> dict[str, Any]:
    """The reading without its text, which has a column of its own."""
    content = reading.as_json()
    content.pop("text")
    return content


def revived(stored: StoredReading) -> Reading:
    """The reading as the reader gave it."""
    return cast(Reading, _built(Reading, {**stored.content, "text": stored.text}))


def _built(kind: object, value: object) -> object:
    if value is None:
        return None
    kind = _without_none(kind)
    if isinstance(kind, type) and is_dataclass(kind):
        return _record(kind, cast(Mapping[str, object], value))
    if get_origin(kind) is tuple:
        return _row(get_args(kind), cast(list[object], value))
    return value


def _record(kind: type, value: Mapping[str, object]) -> object:
    hints = _hints(kind)
    names = [field.name for field in fields(kind)]
    given = {name: value[name.rstrip("_")] for name in names if name.rstrip("_") in value}
    return kind(**{name: _built(hints[name], part) for name, part in given.items()})


def _row(kinds: tuple[object, ...], values: list[object]) -> tuple[object, ...]:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return tuple(_built(kinds[0], value) for value in values)
    return tuple(_built(kind, value) for kind, value in zip(kinds, values, strict=True))


def _without_none(kind: object) -> object:
    if get_origin(kind) in (Union, types.UnionType):
        return next(part for part in get_args(kind) if part is not type(None))
    return kind


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
