"""An installation that holds one of everything, so that every address leads somewhere. Everything is invented."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from uuid import uuid4

from django.urls import reverse
from django.utils import timezone

from tests.cast import SINCE, lend, unit
from tests.house.routes import Route, routes
from tests.large import stored
from tests.readings import Writer, small_plan
from tinhso.kernel.accounts.delegation.models import Delegation
from tinhso.kernel.accounts.linking import Purpose, make_link
from tinhso.kernel.accounts.models import Account, Identity, RoleAssignment
from tinhso.kernel.accounts.roles import Role
from tinhso.kernel.audit.models import Entry, Verification
from tinhso.kernel.documents.keeping import keep_bytes
from tinhso.kernel.documents.models import IssuedDocument
from tinhso.kernel.exchange.feeds import feed_for, word_of
from tinhso.kernel.exchange.models import Subscription
from tinhso.kernel.exchange.tokens import give_token
from tinhso.kernel.mail.models import Letter
from tinhso.kernel.mail.turning_off import path_to_turn_off
from tinhso.kernel.metrics.recipes import Scope
from tinhso.kernel.metrics.taking import take
from tinhso.kernel.organisations.models import DecidedDay, Holding, Kind, Post, Reorganisation, Unit, UnitVersion
from tinhso.kernel.reorganisations.models import Draft, Line
from tinhso.steering.figures.models import FigureLoad, Measure, Value
from tinhso.steering.following.metrics import IN_TIME
from tinhso.steering.following.models import Comment, Deed, DutyExemption, DutyPaper, Evidence, Notice
from tinhso.steering.pages.views.models import SavedView
from tinhso.steering.programmes import vault
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.models import (
    Assignment,
    Candidate,
    Deliverable,
    Duty,
    Finding,
    PlanDocument,
    Programme,
    PublicMark,
    ReadingJob,
    Unplaced,
)
from tinhso.steering.reporting.models import (
    Report,
    ReportDeed,
    Round,
    RoundDue,
    RoundEvent,
    RoundProgramme,
    Submission,
    TaskLine,
)

#: What stands in the place of each name in an address.
Keys = Mapping[str, object]


def furnish(province: Unit, person: Account, *, by: Account, plan: Writer | None = None) -> Keys:
    """A programme of the small plan (or of ``plan``) with a live reading job, beside the ``person`` whom administration
    pages show.
    """
    department = unit("so-tttt", "Sở Thông tin và Truyền thông", kind=Kind.DEPARTMENT, parent=province)
    Post.objects.create(unit=department, title="Giám đốc", valid_from=SINCE)
    reading = (plan or small_plan()).reading()
    document = stored(reading)
    vault.keep(reading.text.encode(), document.place)
    programme: Programme = start(document, by=by, name="Chương trình mẫu")
    return keys_of(programme, document, department=department, person=person)


def keys_of(programme: Programme, document: PlanDocument, *, department: Unit, person: Account) -> Keys:
    """What every address needs, area by area."""
    return {
        **_plan(programme, document, department),
        **_office(department),
        **_own(programme, person),
        **_reporting(programme, department, person),
    }


def _plan(programme: Programme, document: PlanDocument, department: Unit) -> Keys:
    """A plan with its items, an owner of whom the wording is unsure and a file that waits to be read."""
    unsure = Assignment.objects.filter(programme=programme)[0]
    Candidate.objects.update_or_create(assignment=unsure, place=0, defaults={"unit": department})
    waiting, _made = ReadingJob.objects.get_or_create(sha256="0" * 64, defaults={"name": "ke-hoach.txt", "size": 1})
    task, indicator = programme.tasks.values_list("pk", flat=True)[0], programme.indicators.all()[0]
    return {
        "programme": programme.pk,
        "document": document.pk,
        "job": waiting.pk,
        "reviewed": f"task-{task}",
        "piece": _piece(programme).pk,
        "finding": _point(programme).pk,
        "duty": programme.duties.values_list("pk", flat=True)[0],
        "task": task,
        "indicator": indicator.pk,
        "assignment": unsure.pk,
        "product": _product(programme),
        "value": _value(programme),
        "load": _load(programme),
        "form": "xlsx",
    }


def _load(programme: Programme) -> int:
    """A file of figures that was looked into."""
    content = b"chi_tieu,don_vi,tu_ngay,den_ngay,tu_so,mau_so\n"
    by = Account.objects.filter(is_active=True)[0]
    return FigureLoad.objects.create(
        programme=programme,
        file=keep_bytes(content, "so-lieu.csv", by=by),
        asked_by=by,
        state=FigureLoad.State.LOOKED,
        fresh=2,
        finished_at=timezone.now(),
    ).pk


def _office(department: Unit) -> Keys:
    """Units, posts, delegations, days; the log and other systems."""
    holding, delegation = _holding(department), _delegation(department)
    return {
        "key": department.key,
        **_decision(department),
        "subscription": Subscription.objects.create(name="Trục mẫu", address="https://truc.example/").pk,
        "entry": Entry.objects.values_list("pk", flat=True)[0],
        "verification": _verification().pk,
        "year": 2022,
        "decided": _decided().pk,
        "post": holding.post_id,
        "holding": holding.pk,
        "held": delegation.held.pk,
        "delegation": delegation.pk,
    }


def _own(programme: Programme, person: Account) -> Keys:
    """What is a person's: account, word, letters, views."""
    identity, _made = Identity.objects.get_or_create(account=person, provider="sso", hint="…1", fingerprint="0" * 64)
    return {
        **_worked_on(programme, person),
        "pk": person.pk,
        "token": _token(person),
        "deed": _comment(programme, person),
        "feed": word_of(feed_for(person, None)),
        "role": person.roles.values_list("pk", flat=True)[0],
        "provider": "sso",
        "identity": identity.pk,
        "view": _view(programme, person),
        "letter": _letter(person),
        "off": path_to_turn_off(person).rpartition("/")[2],
        "word": make_link(person, Purpose.PASSWORD, valid=timedelta(days=1)),
    }


def _reporting(programme: Programme, department: Unit, person: Account) -> Keys:
    """What is asked of units, what they have sent, and what of it anybody reads."""
    asked_of = _report(programme, department)
    return {
        **_ordered(programme, department, person),
        "round_": asked_of.round_id,
        "period": asked_of.round_id,
        **_sent(asked_of, person),
        "public": _public(programme, person),
    }


def _decision(department: Unit) -> Keys:
    """A draft with two steps and its paper, and a day on which a decision took effect."""
    named, _made = Reorganisation.objects.get_or_create(
        key="quyet-dinh-mau", defaults={"title": "Quyết định mẫu", "effective_on": SINCE}
    )
    draft, _made = Draft.objects.get_or_create(
        key="du-thao-mau",
        defaults={
            "title": "Dự thảo mẫu",
            "effective_on": SINCE + timedelta(days=60),
            "paper": keep_bytes(b"Quyet dinh mau", "quyet-dinh.txt", by=None),
        },
    )
    line, _made = Line.objects.get_or_create(draft=draft, deed="amend", unit=department.key, name="Sở Mẫu mới")
    second, _made = Line.objects.get_or_create(draft=draft, deed="amend", unit="tinh-mau", name="Tỉnh Mẫu mới")
    return {
        "draft": draft.pk,
        "line": line.pk,
        "row": second.pk,
        "step": "sap-nhap",
        "day": named.effective_on.isoformat(),
    }


def _comment(programme: Programme, person: Account) -> int:
    task = programme.tasks.order_by("pk")[0]
    return Comment.objects.create(task=task, kind="comment", account=person, day=timezone.localdate(), text="Chào").pk


def _product(programme: Programme) -> int:
    """A product of the first task."""
    task = programme.tasks.order_by("pk")[0]
    made, _new = Deliverable.objects.get_or_create(programme=programme, task=task, position=1, text="Quy chế mẫu")
    return int(made.pk)


def _token(person: Account) -> int:
    return give_token(person, f"mẫu {uuid4()}", scopes=["work:read"], last_day=timezone.localdate())[0].pk


def _decided() -> DecidedDay:
    """A day off by decision."""
    facts = {"effect": "off", "reason": "Nghỉ theo quyết định"}
    return DecidedDay.objects.get_or_create(day=date(2022, 5, 3), defaults=facts)[0]


def _holding(unit: Unit) -> Holding:
    """Somebody holds a post of the unit."""
    post, _made = Post.objects.get_or_create(unit=unit, title="Chánh Văn phòng", defaults={"valid_from": SINCE})
    return Holding.objects.get_or_create(post=post, person="Người Giữ", defaults={"valid_from": SINCE})[0]


def _delegation(department: Unit) -> Delegation:
    """The head of a department lets an officer act for him."""
    made = {}
    for name, role in (("truong", Role.HEAD_OF_UNIT), ("pho", Role.UNIT_OFFICER)):
        account = Account.objects.filter(username=name).first() or Account.objects.create_account(
            name, display_name=f"Người {name}"
        )
        RoleAssignment.objects.get_or_create(account=account, role=role, unit=department, valid_from=SINCE)
        made[name] = account
    return lend(made["truong"], made["pho"])


def _worked_on(programme: Programme, person: Account) -> Keys:
    """Somebody has named the person in the discussion of the first task, and shown a file."""
    task = programme.tasks.all()[0]
    deed = Deed.objects.create(task=task, kind=Deed.Kind.COMMENT, account=person, day=programme.starts_on)
    file = keep_bytes(b"%PDF-1.4 minh chung", "minh-chung.pdf", by=person)
    notice = Notice.objects.create(
        task=task, kind=Notice.Kind.MENTION, words="Nhắc đến bạn", account=person, key=f"mention:{deed.pk}"
    )
    evidence = Evidence.objects.create(deed=deed, file=file)
    return {"doing": "trao-doi", "evidence": evidence.pk, "notice": notice.pk}


def _ordered(programme: Programme, department: Unit, person: Account) -> Keys:
    """A duty due once of the department and the province, what the one has issued, and a count of it."""
    province = UnitVersion.objects.filter(kind=Kind.PROVINCE)[0].unit
    facts = {"frequency": "once", "due_on": date(2022, 5, 10), "what": "ban hành kế hoạch cụ thể hóa"}
    duty, _made = Duty.objects.get_or_create(programme=programme, position=90, defaults=facts)
    for sender in (department, province):
        named = {"role": Assignment.Role.SENDER, "certainty": Assignment.Certainty.CERTAIN, "wording": sender.key}
        Assignment.objects.get_or_create(programme=programme, duty=duty, unit=sender, position=90, defaults=named)
    issued = {"kind": "KH", "number": "15", "issued_on": date(2022, 5, 9), "issuer": "Sở", "subject": "Kế hoạch"}
    document = IssuedDocument.objects.create(**issued, file=keep_bytes(b"%PDF-1.4 ke hoach", "ke-hoach.pdf", by=None))
    said = {"document": document, "sent_on": date(2022, 5, 9), "recorded_by": person}
    paper, _made = DutyPaper.objects.get_or_create(duty=duty, unit=department, superseded_at=None, defaults=said)
    reason = {"reason": "Không thuộc phạm vi", "recorded_by": person}
    exemption, _made = DutyExemption.objects.get_or_create(duty=duty, unit=province, ended_at=None, defaults=reason)
    count = take(IN_TIME, Scope(date(2022, 1, 1), date(2022, 12, 31), f"duty/{duty.pk}"), by=None, reason="Đếm lại")
    return {
        "order": duty.pk,
        "paper": paper.pk,
        "exemption": exemption.pk,
        "count": count.pk,
        "code": IN_TIME.code,
    }


def _sent(report: Report, person: Account) -> Keys:
    """What the department has sent, and the paper in the line of its draft on the first task."""
    deed = ReportDeed.objects.create(report=report, kind=ReportDeed.Kind.SENT, account=person, day=report.due_on)
    Submission.objects.create(report=report, number=1, deed=deed, results="Kết quả mẫu")
    task = report.round.asks.get().programme.tasks.all()[0]
    paper = keep_bytes(b"%PDF-1.4 quy che", "quy-che.pdf", by=person)
    said = {"said": "ready", "file": paper, "saved_by": person, "saved_at": timezone.now()}
    TaskLine.objects.create(report=report, task=task, **said)
    return {"report": report.pk, "number": 1, "verb": "gui", "errand": "han", "verdict": "tra-lai"}


def _verification() -> Verification:
    """A walk over the log that somebody asked for and nobody has begun."""
    return Verification.objects.live().first() or Verification.objects.create()


def _view(programme: Programme, person: Account) -> int:
    """A view shared with everybody."""
    facts = {"sharing": SavedView.Sharing.PROGRAMME, "query": "tinh_trang=chua"}
    view, _made = SavedView.objects.update_or_create(
        programme=programme, account=person, name="Chưa xong", defaults=facts
    )
    return view.pk


def _report(programme: Programme, department: Unit) -> Report:
    """The department's report in a round that is open; whoever is a coordinator here keeps it and the programme."""
    coordinating = Unit.objects.filter(role_assignments__role=Role.COORDINATOR).first() or department
    Programme.objects.filter(pk=programme.pk).update(coordinating_unit=coordinating)
    days = {"first_day": date(2022, 6, 15), "last_day": date(2022, 9, 14), "opens_on": date(2022, 9, 1)}
    facts = {"kind": "quarter", "basis": "decree", "state": "open", "coordinating_unit": coordinating, **days}
    made = Round.objects.create(title="Báo cáo quý III năm 2022", **facts)
    RoundProgramme.objects.create(round=made, programme=programme)
    due = date(2022, 9, 20)
    RoundDue.objects.create(round=made, sender=RoundDue.Sender.PROVINCE, day=due, before=True, last_on=due)
    RoundEvent.objects.create(round=made, kind=RoundEvent.Kind.OPENED)
    return Report.objects.create(round=made, unit=department, sender="province", due_on=due)


def _letter(person: Account) -> int:
    """A letter to the person that could not be sent."""
    words = {"kind": "digest", "subject": "Nhắc việc", "text": "Nhắc việc", "html": "<p>Nhắc việc</p>"}
    facts = {**words, "state": Letter.State.GIVEN_UP, "problem": "Máy chủ thư không trả lời kịp."}
    return Letter.objects.get_or_create(key=f"mau:{person.pk}", defaults={"account": person, **facts})[0].pk


def _public(programme: Programme, person: Account) -> str:
    """The programme has a public page."""
    PublicMark.objects.get_or_create(programme=programme, indicator=None, ended_at=None, defaults={"marked_by": person})
    return programme.code


def _value(programme: Programme) -> int:
    """A figure of the province for the first indicator, with its evidence."""
    indicator = programme.indicators.all()[0]
    Measure.objects.get_or_create(indicator=indicator, defaults={"kind": Measure.Kind.RATIO, "levels": "whole"})
    province = UnitVersion.objects.filter(kind=Kind.PROVINCE)[0]
    value, _made = Value.objects.get_or_create(
        indicator=indicator,
        unit=province.unit,
        from_on=programme.starts_on,
        to_on=programme.starts_on,
        defaults={
            "level": "whole",
            "numerator": 1,
            "denominator": 2,
            "recorded_at": timezone.now(),
            "file": keep_bytes(b"don vi,tu so,mau so\n", "bieu.csv", by=None),
        },
    )
    return value.pk


def _piece(programme: Programme) -> Unplaced:
    return Unplaced.objects.get_or_create(programme=programme, position=0, text="Đoạn chưa xếp được")[0]


def _point(programme: Programme) -> Finding:
    return Finding.objects.get_or_create(programme=programme, position=0, kind="no_date", message="Chưa rõ")[0]


def addresses(keys: Keys) -> Iterator[tuple[Route, str]]:
    """Every route with the address of the thing that it shows. A new name in an address needs a line above."""
    for route in routes():
        yield route, reverse(route.name, kwargs={name: keys[name] for name in route.keys})
