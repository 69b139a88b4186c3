"""How an indicator is measured is read and settled by the API as on its page."""

from typing import Any

import pytest
from django.test import Client

from tests.furnished import Keys
from tests.large import stored
from tests.readings import small_plan
from tinhso.kernel.accounts.models import Account
from tinhso.steering.api.tests.conftest import Call
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.models import Acceptance, Indicator, Programme

pytestmark = pytest.mark.django_db
Told = tuple[int, dict[str, Any]]


def address(keys: Keys) -> str:
    return f"/api/v1/programmes/{keys['programme']}/indicators/{keys['indicator']}/measure"


def settle(client: Client, keys: Keys, *, seen: str = "", **changed: object) -> Told:
    """The measure as it was read, with what is changed."""
    read = client.get(address(keys))
    wanted: dict[str, Any] = {**read.json(), **changed}
    for name in ("taken_by", "acceptance", "version"):
        del wanted[name]
    headers = {"If-Match": seen or read.headers["ETag"]}
    answer = client.put(address(keys), wanted, content_type="application/json", headers=headers)
    return answer.status_code, answer.json()


def test_the_proposal_sent_back_is_accepted_by_who_sent_it(keys: Keys, coordinator: Account, caller: Call) -> None:
    Value.objects.all().delete()
    Measure.objects.all().delete()
    client = caller(coordinator)
    assert client.get(address(keys)).json()["acceptance"] == "proposed"
    assert not Measure.objects.exists(), "reading keeps nothing"
    assert settle(client, keys)[1]["acceptance"] == "accepted"
    assert Measure.objects.get().accepted_by == coordinator


def test_what_is_changed_stands_corrected(keys: Keys, coordinator: Account, caller: Call) -> None:
    status, told = settle(caller(coordinator), keys, levels=["commune", "district"], better="down")
    assert (status, told["levels"]) == (200, ["district", "commune"])
    stands = Measure.objects.get()
    assert (stands.better, stands.acceptance) == ("down", Acceptance.CORRECTED)


def test_the_second_of_two_who_settle_it_is_told(keys: Keys, coordinator: Account, caller: Call) -> None:
    client = caller(coordinator)
    seen = client.get(address(keys)).headers["ETag"]
    assert settle(client, keys, seen=seen)[0] == 200
    status, _told = settle(client, keys, seen=seen, better="down")
    assert (status, Measure.objects.get().better) == (412, "up")


def test_the_kind_stays_once_there_are_figures(keys: Keys, coordinator: Account, caller: Call) -> None:
    status, told = settle(caller(coordinator), keys, kind="number", share_of_whole=False)
    assert (status, told["code"]) == (409, "figure.measure_in_use")


def test_an_officer_of_a_unit_reads_it_and_settles_nothing(
    keys: Keys, officer: Account, coordinator: Account, caller: Call
) -> None:
    assert settle(caller(officer), keys, better="down")[0] == 403
    Programme.objects.update(state="closed")
    assert settle(caller(coordinator), keys, better="down")[1]["code"] == "programme_closed"
    assert Measure.objects.get().better == "up"


def test_an_indicator_is_declared_to_be_the_figure_of_another(keys: Keys, coordinator: Account, caller: Call) -> None:
    client, mine = caller(coordinator), Indicator.objects.get(pk=str(keys["indicator"]))
    Value.objects.filter(indicator=mine).delete()
    assert settle(client, keys)[0] == 200
    source = Indicator.objects.filter(programme=mine.programme).exclude(pk=mine.pk)[0]
    assert settle(client, keys, taken_from=source.pk)[1]["code"] == "figure.not_to_be_taken"
    stands = client.get(address(keys)).json()
    Measure.objects.filter(indicator=source).delete()
    Measure.objects.create(
        indicator=source, kind=stands["kind"], levels="district", acceptance="accepted", accepted_at="2022-06-20T00:00Z"
    )
    assert settle(client, keys, taken_from=source.pk)[1]["taken_from"] == source.pk
    at_source = client.get(address({**keys, "indicator": source.pk})).json()
    assert at_source["taken_by"] == [mine.pk]
    assert settle(client, keys, taken_from=2**60)[0] == 404


def test_the_values_of_a_taker_are_those_that_it_takes(keys: Keys, coordinator: Account, caller: Call) -> None:
    """Each is told under the indicator at which it was given."""
    client, source = caller(coordinator), Indicator.objects.get(pk=str(keys["indicator"]))
    value = Value.objects.get(indicator=source)
    other = start(stored(small_plan().reading(), "khac.txt"), by=coordinator, name="Chương trình khác")
    taker = Indicator.objects.filter(programme=other)[0]
    values = f"/api/v1/programmes/{other.pk}/values"
    assert client.get(values).json()["items"] == []
    Measure.objects.create(indicator=taker, kind=Measure.Kind.RATIO, levels="whole", taken_from=source)
    for asked in ("", f"?indicator={taker.pk}"):
        told = client.get(values + asked).json()["items"]
        assert [(each["id"], each["indicator"]) for each in told] == [(value.pk, source.pk)]
    assert client.get(f"{values}?indicator={source.pk}").status_code == 404
