"""The way down from a figure to who said what, and two sources for one cell."""

import pytest
from django.test import Client
from django.urls import reverse

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.figures.actions.correct import correct
from tinhso.steering.figures.giving import Whence
from tinhso.steering.figures.models import Value
from tinhso.steering.figures.tests.giving import give, ratio
from tinhso.steering.pages.values.tests.reading import shown
from tinhso.steering.programmes.models import Indicator

pytestmark = pytest.mark.django_db


def test_from_the_provinces_figure_one_gets_to_who_said_what_and_when(
    client: Client, chair: Account, two_given: Indicator, district: Unit
) -> None:
    client.force_login(chair)
    old = Value.objects.get(unit=district)
    new = correct(old, ratio(3, 10), Whence(by=None, note="cộng thiếu một xã"))
    key = two_given.programme_id
    assert reverse("values:entries", args=(key, two_given.pk)) in shown(client, "pages:indicator", key, two_given.pk)
    assert reverse("values:value", args=(key, new.pk)) in shown(client, "values:entries", key, two_given.pk)
    page = shown(client, "values:value", key, new.pk)
    for told in ("30,0 % (3/10)", "10,0 % (1/10)", "cộng thiếu một xã", "dòng lệnh", "Cấp huyện"):
        assert told in page
    assert "đã thay" in shown(client, "values:value", key, old.pk)


def test_a_clash_is_shown_on_the_board_and_decided_with_a_reason(
    client: Client, officer: Account, two_given: Indicator, district: Unit
) -> None:
    client.force_login(officer)
    file = Whence(by=None, source=Value.Source.IMPORTED, reference="a.csv:2")
    other = give(two_given, district, ratio(7, 10), whence=file)
    assert "1 ô số liệu có hai nguồn" in shown(client, "pages:board", two_given.programme_id)
    address = reverse("values:clashes", args=(two_given.programme_id,))
    refused = client.post(address, {"giu": other.pk, "note": ""})
    assert refused.status_code == 422
    client.post(address, {"giu": other.pk, "note": "Theo báo cáo đã ký"})
    assert Value.objects.known_at().get(unit=district) == other
    assert "hai nguồn" not in shown(client, "pages:board", two_given.programme_id)
