"""A word of the ``tinhso`` command line, as a value."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """Declared in a ``commands.py`` as ``COMMANDS = (Command(…), …)``; found by its place, imported only when spoken.

    ``run`` names the function that does it, "package.module:function": it takes the remaining words
    (``list[str]``) and returns the exit code. It is imported only when this command is called, so a command with
    ``database=False`` never pays for Django; with ``database=True`` Django is ready before the import.
    """

    name: str
    summary: str
    """One Vietnamese line for ``tinhso --help``."""
    run: str
    database: bool = False
