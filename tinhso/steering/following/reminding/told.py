"""What was told to whom, when, by which channel: the page always, a letter where one was written."""

from collections.abc import Iterable

from django.db.models import Prefetch, QuerySet

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.mail.models import Letter
from tinhso.steering.following.models import Notice, NoticeLetter, NoticeReading
from tinhso.steering.programmes.models import Programme

#: Of a letter only how it fared.
_FARED = Letter.objects.only("state", "written_at", "ended_at")


def with_letters(account: Account, notices: Iterable[Notice]) -> None:
    """Each gets ``letter``: in which it was told to the person, None where by the page alone. One query."""
    rows = NoticeLetter.objects.filter(account=account, notice__in=[each.pk for each in notices])
    letters = {row.notice_id: row.letter for row in rows.prefetch_related(Prefetch("letter", _FARED))}
    for notice in notices:
        vars(notice)["letter"] = letters.get(notice.pk)


def told_in(programme: Programme) -> QuerySet[Notice]:
    """Every notice of the programme, the newest first, with who has read it and in whose letters it stood."""
    readings = NoticeReading.objects.select_related("account").order_by("read_at")
    letters = NoticeLetter.objects.select_related("account").prefetch_related(Prefetch("letter", _FARED))
    found = Notice.objects.filter(programme=programme).select_related("task", "account")
    return found.prefetch_related(Prefetch("readings", readings), Prefetch("in_letters", letters.order_by("pk")))
