"""Each process of the tests works on a copy of one migrated database: it must be as ``migrate`` would leave it.

What can reach no database runs on the first alone (tests/plain.py).
"""

import ast

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from tests import databases
from tests.house.sources import files, name
from tests.plain import is_plain, packages

pytestmark = pytest.mark.django_db
TRIGGERS = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgrelid::regclass || ' ' || tgname, pg_get_triggerdef(oid) || pg_get_functiondef(tgfoid)"
    " FROM pg_trigger WHERE NOT tgisinternal",
}


def triggers() -> dict[str, str]:
    with connection.cursor() as cursor:
        cursor.execute(TRIGGERS[connection.vendor])
        return dict(cursor.fetchall())


def test_the_copy_has_every_trigger_that_this_code_installs() -> None:
    copied = triggers()
    call_command("migrate", verbosity=0)
    assert copied == triggers()
    for kind in ("audit", "edition", "search"):
        assert any(kind in name for name in copied), kind


def test_the_copy_was_migrated_by_this_code_to_the_end() -> None:
    loader = MigrationLoader(connection)
    assert set(loader.applied_migrations) == set(loader.disk_migrations)


def test_nobody_works_on_the_one_that_is_copied() -> None:
    assert databases.migrated() not in {"", str(connection.settings_dict["NAME"])}


def test_what_runs_on_the_first_database_alone_can_reach_none() -> None:
    """Not by Django, not by another process, and not by what the tests of databases share."""
    doors = {"django", "psycopg", "subprocess", "multiprocessing", "tests"}
    assert set(packages()) == {"tinhso.lib", "tinhso.kernel.documents.paper", "tinhso.steering.intake"}
    for path in files(".py"):
        if name(path).replace("/", ".").startswith(packages()) and "tests" in path.parts:
            assert not doors & imported(ast.parse(path.read_text(encoding="utf-8"))), name(path)


def imported(tree: ast.Module) -> set[str]:
    """The first words of what a file imports."""
    nodes = list(ast.walk(tree))
    whole = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    named = [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    return {module.partition(".")[0] for module in (*whole, *named)}


def test_whoever_asks_for_a_database_runs_on_both(request: pytest.FixtureRequest) -> None:
    assert not is_plain(request.node)
    assert not any(is_plain(item) for item in request.session.items if item.get_closest_marker("django_db"))
