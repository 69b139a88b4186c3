"""What is done about a round as a whole: one value a verb, in the order of the buttons."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from tinhso.steering.following.hands import Hand
from tinhso.steering.pages.rounds.desk import Desk
from tinhso.steering.pages.rounds.forms import ChangeForm, ClosingForm, PlainForm, ReasonForm, typed
from tinhso.steering.pages.work.forms import WorkForm
from tinhso.steering.reporting.actions.accept_all import accept_in_time
from tinhso.steering.reporting.actions.open_round import close_round, open_round, reopen_round
from tinhso.steering.reporting.actions.plan_round import change_dues
from tinhso.steering.reporting.actions.remind_missing import remind_missing
from tinhso.steering.reporting.models import Round

State = Round.State


@dataclass(frozen=True, slots=True)
class Sent:
    """A form that was filled in well, by whom, about which round."""

    desk: Desk
    hand: Hand
    form: WorkForm

    @property
    def reason(self) -> str:
        """The reason, where one is asked for."""
        return str(self.form.cleaned_data.get("reason", ""))


def _nothing(_desk: Desk) -> Mapping[str, object]:
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundDoing:
    """One verb: in which states of the round it is offered, what it asks and does; ``words`` stand above its form."""

    slug: str
    title: str
    button: str
    words: str
    form: type[WorkForm]
    states: frozenset[str]
    act: Callable[[Sent], str]
    initial: Callable[[Desk], Mapping[str, Any]] = _nothing
    is_dangerous: bool = False


def offered(desk: Desk) -> list[RoundDoing]:
    """What this person may do about the round as it stands."""
    may = desk.keeps and desk.is_running
    return [doing for doing in DOINGS.values() if may and desk.round.state in doing.states]


def _open(sent: Sent) -> str:
    open_round(sent.desk.round, sent.hand)
    return "Đã mở kỳ báo cáo: mọi đơn vị phải gửi đã có sẵn báo cáo để lập."


def _close(sent: Sent) -> str:
    close_round(sent.desk.round, sent.reason, sent.hand)
    return "Đã đóng kỳ báo cáo."


def _reopen(sent: Sent) -> str:
    reopen_round(sent.desk.round, sent.reason, sent.hand)
    return "Đã mở lại kỳ báo cáo."


def _change(sent: Sent) -> str:
    if not isinstance(sent.form, ChangeForm):
        raise TypeError(sent.form)
    change_dues(sent.desk.round, sent.form.dues(), sent.reason, hand=sent.hand)
    return "Đã đổi hạn gửi."


def _remind(sent: Sent) -> str:
    told = remind_missing(sent.desk.round, sent.hand)
    words = [f"Đã nhắc {told.now} đơn vị."] if told.now else []
    words += [f"{told.before} đơn vị hôm nay đã được nhắc."] if told.before else []
    words += [f"{told.unreachable} đơn vị chưa có người dùng hệ thống: hãy gọi."] if told.unreachable else []
    return " ".join(words)


def _accept_all(sent: Sent) -> str:
    return f"Đã tiếp nhận {accept_in_time(sent.desk.round, sent.hand)} báo cáo gửi đúng hạn."


def _dues(desk: Desk) -> Mapping[str, object]:
    return typed((due.sender, due.day, due.before) for due in desk.round.dues.all())


_ALL = (
    RoundDoing(
        slug="mo",
        title="Mở kỳ báo cáo",
        button="Mở kỳ báo cáo",
        words="Mỗi đơn vị phải gửi có ngay báo cáo của mình, đã điền sẵn những gì hệ thống biết.",
        form=PlainForm,
        states=frozenset({State.PLANNED}),
        act=_open,
    ),
    RoundDoing(
        slug="nhac",
        title="Nhắc đơn vị còn thiếu",
        button="Nhắc các đơn vị còn thiếu",
        words="Người lập báo cáo của đơn vị nhận thông báo, đã quá hạn thì cả thủ trưởng; mỗi ngày nhiều nhất một lần.",
        form=PlainForm,
        states=frozenset({State.OPEN}),
        act=_remind,
    ),
    RoundDoing(
        slug="tiep-nhan",
        title="Tiếp nhận báo cáo đúng hạn",
        button="Tiếp nhận mọi báo cáo gửi đúng hạn",
        words="Mọi báo cáo gửi đúng hạn đang chờ được tiếp nhận; báo cáo gửi trễ thì xem và tiếp nhận từng báo cáo.",
        form=PlainForm,
        states=frozenset({State.OPEN, State.CLOSED}),
        act=_accept_all,
    ),
    RoundDoing(
        slug="han",
        title="Đổi hạn gửi",
        button="Đổi hạn gửi",
        words="Báo cáo chưa gửi theo hạn mới; đơn vị đã được gia hạn riêng giữ hạn của mình.",
        form=ChangeForm,
        states=frozenset({State.PLANNED, State.OPEN}),
        act=_change,
        initial=_dues,
    ),
    RoundDoing(
        slug="dong",
        title="Đóng kỳ báo cáo",
        button="Đóng kỳ báo cáo",
        words="Kỳ đã đóng thì không đơn vị nào ghi, gửi hay sửa được nữa; mọi trang vẫn xem được.",
        form=ClosingForm,
        states=frozenset({State.OPEN}),
        act=_close,
        is_dangerous=True,
    ),
    RoundDoing(
        slug="mo-lai",
        title="Mở lại kỳ báo cáo",
        button="Mở lại kỳ báo cáo",
        words="Các đơn vị ghi và gửi tiếp được; đúng hạn hay trễ vẫn tính theo hạn cũ.",
        form=ReasonForm,
        states=frozenset({State.CLOSED}),
        act=_reopen,
    ),
)
DOINGS: Mapping[str, RoundDoing] = {doing.slug: doing for doing in _ALL}
