"""What answers, in which order, and to whom."""

from datetime import date

import pytest

from tests.cast import unit
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Holding, Kind, Post, Unit, UnitVersion
from tinhso.kernel.search.findable import Seeker
from tinhso.kernel.search.finding import Answer, find
from tinhso.kernel.search.ranking import Window

pytestmark = pytest.mark.django_db
TODAY = date(2022, 6, 1)
HOSTILE = (
    '"',
    "'",
    "*",
    "(",
    "a:b",
    "NOT NEAR(",
    "title : x",
    "a & b | !c <-> d",
    "\x00a\x00",
    "😀",
    "%_%",
    "--",
    "x" * 9_999,
)


def answer(query: str, account: Account) -> Answer:
    return find(query, Seeker(account, TODAY, {}), Window(10))


def found(query: str, account: Account, kind: str = "unit") -> list[str]:
    return [hit.title for each in answer(query, account).found if each.kind.name == kind for hit in each.hits]


@pytest.mark.parametrize("query", ["huyện mẫu", "huyen mau", "HUYEN", "mẫu huyện", "huyê"])
def test_tones_case_and_order_do_not_matter_and_the_last_word_may_be_begun(
    district: Unit, officer: Account, query: str
) -> None:
    assert found(query, officer) == ["UBND huyện Mẫu"]


def test_the_old_and_the_new_way_to_set_a_tone_are_one(province: Unit, officer: Account) -> None:
    unit("xa-thuy-hoa", "Xã Thuỷ Hoà", kind=Kind.COMMUNE, parent=province)
    assert found("Thủy Hòa", officer) == ["UBND xã Thuỷ Hoà"]


def test_words_in_order_stand_before_words_apart(province: Unit, officer: Account) -> None:
    unit("a", "Xã Bình An Phú", kind=Kind.COMMUNE, parent=province)
    unit("b", "Xã An Bình", kind=Kind.COMMUNE, parent=province)
    assert found("an bình", officer) == ["UBND xã An Bình", "UBND xã Bình An Phú"]


def test_what_still_stands_comes_before_what_has_ended(province: Unit, officer: Account) -> None:
    old = unit("xa-cu", "Xã Đồng", kind=Kind.COMMUNE, parent=province)
    UnitVersion.objects.filter(unit=old).update(valid_to=date(2022, 3, 1))
    unit("xa-moi", "Xã Đồng Kỳ", kind=Kind.COMMUNE, parent=province)
    assert found("xã đồng", officer) == ["UBND xã Đồng Kỳ", "UBND xã Đồng"]


def test_a_unit_is_found_once_by_whichever_of_its_names(district: Unit, officer: Account) -> None:
    UnitVersion.objects.filter(unit=district).update(valid_to=date(2022, 3, 1))
    UnitVersion.objects.create(
        unit=district, name="Thị xã Mẫu", kind=Kind.TOWN, valid_from=date(2022, 3, 1), folded="", sort_key=""
    )
    assert found("mau", officer).count("UBND thị xã Mẫu") == 1
    assert found("huyen mau", officer) == ["UBND thị xã Mẫu"]


def test_who_holds_a_post_is_found_by_name(district: Unit, officer: Account) -> None:
    post = Post.objects.create(unit=district, title="Chủ tịch UBND", valid_from=TODAY)
    Holding.objects.create(post=post, person="Nguyễn Thuý Hoà", valid_from=TODAY)
    assert found("thúy hòa", officer, "person") == ["Nguyễn Thuý Hoà"]


def test_accounts_are_found_by_those_who_keep_them_only(officer: Account, administrator: Account) -> None:
    assert found("Trần Văn Thử", administrator, "account") == ["Trần Văn Thử"]
    assert found("Trần Văn Thử", officer, "account") == []


def test_who_holds_no_role_finds_nothing(district: Unit, citizen: Account) -> None:
    assert answer("mau", citizen).found == []


def test_one_wrong_letter_is_forgiven_when_nothing_else_answers(district: Unit, officer: Account) -> None:
    told = answer("huyện mẩuu", officer)
    assert told.words.near
    assert told.found[0].hits[0].title == "UBND huyện Mẫu"
    assert not answer("huyện mẫu", officer).words.near


def test_a_word_that_stands_nowhere_is_left_out_and_named(district: Unit, officer: Account) -> None:
    told = answer("huyện mẫu qwzx", officer)
    assert told.words.left_out == ("qwzx",)
    assert told.found[0].hits[0].title == "UBND huyện Mẫu"


def test_of_three_words_that_no_thing_holds_together_two_are_enough(
    district: Unit, other_district: Unit, officer: Account
) -> None:
    told = answer("huyện khác mẫu", officer)
    assert told.words.one_less
    assert {"UBND huyện Mẫu", "UBND huyện Khác"} <= {hit.title for hit in told.found[0].hits}


def test_a_word_of_things_that_the_person_may_not_see_stands_nowhere_for_him(
    district: Unit, officer: Account, administrator: Account
) -> None:
    Account.objects.filter(pk=administrator.pk).update(display_name="Zoewxy")
    assert answer("huyện mẫu zoewxy", administrator).words.left_out == ()
    assert answer("huyện mẫu zoewxy", officer).words.left_out == ("zoewxy",)


@pytest.mark.parametrize("query", HOSTILE)
def test_signs_and_operators_are_nothing_but_what_parts_words(district: Unit, officer: Account, query: str) -> None:
    answer(query, officer)
    assert found(f"{query[:20]} huyện {query[:20]}".replace("x", ""), officer) is not None


def test_a_page_of_one_kind_and_how_many_of_the_others(province: Unit, officer: Account) -> None:
    for number in range(5):
        unit(f"xa-{number}", f"Xã Số {number}", kind=Kind.COMMUNE, parent=province)
    told = find("xa so", Seeker(officer, TODAY, {}), Window(2, "unit", 4)).found
    assert [(each.count, [hit.title for hit in each.hits]) for each in told] == [(5, ["UBND xã Số 4"])]
