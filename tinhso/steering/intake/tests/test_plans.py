"""What must hold of every real plan at hand: nothing lost, nothing invented, the same twice.

The plans lie beside the checkout (``../shared/plans``) and are not part of it; elsewhere these tests are skipped.
"""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tinhso.steering.intake import read
from tinhso.steering.intake.reading import Indicator, Reading, Task
from tinhso.steering.intake.schema import PATH

FOLDER = Path(__file__).resolve().parents[5] / "shared" / "plans"
PLANS = sorted(path for path in FOLDER.glob("*.txt")) if FOLDER.is_dir() else []
pytestmark = pytest.mark.skipif(not PLANS, reason="không có ../shared/plans cạnh thư mục mã nguồn")


@cache
def reading(name: str) -> Reading:
    return read((FOLDER / name).read_bytes(), name)


def every_plan(check: Any) -> Any:  # noqa: ANN401 - a decorator of tests
    return pytest.mark.parametrize("name", [path.name for path in PLANS])(check)


def folded(text: str) -> str:
    return " ".join(text.split())


@every_plan
def test_nothing_of_the_text_is_lost(name: str) -> None:
    assert reading(name).coverage == 1.0
    source = re.sub(r"\s", "", (FOLDER / name).read_text(encoding="utf-8"))
    assert sorted(re.sub(r"\s", "", reading(name).text)) == sorted(source)


@every_plan
def test_every_text_field_stands_in_the_source(name: str) -> None:
    found, words = reading(name), folded(reading(name).text)
    texts = [task.text for task in found.tasks] + [indicator.text for indicator in found.indicators]
    texts += [owner for task in found.tasks for owner in (*task.leads, *task.cooperators)]
    texts += [product.text for task in found.tasks for product in task.deliverables]
    texts += [duty.what for duty in found.duties] + [piece.text for piece in found.unplaced]
    assert [text for text in texts if folded(text) not in words] == []


@every_plan
def test_spans_point_at_their_words(name: str) -> None:
    found = reading(name)
    items: list[Task | Indicator] = [*found.tasks, *found.indicators]
    for item in items:
        assert folded(found.text[slice(*item.span)]) == folded(item.text)
    dated = [d for task in found.tasks for d in (task.deadline, *(p.deadline for p in task.deliverables)) if d]
    assert [d.text for d in dated if d.span and found.text[slice(*d.span)] != d.text] == []


@every_plan
def test_codes_are_unique_and_parents_exist(name: str) -> None:
    codes = [task.code for task in reading(name).tasks]
    assert len(codes) == len(set(codes))
    assert {task.parent for task in reading(name).tasks if task.parent} <= set(codes)


@every_plan
def test_the_reading_keeps_to_the_schema_and_repeats(name: str) -> None:
    jsonschema.validate(json.loads(json.dumps(reading(name).as_json())), json.loads(PATH.read_text(encoding="utf-8")))
    assert read((FOLDER / name).read_bytes(), name) == reading(name)
