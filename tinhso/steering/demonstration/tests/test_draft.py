"""The consolidated report of the sample's third quarter: every number counted again from the rows it stands for."""

from collections import defaultdict
from dataclasses import replace
from datetime import date
from fractions import Fraction
from html import unescape

import pytest
from django.db.models import F
from django.test import Client

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.documents.paper.docx import docx_of
from tinhso.kernel.documents.paper.measuring import check
from tinhso.kernel.documents.paper.parts import Paper
from tinhso.kernel.documents.paper.words import Grid
from tinhso.steering.demonstration.fates import SECOND, THIRD
from tinhso.steering.figures.models import Value
from tinhso.steering.issuing.consolidated.report import report_of
from tinhso.steering.issuing.facts.gathered import Facts, facts_of
from tinhso.steering.issuing.tests.reading import figures_of, text_of
from tinhso.steering.pages.issuing.links import Links
from tinhso.steering.programmes.models import Indicator, Programme, Task
from tinhso.steering.reporting.fetching import rounds_with_asks
from tinhso.steering.reporting.models import Report, SentTask, Submission

pytestmark = pytest.mark.django_db
Parts = tuple[Fraction, Fraction]


@pytest.fixture
def facts(sample: Programme) -> Facts:
    return facts_of(rounds_with_asks().get(asks__programme=sample, last_day=THIRD), sample.pk)


@pytest.fixture
def paper(facts: Facts) -> Paper:
    return report_of(facts)


def share(*figures: Parts) -> str:
    """Of their sums, in per cent, what lies beyond the first decimal dropped, the Vietnamese way."""
    numerator, denominator = (sum((each[at] for each in figures), Fraction()) for at in (0, 1))
    tenths = int(numerator * 1000 / denominator)
    return f"{tenths // 10},{tenths % 10}\N{NO-BREAK SPACE}%"


def said_by(indicator: Indicator, day: date) -> dict[tuple[str, int], Parts]:
    """Level and unit → the last share that it gave by the day."""
    rows = Value.objects.filter(indicator=indicator, superseded_at=None, withdrawn=False, to_on__lte=day)
    rows = rows.filter(denominator__isnull=False).order_by("to_on", F("from_on").desc(), "-pk")
    return {(row.level, row.unit_id): (Fraction(row.numerator or 0), Fraction(row.denominator or 1)) for row in rows}


def test_its_head_is_that_of_the_department_and_its_plan(paper: Paper) -> None:
    """The plan came without a number, and nobody has told who holds the post or by which letters the body is known."""
    assert (paper.letterhead.parent, paper.letterhead.body) == ("UBND tỉnh Bắc Giang", "Sở Thông tin và Truyền thông")
    assert paper.subject == "Kết quả thực hiện Kế hoạch số …/KH-BCĐCĐS quý III năm 2022"
    assert (paper.place, paper.addressed) == ("Bắc Giang", ("Ban chỉ đạo chuyển đổi số tỉnh",))
    assert (paper.signing.lines, paper.signing.name, paper.symbol) == (("GIÁM ĐỐC",), "", "BC-…")
    assert (paper.number, paper.issued_on) == (None, None)


@pytest.mark.parametrize("holder", [True, False])
def test_the_file_for_word_has_the_form_but_for_what_is_left_free(facts: Facts, *, holder: bool) -> None:
    issuer = replace(facts.issuer, person="Nguyễn Văn Thử" if holder else "")
    found = check(docx_of(report_of(replace(facts, issuer=issuer))), "du-thao.docx").findings
    assert [each.part for each in found] == ([] if holder else ["Họ tên của người ký"])


def test_every_share_is_that_of_the_units_figures(sample: Programme, paper: Paper) -> None:
    figures, seen = figures_of(paper), 0
    for indicator in Indicator.objects.filter(programme=sample, withdrawn_at=None):
        for name, day in (("now", THIRD), ("before", SECOND)):
            levels: dict[str, list[Parts]] = defaultdict(list)
            for (level, _unit), parts in said_by(indicator, day).items():
                levels[level].append(parts)
            sums = {level: share(*each) for level, each in levels.items()}
            printed = {level: figures.get(f"indicator/{indicator.code}/{name}/{level}") for level in sums}
            assert all(each in (None, {sums[level]}) for level, each in printed.items()), indicator.code
            every = [parts for each in levels.values() for parts in each]
            if whole := figures.get(f"indicator/{indicator.code}/{name}"):
                told = share(*every) if every else "chưa có số liệu"
                assert whole == {told}, (indicator.code, name)
                seen += 1
    assert seen >= 30


def test_every_figure_of_a_unit_is_the_last_that_it_gave(sample: Programme, paper: Paper) -> None:
    figures = {name: texts for name, texts in figures_of(paper).items() if "/unit/" in name}
    for indicator in Indicator.objects.filter(programme=sample, withdrawn_at=None):
        for (_level, unit), parts in said_by(indicator, THIRD).items():
            assert figures.pop(f"indicator/{indicator.code}/unit/{unit}") == {share(parts)}
    assert all(texts == {"không áp dụng"} for texts in figures.values())


def test_tasks_are_counted_as_their_days_say(sample: Programme, paper: Paper) -> None:
    counts: dict[str, int] = defaultdict(int)
    for task in Task.objects.filter(programme=sample, withdrawn_at=None):
        done = task.completed_on is not None and task.completed_on <= THIRD
        told = task.completed_on if done and task.completed_on else THIRD
        timing = "undated" if task.due_on is None else "overdue" if told > task.due_on else "in_time"
        counts["standing" if task.standing else f"{'done' if done else 'open'}_{timing}"] += 1
        counts["all"] += 1
        counts["done" if done else "open"] += not task.standing
    figures = {name: texts for name, texts in figures_of(paper).items() if name.startswith("tasks/")}
    assert figures == {f"tasks/{name}": {str(counts[name])} for name in (name.split("/")[1] for name in figures)}
    assert {"tasks/all", "tasks/done_in_time", "tasks/open_overdue"} <= set(figures)


def test_units_are_counted_as_their_reports_stand(paper: Paper, facts: Facts) -> None:
    counts: dict[str, int] = defaultdict(int)
    for report in Report.objects.filter(round=facts.round):
        came = report.state in ("sent", "accepted")
        late = report.sent_on is not None and report.sent_on > report.due_on
        what = "returned" if report.state == "returned" else "unsent" if not came else "late" if late else "in-time"
        if report.required or report.sent_on:
            for name in ("asked", what):
                counts[f"units/{name}"] += 1
                counts[f"units/{name}/{report.sender}"] += 1
    figures = {name: texts for name, texts in figures_of(paper).items() if name.startswith("units/")}
    assert figures == {name: {str(counts[name])} for name in figures}
    assert sum(counts[f"units/{name}"] for name in ("in-time", "late", "returned", "unsent")) == counts["units/asked"]


def test_every_difficulty_is_printed_and_counted(paper: Paper, facts: Facts) -> None:
    sent = Submission.objects.filter(report__round=facts.round).exclude(difficulties="")
    text = text_of(paper)
    assert all(words in text for words in sent.values_list("difficulties", flat=True).distinct())
    assert figures_of(paper)["said/difficulties"] == {str(sent.count())}
    stuck = SentTask.objects.filter(submission__report__round=facts.round, said="stuck").exclude(note="")
    assert stuck.exists()
    assert all(f"“{note}”" in text for note in stuck.values_list("note", flat=True))


def test_the_same_figure_is_the_same_wherever_it_stands(paper: Paper) -> None:
    assert {name: texts for name, texts in figures_of(paper).items() if len(texts) > 1} == {}


def test_every_unit_that_was_late_or_never_sent_stands_in_the_last_annex(paper: Paper, facts: Facts) -> None:
    rows = [row for each in paper.annexes[3].blocks if isinstance(each, Grid) for row in each.rows if not row.band]
    reports = Report.objects.filter(round=facts.round, required=True)
    late = reports.filter(state__in=("sent", "accepted"), sent_on__gt=F("due_on")).count()
    assert len(rows) == late + reports.exclude(state__in=("sent", "accepted")).count()


def test_a_number_leads_to_as_many_as_it_says(sample: Programme, client: Client, facts: Facts, paper: Paper) -> None:
    client.force_login(Account.objects.get(username="thuong-truc"))
    figures, links = figures_of(paper), Links.of(facts)
    for name in ("units/late", "units/unsent/commune", "units/in-time", "tasks/open_overdue", "indicators/reached"):
        page = unescape(client.get(links.to(name)).content.decode())
        assert f"<strong>{next(iter(figures[name]))}</strong>" in page, name
    for name in ("indicator/I.1/now", "indicator/I.1/before"):
        assert next(iter(figures[name])) in client.get(links.to(name)).content.decode()


def test_every_name_of_a_figure_leads_somewhere(facts: Facts, paper: Paper) -> None:
    links = Links.of(facts)
    assert [name for name in figures_of(paper) if not links.to(name)] == []
