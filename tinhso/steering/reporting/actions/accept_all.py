"""Tiếp nhận mọi báo cáo gửi đúng hạn: the same as one by one, in one go."""

from dataclasses import replace

from django.db import transaction
from django.db.models import F

from tinhso.steering.following.hands import Hand
from tinhso.steering.reporting.actions.at_round import refuse_stranger
from tinhso.steering.reporting.actions.take_report import accept
from tinhso.steering.reporting.models import Report, ReportDeed, Round
from tinhso.steering.reporting.refusals import NothingToAccept


def accept_in_time(round_: Round, hand: Hand) -> int:
    """How many were accepted: all or none. Sent twice, it tells what it did the first time.

    Raises NotYourRound, NotYourReport, ProgrammeClosed, NothingToAccept, and ReportStands where somebody accepts one
    meanwhile.
    """
    refuse_stranger(hand, round_.coordinating_unit_id, what="tiếp nhận báo cáo")
    with transaction.atomic():
        before = ReportDeed.objects.filter(once__startswith=f"{hand.once}:").count()
        waiting = Report.objects.filter(round=round_, state=Report.State.SENT, sent_on__lte=F("due_on"))
        reports = [] if before else list(waiting.order_by("pk"))
        if not before and not reports:
            raise NothingToAccept
        for report in reports:
            accept(report, "", replace(hand, once=f"{hand.once}:{report.pk}"))
        return before or len(reports)
