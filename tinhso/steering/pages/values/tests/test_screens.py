"""Figures on the screen: what an officer reads, enters, corrects."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.large import stored
from tests.readings import small_plan
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.documents.models import IssuedDocument
from tinhso.kernel.organisations.models import Unit, UnitVersion
from tinhso.steering.figures.actions.correct import correct
from tinhso.steering.figures.giving import Given, Whence
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.figures.tests.conftest import SEPTEMBER, target
from tinhso.steering.figures.tests.giving import give, ratio
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.models import Indicator

pytestmark = pytest.mark.django_db
DAY = {"ngay": "31/12/2022"}


def sent(unit: Unit, numerator: str, denominator: str, **more: object) -> dict[str, object]:
    """A form as an officer fills it in."""
    days = {"from_on": "01/01/2022", "to_on": "14/6/2022"}
    return {"unit": str(unit.pk), **days, "numerator": numerator, "denominator": denominator, **more}


def address(view: str, indicator: Indicator) -> str:
    return reverse(view, args=(indicator.programme_id, indicator.pk))


def shown(client: Client, view: str, indicator: Indicator, **query: str) -> str:
    return client.get(address(view, indicator), {**DAY, **query}).content.decode().replace("\N{NO-BREAK SPACE}", " ")


def test_an_officer_enters_a_figure_with_its_evidence(
    client: Client, officer: Account, indicator: Indicator, measure: Measure, district: Unit
) -> None:
    client.force_login(officer)
    file = SimpleUploadedFile("bieu.csv", b"tu so,mau so\n1234,2468\n")
    client.post(address("values:enter", indicator), sent(district, "1.234", "2.468", file=file))
    value = Value.objects.get()
    assert (value.numerator, value.denominator, value.entered_by) == (Decimal(1234), Decimal(2468), officer)
    evidence = client.get(reverse("values:evidence", args=(indicator.programme_id, value.pk)))
    assert evidence.headers["Content-Disposition"].startswith("attachment")


def test_only_the_units_that_are_ones_own_are_offered(
    client: Client, officer: Account, indicator: Indicator, measure: Measure, other_district: Unit
) -> None:
    client.force_login(officer)
    page = shown(client, "values:enter", indicator)
    assert "UBND huyện Mẫu" in page
    assert "UBND huyện Khác" not in page
    client.post(address("values:enter", indicator), sent(other_district, "1", "2"))
    assert not Value.objects.exists()


def test_a_number_that_can_be_read_in_two_ways_is_refused_and_stays_in_the_form(
    client: Client, officer: Account, indicator: Indicator, measure: Measure, district: Unit
) -> None:
    client.force_login(officer)
    answer = client.post(address("values:enter", indicator), sent(district, "1.23", "2.468"))
    assert answer.status_code == 422
    assert 'value="1.23"' in answer.content.decode()
    assert not Value.objects.exists()


def test_a_fall_is_told_and_saved_once_it_was_checked(
    client: Client, officer: Account, indicator: Indicator, measure: Measure, district: Unit
) -> None:
    client.force_login(officer)
    give(indicator, district, ratio(60, 100))
    later = sent(district, "30", "100", to_on="14/9/2022")
    warned = client.post(address("values:enter", indicator), later).content.decode()
    assert "giảm so với" in warned
    assert "đột biến" in warned
    assert Value.objects.count() == 1
    client.post(address("values:enter", indicator), {**later, "checked": "on"})
    assert Value.objects.get(to_on=SEPTEMBER).numerator == 30


def test_the_page_tells_the_figure_its_target_and_who_has_given_none(
    client: Client, chair: Account, indicator: Indicator, measure: Measure, district: Unit
) -> None:
    client.force_login(chair)
    give(indicator, district, ratio(1, 3))
    page = shown(client, "pages:indicator", indicator)
    for told in ("33,3 % / ≥ 50 %", "Chưa đạt", "1 đơn vị chưa có số liệu", "1/2 đơn vị"):
        assert told in page
    missing = shown(client, "pages:indicator", indicator, so="chua")
    assert "UBND huyện Khác" in missing
    assert "33,3 %</a>" not in missing


def test_the_entries_behind_a_figure_come_to_the_figure(
    client: Client, chair: Account, indicator: Indicator, measure: Measure, district: Unit, other_district: Unit
) -> None:
    client.force_login(chair)
    give(indicator, district, ratio(1, 10))
    give(indicator, other_district, ratio(90, 90))
    page = shown(client, "values:entries", indicator)
    for told in ("91,0 %", "91/100", "1/10", "90/90"):
        assert told in page


def test_an_entry_names_the_unit_as_it_was_called_at_its_time(
    client: Client, chair: Account, indicator: Indicator, measure: Measure, district: Unit
) -> None:
    client.force_login(chair)
    value = give(indicator, district, ratio(1, 10))
    version, renamed = UnitVersion.objects.get(unit=district), value.to_on + timedelta(days=1)
    UnitVersion.objects.filter(pk=version.pk).update(valid_to=renamed)
    UnitVersion.objects.create(
        unit=district, name="Thị xã Mẫu", kind=version.kind, parent=version.parent, valid_from=renamed
    )
    entries = shown(client, "values:entries", indicator, ngay="30/9/2022")
    (line,) = (each for each in entries.split("<tr>") if "1/10" in each and "<td" in each)
    assert "UBND huyện Mẫu" in line
    assert "UBND thị xã Mẫu" in shown(client, "pages:indicator", indicator, ngay="30/9/2022")


def test_a_correction_stays_in_the_history_and_can_be_seen_as_it_was_known(
    client: Client, officer: Account, indicator: Indicator, measure: Measure, district: Unit
) -> None:
    client.force_login(officer)
    old = give(indicator, district, ratio(5, 10))
    correction = reverse("values:correct", args=(indicator.programme_id, old.pk))
    client.post(correction, {"numerator": "4", "denominator": "10", "note": "cộng nhầm"})
    history = shown(client, "values:entries", indicator, don_vi=f"u{district.pk}")
    assert "<del>50,0 % (5/10)</del>" in history
    assert "cộng nhầm" in history
    assert "Chưa có số liệu" in shown(client, "values:entries", indicator, biet="14/6/2022")


def test_the_second_who_corrects_sees_what_stands_and_keeps_what_was_typed(
    client: Client, officer: Account, coordinator: Account, indicator: Indicator, measure: Measure, district: Unit
) -> None:
    client.force_login(officer)
    old = give(indicator, district, ratio(5, 10))
    correct(old, ratio(7, 10), Whence(by=coordinator, note="rà soát"))
    correction = reverse("values:correct", args=(indicator.programme_id, old.pk))
    answer = client.post(correction, {"numerator": "4", "denominator": "10", "note": "cộng nhầm"})
    page = answer.content.decode().replace("\N{NO-BREAK SPACE}", " ")
    assert answer.status_code == 422
    assert "70,0 % (7/10)" in page
    assert 'value="4"' in page


def test_a_withdrawn_figure_is_no_figure(
    client: Client, officer: Account, indicator: Indicator, measure: Measure, district: Unit
) -> None:
    client.force_login(officer)
    old = give(indicator, district, ratio(5, 10))
    correction = reverse("values:correct", args=(indicator.programme_id, old.pk))
    client.post(correction, {"numerator": "5", "denominator": "10", "note": "nhầm huyện", "rut": "1"})
    assert "2 đơn vị chưa có số liệu" in shown(client, "pages:indicator", indicator)


def test_not_applicable_is_told_as_such(
    client: Client, officer: Account, indicator: Indicator, measure: Measure, district: Unit
) -> None:
    client.force_login(officer)
    client.post(address("values:enter", indicator), sent(district, "", "", not_applicable="on"))
    assert Given.of(Value.objects.get()) == Given(not_applicable=True)
    assert "không áp dụng" in shown(client, "pages:indicator", indicator)


def test_the_department_in_charge_settles_how_an_indicator_is_measured(
    client: Client, coordinator: Account, officer: Account, indicator: Indicator
) -> None:
    wanted = {"kind": "ratio", "aggregation": "sum", "timing": "in_period", "better": "up", "levels": ["district"]}
    client.force_login(officer)
    assert client.post(address("values:measure", indicator), wanted).status_code == 403
    client.force_login(coordinator)
    client.post(address("values:measure", indicator), {**wanted, "version": "1"})
    stands = Measure.objects.get(indicator=indicator)
    assert (stands.timing, stands.levels, stands.accepted_by) == ("in_period", "district", coordinator)
    assert client.post(address("values:measure", indicator), {**wanted, "version": "1"}).status_code == 409


def test_two_sources_for_one_cell_are_shown_until_one_is_withdrawn(
    client: Client, coordinator: Account, indicator: Indicator, measure: Measure, district: Unit
) -> None:
    client.force_login(coordinator)
    give(indicator, district, ratio(5, 10))
    other = Whence(by=None, source=Value.Source.IMPORTED, reference="quy-2.csv:2")
    wrong = give(indicator, district, ratio(7, 10), whence=other)
    assert "Hai nguồn cho cùng một kỳ" in shown(client, "pages:indicator", indicator)
    correction = reverse("values:correct", args=(indicator.programme_id, wrong.pk))
    client.post(correction, {"numerator": "7", "denominator": "10", "note": "tệp cũ", "rut": "1"})
    assert "Hai nguồn" not in shown(client, "pages:indicator", indicator)


def test_an_issued_document_stands_behind_a_figure_wholly_or_not(
    client: Client, officer: Account, indicator: Indicator, measure: Measure, district: Unit
) -> None:
    client.force_login(officer)
    named = {"vb-kind": "BC", "vb-number": "15"}
    answer = client.post(address("values:enter", indicator), sent(district, "5", "10", **named))
    # Told above the form, as every mistake is, and at the field.
    summary = answer.content.decode().partition('role="alert"')[2].partition("</div>")[0]
    assert "Cơ quan ban hành: Đã ghi văn bản minh chứng thì cần cả mục này." in summary
    assert answer.content.decode().count("cần cả mục này") == 4
    whole = {**named, "vb-symbol": "BC-UBND", "vb-issued_on": "13/6/2022", "vb-issuer": "UBND huyện Mẫu"}
    client.post(address("values:enter", indicator), sent(district, "5", "10", **whole))
    assert "15/BC-UBND" in shown(client, "values:entries", indicator)


def test_naming_a_document_that_one_may_not_see_does_not_open_it(
    client: Client, officer: Account, registrar: Account, indicator: Indicator, measure: Measure, district: Unit
) -> None:
    facts = {"kind": "BC", "number": "15", "symbol": "BC-UBND", "issuer": "UBND huyện Mẫu"}
    hidden = IssuedDocument.objects.create(**facts, issued_on=date(2022, 6, 13), recorded_by=registrar)
    client.force_login(officer)
    named = {**{f"vb-{name}": value for name, value in facts.items()}, "vb-issued_on": "13/6/2022"}
    client.post(address("values:enter", indicator), sent(district, "5", "10", **named))
    leaning = Value.objects.get(issued__isnull=False).issued
    assert leaning
    assert (leaning == hidden, leaning.recorded_by) == (False, officer)


def test_a_unit_is_not_missed_before_its_level_is_counted(
    client: Client, chair: Account, indicator: Indicator, measure: Measure
) -> None:
    client.force_login(chair)
    target(indicator, 100, level="district", from_on=date(2022, 12, 1))
    early = client.get(address("pages:indicator", indicator), {"ngay": "30/6/2022"}).content.decode()
    assert "chưa đến ngày tính" in early
    assert "đơn vị chưa có số liệu" not in early
    assert "2 đơn vị chưa có số liệu" in shown(client, "pages:indicator", indicator)


def test_both_pages_say_that_one_figure_serves_two_programmes(
    client: Client, coordinator: Account, indicator: Indicator, measure: Measure, department_in_charge: Unit
) -> None:
    client.force_login(coordinator)
    plan = stored(small_plan().reading(), "khac.txt")
    other = start(plan, by=coordinator, name="Chương trình khác", coordinating_unit=department_in_charge)
    taker = Indicator.objects.get(programme=other, code="I.2")
    wanted = {"kind": "ratio", "aggregation": "sum", "timing": "cumulative", "better": "up", "levels": ["district"]}
    client.post(address("values:measure", indicator), {**wanted, "version": "1"})
    from_it = {**wanted, "version": "1", "taken_from": f"{indicator.programme.code}/I.2"}
    assert client.post(address("values:measure", taker), {**from_it, "taken_from": "khong-co/I.2"}).status_code == 422
    assert client.post(address("values:measure", taker), from_it).status_code == 302
    assert f"I.2, {indicator.programme.name}" in shown(client, "pages:indicator", taker)
    assert "I.2, Chương trình khác" in shown(client, "pages:indicator", indicator)
    assert reverse("values:enter", args=(other.pk, taker.pk)) not in shown(client, "pages:indicator", taker)


def test_the_page_tells_what_is_expected_and_how_it_was_computed(
    client: Client, chair: Account, indicator: Indicator, measure: Measure, district: Unit
) -> None:
    client.force_login(chair)
    for month, count in ((3, 10), (6, 20), (9, 30)):
        give(indicator, district, ratio(count, 100), to_on=date(2022, month, 14))
    page = shown(client, "pages:indicator", indicator, ngay="30/9/2022")
    for told in (
        "Dự báo 41,7 % (khoảng",
        "sẽ không đạt",
        "Theil–Sen qua 3 số gần nhất (14/3/2022: 10,0 %",
        "chart-ahead",
    ):
        assert told in page
    assert "41,7 %</td>" not in page


def test_the_page_tells_what_was_known_on_a_day(
    client: Client, chair: Account, indicator: Indicator, measure: Measure, district: Unit
) -> None:
    client.force_login(chair)
    old = give(indicator, district, ratio(80, 100), whence=Whence(by=None, at=datetime(2022, 6, 20, tzinfo=UTC)))
    correct(old, ratio(30, 100), Whence(by=None, note="cộng nhầm", at=datetime(2022, 9, 20, tzinfo=UTC)))
    then = shown(client, "pages:indicator", indicator, biet="14/9/2022")
    assert "80,0 % / ≥ 50 %" in then
    assert "Như đã biết đến hết ngày 14/9/2022" in then
    assert "30,0 %" not in then
    assert "30,0 % / ≥ 50 %" in shown(client, "pages:indicator", indicator)
