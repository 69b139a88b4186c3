"""What is kept of programmes outlives what people report, and not what changes the programme."""

from datetime import date

import pytest

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.edition import edition
from tinhso.steering.following.actions.ask_extension import MoreTime, ask_extension
from tinhso.steering.following.actions.complete_task import Claim, claim_completion
from tinhso.steering.following.actions.decide_extension import Decision, decide_extension
from tinhso.steering.following.actions.discuss import comment
from tinhso.steering.following.actions.report_progress import Progress, report_progress
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.models import Notice
from tinhso.steering.programmes.counts import counted, states_on
from tinhso.steering.programmes.edition import PROGRAMMES
from tinhso.steering.programmes.fetching import tasks_by_key
from tinhso.steering.programmes.models import Task
from tinhso.steering.programmes.states import TaskState

pytestmark = pytest.mark.django_db
DAY = date(2022, 8, 15)


def test_what_people_report_and_say_leaves_what_is_kept(task: Task, officer: Account, colleague: Account) -> None:
    before = edition(PROGRAMMES)
    report_progress(task, Progress(said="doing", note="Đã có dự thảo", share=40), Hand(officer))
    comment(task, "Ai có mẫu báo cáo?", Hand(colleague))
    ask_extension(task, MoreTime(asked_on=date(2022, 11, 30), reason="Chờ"), Hand(officer))
    Notice.objects.all().delete()
    assert edition(PROGRAMMES) == before


def test_a_task_said_to_be_done_is_counted_at_once(task: Task, officer: Account) -> None:
    before = counted(states_on(task.programme_id, DAY).values())
    claim_completion(task, Claim(day=date(2022, 7, 15)), Hand(officer))
    after = counted(states_on(task.programme_id, DAY).values())
    assert after[TaskState.DONE_IN_TIME] + after[TaskState.DONE_OVERDUE] == 1
    assert after[TaskState.OPEN_OVERDUE] == before[TaskState.OPEN_OVERDUE] - 1


def test_more_time_is_told_at_once(task: Task, officer: Account, chair: Account) -> None:
    former = tasks_by_key([task.pk])[task.pk].due_on
    asked = ask_extension(task, MoreTime(asked_on=date(2022, 11, 30), reason="Chờ"), Hand(officer))
    granted = Decision(due_on=date(2022, 11, 30), paper_number="3/TB", paper_day=date(2022, 7, 1))
    decide_extension(asked, granted, Hand(chair))
    assert tasks_by_key([task.pk])[task.pk].due_on == date(2022, 11, 30) != former
