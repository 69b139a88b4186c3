"""A part of the database that the index needs."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """A trigger on a table; ``statement`` makes it and ``function`` comes before, where the database wants one."""

    name: str
    table: str
    statement: str
    function: str = ""
