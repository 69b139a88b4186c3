"""The units that the plans of these tests name, and the place for their files."""

from datetime import date
from pathlib import Path

import pytest
from pytest_django import Settings

from tinhso.kernel.organisations.models import Group, GroupRule, Kind, Post, Unit, UnitVersion
from tinhso.kernel.organisations.naming import fill_search_columns
from tinhso.lib.text import fold

DAY = date(2020, 1, 1)


@pytest.fixture(autouse=True)
def files(settings: Settings, tmp_path: Path) -> Path:
    """Every test keeps its files in a folder of its own."""
    settings.HOME = tmp_path
    return tmp_path


@pytest.fixture
def office(db: None) -> Unit:
    """Sở Thông tin và Truyền thông with its head, beside Công an tỉnh and Sở Y tế; "các sở, ngành" means all three."""
    unit = _unit("so-tttt", "Sở Thông tin và Truyền thông")
    _unit("cong-an", "Công an tỉnh")
    _unit("so-y-te", "Sở Y tế")
    group = Group.objects.create(key="cac-so-nganh", name="Các sở, ngành", folded=fold("Các sở, ngành"))
    GroupRule.objects.create(group=group, kind=Kind.DEPARTMENT)
    return unit


def _unit(key: str, name: str) -> Unit:
    unit = Unit.objects.create(key=key)
    version = UnitVersion(unit=unit, name=name, kind=Kind.DEPARTMENT, valid_from=DAY)
    fill_search_columns(version)
    version.save()
    Post.objects.create(unit=unit, title="Giám đốc", valid_from=DAY)
    return unit
