"""Any operation at the machine: the same door, the account's own rights."""

import json
from pathlib import Path

import pytest

from tests.console import Capture, say
from tests.furnished import Keys
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.audit.models import Entry

pytestmark = pytest.mark.django_db


def test_a_list_is_read_as_the_account(capsys: Capture, keys: Keys, officer: Account) -> None:
    code, told, _ = say(capsys, "api", "GET", "/programmes?limit=5", "--by", "officer")
    assert (code, [row["id"] for row in json.loads(told)["items"]]) == (0, [keys["programme"]])


def test_a_change_is_recorded_as_the_accounts_by_the_command(capsys: Capture, keys: Keys, coordinator: Account) -> None:
    address = f"/programmes/{keys['programme']}/tasks/{keys['task']}/acceptance"
    code, told, _ = say(capsys, "api", "POST", address, "--by", "coordinator", "--if-match", '"1"')
    assert (code, json.loads(told)["acceptance"]) == (0, "accepted")
    entry = Entry.objects.filter(table_name="programmes_task").latest("id")
    assert (entry.actor, entry.source) == ("coordinator", "lệnh api")


def test_a_refusal_is_told_with_its_code(capsys: Capture, keys: Keys, officer: Account, citizen: Account) -> None:
    code, told, _ = say(capsys, "api", "GET", "/programmes", "--by", "citizen")
    assert (code, json.loads(told)["code"]) == (1, "not_found")
    assert say(capsys, "api", "GET", "/programmes", "--by", "khong-co")[0] == 2


def test_a_file_is_handed_in(capsys: Capture, keys: Keys, officer: Account, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n")
    code, told, _ = say(capsys, "api", "POST", "/files", "--by", "officer", "--file", str(tmp_path / "a.pdf"))
    assert (code, json.loads(told)["name"]) == (0, "a.pdf")
