"""Tình trạng hệ thống: each part answers, what is bad is told with what to do, and no secret is."""

import json
from datetime import timedelta
from html import unescape
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from tinhso.config import cli
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.audit.triggers import install, remove
from tinhso.lib.probe import Answer, Probe
from tinhso.surfaces.web.condition.asking import Asked, ask_all, exit_code, worst
from tinhso.surfaces.web.condition.probing import machine, program, queue

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def home(settings: Settings, tmp_path: Path) -> Path:
    """The state and the log of errors in a folder of the test's own."""
    settings.HOME = settings.LOGS = tmp_path
    return tmp_path


def answer_of(code: str) -> Answer:
    return next(each.answer for each in ask_all() if each.probe.code == code)


def test_every_part_of_the_system_answers() -> None:
    codes = [each.probe.code for each in ask_all()]
    assert len(codes) == len(set(codes))
    assert {"database", "log_triggers", "queue", "files", "virus_scanner", "mail", "backup", "errors"} <= set(codes)


def test_an_administrator_sees_each_with_its_word(client: Client, administrator: Account) -> None:
    client.force_login(administrator)
    page = unescape(client.get(reverse("condition:page")).content.decode())
    assert all(each.probe.label in page for each in ask_all())


def test_a_monitor_gets_the_same(client: Client, administrator: Account) -> None:
    client.force_login(administrator)
    told = client.get(reverse("condition:json")).json()
    assert [part["code"] for part in told["parts"]] == [each.probe.code for each in ask_all()]
    assert told["tone"] == "warn"


def test_nobody_else_is_told_anything(client: Client, coordinator: Account) -> None:
    assert client.get("/khoe").json() == {"database": "ok"}
    client.force_login(coordinator)
    assert client.get(reverse("condition:json")).status_code == 403


def test_a_table_that_is_not_recorded_is_bad(client: Client, administrator: Account) -> None:
    remove(connection)
    told = answer_of("log_triggers")
    client.force_login(administrator)
    status = client.get(reverse("condition:json")).status_code
    install(connection)
    assert (told.tone, told.advice, status) == ("bad", "Chạy: tinhso django audit_install", 503)


def test_a_probe_that_falls_over_hides_none_of_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _place: 1 / 0)
    assert answer_of("disk").tone == "bad"
    assert answer_of("database").tone == "good"


def test_work_that_nobody_takes_is_bad() -> None:
    waiting = DBTaskResult.objects.create(
        args_kwargs={"args": [], "kwargs": {}},
        task_path="x.y",
        backend_name="default",
        run_after=timezone.now() - timedelta(hours=1),
        exception_class_path="",
        traceback="",
    )
    DBTaskResult.objects.filter(pk=waiting.pk).update(enqueued_at=timezone.now() - timedelta(hours=1))
    assert queue.waiting().tone == "bad"


def test_errors_of_a_day_are_counted_without_what_was_in_them(home: Path) -> None:
    now = timezone.localtime()
    lines = [
        f"{now - timedelta(days=2):%Y-%m-%d %H:%M:%S},123 ERROR django.request: cũ",
        f"{now:%Y-%m-%d %H:%M:%S},123 ERROR django.request: mật khẩu là bi-mat-1",
        "Traceback: bi-mat-2",
        f"{now:%Y-%m-%d %H:%M:%S},123 INFO x: không sao",
    ]
    (home / "tinhso.log").write_text("\n".join(lines), encoding="utf-8")
    told = program.errors()
    assert told.tone == "warn"
    assert told.words.startswith("1 lỗi trong 24 giờ qua")
    assert "bi-mat" not in told.words


def test_a_backup_of_today_is_good_and_none_is_not(home: Path) -> None:
    assert machine.backup().tone == "warn"
    (home / "backups").mkdir()
    (home / "backups" / "tinhso-1.tar.gz").write_bytes(b"x")
    assert machine.backup().tone == "good"


def test_a_secret_key_that_others_read_is_bad(home: Path) -> None:
    (home / "secret-key").write_text("khoa")
    (home / "secret-key").chmod(0o644)
    assert machine.state_folder().tone == "bad"


def test_the_whole_is_as_its_worst_part() -> None:
    parts = [Asked(Probe("x", "x", 1, program.versions), Answer(tone, "")) for tone in ("good", "warn", "good")]
    assert (worst(parts), exit_code(worst(parts))) == ("warn", 1)
    assert worst([]) == "good"


def test_the_command_ends_with_the_code_that_monitors_expect(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["health", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["tone"] == "warn"
    assert cli.main(["health"]) == 1
    assert "→ Đặt TINHSO_EMAIL_URL." in capsys.readouterr().out
