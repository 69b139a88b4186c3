"""The demonstration has letters in its mailbox: few, each of a working day, to those on whom something waits."""

from collections import Counter
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from tinhso.kernel.mail.models import Letter
from tinhso.kernel.organisations.office_calendar import office_calendar
from tinhso.steering.programmes.models import Programme

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def test_the_mailbox_holds_a_letter_a_person_and_working_day_at_most(sample: Programme) -> None:
    call_command("demo_letters", stdout=StringIO())
    letters = list(Letter.objects.select_related("account"))
    days = Counter((letter.account.username, timezone.localdate(letter.written_at)) for letter in letters)
    # The report of the department's officer waits for his head.
    assert {"thu-truong", "can-bo-huyen", "thuong-truc"} <= {username for username, _ in days}
    assert set(days.values()) == {1}
    assert all(office_calendar().is_working_day(day) for _, day in days)
    assert {letter.state for letter in letters} == {"kept"}
    call_command("demo_letters", stdout=StringIO())
    assert Letter.objects.count() == len(letters)
