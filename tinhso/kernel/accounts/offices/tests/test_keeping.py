"""Posts and their holders: entered by the head of the unit or an administrator, never two in one seat."""

from datetime import date

import pytest

from tests.cast import SINCE
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.offices.keeping import Holder, end_holding, end_post, make_post, seat
from tinhso.kernel.accounts.offices.models import HolderAccount
from tinhso.kernel.accounts.offices.refusals import (
    NotYourUnit,
    OfficeRefused,
    OutsideThePost,
    PostExists,
    SeatTaken,
    UnitNotThere,
)
from tinhso.kernel.organisations.models import Holding, Post, Unit

pytestmark = pytest.mark.django_db
MAY = date(2022, 5, 1)
SEPTEMBER = date(2022, 9, 1)


@pytest.fixture
def post(district: Unit, head: Account) -> Post:
    return make_post(district, "Phó Chủ tịch UBND", rank=Post.Rank.DEPUTY, since=SINCE, by=head)


def test_one_follows_another_in_a_post_and_both_stay(post: Post, head: Account) -> None:
    first = seat(post, Holder(person="Nguyễn Văn Trước", since=SINCE), by=head)
    end_holding(first, on=MAY, by=head)
    seat(post, Holder(person="Trần Thị Sau", since=MAY), by=head)
    assert [holding.person for holding in Holding.objects.valid_on(MAY).filter(post=post)] == ["Trần Thị Sau"]
    assert Holding.objects.filter(post=post).count() == 2


def test_two_do_not_sit_in_one_seat(post: Post, head: Account) -> None:
    seat(post, Holder(person="Nguyễn Văn Trước", since=SINCE), by=head)
    with pytest.raises(SeatTaken, match="Nguyễn Văn Trước"):
        seat(post, Holder(person="Trần Thị Sau", since=MAY), by=head)
    assert seat(post, Holder(person="Trần Thị Sau", since=MAY, seat=2), by=head).pk


def test_entered_twice_he_is_one_and_may_get_his_account(post: Post, head: Account, officer: Account) -> None:
    holder = Holder(person="Trần Văn Thử", since=SINCE)
    first = seat(post, holder, by=head)
    again = seat(post, Holder(person="Trần Văn Thử", since=SINCE, account=officer), by=head)
    assert first == again
    assert HolderAccount.objects.get(holding=first).account == officer


def test_a_post_is_held_only_while_it_exists(post: Post, head: Account) -> None:
    end_post(post, on=SEPTEMBER, by=head)
    post.refresh_from_db()
    with pytest.raises(OutsideThePost):
        seat(post, Holder(person="Trần Thị Sau", since=MAY), by=head)
    assert seat(post, Holder(person="Trần Thị Sau", since=MAY, until=SEPTEMBER), by=head).pk


def test_with_the_post_its_holders_end(post: Post, head: Account) -> None:
    held = seat(post, Holder(person="Nguyễn Văn Trước", since=SINCE), by=head)
    assert end_post(post, on=MAY, by=head)
    held.refresh_from_db()
    assert held.valid_to == MAY
    assert not end_post(post, on=SEPTEMBER, by=head)


def test_nobody_stops_before_he_began(post: Post, head: Account) -> None:
    held = seat(post, Holder(person="Nguyễn Văn Trước", since=MAY), by=head)
    with pytest.raises(OfficeRefused):
        end_holding(held, on=SINCE, by=head)


def test_a_title_stands_once_in_a_unit(post: Post, head: Account) -> None:
    with pytest.raises(PostExists):
        make_post(post.unit, "Phó  Chủ tịch UBND", rank=Post.Rank.DEPUTY, since=MAY, by=head)


def test_before_the_unit_was_there_it_had_no_posts(district: Unit, head: Account) -> None:
    with pytest.raises(UnitNotThere):
        make_post(district, "Phó Chủ tịch UBND", rank=Post.Rank.DEPUTY, since=date(2021, 1, 1), by=head)


def test_the_head_keeps_his_units_posts_and_no_others(
    head: Account, commune: Unit, other_district: Unit, administrator: Account
) -> None:
    assert make_post(commune, "Chủ tịch UBND", rank=Post.Rank.HEAD, since=SINCE, by=head).pk
    with pytest.raises(NotYourUnit):
        make_post(other_district, "Chủ tịch UBND", rank=Post.Rank.HEAD, since=SINCE, by=head)
    assert make_post(other_district, "Chủ tịch UBND", rank=Post.Rank.HEAD, since=SINCE, by=administrator).pk
