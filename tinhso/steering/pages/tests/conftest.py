"""A small programme for the screens: two indicators, four tasks, three known bodies. Everything is invented."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from tests.cast import SINCE, unit
from tests.large import stored
from tests.readings import Writer, month, small_plan
from tests.samples import SEED
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Group, GroupRule, Kind, Post, Unit
from tinhso.lib.text import fold
from tinhso.steering.programmes.actions.read import read
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.models import PlanDocument, Programme, ReadingJob

RECEIVE = "/tiep-nhan"


@pytest.fixture(autouse=True)
def files(settings: Settings, tmp_path: Path) -> Path:
    """Every test keeps its files in a folder of its own."""
    settings.HOME = tmp_path
    return tmp_path


@pytest.fixture
def bodies(province: Unit) -> list[Unit]:
    """Sở Thông tin và Truyền thông and Công an tỉnh with their heads; "Các sở, ngành" means both."""
    names = {"so-tttt": "Sở Thông tin và Truyền thông", "cong-an": "Công an tỉnh"}
    made = [unit(key, name, kind=Kind.DEPARTMENT, parent=province) for key, name in names.items()]
    Post.objects.bulk_create(Post(unit=each, title="Giám đốc", valid_from=SINCE) for each in made)
    group = Group.objects.create(key="cac-so-nganh", name="Các sở, ngành", folded=fold("Các sở, ngành"))
    GroupRule.objects.create(group=group, kind=Kind.DEPARTMENT)
    return made


def plan() -> Writer:
    """The small plan with a task for all departments."""
    writer = small_plan()
    writer.task("II.4", "Rà soát quy chế của đơn vị", lead="Các sở, ngành", deadline=month(9))
    writer.task("II.5", "=1+1 là nhiệm vụ không ai chủ trì", lead="")
    return writer


@pytest.fixture
def programme(bodies: list[Unit], coordinator: Account) -> Programme:
    return start(stored(plan().reading()), by=coordinator, name="Chương trình mẫu năm 2022")


@pytest.fixture
def tasks(client: Client, officer: Account, programme: Programme) -> str:
    """The address of the list, with somebody signed in."""
    client.force_login(officer)
    return reverse("pages:tasks", args=(programme.pk,))


@pytest.fixture
def desk(client: Client, coordinator: Account) -> Client:
    """The coordinator's browser."""
    client.force_login(coordinator)
    return client


@pytest.fixture
def document(desk: Client) -> PlanDocument:
    """The seed plan, sent and read."""
    desk.post(RECEIVE, {"file": SimpleUploadedFile(SEED.name, SEED.read_bytes())})
    read(ReadingJob.objects.get())
    return PlanDocument.objects.get()
