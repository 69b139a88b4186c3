"""A province of 2026 in which decisions are drafted."""

from collections.abc import Callable
from datetime import date
from uuid import uuid4

import pytest

from tests.cast import administrator, department_in_charge, province, unit
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Kind, Post, Unit
from tinhso.kernel.organisations.tests.samples import bac_giang
from tinhso.kernel.reorganisations.actions.prepare import add_lines, prepare
from tinhso.kernel.reorganisations.models import Draft, Line

__all__ = ["administrator", "bac_giang", "department_in_charge", "province"]

DAY = date(2026, 3, 1)
Drafting = Callable[..., Draft]


@pytest.fixture
def departments(province: Unit) -> list[Unit]:
    """Sở A and Sở B under the province, each with a head; Trung tâm A stands under Sở A."""
    made = [unit(f"so-{name}", f"Sở {name.upper()}", kind=Kind.DEPARTMENT, parent=province) for name in "ab"]
    Post.objects.bulk_create(Post(unit=each, title="Giám đốc", valid_from=date(2022, 1, 1)) for each in made)
    unit("trung-tam-a", "Trung tâm A", kind=Kind.SERVICE, parent=made[0])
    return made


@pytest.fixture
def drafting(departments: list[Unit], administrator: Account) -> Drafting:
    """Drafts a decision of 01/3/2026 with these lines."""

    def drafted(*lines: Line, title: str = "Hợp nhất hai sở") -> Draft:
        draft = prepare({"title": title, "effective_on": DAY}, by=administrator, once=uuid4())
        add_lines(draft, lines, by=administrator)
        return draft

    return drafted


def merger() -> list[Line]:
    """Sở A and Sở B become Sở C; what stands under them goes along."""
    made = Line(deed="establish", unit="so-c", name="Sở C", kind="department", parent="tinh-mau", head_title="Giám đốc")
    merged = [
        Line(deed="merge", unit=key, successor="so-c", share=1, ends=True, with_children=True)
        for key in ("so-a", "so-b")
    ]
    return [made, *merged]
