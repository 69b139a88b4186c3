"""A draft takes effect whole, with posts and roles, and is taken back to what was before."""

from datetime import date
from uuid import uuid4

import pytest

from tests.cast import person
from tinhso.kernel.accounts.delegation.models import Delegation
from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.accounts.roles import Role
from tinhso.kernel.accounts.standing import NotAllowed
from tinhso.kernel.organisations.errors import OrphanedUnits, StoodUpon
from tinhso.kernel.organisations.models import Holding, Post, Unit, UnitVersion
from tinhso.kernel.reorganisations.actions.enforce import enforce
from tinhso.kernel.reorganisations.actions.prepare import add_lines, drop, prepare, remove_line
from tinhso.kernel.reorganisations.actions.take_back import take_back
from tinhso.kernel.reorganisations.errors import (
    DraftChanged,
    DraftNotOpen,
    NothingToTakeBack,
    ReasonMissing,
    RoleBeginsLater,
    SharesAboveWhole,
    SuccessorNotStanding,
)
from tinhso.kernel.reorganisations.models import Draft, Enactment, Line
from tinhso.kernel.reorganisations.preview import preview
from tinhso.kernel.reorganisations.tests.conftest import DAY, Drafting, merger
from tinhso.lib.errors import TinhsoError

pytestmark = pytest.mark.django_db


def in_force(draft: Draft, by: Account, *, moving: tuple[int, ...] = ()) -> None:
    draft.refresh_from_db()
    enforce({draft.pk: draft.version}, moving=moving, by=by)


def names(day: date) -> dict[str, str]:
    """Units of a day with their superiors."""
    found = UnitVersion.objects.valid_on(day).values_list("unit__key", "parent__key")
    return {key: parent or "" for key, parent in found}


def test_a_merger_takes_effect_with_what_stands_under_the_old_units(drafting: Drafting, administrator: Account) -> None:
    in_force(drafting(*merger()), administrator)
    standing = names(DAY)
    assert standing["so-c"] == "tinh-mau"
    assert standing["trung-tam-a"] == "so-c"
    assert not {"so-a", "so-b"} & standing.keys()


def test_a_role_goes_on_at_the_successor_when_that_is_ticked_and_ends_with_the_unit_when_not(
    drafting: Drafting, administrator: Account, departments: list[Unit]
) -> None:
    moves = person("di", "Người Đi", role=Role.HEAD_OF_UNIT, at=departments[0]).roles.get()
    ends = person("o-lai", "Người Ở Lại", role=Role.UNIT_OFFICER, at=departments[1]).roles.get()
    in_force(drafting(*merger()), administrator, moving=(moves.pk,))
    assert set(RoleAssignment.objects.filter(pk__in=(moves.pk, ends.pk)).values_list("valid_to", flat=True)) == {DAY}
    moved = RoleAssignment.objects.get(unit__key="so-c")
    assert (moved.account.username, moved.role, moved.valid_from) == ("di", "head_of_unit", DAY)


def test_taken_back_everything_is_as_before_and_the_decision_is_a_draft_again(
    drafting: Drafting, administrator: Account, departments: list[Unit]
) -> None:
    role = person("di", "Người Đi", role=Role.UNIT_OFFICER, at=departments[0]).roles.get()
    head = Post.objects.get(unit=departments[0])
    holding = Holding.objects.create(post=head, person="Ông Mẫu", valid_from=DAY, valid_to=date(2027, 1, 1))
    before, draft = names(DAY), drafting(*merger())
    Holding.objects.filter(pk=holding.pk).update(valid_from=date(2025, 1, 1))
    in_force(draft, administrator, moving=(role.pk,))
    take_back(DAY, reason="Quyết định bị thu hồi", by=administrator)
    for row in (role, holding, head, draft):
        row.refresh_from_db()
    assert (names(DAY), role.valid_to, head.valid_to, holding.valid_to) == (before, None, None, date(2027, 1, 1))
    assert RoleAssignment.objects.filter(account=role.account).count() == 1
    assert (draft.state, draft.enactments.get().reason) == ("draft", "Quyết định bị thu hồi")


def test_a_decision_taken_back_can_be_put_into_force_again_to_the_same_tree(
    drafting: Drafting, administrator: Account
) -> None:
    draft = drafting(*merger())
    in_force(draft, administrator)
    after = names(DAY)
    take_back(DAY, reason="Nhập nhầm ngày", by=administrator)
    in_force(draft, administrator)
    assert (names(DAY), Enactment.objects.count()) == (after, 2)


def test_what_was_recorded_at_the_new_unit_keeps_the_decision_in_force(
    drafting: Drafting, administrator: Account
) -> None:
    in_force(drafting(*merger()), administrator)
    person("moi", "Người Mới", role=Role.UNIT_OFFICER, at=Unit.objects.get(key="so-c"))
    with pytest.raises(StoodUpon, match="đơn vị mới lập đã có 1 vai trò"):
        take_back(DAY, reason="Thử", by=administrator)


def test_a_delegation_of_a_role_that_was_moved_keeps_the_decision_in_force(
    drafting: Drafting, administrator: Account, departments: list[Unit]
) -> None:
    role = person("di", "Người Đi", role=Role.HEAD_OF_UNIT, at=departments[0]).roles.get()
    in_force(drafting(*merger()), administrator, moving=(role.pk,))
    moved = RoleAssignment.objects.get(unit__key="so-c")
    Delegation.objects.create(
        held=moved,
        giver=moved.account,
        delegate=administrator,
        paper_number="1",
        paper_date=DAY,
        valid_from=DAY,
        valid_to=date(2026, 4, 1),
        entered_by=administrator,
    )
    with pytest.raises(StoodUpon, match="1 ủy quyền"):
        take_back(DAY, reason="Thử", by=administrator)


def test_a_second_click_puts_nothing_into_force_twice(drafting: Drafting, administrator: Account) -> None:
    draft = drafting(*merger())
    seen = {draft.pk: Draft.objects.get(pk=draft.pk).version}
    enforce(seen, moving=(), by=administrator)
    with pytest.raises(DraftChanged):
        enforce(seen, moving=(), by=administrator)
    assert Enactment.objects.count() == 1


def test_what_was_changed_after_the_preview_is_not_put_into_force(drafting: Drafting, administrator: Account) -> None:
    draft = drafting(*merger())
    seen = {draft.pk: Draft.objects.get(pk=draft.pk).version}
    remove_line(draft.lines.order_by("pk")[2], by=administrator)
    with pytest.raises(DraftChanged):
        enforce(seen, moving=(), by=administrator)
    assert "so-a" in names(DAY)


@pytest.mark.parametrize(
    ("lines", "refused"),
    [
        ([Line(deed="dissolve", unit="so-a", ends=True)], OrphanedUnits),
        ([Line(deed="merge", unit="so-b", successor="khong-co", ends=True)], TinhsoError),
        ([Line(deed="transfer", unit="trung-tam-a", successor="so-b", function="x"),
          Line(deed="merge", unit="so-b", successor="so-a", ends=True)], SuccessorNotStanding),
        ([Line(deed="split", unit="so-b", successor="so-a", share="0.7"),
          Line(deed="split", unit="so-b", successor="trung-tam-a", share="0.7")], SharesAboveWhole),
    ],
)  # fmt: skip
def test_a_draft_that_breaks_a_rule_is_told_in_the_preview_and_refused_whole(
    drafting: Drafting, administrator: Account, lines: list[Line], refused: type[TinhsoError]
) -> None:
    draft, before = drafting(*lines), names(DAY)
    assert any(isinstance(fault, refused) for fault in preview([draft]).faults)
    with pytest.raises(refused):
        in_force(draft, administrator)
    assert (names(DAY), Draft.objects.get(pk=draft.pk).state) == (before, "draft")


def test_a_role_that_begins_only_after_the_day_of_effect_is_named_first(
    drafting: Drafting, administrator: Account, departments: list[Unit]
) -> None:
    account = person("sau", "Người Đến Sau", role=Role.UNIT_OFFICER, at=departments[0])
    account.roles.update(valid_from=date(2026, 6, 1))
    with pytest.raises(RoleBeginsLater, match="Người Đến Sau giữ vai trò từ ngày 01/6/2026"):
        in_force(drafting(*merger()), administrator)


def test_the_preview_tells_what_moves_and_writes_nothing(drafting: Drafting, departments: list[Unit]) -> None:
    person("di", "Người Đi", role=Role.UNIT_OFFICER, at=departments[0])
    before, shown = names(DAY), preview([drafting(*merger())])
    assert [(change.key, change.before is None, change.after is None) for change in shown.changes] == [
        ("so-c", True, False), ("trung-tam-a", False, False), ("so-a", False, True), ("so-b", False, True),
    ]  # fmt: skip
    assert [str(post) for post in shown.posts] == ["Giám đốc (so-a)", "Giám đốc (so-b)"]
    assert [(each.role.account.username, to and to.name) for each, to in shown.roles] == [("di", "Sở C")]
    assert (shown.faults, names(DAY)) == ([], before)


def test_a_split_without_a_larger_part_leaves_the_work_to_be_decided(drafting: Drafting) -> None:
    halves = [Line(deed="split", unit="so-b", successor=key, ends=True) for key in ("so-a", "trung-tam-a")]
    assert [change.key for change in preview([drafting(*halves)]).undecided] == ["so-b"]


def test_one_form_sent_twice_is_one_draft_and_one_line(departments: list[Unit], administrator: Account) -> None:
    once, facts = uuid4(), {"title": "Đổi tên", "effective_on": DAY}
    first, second = (prepare(facts, by=administrator, once=once) for _ in range(2))
    for _ in range(2):
        add_lines(first, [Line(deed="amend", unit="so-a", name="Sở A mới")], by=administrator)
    assert (first, first.lines.count()) == (second, 1)


def test_a_draft_in_force_or_dropped_is_not_changed(drafting: Drafting, administrator: Account) -> None:
    draft = drafting(*merger())
    drop(draft, by=administrator)
    draft.refresh_from_db()
    with pytest.raises(DraftNotOpen, match="đã bỏ"):
        add_lines(draft, [Line(deed="dissolve", unit="so-a", ends=True)], by=administrator)


def test_only_who_keeps_the_organisations_may_do_any_of_it(drafting: Drafting, departments: list[Unit]) -> None:
    officer = person("can-bo", "Cán Bộ", role=Role.UNIT_OFFICER, at=departments[0])
    draft = drafting(*merger())
    with pytest.raises(NotAllowed):
        in_force(draft, officer)
    with pytest.raises(NotAllowed):
        take_back(DAY, reason="Thử", by=officer)


def test_taking_back_needs_a_reason_and_something_in_force(administrator: Account) -> None:
    with pytest.raises(ReasonMissing):
        take_back(DAY, reason=" ", by=administrator)
    with pytest.raises(NothingToTakeBack):
        take_back(DAY, reason="Thử", by=administrator)
