"""What the two databases say differently, chosen by the one at hand."""

from types import ModuleType

from django.db import connection

from tinhso.kernel.search.postgresql import matching as postgresql
from tinhso.kernel.search.sqlite import matching as sqlite

_DIALECTS = {"sqlite": sqlite, "postgresql": postgresql}


def dialect() -> ModuleType:
    """The module with ``anywhere``, ``in_title``, ``numbered`` and ``held``."""
    return _DIALECTS[connection.vendor]
