"""What the department does about all reports of a round at once: reminding the missing, taking those in time."""

from django.http import HttpRequest
from ninja import Router, Schema
from pydantic import Field

from tinhso.steering.api.reporting.seen import hand, seen_round
from tinhso.steering.reporting.actions.accept_all import accept_in_time
from tinhso.steering.reporting.actions.remind_missing import remind_missing
from tinhso.surfaces.api.examples import shown_as

router = Router()


class RemindedShown(Schema):
    """How many units were told; each is told at most once a day."""

    model_config = shown_as({"now": 12, "before": 3, "unreachable": 1})

    now: int = Field(description="Vừa nhắc. Reminded now.")
    before: int = Field(description="Hôm nay đã được nhắc. Had been reminded today.")
    unreachable: int = Field(description="Chưa có người dùng hệ thống. Have nobody here who could be told.")


class AcceptedShown(Schema):
    """How many reports were taken."""

    model_config = shown_as({"accepted": 27})

    accepted: int


@router.post(
    "/rounds/{int:period}/reminders",
    response=RemindedShown,
    url_name="remind_missing",
    summary="Nhắc đơn vị còn thiếu",
)
def send_reminders(request: HttpRequest, period: int) -> RemindedShown:
    """Whoever writes a missing report is told, when it is late the head as well."""
    told = remind_missing(seen_round(request, period), hand(request))
    return RemindedShown(now=told.now, before=told.before, unreachable=told.unreachable)


@router.post(
    "/rounds/{int:period}/acceptance",
    response=AcceptedShown,
    url_name="accept_in_time",
    summary="Tiếp nhận mọi báo cáo gửi đúng hạn",
)
def send_acceptance(request: HttpRequest, period: int) -> AcceptedShown:
    """All that were sent in time and wait, or none; a late one is looked at by itself."""
    return AcceptedShown(accepted=accept_in_time(seen_round(request, period), hand(request)))
