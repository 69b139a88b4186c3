"""A table with a fault is refused whole, with the place of the fault."""

import shutil
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tinhso.kernel.organisations.errors import NoSuchUnit, UnreadableTable
from tinhso.kernel.organisations.loading.load import load
from tinhso.kernel.organisations.models import Unit
from tinhso.kernel.organisations.tests.samples import FOLDER

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the samples that may be spoilt."""
    return Path(shutil.copytree(FOLDER, tmp_path / "organisations"))


def spoil(place: Path, old: str, new: str) -> None:
    text = place.read_text(encoding="utf-8")
    assert old in text
    place.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_day_that_is_none_is_named_with_file_and_line(folder: Path) -> None:
    spoil(folder / "units-administrative.csv", "2020-01-01", "2020-02-31")
    with pytest.raises(UnreadableTable) as refusal:
        load(folder)
    assert refusal.value.sentence == "Không đọc được units-administrative.csv, dòng 2: ngày “2020-02-31”."


@pytest.mark.parametrize(
    ("table", "old", "new", "reason"),
    [
        ("reorganisations.csv", "2025-01-01", "", "thiếu ngày ở cột effective_on"),
        ("steps.csv", ",establish,", ",thành lập,", "việc “thành lập”"),
        ("posts.csv", "unit,title", "don_vi,title", "thiếu cột unit"),
        ("successions.csv", ",1,", ",một,", "số “một”"),
    ],
)
def test_a_table_with_a_fault_says_what_is_wrong(folder: Path, table: str, old: str, new: str, reason: str) -> None:
    spoil(folder / table, old, new)
    with pytest.raises(UnreadableTable, match=reason):
        load(folder)
    assert not Unit.objects.exists()


def test_a_name_of_no_unit_is_refused_and_nothing_is_kept(folder: Path) -> None:
    spoil(folder / "aliases.csv", "unit,so-vhttdl", "unit,so-khong-co")
    with pytest.raises(NoSuchUnit):
        load(folder)
    assert not Unit.objects.exists()


def test_the_command_says_what_it_loaded(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("load_organisations", folder)
    assert "Đã nạp 269 đơn vị, 8 quyết định" in capsys.readouterr().out


def test_the_command_refuses_a_folder_without_tables(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="không có tệp units-administrative"):
        call_command("load_organisations", tmp_path)
