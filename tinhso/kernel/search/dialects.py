"""What the two databases say differently, chosen by the one at hand."""

from types import ModuleType

from django.db import connection

from tinhso.kernel.search.postgresql import matching as postgresql
from tinhso.kernel.search.sqlite import matching as sqlite

_DIALECTS = {"sqlite": sqlite, "postgresql": postgresql}


def dialect() -> ModuleType:
    """The module with ``holding``, ``held``, ``ORDER`` and ``BEGINS_WITH``."""
    return _DIALECTS[connection.vendor]
