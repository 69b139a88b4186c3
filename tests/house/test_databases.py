"""Each process of the tests works on a copy of one migrated database: it must be as ``migrate`` would leave it."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from tests import databases

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
