"""One command sets an installation up: what it finds half-made it makes again, and what it cannot do it says."""

import json
import os
import socket
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tinhso.config.database import UnknownDatabase, database
from tinhso.config.places import CHECKOUT
from tinhso.config.secret import secret_key
from tinhso.config.setup import packages
from tinhso.config.setup.steps import StepFailed, run


@pytest.fixture
def environment(tmp_path: Path) -> Path:
    """A .venv whose Python answers, with its note."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python").symlink_to(sys.executable)
    (tmp_path / "tinhso.json").write_text(json.dumps({"place": str(tmp_path), "runtime": "abc"}), encoding="utf-8")
    return tmp_path


def test_an_environment_that_stands_is_used_again(environment: Path) -> None:
    assert packages.state_of(environment)["runtime"] == "abc"


def test_an_environment_whose_python_is_gone_is_made_again(environment: Path) -> None:
    (environment / "bin" / "python").unlink()
    assert packages.state_of(environment) == {}


def test_an_environment_that_was_moved_is_made_again(environment: Path) -> None:
    moved = environment.rename(environment.with_name("elsewhere"))
    assert packages.state_of(moved) == {}


def test_an_environment_killed_before_its_first_note_is_made_again(environment: Path) -> None:
    (environment / "tinhso.json").unlink()
    assert packages.state_of(environment) == {}


def test_a_failed_command_shows_the_end_of_what_it_said(tmp_path: Path) -> None:
    with pytest.raises(StepFailed, match=r"Không cài được\.\n    the last word") as failure:
        run(["sh", "-c", "echo the last word; exit 3"], log=tmp_path / "log", sentence="Không cài được.")
    assert str(tmp_path / "log") in failure.value.sentence


def test_two_processes_that_start_together_have_one_secret_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(secret_key, [tmp_path] * 16))
    assert len(keys) == 1
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600


def test_without_an_address_the_database_is_a_file_of_the_installation(tmp_path: Path) -> None:
    assert database("", home=tmp_path)["NAME"] == str(tmp_path / "tinhso.sqlite3")


def test_an_address_of_postgresql_is_taken_apart(tmp_path: Path) -> None:
    described = database("postgresql://an:m%40t@db.example:5433/tinhso?sslmode=require", home=tmp_path)
    assert [described[part] for part in ("USER", "PASSWORD", "HOST", "PORT", "NAME")] == [
        *("an", "m@t", "db.example", "5433", "tinhso")
    ]
    assert described["OPTIONS"] == {"sslmode": "require"}


def test_another_kind_of_database_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownDatabase, match="mysql"):
        database("mysql://localhost/tinhso", home=tmp_path)


def test_a_busy_port_is_said_before_anything_is_done() -> None:
    with socket.create_server(("127.0.0.1", 0)) as busy:
        told = serve(port=busy.getsockname()[1])
    assert told.returncode == 1
    assert "TINHSO_PORT=" in told.stderr


def test_a_plan_that_is_not_there_is_said_before_anything_is_done() -> None:
    told = serve("khong-co.docx", port=0)
    assert (told.returncode, told.stdout) == (1, "")
    assert "Không có tệp" in told.stderr


@pytest.mark.parametrize("script", ["bin/run", "bin/test", "bin/backup", "bin/restore", "bin/python.sh"])
def test_a_script_is_plain_posix(script: str) -> None:
    assert subprocess.run(["sh", "-n", CHECKOUT / script], check=False).returncode == 0


def test_a_machine_without_a_fitting_python_is_told_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "cat").symlink_to("/bin/cat")
    told = subprocess.run(
        ["/bin/sh", CHECKOUT / "bin" / "run"], env={"PATH": str(tmp_path)}, check=False, capture_output=True, text=True
    )
    assert told.returncode == 1
    assert "apt-get install python3 python3-venv" in told.stderr


def test_a_python_without_venv_is_told_which_package_to_install(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text("import sys; sys.modules['ensurepip'] = None", encoding="utf-8")
    asked = "import sys; from pathlib import Path; from tinhso.config.setup import packages\n"
    asked += "packages.ensure('runtime', environment=Path(sys.argv[1]))"
    command = [sys.executable, "-c", asked, str(tmp_path / ".venv")]
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    told = subprocess.run(command, env=environment, check=False, capture_output=True, text=True)
    assert "apt-get install python3-venv" in told.stderr
    assert not (tmp_path / ".venv").exists()


def serve(*words: str, port: int) -> subprocess.CompletedProcess[str]:
    """``bin/run WORDS`` from the point where .venv stands."""
    command = [sys.executable, "-m", "tinhso.config.serve", *words]
    environment = {**os.environ, "TINHSO_PORT": str(port)}
    return subprocess.run(command, env=environment, check=False, capture_output=True, text=True, timeout=60)
