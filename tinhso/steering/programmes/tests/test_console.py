"""The steering on the command line: exit code 0 and text, or 2 and one Vietnamese sentence."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests import samples
from tests.console import Capture, say, signed
from tests.samples import CHECKOUT
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.programmes.models import PlanDocument, Programme, Revision

SEED = str(samples.SEED)


def test_read_prints_json_with_the_public_fields(capsys: Capture) -> None:
    code, out, _ = say(capsys, "read", SEED, "--json")
    reading = json.loads(out)
    assert (code, len(reading["indicators"]), reading["coverage"]) == (0, 18, 1.0)


def test_read_prints_a_table_or_what_to_settle_before_signing(capsys: Capture) -> None:
    assert "KH-BCĐCĐS" in say(capsys, "read", SEED)[1]
    assert say(capsys, "read", SEED, "--check")[0] == 0


def test_read_never_loads_django() -> None:
    program = (
        f"import sys; from tinhso.config.cli import main; main(['read', {SEED!r}]); print('django' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=CHECKOUT, check=True)
    assert done.stdout.splitlines()[-1] == "False"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 hong", "MẬT\nKẾ HOẠCH\nnăm 2022\n1. Việc".encode()])
@pytest.mark.parametrize("word", ["read", "start"])
@pytest.mark.django_db
def test_a_bad_file_gets_one_sentence_and_leaves_nothing(
    capsys: Capture, tmp_path: Path, word: str, content: bytes
) -> None:
    place = tmp_path / "tep.docx"
    place.write_bytes(content)
    code, out, err = say(capsys, word, str(place))
    assert (code, out, len(err.strip().splitlines())) == (2, "", 1)
    assert not PlanDocument.objects.exists()


def test_a_file_that_is_not_there_is_said_so(capsys: Capture) -> None:
    assert say(capsys, "read", "khong-co.txt") == (2, "", "Không đọc được tệp “khong-co.txt”: không có tệp này.\n")


def test_wrong_words_are_answered_with_how_to_say_it(capsys: Capture) -> None:
    code, _, err = say(capsys, "read")
    assert (code, err) == (2, "Tham số không đúng. Cách dùng: tinhso read [-h] [--json | --check] TỆP\n")


@pytest.mark.django_db
def test_start_twice_gives_one_programme(capsys: Capture, office: Unit) -> None:
    code, out, _ = say(capsys, "start", SEED, "--unit", "so-tttt", "--name", "Chuyển đổi số 2022")
    assert (code, "18 chỉ tiêu (21 mức)" in out) == (0, True)
    code, out, _ = say(capsys, "start", SEED)
    assert (code, "đã lập thành chương trình kh-bcdcds-2022" in out) == (0, True)
    assert say(capsys, "start", SEED, "--if-none")[:2] == (0, "Đã có chương trình; không lập thêm.\n")
    programme = Programme.objects.get()
    assert (programme.name, programme.coordinating_unit) == ("Chuyển đổi số 2022", office)


@pytest.mark.django_db
def test_a_programme_is_started_in_the_name_of_who_may(
    capsys: Capture, office: Unit, coordinator: Account, registrar: Account
) -> None:
    assert say(capsys, "start", SEED, "--by", registrar.username)[0] == 2
    assert not PlanDocument.objects.exists()
    assert say(capsys, "start", SEED, "--by", coordinator.username)[0] == 0
    assert Programme.objects.get().created_by == coordinator
    assert signed("programmes_programme") == (coordinator.username, "lệnh start")


@pytest.mark.django_db
def test_a_text_that_orders_nothing_starts_nothing_and_is_not_kept(capsys: Capture, tmp_path: Path) -> None:
    letter = tmp_path / "thu.txt"
    letter.write_text("Kính gửi các bạn,\nHôm nay trời đẹp.\n", encoding="utf-8")
    code, _, err = say(capsys, "start", str(letter))
    assert (code, err.startswith("Không tìm thấy chỉ tiêu hay nhiệm vụ nào")) == (2, True)
    assert not PlanDocument.objects.exists()


@pytest.mark.django_db
def test_start_for_a_unit_that_does_not_exist_reads_nothing(capsys: Capture) -> None:
    assert say(capsys, "start", SEED, "--unit", "so-ma") == (2, "", "Không có đơn vị nào mang mã “so-ma”.\n")
    assert not PlanDocument.objects.exists()


@pytest.mark.django_db
def test_programme_lists_and_shows(capsys: Capture, office: Unit) -> None:
    assert say(capsys, "programme")[1] == "Chưa có chương trình nào. Lập bằng: tinhso start TỆP\n"
    say(capsys, "start", SEED)
    assert say(capsys, "programme")[1].startswith("kh-bcdcds-2022")
    shown = say(capsys, "programme", "kh-bcdcds-2022", "--on", "15/8/2022")[1]
    assert "Chưa hoàn thành, quá hạn" in shown
    assert "Sắp đến hạn:" in shown


@pytest.mark.django_db
def test_programme_as_json_counts_every_task_once(capsys: Capture, office: Unit) -> None:
    say(capsys, "start", SEED)
    told = json.loads(say(capsys, "programme", "kh-bcdcds-2022", "--json", "--on", "15/8/2022")[1])
    assert sum(told["states"].values()) == told["tasks"] == sum(section["tasks"] for section in told["sections"])
    assert told["next_due"][0]["due_on"] >= "2022-08-15"


@pytest.mark.django_db
def test_an_unknown_programme_or_day_ends_with_a_sentence(capsys: Capture) -> None:
    assert say(capsys, "programme", "khong-co") == (2, "", "Không có chương trình nào mã “khong-co”.\n")
    assert say(capsys, "programme", "--on", "hôm qua")[0] == 2


@pytest.mark.django_db
def test_reread_shows_and_applies_a_corrected_version(
    capsys: Capture, office: Unit, coordinator: Account, tmp_path: Path
) -> None:
    say(capsys, "start", SEED)
    corrected = tmp_path / "ban-sua.txt"
    corrected.write_text(Path(SEED).read_text().replace("trong tháng 10/2022", "trong tháng 12/2022"))
    code, out, _ = say(capsys, "reread", "kh-bcdcds-2022", str(corrected))
    assert (code, out.count("~ Nhiệm vụ II.1.a.1")) == (0, 1)
    assert PlanDocument.objects.count() == 1, "looking keeps nothing"
    assert say(capsys, "reread", "kh-bcdcds-2022", str(corrected), "--apply")[0] == 2, "in nobody's name"
    assert PlanDocument.objects.count() == 1
    say(capsys, "reread", "kh-bcdcds-2022", str(corrected), "--apply", "--by", "coordinator")
    assert Revision.objects.get(number=1).applied_by == coordinator
    assert signed("programmes_revision") == ("coordinator", "lệnh reread")
    assert say(capsys, "reread", "kh-bcdcds-2022", str(corrected))[1] == "Không có thay đổi.\n"


@pytest.mark.django_db
def test_reread_without_a_file_reads_the_stored_one_again(capsys: Capture, office: Unit, coordinator: Account) -> None:
    say(capsys, "start", SEED)
    assert say(capsys, "reread", "kh-bcdcds-2022", "--apply", "--by", "coordinator")[:2] == (0, "Không có thay đổi.\n")
    Programme.objects.get().document.place.unlink()
    assert say(capsys, "reread", "kh-bcdcds-2022")[0] == 2


@pytest.mark.django_db
def test_accept_counts_what_is_left_and_accepts_for_a_person_named(
    capsys: Capture, office: Unit, coordinator: Account
) -> None:
    say(capsys, "start", SEED)
    code = Programme.objects.get().code
    assert "Chỉ tiêu: 18/18 chưa duyệt" in say(capsys, "accept", code)[1]
    assert say(capsys, "accept", code, "--by", "khong-co")[0] == 2
    out = say(capsys, "accept", code, "--by", coordinator.username, "--kind", "indicator")[1]
    assert out.splitlines() == ["Đã chấp nhận 18 mục.", "Chỉ tiêu: 0/18 chưa duyệt"]
