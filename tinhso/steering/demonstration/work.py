"""Invented work on the sample programme's tasks, from May to September, done by the officers' own actions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import UnitVersion
from tinhso.steering.demonstration.chance import NOTE, chance, moment
from tinhso.steering.following.actions.ask_extension import MoreTime, ask_extension
from tinhso.steering.following.actions.complete_task import (
    Claim,
    claim_completion,
    confirm_completion,
    return_completion,
)
from tinhso.steering.following.actions.decide_extension import Decision, decide_extension
from tinhso.steering.following.actions.direct_task import direct_task
from tinhso.steering.following.actions.discuss import comment
from tinhso.steering.following.actions.report_progress import Progress, report_progress
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.models import Completion, Extension, ProgressEntry
from tinhso.steering.following.parts import part_in
from tinhso.steering.programmes.models import Programme, Task

_Said = ProgressEntry.Said
ROUNDS = (date(2022, 5, 12), date(2022, 6, 13), date(2022, 9, 13))
_MARK = f"({NOTE}.)"
#: So many of the tasks are worked on; of these so many are told of in a round, and so many are stuck.
_WORKED, _TOLD, _STOPPED = 0.7, 0.8, 0.12
_DOING = (
    "Đã phân công bộ phận thực hiện, đang xây dựng kế hoạch chi tiết.",
    "Đã hoàn thành dự thảo lần một, đang lấy ý kiến các cơ quan liên quan.",
    "Đã khảo sát hiện trạng, đang hoàn thiện hồ sơ trình phê duyệt.",
    "Đang triển khai thử nghiệm tại một số đơn vị.",
)
_STUCK = (
    "Chưa bố trí được kinh phí; đề nghị Ban Chỉ đạo xem xét trong đợt điều chỉnh giữa năm.",
    "Chờ hướng dẫn kỹ thuật của bộ chủ quản nên chưa chốt được phạm vi.",
)


@dataclass(frozen=True, slots=True)
class Office:
    """Who acts in the demonstration: the coordinator also stands in for units that nobody here serves."""

    coordinator: Account
    member: Account
    chair: Account


def invent_work(programme: Programme, office: Office) -> int:
    """Progress on most tasks, and one of each thing that can happen to a task; how many tasks were worked on."""
    tasks = [task for task in _tasks(programme) if _is_served(task, office)]
    worked = [(place, task) for place, task in enumerate(tasks) if chance(task.code, "works") < _WORKED]
    finite = [task for place, task in worked if not task.standing]
    deeds = list(zip(finite, _DEEDS, strict=False))
    done = {task.pk for task, deed in deeds if deed in _ENDING}
    for place, task in worked:
        _report(task, office, place, rounds=ROUNDS[:2] if task.pk in done else ROUNDS)
    for place, (task, deed) in enumerate(deeds):
        deed(task, office, place)
    _order(programme, office)
    return len(worked)


def _tasks(programme: Programme) -> list[Task]:
    return list(Task.objects.current().filter(programme=programme).select_related("programme").in_document_order())


def _is_served(task: Task, office: Office) -> bool:
    """Whether the coordinator leads the task here, or stands in for its lead."""
    return bool(part_in(task, office.coordinator, ROUNDS[0]).leads)


def _report(task: Task, office: Office, place: int, *, rounds: Sequence[date]) -> None:
    for number, day in enumerate(rounds):
        if chance(task.code, day) < _TOLD:
            report_progress(task, _progress(task, number, day), _hand(office.coordinator, day, place))


def _progress(task: Task, number: int, day: date) -> Progress:
    stuck = chance(task.code, "stuck", number) < _STOPPED
    notes = _STUCK if stuck else _DOING
    note = notes[int(chance(task.code, "note", number) * len(notes))]
    share = int(10 + 28 * number + 28 * chance(task.code)) // 5 * 5
    return Progress(said=_Said.STUCK if stuck else _Said.DOING, note=f"{note} {_MARK}", share=share, day=day)


def _complete(task: Task, office: Office, place: int) -> None:
    """Done before the end of June, and confirmed by the member who watches."""
    completion = _claimed(task, office, place)
    hand = _hand(office.member, completion.day + timedelta(days=3), place)
    confirm_completion(completion, hand, note=f"Sản phẩm đạt yêu cầu. {_MARK}")


def _complete_later(task: Task, office: Office, place: int) -> None:
    """Done in the third quarter, and confirmed."""
    completion = _claimed(task, office, place, first=date(2022, 7, 5 + place))
    hand = _hand(office.member, completion.day + timedelta(days=4), place)
    confirm_completion(completion, hand, note=f"Sản phẩm đạt yêu cầu. {_MARK}")


def _claim(task: Task, office: Office, place: int) -> None:
    """Done, not yet confirmed."""
    _claimed(task, office, place)


def _send_back(task: Task, office: Office, place: int) -> None:
    """Claimed as done and returned."""
    completion = _claimed(task, office, place)
    hand = _hand(office.member, completion.day + timedelta(days=2), place)
    return_completion(completion, f"Chưa có văn bản ban hành kèm theo. {_MARK}", hand)


def _claimed(task: Task, office: Office, place: int, *, first: date = date(2022, 6, 15)) -> Completion:
    day = first + timedelta(days=place % 9)
    claim = Claim(day=day, note=f"Đã hoàn thành. {_MARK}", reason="Văn bản đã trình ký, đang làm thủ tục phát hành.")
    return claim_completion(task, claim, _hand(office.coordinator, day, place))


def _ask(task: Task, office: Office, place: int) -> Extension:
    reason = f"Đơn vị tư vấn chậm bàn giao; phải lấy ý kiến lại. {_MARK}"
    due = task.due_on or task.programme.ends_on
    wanted = MoreTime(asked_on=due + timedelta(days=45), reason=reason, paper="Công văn số 812/STTTT-CNTT")
    return ask_extension(task, wanted, _hand(office.coordinator, date(2022, 6, 20), place))


def _wait(task: Task, office: Office, place: int) -> None:
    """More time is asked for, nobody has decided."""
    _ask(task, office, place)


def _grant(task: Task, office: Office, place: int) -> None:
    """More time is granted by the chair."""
    asked = _ask(task, office, place)
    decision = Decision(due_on=asked.asked_on, reason=f"Lý do khách quan, đồng ý gia hạn một lần. {_MARK}")
    decide_extension(asked, decision, _hand(office.chair, date(2022, 6, 24), place))


def _refuse(task: Task, office: Office, place: int) -> None:
    """More time is refused."""
    decision = Decision(due_on=None, reason=f"Nhiệm vụ đã có nguồn lực, đề nghị làm đúng hạn. {_MARK}")
    decide_extension(_ask(task, office, place), decision, _hand(office.chair, date(2022, 6, 24), place))


def _talk(task: Task, office: Office, place: int) -> None:
    """The chair asks, the coordinator answers."""
    asked = f"@{office.coordinator.username} cho biết vướng ở khâu nào, cần tôi làm việc với ai? {_MARK}"
    comment(task, asked, _hand(office.chair, date(2022, 6, 21), place))
    answer = f"Vướng ở khâu thẩm định kinh phí; đã hẹn làm việc với Sở Tài chính ngày 24/6. {_MARK}"
    comment(task, answer, _hand(office.coordinator, date(2022, 6, 22), place))


def _order(programme: Programme, office: Office) -> None:
    """A directive of the chair."""
    unit = UnitVersion.objects.valid_on(ROUNDS[-1]).select_related("unit").get(unit__key="so-tttt")
    text = f"Báo cáo nguyên nhân các chỉ tiêu chậm và biện pháp đạt chỉ tiêu trong quý III. {_MARK}"
    hand = _hand(office.chair, date(2022, 6, 27), 1)
    direct_task(programme, text, leads=[unit], due_on=date(2022, 7, 15), hand=hand)


def _hand(by: Account, day: date, place: int) -> Hand:
    return Hand(by, at=moment(day, place))


#: What happens to the first tasks that are worked on, one after the other.
_DEEDS: tuple[Callable[[Task, Office, int], None], ...] = (
    *(_complete,) * 6,
    *(_claim,) * 3,
    _send_back,
    _grant,
    _wait,
    _refuse,
    _talk,
    *(_complete_later,) * 10,
)
#: After these nothing more is told of a task.
_ENDING = (_complete, _claim, _complete_later)
