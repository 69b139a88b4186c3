"""What a decision did is taken back whole, while nothing new stands on it; the event of 01/7/2025 is played twice."""

from collections.abc import Iterator
from datetime import date

import pytest

from tinhso.kernel.organisations.errors import FollowedByLater, StoodUpon
from tinhso.kernel.organisations.loading import tables
from tinhso.kernel.organisations.models import Holding, Post, Reorganisation, Succession, UnitVersion
from tinhso.kernel.organisations.reorganising.apply import put_into_force
from tinhso.kernel.organisations.reorganising.steps import Follow, Order, Step
from tinhso.kernel.organisations.reorganising.undo import take_back
from tinhso.kernel.organisations.tests.samples import FOLDER
from tinhso.kernel.organisations.tree import Branch, tree_on

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("bac_giang")]

MERGER, EVE = date(2025, 7, 1), date(2025, 6, 30)
Told = list[tuple[str, str, str | None]]


def tree(day: date) -> Told:
    """The whole tree as words: depth by depth, each unit with its name and its superior."""
    return [told for root in tree_on(day) for told in _told(root, None)]


def _told(branch: Branch, above: str | None) -> Iterator[tuple[str, str, str | None]]:
    yield branch.version.unit.key, branch.version.name, above
    for child in branch.children:
        yield from _told(child, branch.version.unit.key)


def test_the_event_of_july_2025_is_taken_back_and_played_again_to_the_same_tree() -> None:
    before, after, links = tree(EVE), tree(MERGER), Succession.objects.count()
    take_back(MERGER, besides={})
    assert tree(MERGER) == before
    assert not Reorganisation.objects.filter(effective_on=MERGER).exists()
    put_into_force(*(order for order in tables.orders(FOLDER) if order.reorganisation.effective_on == MERGER))
    assert (tree(EVE), tree(MERGER), Succession.objects.count()) == (before, after, links)


def test_posts_and_holders_that_ended_with_a_unit_go_on_when_it_is_taken_back() -> None:
    head = Post.objects.get(unit__key="so-y-te", rank="head")
    take_back(MERGER, besides={})
    holding = Holding.objects.create(post=head, person="Người Mẫu", valid_from=date(2022, 1, 1))
    put_into_force(*(order for order in tables.orders(FOLDER) if order.reorganisation.effective_on == MERGER))
    holding.refresh_from_db()
    assert holding.valid_to == MERGER
    take_back(MERGER, besides={})
    holding.refresh_from_db()
    assert holding.valid_to is None


def test_a_later_decision_keeps_an_earlier_one_in_force() -> None:
    with pytest.raises(FollowedByLater) as refusal:
        take_back(date(2025, 3, 1), besides={})
    assert "Các cơ quan chuyên môn thuộc UBND tỉnh Bắc Ninh (mới) (01/7/2025)" in refusal.value.sentence
    assert tree(MERGER)


def test_a_holder_of_a_post_that_a_decision_made_keeps_it_in_force() -> None:
    post = Post.objects.get(unit__key="bac-ninh-so-khcn", rank="head")
    Holding.objects.create(post=post, person="Người Mẫu", valid_from=date(2025, 8, 1))
    with pytest.raises(StoodUpon) as refusal:
        take_back(MERGER, besides={})
    assert refusal.value.sentence == "Không rút lại được: đơn vị mới lập đã có 1 người giữ chức vụ."


def test_a_unit_placed_under_a_new_one_keeps_the_decision_in_force() -> None:
    decision = Reorganisation(key="lap", title="Lập trung tâm", effective_on=date(2026, 1, 1))
    made = Step("establish", "trung-tam", name="Trung tâm Mẫu", kind="service", parent="bac-ninh-so-khcn")
    put_into_force(Order(decision, (made,)))
    with pytest.raises(FollowedByLater, match="Lập trung tâm"):
        take_back(MERGER, besides={})


def test_a_merger_into_a_body_that_was_merged_further_is_not_taken_back() -> None:
    day, later = date(2026, 1, 1), date(2026, 2, 1)
    first = Order(
        Reorganisation(key="mot", title="Lần một", effective_on=day),
        (Step("end", "bac-ninh-so-y-te"),),
        (Follow("merge", "bac-ninh-so-y-te", "bac-ninh-so-gddt"),),
    )
    second = Order(
        Reorganisation(key="hai", title="Lần hai", effective_on=later),
        (Step("end", "bac-ninh-so-gddt"),),
        (Follow("merge", "bac-ninh-so-gddt", "bac-ninh-so-noi-vu"),),
    )
    put_into_force(first, second)
    with pytest.raises(FollowedByLater, match="Lần hai"):
        take_back(day, besides={})
    take_back(later, besides={})
    take_back(day, besides={})
    assert not UnitVersion.objects.filter(valid_to__gte=day).exists()
