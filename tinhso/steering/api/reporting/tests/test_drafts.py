"""The draft of a consolidated report for other systems: the numbers and words of the page."""

import pytest

from tinhso.kernel.accounts.models import Account
from tinhso.steering.api.reporting.tests.conftest import Call
from tinhso.steering.api.reporting.tests.test_reports import get
from tinhso.steering.issuing.tests.test_report import tell
from tinhso.steering.programmes.models import Programme
from tinhso.steering.reporting.models import Report, Round

pytestmark = pytest.mark.django_db


def test_it_tells_figures_words_and_what_is_missing(
    report: Report, programme: Programme, officer: Account, coordinator: Account, caller: Call
) -> None:
    tell(report, officer, difficulties="Thiếu kinh phí.")
    told = get(caller(coordinator), f"/programmes/{programme.pk}/rounds/{report.round_id}/draft")
    figures = {each["name"]: each["text"] for each in told["figures"]}
    assert (figures["units/in-time"], figures["units/unsent"], told["missing"]) == ("01", "02", 2)
    assert "UBND huyện Mẫu: “Thiếu kinh phí.”" in [each["text"] for each in told["parts"] if each["kind"] == "item"]
    assert [each["number"] for each in told["annexes"]] == ["Phụ lục I", "Phụ lục II", "Phụ lục III", "Phụ lục IV"]
    assert told["annexes"][0]["parts"][0]["rows"][0][:3] == ["TT", "Chỉ tiêu", "Mục tiêu"]


def test_a_programme_that_the_round_does_not_ask_about_has_none(
    quarter: Round, coordinator: Account, caller: Call
) -> None:
    assert caller(coordinator).get(f"/api/v1/programmes/999/rounds/{quarter.pk}/draft").status_code == 404
