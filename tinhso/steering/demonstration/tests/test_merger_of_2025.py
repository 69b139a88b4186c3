"""The event of 01/7/2025 played on the sample programme, with its people, what they reported and their figures."""

from datetime import date, datetime, time, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.organisations.errors import StoodUpon
from tinhso.kernel.organisations.models import Unit
from tinhso.kernel.reorganisations.actions.enforce import enforce
from tinhso.kernel.reorganisations.actions.take_back import take_back
from tinhso.kernel.reorganisations.models import Draft
from tinhso.kernel.reorganisations.roles import proposals
from tinhso.steering.figures.models import Value
from tinhso.steering.following.actions.report_progress import Progress, report_progress
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.models import Deed, ProgressEntry
from tinhso.steering.following.parts import part_in
from tinhso.steering.pages.tests.reading import codes
from tinhso.steering.programmes.models import Programme, Task

pytestmark = pytest.mark.django_db
EVE, MERGER, AFTER = "30/6/2025", date(2025, 7, 1), "15/7/2025"
OLD, NEW = "so-khcn-2025", "bac-ninh-so-khcn"
JOINED, DISTRICT = "cap-xa-07282-2025", "cap-huyen-yen-the"
REPORTING = date(2022, 9, 30)
REPORTED = Progress(said="doing", note="Xã đã lập tổ công nghệ số")


@pytest.fixture
def keeper(sample: Programme) -> Account:
    """Keeps the organisations; the event of the samples is still before him."""
    account = Account.objects.get(username="quan-tri")
    take_back(MERGER, reason="Diễn tập", by=account)
    return account


@pytest.fixture
def commune(sample: Programme) -> Account:
    return Account.objects.get(username="can-bo-xa")


def play(keeper: Account) -> None:
    """The four decisions take effect together, and every role that has a successor goes on there."""
    drafts = list(Draft.objects.prefetch_related("lines"))
    roles = proposals([line for draft in drafts for line in draft.lines.all()], MERGER)
    enforce({draft.pk: draft.version for draft in drafts}, moving=[each.role.pk for each in roles], by=keeper)


def hand(account: Account, day: date) -> Hand:
    return Hand(account, at=timezone.make_aware(datetime.combine(day, time(9))))


def work_of(account: Account, day: date) -> list[Task]:
    """The open tasks that the account reports on for a unit that leads them."""
    tasks = Task.objects.current().filter(completed_on=None).select_related("programme").in_document_order()
    return [task for task in tasks if (part := part_in(task, account, day)).leads and not part.stands_in]


def led(client: Client, sample: Programme, key: str, day: str) -> set[str]:
    """The open tasks that the list shows for the unit on the day."""
    wanted = {"don_vi": f"u{Unit.objects.get(key=key).pk}", "vai_tro": "lead", "tinh_trang": "chua", "ngay": day}
    return set(codes(client, reverse("pages:tasks", args=(sample.pk,)), **wanted))


def history(client: Client, task: Task) -> str:
    shown = client.get(reverse("pages:task", args=(task.programme_id, task.pk)), {"ngay": AFTER})
    return shown.content.decode().partition('id="lich-su"')[2]


def test_open_work_with_its_reports_goes_to_the_department_of_bac_ninh_and_back(
    client: Client, sample: Programme, keeper: Account
) -> None:
    client.force_login(keeper)
    before = led(client, sample, OLD, AFTER)
    reported = set(ProgressEntry.objects.filter(task__code__in=before).values_list("task__code", flat=True))
    assert len(reported) > 10
    play(keeper)
    assert led(client, sample, OLD, EVE) == before
    assert led(client, sample, OLD, AFTER) == set()
    assert before <= led(client, sample, NEW, AFTER)
    deeds = Deed.objects.count(), Value.objects.count()
    take_back(MERGER, reason="Diễn tập xong", by=keeper)
    assert led(client, sample, OLD, AFTER) == before
    assert (Deed.objects.count(), Value.objects.count()) == deeds


def test_the_officer_of_a_commune_goes_on_with_its_work_at_the_commune_it_joined(
    sample: Programme, keeper: Account, commune: Account
) -> None:
    before = {task.code for task in work_of(commune, MERGER - timedelta(days=1))}
    play(keeper)
    after = {task.code for task in work_of(commune, MERGER)}
    assert before
    assert before <= after
    report_progress(work_of(commune, MERGER)[0], REPORTED, hand(commune, MERGER))
    assert ProgressEntry.objects.latest("pk").unit == Unit.objects.get(key=JOINED)


def test_the_history_of_a_task_names_the_units_of_its_time(client: Client, sample: Programme, keeper: Account) -> None:
    officer = Account.objects.get(username="can-bo-huyen")
    task = work_of(officer, REPORTING)[0]
    report_progress(task, REPORTED, hand(officer, REPORTING))
    play(keeper)
    client.force_login(keeper)
    assert "Vũ Văn Thử (tài khoản thử), UBND huyện Yên Thế<" in history(client, task)
    old = Deed.objects.filter(kind="progress", unit__key="so-tttt", task__code__in=led(client, sample, NEW, AFTER))
    assert ", Sở Thông tin và Truyền thông<" in history(client, old.select_related("task")[0].task)


@pytest.mark.parametrize("day", ["30/6/2022", EVE, AFTER])
def test_the_entries_behind_an_indicator_name_the_districts_that_gave_them(
    client: Client, sample: Programme, keeper: Account, day: str
) -> None:
    play(keeper)
    client.force_login(keeper)
    indicator = sample.indicators.get(code="I.1")
    district = Unit.objects.get(key=DISTRICT)
    page = client.get(reverse("values:entries", args=(sample.pk, indicator.pk)), {"ngay": day}).content.decode()
    assert f'<a href="?don_vi=u{district.pk}">UBND huyện Yên Thế</a>' in page
    assert "Tỉnh Bắc Ninh" not in page.partition("<tbody>")[2]


def test_it_is_taken_back_only_while_nothing_new_stands_on_it(
    sample: Programme, keeper: Account, commune: Account
) -> None:
    play(keeper)
    report_progress(work_of(commune, MERGER)[0], REPORTED, hand(commune, MERGER))
    with pytest.raises(StoodUpon, match="1 cập nhật tiến độ"):
        take_back(MERGER, reason="Diễn tập xong", by=keeper)
    assert RoleAssignment.objects.filter(account=commune, unit__key=JOINED).exists()
