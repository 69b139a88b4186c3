"""What the form of planning a round begins with."""

from datetime import date
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from tinhso.steering.pages.rounds.plan_form import proposal_of
from tinhso.steering.pages.rounds.tests.test_pages import plan, planning
from tinhso.steering.programmes.models import Programme
from tinhso.steering.reporting.models import Round


@pytest.mark.parametrize(("day", "number"), [(date(2022, 5, 1), 2), (date(2022, 9, 1), 4), (date(2022, 9, 15), 4)])
def test_the_next_quarter_without_a_round_is_proposed(planned: Round, day: date, number: int) -> None:
    """The third has its round: whoever opens the form then is to plan the fourth."""
    assert proposal_of(day, [planned])["number"] == number


def test_after_the_last_quarter_of_a_year_the_next_year_begins(planned: Round) -> None:
    """The decree's first quarter of 2023 begins on 15/12/2022."""
    begun = proposal_of(date(2022, 12, 15), [planned])
    assert (begun["year"], begun["number"]) == (2023, 1)


def test_a_round_of_another_kind_takes_no_quarters_place(planned: Round) -> None:
    planned.kind = Round.Kind.MONTH
    assert proposal_of(date(2022, 9, 1), [planned])["number"] == 3


def test_the_form_does_not_begin_with_a_round_that_stands(desk: Client, planned: Round, programme: Programme) -> None:
    programme.demonstration_on = planned.last_day
    programme.save()
    form = desk.get(reverse("rounds:plan", args=(programme.pk,))).context["form"]
    assert (form["number"].value(), form["title"].value()) == (4, "Báo cáo quý IV năm 2022")


def test_what_was_typed_about_a_round_that_stands_is_not_dropped_with_a_word_of_success(
    desk: Client, programme: Programme
) -> None:
    assert desk.post(plan(programme), planning(programme)).status_code == 302
    answer = desk.post(plan(programme), planning(programme, words="Kèm biểu số 2", once="another"))
    assert answer.status_code == 409
    assert "với yêu cầu khác: chưa lập gì thêm" in unescape(answer.content.decode())
    assert "Kèm biểu số 2" in unescape(answer.content.decode())
