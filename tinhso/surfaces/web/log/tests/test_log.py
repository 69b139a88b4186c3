"""Nhật ký: read, filtered, opened, carried away and verified, by administrators alone."""

import csv
import json
import zipfile
from html import unescape
from io import BytesIO, StringIO

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.cast import SINCE
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.audit.models import Entry, Verb, Verification
from tinhso.kernel.audit.notes import note
from tinhso.kernel.audit.origin import acting
from tinhso.kernel.audit.queue import verify_log
from tinhso.kernel.audit.sealing import hash_of, seal
from tinhso.kernel.organisations.models import Post, Unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin_client(client: Client, administrator: Account) -> Client:
    client.force_login(administrator)
    return client


def read(client: Client, view: str, query: str = "", **places: int) -> str:
    answer = client.get(f"{reverse(view, kwargs=places)}{query}")
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def carried(client: Client, kind: str, query: str = "") -> bytes:
    answer = client.post(f"{reverse('log:export')}{query}", {"kind": kind})
    assert answer.status_code == 200
    return answer.getvalue()


def test_the_log_shows_what_a_value_was_and_became(admin_client: Client, officer: Account) -> None:
    Account.objects.filter(pk=officer.pk).update(is_active=False)
    page = read(admin_client, "web:audit_log", "?verb=update")
    assert "<del>có</del>" in page
    assert "đang hoạt động" in page


def test_an_entry_says_by_name_what_it_is_about_and_what_changed(admin_client: Client, officer: Account) -> None:
    note(Verb.SIGN_IN, officer, facts={"address": "10.0.0.9", "shown": ["password", "second_step"]})
    signed_in = read(admin_client, "web:audit_log", "?verb=sign_in")
    assert f"tài khoản {officer.display_name} ({officer.pk})" in signed_in
    assert "địa chỉ máy" in signed_in
    assert "đã chứng minh bằng" in signed_in
    assert "mật khẩu, xác thực hai bước" in signed_in
    assert " trường khác</summary>" in read(admin_client, "web:audit_log", "?verb=insert&what=accounts_account")


def test_the_log_is_filtered_by_who_what_and_day(admin_client: Client, officer: Account) -> None:
    Entry.objects.create(
        at="2022-03-05T00:30:00+07:00", actor="nguoi-xua", table_name="accounts_account", verb="update"
    )
    assert "nguoi-xua" in read(admin_client, "web:audit_log", "?begin=05/3/2022&end=05/03/2022")
    assert "nguoi-xua" not in read(admin_client, "web:audit_log", "?begin=06/03/2022")
    assert "Không có mục nào" in read(admin_client, "web:audit_log", "?who=khong-ai")


def test_the_log_goes_on_to_older_entries(admin_client: Client) -> None:
    Unit.objects.bulk_create([Unit(key=f"u-{number}") for number in range(60)])
    first = Entry.objects.order_by("-id")[49].pk
    assert f"before={first}" in read(admin_client, "web:audit_log")
    assert "đơn vị" in read(admin_client, "web:audit_log", f"?before={first}")


def test_a_long_log_costs_as_many_queries_as_a_short_one(
    admin_client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    Unit.objects.bulk_create([Unit(key=f"u-{number}") for number in range(60)])
    with django_assert_max_num_queries(11):
        read(admin_client, "web:audit_log")


def test_the_oldest_page_costs_as_many_queries_as_the_newest(
    admin_client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    Unit.objects.bulk_create([Unit(key=f"u-{number}") for number in range(120)])
    first = Entry.objects.order_by("id")[0].pk
    with django_assert_max_num_queries(11):
        page = read(admin_client, "web:audit_log", "?oldest=1")
    assert f"/nhat-ky/{first}" in page
    assert "Mới hơn" in page


def test_newer_and_older_lead_back_to_one_another(admin_client: Client) -> None:
    Unit.objects.bulk_create([Unit(key=f"u-{number}") for number in range(120)])
    ids = list(Entry.objects.order_by("-id").values_list("id", flat=True))
    assert f'/nhat-ky/{ids[50]}"' in read(admin_client, "web:audit_log", f"?before={ids[49]}")
    assert f'/nhat-ky/{ids[0]}"' in read(admin_client, "web:audit_log", f"?after={ids[50]}")


def test_a_misspelt_filter_is_refused(admin_client: Client) -> None:
    assert admin_client.get(reverse("web:audit_log"), {"whoo": "an"}).status_code == 400


def test_the_log_is_filtered_by_door_and_request(admin_client: Client) -> None:
    for door in ("trang web", "lệnh start"):
        with acting(actor="an", source=door, request=f"yc-{len(door)}"):
            Unit.objects.create(key=f"u-{len(door)}")
    assert "lệnh start" not in read(admin_client, "web:audit_log", "?who=an&door=trang web")
    assert "lệnh start" in read(admin_client, "web:audit_log", "?request=yc-10")


def test_one_entry_says_what_a_key_means_and_leads_to_its_like(admin_client: Client, district: Unit) -> None:
    post = Post.objects.create(unit=district, title="Phó Chủ tịch", rank=Post.Rank.DEPUTY, valid_from=SINCE)
    entry = Entry.objects.of_row(post).get()
    page = read(admin_client, "log:entry", entry=entry.pk)
    assert all(words in page for words in ("Cấp phó", "huyen-mau (khóa", "01/01/2022", "mọi mục về chức vụ"))


def test_the_log_says_for_whom_somebody_acted(admin_client: Client, head: Account) -> None:
    with acting(actor="administrator", source="trang web, thay mặt head"):
        Unit.objects.create(key="u-1")
    assert "thay mặt Phạm Văn Mẫu" in read(admin_client, "web:audit_log")


def test_an_export_holds_what_is_filtered_and_is_itself_recorded(admin_client: Client, officer: Account) -> None:
    Account.objects.filter(pk=officer.pk).update(display_name="Tên Mới")
    rows = list(csv.reader(StringIO(carried(admin_client, "csv", "?verb=update").decode("utf-8-sig"))))
    assert [row[5] for row in rows[3:]] == ["Sửa"]
    assert "Trần Văn Thử → Tên Mới" in rows[3][7]
    recorded = Entry.objects.get(verb=Verb.EXPORT)
    assert recorded.actor == "administrator"
    assert recorded.after["filter"] == {"Việc": "update"}
    assert (recorded.after["kind"], recorded.after["entries"]) == ("csv", 1)


def test_what_somebody_typed_is_no_formula_in_an_export(admin_client: Client, officer: Account) -> None:
    with acting(actor="=cmd()", source="trang web"):
        Unit.objects.create(key="u-1")
    assert "\n,00:" not in (text := carried(admin_client, "csv", "?what=organisations_unit").decode("utf-8-sig"))
    assert "'=cmd()" in text
    with zipfile.ZipFile(BytesIO(carried(admin_client, "xlsx", "?what=organisations_unit"))) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "=cmd()" in sheet
    assert "<f>" not in sheet


def test_the_seal_can_be_computed_again_from_what_was_carried_away(admin_client: Client, officer: Account) -> None:
    seal()
    about, *entries = map(json.loads, carried(admin_client, "jsonl").decode().splitlines())
    last = max(entries, key=lambda entry: entry["sequence"] or 0)
    assert about["head"] == f"{last['sequence']}:{last['hash']}"
    former = next(entry["hash"] for entry in entries if entry["sequence"] == last["sequence"] - 1)
    kept = Entry.objects.get(pk=last["id"])
    assert hash_of(kept, sequence=last["sequence"], head=former) == last["hash"]


def test_the_log_is_verified_in_the_background_and_the_result_stays(admin_client: Client) -> None:
    answer = admin_client.post(reverse("log:verifications"), {"expected": ""})
    asked = Verification.objects.get()
    assert answer.headers["Location"] == reverse("log:verification", args=(asked.pk,))
    assert 'hx-trigger="every 1s"' in read(admin_client, "log:verification", verification=asked.pk)
    verify_log.call(asked.pk)
    page = read(admin_client, "log:verification", verification=asked.pk)
    asked.refresh_from_db()
    assert asked.state == Verification.State.WHOLE
    assert asked.head in page


def test_two_clicks_start_one_verification(admin_client: Client) -> None:
    places = {admin_client.post(reverse("log:verifications")).headers["Location"] for _ in range(2)}
    assert (len(places), Verification.objects.count()) == (1, 1)


def test_a_log_that_was_cut_is_found_by_the_head_noted_before(admin_client: Client) -> None:
    admin_client.post(reverse("log:verifications"), {"expected": f"999999:{'0' * 64}"})
    asked = Verification.objects.get()
    verify_log.call(asked.pk)
    asked.refresh_from_db()
    assert asked.state == Verification.State.BROKEN
    assert "999999" in read(admin_client, "log:verification", verification=asked.pk)


def test_what_is_no_head_is_refused_with_what_was_typed(admin_client: Client) -> None:
    answer = admin_client.post(reverse("log:verifications"), {"expected": "abc"})
    assert answer.status_code == 422
    assert 'value="abc"' in answer.content.decode()
