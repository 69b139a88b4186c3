"""The doors of a programme as a whole: from the plan's coming in to its end."""

from collections.abc import Mapping
from dataclasses import replace

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.doors.sending import things
from tests.doors.sending.api_work import COLLEAGUE
from tests.doors.world import Make, Sent, World
from tests.large import stored
from tests.readings import small_plan
from tinhso.kernel.documents.paper.docx import docx_of
from tinhso.kernel.documents.paper.tests import papers
from tinhso.lib.dates import write_date
from tinhso.steering.following.models import Notice
from tinhso.steering.pages.programme_settings.page import stands
from tinhso.steering.pages.views.models import SavedView
from tinhso.steering.programmes.models import Assignment, Programme

_WHY = {"reason": "Hết năm"}


def _start(_world: World) -> Sent:
    plan = small_plan()
    plan.subject = "Kế hoạch khác năm 2022"
    form = {"name": "Chương trình khác", "unit": "", "starts_on": "01/3/2022", "ends_on": "31/12/2022"}
    return Sent(keys={"document": stored(plan.reading(), "khac.txt").pk}, form=form)


def _document(_world: World) -> Sent:
    return Sent(of=lambda _who: {"file": SimpleUploadedFile("bao-cao.docx", docx_of(papers.report()))})


def _settings(world: World) -> Sent:
    found = {name: value for name, value in stands(world.programme).items() if value not in (None, False)}
    days = {name: write_date(getattr(world.programme, name)) for name in ("starts_on", "ends_on")}
    return Sent(form={**found, **days})


def _reopen(world: World) -> Sent:
    Programme.objects.filter(pk=world.programme.pk).update(state=Programme.State.CLOSED)
    return Sent(form=_WHY)


def _accept(world: World) -> Sent:
    return Sent(keys={"task": world.task().pk, "indicator": world.indicator().pk}, form={"version": 1})


def _choose(world: World) -> Sent:
    Assignment.objects.filter(pk=world.key("assignment")).update(certainty="unsure", unit=None, post=None)
    version = Assignment.objects.get(pk=world.key("assignment")).task
    return Sent(form={"candidate": 0, "version": version.version if version else 1})


def _handing(world: World) -> Sent:
    named = world.task().assignments.get(role="lead").pk
    form = {"taker": world.helper.key, "effective_on": "01/6/2022", "reason": "Biên bản số 12"}
    return Sent(form={**form, "assignment": [named]})


def _own_view(world: World) -> Sent:
    view = SavedView.objects.create(programme=world.programme, account=world.people["officer"], name="Của tôi")
    return Sent(keys={"view": view.pk}, form={"name": "Của riêng tôi", "sharing": "own", "version": 1, "xoa": "1"})


def _direct(world: World) -> Sent:
    return Sent(form={"text": "Rà soát tiến độ", "lead": str(world.lead.pk)})


def _notice(world: World) -> Sent:
    officer = world.people["officer"]
    made = Notice.objects.create(task=world.task(), kind=Notice.Kind.MENTION, words="Nhắc", account=officer, key="thu")
    return Sent(keys={"notice": made.pk})


def _bulk(deed: str, **more: object) -> Make:
    return lambda world: Sent(form={"viec_lam": deed, "buoc": "duoc-phep", "viec": [world.task().pk], **more})


def _bulk_giving(world: World) -> Sent:
    sent = _bulk("giao", wanted="Soạn dự thảo")(world)
    return replace(sent, of=lambda who: {"person": COLLEAGUE.get(who, "officer")})


def _bulk_confirming(world: World) -> Sent:
    things.claim(world)
    return _bulk("xac-nhan")(world)


SENT: Mapping[str, Make] = {
    "POST pages:document_form": _document,
    "POST pages:receive": lambda _world: Sent(form={"text": "KẾ HOẠCH\nChuyển đổi số năm 2022\n1. Xây dựng Quy chế."}),
    "POST pages:start": _start,
    "POST pages:compare": lambda _world: Sent(form={"viec": "luu"}),
    "POST pages:accept_task": _accept,
    "POST pages:accept_indicator": _accept,
    "POST pages:choose_owner": _choose,
    "POST handing:page": _handing,
    "POST programme_settings:settings": _settings,
    "POST programme_settings:close": lambda _world: Sent(form=_WHY),
    "POST programme_settings:reopen": _reopen,
    "POST programme_settings:reminders": lambda _world: Sent(
        form={"valid_from": "01/7/2022", "before": "5, 2", "after": "1", "weeks": "2"}
    ),
    "POST views:views": lambda _world: Sent(form={"name": "Quá hạn", "sharing": "own", "query": "tinh_trang=chua"}),
    "POST views:views chung": lambda _world: Sent(form={"name": "Quá hạn", "sharing": "programme", "query": ""}),
    "POST views:change": lambda _world: Sent(form={"name": "Chưa xong", "sharing": "programme", "version": 1}),
    "POST views:change riêng": _own_view,
    "POST views:delete": lambda _world: Sent(form={"xoa": "1"}),
    "POST views:delete riêng": _own_view,
    "POST watching:direct": _direct,
    "GET work:notice": _notice,
    "POST bulk:bulk chap-nhan": _bulk("chap-nhan"),
    "POST bulk:bulk giao": _bulk_giving,
    "POST bulk:bulk tien-do": _bulk("tien-do", said="unchanged"),
    "POST bulk:bulk trao-doi": _bulk("trao-doi", text="Xin báo cáo"),
    "POST bulk:bulk nhac": _bulk("nhac", words="Sắp đến hạn"),
    "POST bulk:bulk xac-nhan": _bulk_confirming,
}
