"""A decision takes effect whole or not at all."""

from datetime import date

import pytest

from tinhso.kernel.organisations.errors import ChangedLater, CircularTree, NoSuchUnit, NotInForce, OrphanedUnits
from tinhso.kernel.organisations.models import Post, Reorganisation, Succession, Unit, UnitVersion
from tinhso.kernel.organisations.reorganising.apply import put_into_force
from tinhso.kernel.organisations.reorganising.steps import Follow, Order, Step
from tinhso.lib.errors import TinhsoError

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("bac_giang")]

DAY = date(2026, 1, 1)
BODIES = ("bac-ninh-so-y-te", "bac-ninh-so-noi-vu")


def order(*steps: Step, follows: tuple[Follow, ...] = (), day: date = DAY) -> Order:
    return Order(Reorganisation(key="thu", title="Quyết định thử", effective_on=day), steps, follows)


def test_a_merger_ends_the_old_units_and_their_posts_and_begins_the_new_one() -> None:
    put_into_force(
        order(
            Step(
                "establish", "so-moi", name="Sở Mới", kind="department", parent="tinh-bac-ninh", head_title="Giám đốc"
            ),
            *(Step("end", key) for key in BODIES),
            follows=tuple(Follow("merge", key, "so-moi") for key in BODIES),
        )
    )
    standing = UnitVersion.objects.valid_on(DAY)
    assert standing.filter(unit__key="so-moi").exists()
    assert not standing.filter(unit__key__in=BODIES).exists()
    assert not Post.objects.valid_on(DAY).filter(unit__key__in=BODIES).exists()
    assert Succession.objects.filter(successor__key="so-moi").count() == 2


def test_a_rename_is_a_new_version_of_the_same_unit() -> None:
    put_into_force(order(Step("amend", "tinh-bac-ninh", name="Thành phố Mẫu")))
    names = [version.name for version in UnitVersion.objects.filter(unit__key="tinh-bac-ninh")]
    assert names == ["Tỉnh Bắc Ninh", "Thành phố Mẫu"]


@pytest.mark.parametrize(
    ("refused", "steps"),
    [
        (OrphanedUnits, (Step("end", "tinh-bac-ninh"),)),
        (NotInForce, (Step("amend", "so-tttt", name="Sở Cũ"),)),
        (NoSuchUnit, (Step("amend", "khong-co", name="Không có"),)),
        (CircularTree, (Step("amend", "tinh-bac-ninh", parent="bac-ninh-so-y-te"),)),
    ],
)
def test_a_decision_that_breaks_the_tree_is_refused_whole(refused: type[TinhsoError], steps: tuple[Step, ...]) -> None:
    before = UnitVersion.objects.count()
    with pytest.raises(refused):
        put_into_force(order(Step("amend", "bac-ninh-so-y-te", name="Sở Y tế và Dân số"), *steps))
    assert UnitVersion.objects.count() == before
    assert not Reorganisation.objects.filter(key="thu").exists()


def test_a_decision_that_overlaps_a_later_one_is_refused() -> None:
    with pytest.raises(ChangedLater):
        put_into_force(order(Step("amend", "cap-huyen-viet-yen", name="Huyện Khác"), day=date(2023, 6, 1)))


def test_a_refusal_names_the_units_in_a_vietnamese_sentence() -> None:
    with pytest.raises(OrphanedUnits) as refusal:
        put_into_force(order(Step("end", "tinh-bac-ninh")))
    assert refusal.value.sentence.startswith("Ngày 01/01/2026 còn đơn vị thuộc cấp trên không hoạt động: ")
    assert Unit.objects.filter(key="tinh-bac-ninh").exists()
