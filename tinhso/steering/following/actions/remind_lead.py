"""Nhắc: who watches a task or coordinates its programme reminds those who lead it, once a day."""

from datetime import date

from tinhso.kernel.accounts.roles import Verb
from tinhso.lib.dates import write_date
from tinhso.lib.text import paragraphs
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.models import Deed, Notice
from tinhso.steering.following.parts import Units, refuse_outsider, served_among, units_named
from tinhso.steering.following.refusals import NobodyToRemind, RemindedToday
from tinhso.steering.following.telling import tell_units
from tinhso.steering.following.work import at_work
from tinhso.steering.programmes.models import Assignment, Task


def remind_lead(task: Task, words: str, hand: Hand) -> Deed:
    """One notice to each unit that leads, to whoever reports for it. Raises NotYourTask, TaskDone, NobodyToRemind,
    RemindedToday."""
    with at_work(task, hand) as work:
        refuse_outsider(work.part.judges, what="nhắc", whose="cơ quan thường trực, người theo dõi")
        if known := work.sent(Deed):
            return known
        work.refuse_done()
        units = reminded(work.task, hand.today)
        if not units:
            raise NobodyToRemind
        if Deed.objects.filter(task=work.task, kind=Deed.Kind.REMINDED, recorded_at__date=hand.today).exists():
            raise RemindedToday
        through, said = work.part.judges, paragraphs(words)
        deed = work.write(Deed, Deed.Kind.REMINDED, through=through, verb=Verb.CONFIRM, note=said)
        tell_units(deed, units, _told(work.task, deed), kind=Notice.Kind.REMINDED)
        return deed


def reminded(task: Task, day: date) -> Units:
    """The units that lead it and have somebody here; a post is reminded at its unit."""
    return served_among(units_named(task, day)[Assignment.Role.LEAD], day)


def _told(task: Task, deed: Deed) -> str:
    due = f", hạn {write_date(task.due_on)}" if task.due_on and not task.standing else ""
    return f"{deed.who} nhắc nhiệm vụ {task.code}{due}" + (f": {deed.note}" if deed.note else "")
