"""The doors of unit reports: Huyện Mẫu's, in an open round of the programme."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from tests.doors.world import Make, Sent, World
from tinhso.kernel.documents.keeping import keep_bytes
from tinhso.steering.pages.grid.sheets import template
from tinhso.steering.reporting.models import CheckRule, Report, Round, RoundDue, RoundProgramme, TaskLine

State = Report.State


def report_of_lead(world: World, state: str = State.IN_WORK) -> Report:
    """The lead's report, in an open round of its own whose days are over; lines left unsaid do not block."""
    today = timezone.localdate()
    days = {"first_day": today - timedelta(days=40), "last_day": today - timedelta(days=5), "opens_on": today}
    round_ = Round.objects.create(
        kind=Round.Kind.AD_HOC,
        basis=Round.Basis.FREE,
        state=Round.State.OPEN,
        title="Báo cáo đột xuất mẫu",
        coordinating_unit=world.department,
        **days,
    )
    RoundProgramme.objects.create(round=round_, programme=world.programme)
    CheckRule.objects.get_or_create(programme=world.programme, check_name="unsaid", defaults={"severity": "warn"})
    sent = {"sent_on": today} if state in (State.SENT, State.ACCEPTED, State.RETURNED) else {}
    facts = {"state": state, "sender": RoundDue.Sender.DISTRICT, "due_on": today + timedelta(days=3), **sent}
    return Report.objects.create(round=round_, unit=world.lead, **facts)


def _about(verb: str, state: str = State.IN_WORK, **form: object) -> Callable[[World], Sent]:
    return lambda world: Sent(keys={"report": report_of_lead(world, state).pk, "verb": verb}, form=form)


def _upload(world: World) -> Sent:
    """The template of a report that asks for no figure."""
    report = report_of_lead(world).pk
    empty = template("Biểu", f"bao-cao-{report}", [])
    return Sent(keys={"report": report}, of=lambda _who: {"tep": SimpleUploadedFile("bieu.xlsx", empty)})


def _file(world: World) -> Sent:
    """A line of the draft with the paper that shows it."""
    report, paper = report_of_lead(world), keep_bytes(b"%PDF-1.4 quy che", "quy-che.pdf", by=None)
    said = {"said": "ready", "file": paper, "saved_by": world.people["officer"], "saved_at": timezone.now()}
    line = TaskLine.objects.create(report=report, task=world.task(), **said)
    return Sent(keys={"report": report.pk, "task": line.task_id})


SENT: Mapping[str, Make] = {
    "POST reports:write": lambda world: Sent(
        keys={"report": report_of_lead(world).pk}, form={"phien-ban": 1, "results": "Kết quả"}
    ),
    "GET reports:file": _file,
    "GET reports:template": lambda world: Sent(keys={"report": report_of_lead(world).pk}),
    "POST reports:upload": _upload,
    "GET reports:act gửi": _about("gui"),
    "POST reports:act gửi": _about("gui"),
    "POST reports:act không phát sinh": _about("khong-phat-sinh"),
    "GET reports:act duyệt": _about("duyet", State.AT_HEAD),
    "POST reports:act duyệt": _about("duyet", State.AT_HEAD),
    "POST reports:act trả lại": _about("tra-lai-can-bo", State.AT_HEAD, reason="Thiếu số"),
    "POST reports:act rút lại": _about("rut-lai", State.AT_HEAD),
}
