"""``python -m bench.load.world PEOPLE``: a province at work, made in the database of the environment. All invented."""

import importlib
import os
import sys

import django
from django.core.management import call_command
from django.db import connection


def main(words: list[str]) -> int:
    """Migrate, then make the world; its keys for locust stand in TINHSO_HOME/world.json."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tinhso.config.settings"
    django.setup()
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    importlib.import_module("bench.work.province").make(int(words[0]))
    # As a province stands of a morning: its log sealed, its tables known to the planner.
    call_command("audit_seal", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
