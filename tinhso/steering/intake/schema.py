"""The public shape of a reading as a JSON Schema, made from the reading's own types."""

import dataclasses
import json
import types
import typing
from pathlib import Path
from typing import Any, Literal

from tinhso.steering.intake import reading

#: The committed schema; a test holds it equal to what ``schema()`` makes.
PATH = Path(__file__).with_name("reading.schema.json")

_SIMPLE: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
}


def schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of ``Reading.as_json()``."""
    kinds = [kind for kind in vars(reading).values() if isinstance(kind, type) and dataclasses.is_dataclass(kind)]
    definitions = {kind.__name__: _object(kind) for kind in kinds if kind is not reading.Reading}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Reading",
        **_object(reading.Reading),
        "$defs": definitions,
    }


def _object(kind: type) -> dict[str, Any]:
    hints = typing.get_type_hints(kind)
    names = {field.name: "from" if field.name == "from_" else field.name for field in dataclasses.fields(kind)}
    return {
        "type": "object",
        "description": (kind.__doc__ or kind.__name__).strip().split("\n\n")[0].replace("\n    ", " "),
        "properties": {names[name]: _of(hints[name]) for name in names},
        "required": list(names.values()),
        "additionalProperties": False,
    }


def _of(hint: Any) -> dict[str, Any]:  # noqa: ANN401 - a type hint of any form
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin in (types.UnionType, typing.Union):
        return {"anyOf": [_of(part) for part in arguments]}
    if origin is tuple and arguments[-1] is Ellipsis:
        return {"type": "array", "items": _of(arguments[0])}
    if origin is tuple:
        return {
            "type": "array",
            "prefixItems": [_of(part) for part in arguments],
            "minItems": len(arguments),
            "maxItems": len(arguments),
        }
    return {"$ref": f"#/$defs/{hint.__name__}"}


def write() -> None:
    """Write the committed schema anew."""
    PATH.write_text(json.dumps(schema(), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write()
