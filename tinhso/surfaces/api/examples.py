"""Examples that the description shows with each shape."""

from collections.abc import Mapping
from typing import cast

from pydantic import ConfigDict
from pydantic.config import JsonDict


def shown_as(example: Mapping[str, object]) -> ConfigDict:
    """The configuration of a shape with one example."""
    return ConfigDict(json_schema_extra={"examples": [cast(JsonDict, dict(example))]})
