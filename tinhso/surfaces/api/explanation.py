"""The description laid out for reading: areas, their operations, what goes in and what comes out."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from tinhso.kernel.exchange.scopes import AREAS
from tinhso.surfaces.api.description import description


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter or a property."""

    name: str
    kind: str
    words: str
    required: bool


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that can be asked or done."""

    name: str
    method: str
    address: str
    summary: str
    words: str
    scope: str
    parameters: list[Field]
    body: list[Field]
    answers: list[tuple[str, str]]
    example: str


@dataclass(frozen=True, slots=True)
class Area:
    """The operations for which a token needs the same scope."""

    name: str
    words: str
    operations: list[Operation]


@cache
def explanation() -> list[Area]:
    """Areas that have operations, in their order."""
    everything = list(_operations())
    found = [Area(name, words, [each for area, each in everything if area == name]) for name, words in AREAS.items()]
    return [area for area in found if area.operations]


def _operations() -> Iterator[tuple[str, Operation]]:
    for address, methods in description()["paths"].items():
        for method, told in methods.items():
            area = told["tags"][0]
            yield (
                area,
                Operation(
                    name=told["operationId"],
                    method=method.upper(),
                    address=address,
                    summary=told["summary"],
                    words=told.get("description", ""),
                    scope=f"{area}:{'read' if method == 'get' else 'write'}",
                    parameters=[_parameter(each) for each in told.get("parameters", ())],
                    body=_body(told),
                    answers=[(status, answer["description"]) for status, answer in told["responses"].items()],
                    example=_example(told),
                ),
            )


def _parameter(told: Mapping[str, Any]) -> Field:
    return Field(told["name"], _kind(told["schema"]), told.get("description", ""), told["required"])


def _body(told: Mapping[str, Any]) -> list[Field]:
    content = told.get("requestBody", {}).get("content", {})
    for media in content.values():
        schema = _resolved(media["schema"])
        required = schema.get("required", ())
        return [
            Field(name, _kind(each), each.get("description", ""), name in required)
            for name, each in schema.get("properties", {}).items()
        ]
    return []


def _example(told: Mapping[str, Any]) -> str:
    for status, answer in told["responses"].items():
        for media in answer.get("content", {}).values() if status.startswith("2") else ():
            examples = _resolved(media["schema"]).get("examples")
            return json.dumps(examples[0], ensure_ascii=False, indent=2) if examples else ""
    return ""


def _resolved(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    name = schema.get("$ref", "").rpartition("/")[2]
    found: Mapping[str, Any] = description()["components"]["schemas"][name] if name else schema
    return found


def _kind(schema: Mapping[str, Any]) -> str:
    several = schema.get("anyOf") or schema.get("oneOf")
    if several:
        return " | ".join(dict.fromkeys(map(_kind, several)))
    if "$ref" in schema:
        return _kind(_resolved(schema))
    if schema.get("type") == "array":
        return f"[{_kind(schema.get('items', {}))}]"
    if "enum" in schema:
        return " | ".join(map(str, schema["enum"]))
    return str(schema.get("format") or schema.get("type") or "")
