"""A wrong declaration is told at the start, by its number."""

from dataclasses import replace
from datetime import date

import pytest

from tinhso.kernel.metrics.catalogue import metric_of, metrics
from tinhso.kernel.metrics.checks import every_metric_can_be_counted, faults
from tinhso.kernel.metrics.recipes import Recipe
from tinhso.kernel.metrics.refusals import NoSuchMetric
from tinhso.kernel.metrics.tests.counting import CHANGED, FIRST, ISSUED, METRIC, SECOND


def told(*versions: Recipe) -> list[tuple[str | None, str]]:
    return [(fault.id, fault.msg) for fault in faults([replace(METRIC, versions=versions)])]


def test_metrics_of_the_house_can_be_counted() -> None:
    assert every_metric_can_be_counted() == []
    assert list(faults([CHANGED])) == []


def test_a_misspelt_column_is_told_with_the_metric_the_version_and_the_side() -> None:
    [(number, words)] = told(FIRST, replace(SECOND, denominator=replace(ISSUED, columns=("nummer",), personal=())))
    assert number == "metrics.E001"
    assert words.startswith("metric van-ban-co-tep, version 2, denominator: ")
    assert "nummer" in words


def test_a_path_that_leads_to_no_unit_is_told() -> None:
    [(number, words)] = told(replace(FIRST, denominator=replace(ISSUED, unit="file")))
    assert (number, words.endswith("'file' leads to no unit")) == ("metrics.E001", True)


def test_a_personal_column_must_be_a_column() -> None:
    [(number, words)] = told(replace(FIRST, denominator=replace(ISSUED, personal=("recorded_by",))))
    assert (number, "recorded_by" in words) == ("metrics.E001", True)


def test_two_metrics_of_one_code_are_told() -> None:
    assert [fault.id for fault in faults([METRIC, CHANGED])] == ["metrics.E002"]


@pytest.mark.parametrize("versions", [(), (SECOND,), (FIRST, FIRST)])
def test_versions_are_numbered_from_one(versions: tuple[Recipe, ...]) -> None:
    assert [number for number, _words in told(*versions)] == ["metrics.E003"]


def test_a_version_does_not_end_before_it_begins() -> None:
    assert [number for number, _words in told(replace(FIRST, until=date(2021, 1, 1)))] == ["metrics.E003"]


def test_a_code_that_nobody_declares_is_refused() -> None:
    assert metrics() == metrics()
    with pytest.raises(NoSuchMetric, match="khong-co"):
        metric_of("khong-co")
