"""What every shape that is sent has in common."""

from ninja import Schema
from pydantic import ConfigDict


class Sent(Schema):
    """A body: a word that it does not know is refused, so that a misspelt one never passes silently."""

    model_config = ConfigDict(extra="forbid")
