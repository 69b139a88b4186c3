"""The form of an official document keeps to its own rules."""

import pytest

from tinhso.kernel.documents.paper import form
from tinhso.kernel.documents.paper.form import FACES, Measure, Part, Span

MEASURES = [value for value in vars(form).values() if isinstance(value, Measure)]


def test_every_part_has_a_face() -> None:
    assert set(FACES) == set(Part)


@pytest.mark.parametrize("part", Part)
def test_what_the_writers_take_is_allowed(part: Part) -> None:
    face = FACES[part]
    assert face.sizes is None or face.sizes.holds(face.size)
    assert (face.line is None) == (face.underline is None)
    assert face.underline is None or face.line is None or face.underline.holds(face.line)


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.name)
def test_every_length_that_the_writers_take_is_allowed(measure: Measure) -> None:
    assert measure.allowed is None or measure.allowed.holds(measure.taken)


def test_a_rule_names_its_source_and_only_a_rule() -> None:
    assert [part for part in Part if bool(FACES[part].source) != (FACES[part].sizes is not None)] == []
    assert [measure.name for measure in MEASURES if bool(measure.source) != (measure.allowed is not None)] == []
    assert form.FIRST_LINE.taken in form.FIRST_LINES


def test_a_source_is_cited_as_officials_cite_it() -> None:
    assert form.cited(FACES[Part.NATION].source) == "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.1.a"


def test_both_ends_of_a_span_are_allowed_and_measuring_may_err() -> None:
    sizes = Span(13, 14)
    assert [sizes.holds(size) for size in (12.99, 13, 14, 14.01)] == [False, True, True, False]
    assert sizes.holds(12.95, within=0.1)
