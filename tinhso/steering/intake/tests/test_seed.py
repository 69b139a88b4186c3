"""The seed plan, exactly: what people find in Bắc Giang's plan of 2022 the reader finds too."""

import json
from functools import cache
from pathlib import Path

import jsonschema
import pytest

from tinhso.steering.intake import read
from tinhso.steering.intake.reading import Reading, Task
from tinhso.steering.intake.schema import PATH, schema

PLAN = Path(__file__).resolve().parents[4] / "samples" / "plans" / "kh-bcdcds-bacgiang-2022.txt"


@cache
def seed() -> Reading:
    return read(PLAN.read_bytes(), PLAN.name)


def part_two() -> list[Task]:
    return [task for task in seed().tasks if task.code.startswith("II.")]


def task(code: str) -> Task:
    return next(task for task in seed().tasks if task.code == code)


def test_there_are_eighteen_indicators_with_twenty_one_targets() -> None:
    assert [len([i for i in seed().indicators if i.code.split(".")[0] == part]) for part in ("I", "II", "III")] == [
        4,
        7,
        7,
    ]
    assert sum(len(indicator.targets) for indicator in seed().indicators) == 21


def test_indicator_ii_3_starts_on_two_days() -> None:
    indicator = next(i for i in seed().indicators if i.code == "II.3")
    assert [(t.value, t.from_) for t in indicator.targets] == [(100, "2022-06-01"), (100, "2022-12-01")]


def test_indicator_ii_7_is_strict_at_three_levels() -> None:
    indicator = next(i for i in seed().indicators if i.code == "II.7")
    assert [(t.comparator, t.value, t.level) for t in indicator.targets] == [
        (">", 90, "province"),
        (">", 80, "district"),
        (">", 50, "commune"),
    ]
    assert indicator.name == "Tỷ lệ hồ sơ công việc được xử lý trên môi trường mạng"


def test_every_indicator_has_its_people_from_the_appendix() -> None:
    assert all(i.watchers and i.leads and len(i.sources) == 2 for i in seed().indicators)
    without_help = [i.code for i in seed().indicators if not i.cooperators]
    assert without_help == ["II.5", "II.6", "II.7"]


def test_exclusions_belong_to_their_indicators() -> None:
    excluded = {i.code for i in seed().indicators if i.exclusions}
    assert {"II.5", "II.6"} <= excluded


def test_part_two_has_eighty_two_rows_of_which_one_is_a_parent() -> None:
    assert len(part_two()) == 82
    assert {task.parent for task in part_two() if task.parent} == {"II.3.b"}
    assert [task.code for task in part_two() if task.parent == "II.3.b"] == ["II.3.b.1", "II.3.b.2", "II.3.b.3"]


def test_every_task_of_part_two_has_a_head_who_leads() -> None:
    assert all(task.leads for task in part_two())
    assert task("II.5.c").leads == ("Chánh Văn phòng UBND tỉnh",)
    assert task("II.5.c").text.startswith("đẩy nhanh tiến độ đầu tư")


def test_one_line_names_five_documents_each_with_its_month_or_event() -> None:
    due = [product.deadline for product in task("II.1.a.2").deliverables]
    assert [(d.kind, d.end) for d in due if d] == [
        ("month", "2022-07-31"),
        ("month", "2022-09-30"),
        ("month", "2022-09-30"),
        ("month", "2022-11-30"),
        ("event", None),
    ]


def test_ranges_of_months_are_read_as_ranges() -> None:
    ranges = [(d.start, d.end) for code in ("II.3.b.1", "II.3.b.2") if (d := task(code).deadline)]
    assert ranges == [("2022-04-01", "2022-07-31"), ("2022-07-01", "2022-08-31")]


def test_keeping_things_going_is_standing_work() -> None:
    assert [task.code for task in part_two() if task.standing] == ["II.2.a.2", "II.5.a.4", "II.8.b.2"]


def test_no_date_of_a_cited_document_is_a_deadline() -> None:
    cited = {"2019-06-28", "2019-05-04", "2022-03-15", "2021-01-22", "2022-02-11", "2022-03-09"}
    due = {d.end for t in seed().tasks for d in (t.deadline, *(p.deadline for p in t.deliverables)) if d}
    assert not due & cited
    assert task("II.2.b.1").deadline is None


def test_the_reports_are_due_before_the_twentieth_and_the_twenty_fifth() -> None:
    quarterly = sorted((d.day, d.month_rule, d.before) for d in seed().duties if d.frequency == "quarterly")
    assert quarterly == [(20, "last_of_quarter", True), (25, "last_of_quarter", True)]
    once = next(d for d in seed().duties if d.frequency == "once")
    assert once.deadline is not None
    assert (once.deadline.end, once.deadline.before) == ("2022-05-10", True)


def test_the_header_leaves_open_what_the_plan_leaves_open() -> None:
    header = seed().header
    assert (header.number, header.symbol, header.kind) == (None, "KH-BCĐCĐS", "KẾ HOẠCH")
    assert header.date is not None
    assert (header.date.day, header.date.month, header.date.year) == (None, 4, 2022)


def test_two_documents_are_the_legal_bases() -> None:
    assert [basis.number for basis in seed().legal_bases] == ["27/QĐ-UBQGČĐS", "5755/KH-UBND"]


@pytest.mark.parametrize("kind", ["symbol_clash", "reference_spelling", "stray_bullet", "broken_sentence", "spelling"])
def test_each_kind_of_clerical_error_in_the_plan_is_found(kind: str) -> None:
    assert kind in {finding.kind for finding in seed().findings}


def test_the_two_spellings_of_the_support_programme_are_found() -> None:
    assert any("SMEDx" in finding.message and "SMESx" in finding.message for finding in seed().findings)


def test_nothing_is_lost() -> None:
    assert seed().coverage == 1.0


def test_nothing_is_invented() -> None:
    words = " ".join(seed().text.split())
    fields = [t.text for t in seed().tasks] + [n for t in seed().tasks for n in (*t.leads, *t.cooperators)]
    fields += [p.text for t in seed().tasks for p in t.deliverables] + [i.text for i in seed().indicators]
    assert [field for field in fields if " ".join(field.split()) not in words] == []


def test_the_reading_keeps_to_its_published_schema() -> None:
    published = json.loads(PATH.read_text(encoding="utf-8"))
    assert published == schema()
    jsonschema.validate(json.loads(json.dumps(seed().as_json())), published)


def test_the_same_document_reads_the_same_twice() -> None:
    assert read(PLAN.read_bytes(), PLAN.name) == seed()
