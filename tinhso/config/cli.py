"""The ``tinhso`` command: finds the word among the declared commands; ``tinhso django …`` is Django's own."""

import importlib
import os
import sys
from collections.abc import Callable
from typing import Any

from tinhso.config import discovery
from tinhso.lib.command import Command
from tinhso.lib.errors import TinhsoError

#: Django's commands that stand beside ours without the word ``django``.
SHORTCUTS = ("migrate", "makemigrations", "shell", "dbshell", "collectstatic")


def main(words: list[str] | None = None) -> int:
    """Run one command; 0 is done, 1 failed, 2 refused with one Vietnamese sentence."""
    words = sys.argv[1:] if words is None else words
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tinhso.config.settings")
    if not words or words[0] in {"-h", "--help", "help"}:
        print(_help())
        return 0
    try:
        return _run(words[0], words[1:])
    except TinhsoError as refusal:
        print(refusal.sentence, file=sys.stderr)
        return 2
    except BrokenPipeError:
        # The reader of our output (head, less) has gone: nothing is wrong, and nothing more can be said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def commands() -> dict[str, Command]:
    """Every declared command by its word, in alphabetical order."""
    modules = map(importlib.import_module, ("tinhso.config.commands", *discovery.modules("commands")))
    declared = [command for module in modules for command in module.COMMANDS]
    return {command.name: command for command in sorted(declared, key=lambda command: command.name)}


def _run(word: str, rest: list[str]) -> int:
    if word == "django" or word in SHORTCUTS:
        return _django([word, *rest] if word in SHORTCUTS else rest)
    command = commands().get(word)
    if command is None:
        print(f"Không có lệnh “{word}”. Xem: tinhso --help", file=sys.stderr)
        return 2
    if command.database:
        _load("django:setup")()
    return int(_load(command.run)(rest) or 0)


def _django(words: list[str]) -> int:
    _load("django.core.management:execute_from_command_line")(["tinhso django", *words])
    return 0


def _load(place: str) -> Callable[..., Any]:
    module, _, name = place.partition(":")
    found: Callable[..., Any] = getattr(importlib.import_module(module), name)
    return found


def _help() -> str:
    lines = ["Cách dùng: tinhso <lệnh> [tham số]", ""]
    lines += [f"  {command.name:<14}{command.summary}" for command in commands().values()]
    lines += ["", f"  {'django <lệnh>':<14} lệnh quản trị của Django ({', '.join(SHORTCUTS)} gọi thẳng được)"]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
