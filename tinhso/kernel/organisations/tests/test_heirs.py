"""Who stands for what a unit was, through all decisions: with which part, and where nobody can say."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.cast import SINCE, unit
from tinhso.kernel.organisations.heirs import Part
from tinhso.kernel.organisations.models import Kind, Reorganisation, Succession, Unit, UnitVersion
from tinhso.kernel.organisations.succeeding import heirs

pytestmark = pytest.mark.django_db
JANUARY, JULY, TODAY = date(2025, 1, 1), date(2025, 7, 1), date(2025, 8, 1)
BEFORE = JANUARY - timedelta(days=1)


def commune(key: str) -> Unit:
    return unit(key, f"Xã {key}", kind=Kind.COMMUNE, parent=None)


def follows(old: Unit, new: Unit, day: date, share: str | None = None, *, ends: bool = True) -> None:
    """A decision of the day by which ``new`` takes over ``old`` or a part of it."""
    decision, _made = Reorganisation.objects.get_or_create(
        key=f"qd-{day}", defaults={"title": "Sắp xếp", "effective_on": day}
    )
    part = None if share is None else Decimal(share)
    manner = Succession.Manner.MERGE if ends else Succession.Manner.SPLIT
    Succession.objects.create(reorganisation=decision, manner=manner, predecessor=old, successor=new, share=part)
    if ends:
        UnitVersion.objects.filter(unit=old).update(valid_to=day)


def parts(of: Unit, after: date = BEFORE, until: date = TODAY) -> dict[str, Decimal]:
    keys = dict(Unit.objects.values_list("pk", "key"))
    return {keys[part.unit]: part.share for part in heirs().parts(of.pk, after, until)}


def test_mergers_of_two_years_are_followed_one_after_the_other() -> None:
    a, b, c = commune("a"), commune("b"), commune("c")
    follows(a, b, JANUARY, "1")
    follows(b, c, JULY)
    assert parts(a) == {"c": 1}
    assert parts(a, until=JANUARY) == {"b": 1}
    assert parts(a, until=BEFORE) == {"a": 1}
    assert parts(b, after=JULY) == {"b": 1}


def test_shares_of_splits_are_multiplied_and_what_remains_stays() -> None:
    a, b, c = commune("a"), commune("b"), commune("c")
    follows(a, b, JANUARY, "0.4", ends=False)
    follows(b, c, JULY, "0.5", ends=False)
    assert parts(a) == {"a": Decimal("0.6"), "b": Decimal("0.2"), "c": Decimal("0.2")}


def test_of_a_split_without_shares_nothing_is_guessed() -> None:
    a, b = commune("a"), commune("b")
    follows(a, b, JANUARY, ends=False)
    assert parts(a) == {"a": 1}
    assert heirs().is_unclear(a.pk, BEFORE, TODAY)
    assert not heirs().is_unclear(a.pk, JANUARY, TODAY)


def test_a_unit_that_ended_among_several_without_shares_keeps_what_it_was() -> None:
    a, b, c = commune("a"), commune("b"), commune("c")
    follows(a, b, JANUARY)
    follows(a, c, JANUARY)
    assert parts(a) == {"a": 1}
    assert heirs().is_unclear(a.pk, BEFORE, TODAY)


def test_of_two_mergers_on_one_day_the_second_takes_all() -> None:
    a, b, c = commune("a"), commune("b"), commune("c")
    follows(a, b, JULY)
    follows(b, c, JULY)
    assert parts(a) == {"c": 1}


def test_a_transferred_function_takes_no_figures_along() -> None:
    a, b = commune("a"), commune("b")
    decision = Reorganisation.objects.create(key="qd", title="Chuyển", effective_on=JANUARY)
    Succession.objects.create(
        reorganisation=decision, manner=Succession.Manner.TRANSFER, predecessor=a, successor=b, function="Báo chí"
    )
    assert parts(a) == {"a": 1}
    assert heirs().parts(a.pk, SINCE, TODAY) == (Part(a.pk, Decimal(1)),)
