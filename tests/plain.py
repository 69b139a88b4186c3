"""Which tests can reach no database: those beside plain Python that ask for none. They run once, on the first."""

import tomllib
from functools import cache

import pytest

from tinhso.config.places import CHECKOUT


@cache
def packages() -> tuple[str, ...]:
    """The packages that may not import Django, tests and all: import-linter's contract holds it."""
    settings = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    return tuple(
        package
        for contract in contracts
        if "django" in contract.get("forbidden_modules", ())
        for package in contract["source_modules"]
    )


def is_plain(item: pytest.Item) -> bool:
    """In such a package, and without a fixture or a mark that opens the database: pytest-django refuses it then."""
    module = item.nodeid.partition("::")[0].removesuffix(".py").replace("/", ".")
    asks = "_django_db_helper" in getattr(item, "fixturenames", ()) or item.get_closest_marker("django_db")
    return not asks and any(module.startswith(f"{package}.") for package in packages())
