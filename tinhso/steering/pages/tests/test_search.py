"""Tasks, indicators and documents in the search over everything."""

import pytest
from django.utils import timezone

from tests.cast import SINCE
from tests.large import stored
from tests.readings import small_plan
from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.accounts.roles import Role
from tinhso.kernel.organisations.models import Unit
from tinhso.kernel.search.findable import Hit, Seeker
from tinhso.kernel.search.finding import find
from tinhso.kernel.search.ranking import Window
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.models import PlanDocument, Programme, Task

pytestmark = pytest.mark.django_db


def hits(query: str, account: Account, kind: str = "task", session: dict[str, int] | None = None) -> list[Hit]:
    answer = find(query, Seeker(account, timezone.localdate(), session or {}), Window(20))
    return [hit for each in answer.found if each.kind.name == kind for hit in each.hits]


def test_a_task_is_found_by_its_words_and_by_who_leads_it(programme: Programme, officer: Account) -> None:
    assert [hit.code for hit in hits("ra soat quy che cua don vi", officer)] == ["II.4"]
    assert "II.4" in {hit.code for hit in hits("các sở, ngành", officer)}


def test_the_code_itself_stands_first(programme: Programme, officer: Account) -> None:
    Task.objects.filter(programme=programme, code="II.5").update(text="Nhiệm vụ nói về mục II.4")
    assert [hit.code for hit in hits("II.4", officer)][:2] == ["II.4", "II.5"]


def test_a_document_is_found_by_its_number_and_symbol(programme: Programme, officer: Account) -> None:
    PlanDocument.objects.filter(programme=programme).update(number="15", symbol="KH-BCĐCĐS")
    for query in ("15/KH-BCĐCĐS", "15/kh-bcdcds", "15/KH"):
        assert [hit.code for hit in hits(query, officer, "document")] == ["15/KH-BCĐCĐS"]


def test_what_a_corrected_version_left_out_comes_last_and_says_so(programme: Programme, officer: Account) -> None:
    Task.objects.filter(programme=programme, code="II.1").update(withdrawn_at=timezone.now(), text="quy chế")
    found = hits("quy che", officer)
    assert len(found) > 1
    assert found[-1].note == "không còn trong bản sửa"


def test_the_programme_looked_at_comes_first(programme: Programme, officer: Account) -> None:
    second = start(stored(small_plan().reading(), "lan-hai.txt"), by=None, name="Chương trình thứ hai")
    for key in (programme.pk, second.pk):
        assert hits("quy che", officer, session={"programme": key})[0].address.startswith(f"/chuong-trinh/{key}/")


def test_tasks_of_the_own_unit_come_before_others_alike(
    programme: Programme, officer: Account, bodies: list[Unit]
) -> None:
    Task.objects.filter(programme=programme).update(text="Nhiệm vụ như nhau")
    own = Task.objects.filter(assignments__post__unit=bodies[1]).order_by("-position")[0]
    RoleAssignment.objects.create(account=officer, role=Role.UNIT_OFFICER, unit=bodies[1], valid_from=SINCE)
    assert hits("nhiem vu nhu nhau", officer)[0].address.endswith(f"/{own.pk}")


def test_a_citizen_finds_no_task(programme: Programme, citizen: Account) -> None:
    assert find("quy che", Seeker(citizen, timezone.localdate(), {}), Window(20)).found == []
