"""What is done about a round as a whole: one value a verb, in the order of the buttons."""

from collections.abc import Callable, Mapping

from tinhso.steering.pages.rounds.desk import Desk
from tinhso.steering.pages.rounds.forms import ChangeForm, ClosingForm, OpeningForm, typed
from tinhso.steering.pages.verbs import Sent, Verb
from tinhso.steering.pages.work.forms import ReasonForm
from tinhso.steering.reporting.actions.accept_all import accept_in_time
from tinhso.steering.reporting.actions.open_round import close_round, open_round, reopen_round
from tinhso.steering.reporting.actions.plan_round import change_dues
from tinhso.steering.reporting.actions.remind_missing import remind_missing
from tinhso.steering.reporting.models import Round

State = Round.State


def _in(*states: State) -> Callable[[Desk], bool]:
    """Offered while the round is in one of the states."""
    return lambda desk: desk.round.state in states


def offered(desk: Desk) -> list[Verb[Desk]]:
    """What this person may do about the round as it stands."""
    may = desk.keeps and desk.is_running
    return [verb for verb in DOINGS.values() if may and verb.may(desk)]


def _open(sent: Sent[Desk]) -> str:
    open_round(sent.at.round, sent.hand, reason=sent.words)
    return "Đã mở kỳ báo cáo: mọi đơn vị phải gửi đã có sẵn báo cáo để lập."


def _close(sent: Sent[Desk]) -> str:
    close_round(sent.at.round, sent.words, sent.hand)
    return "Đã đóng kỳ báo cáo."


def _reopen(sent: Sent[Desk]) -> str:
    reopen_round(sent.at.round, sent.words, sent.hand)
    return "Đã mở lại kỳ báo cáo."


def _change(sent: Sent[Desk]) -> str:
    if not isinstance(sent.form, ChangeForm):
        raise TypeError(sent.form)
    change_dues(sent.at.round, sent.form.dues(), sent.words, hand=sent.hand)
    return "Đã đổi hạn gửi."


def _remind(sent: Sent[Desk]) -> str:
    told = remind_missing(sent.at.round, sent.hand)
    words = [f"Đã nhắc {told.now} đơn vị."] if told.now else []
    words += [f"{told.before} đơn vị hôm nay đã được nhắc."] if told.before else []
    words += [f"{told.unreachable} đơn vị chưa có người dùng hệ thống: hãy gọi."] if told.unreachable else []
    return " ".join(words)


def _accept_all(sent: Sent[Desk]) -> str:
    return f"Đã tiếp nhận {accept_in_time(sent.at.round, sent.hand)} báo cáo gửi đúng hạn."


def _dues(desk: Desk) -> Mapping[str, object]:
    return typed((due.sender, due.day, due.before) for due in desk.round.dues.all())


_ALL = (
    Verb(
        slug="mo",
        title="Mở kỳ báo cáo",
        button="Mở kỳ báo cáo",
        words="Mỗi đơn vị phải gửi có ngay báo cáo của mình, đã điền sẵn những gì hệ thống biết.",
        form=OpeningForm,
        may=_in(State.PLANNED),
        act=_open,
    ),
    Verb(
        slug="nhac",
        title="Nhắc đơn vị còn thiếu",
        button="Nhắc các đơn vị còn thiếu",
        words="Người lập báo cáo của đơn vị nhận thông báo, đã quá hạn thì cả thủ trưởng; mỗi ngày nhiều nhất một lần.",
        may=_in(State.OPEN),
        act=_remind,
    ),
    Verb(
        slug="tiep-nhan",
        title="Tiếp nhận báo cáo đúng hạn",
        button="Tiếp nhận mọi báo cáo gửi đúng hạn",
        words="Mọi báo cáo gửi đúng hạn đang chờ được tiếp nhận; báo cáo gửi trễ thì xem và tiếp nhận từng báo cáo.",
        may=_in(State.OPEN, State.CLOSED),
        act=_accept_all,
    ),
    Verb(
        slug="han",
        title="Đổi hạn gửi",
        button="Đổi hạn gửi",
        words="Báo cáo chưa gửi theo hạn mới; đơn vị đã được gia hạn riêng thì theo hạn muộn hơn.",
        form=ChangeForm,
        may=_in(State.PLANNED, State.OPEN),
        act=_change,
        initial=_dues,
    ),
    Verb(
        slug="dong",
        title="Đóng kỳ báo cáo",
        button="Đóng kỳ báo cáo",
        words="Kỳ đã đóng thì không đơn vị nào ghi, gửi hay sửa được nữa; mọi trang vẫn xem được.",
        form=ClosingForm,
        may=_in(State.OPEN),
        act=_close,
        is_dangerous=True,
    ),
    Verb(
        slug="mo-lai",
        title="Mở lại kỳ báo cáo",
        button="Mở lại kỳ báo cáo",
        words="Các đơn vị ghi và gửi tiếp được; đúng hạn hay trễ vẫn tính theo hạn cũ.",
        form=ReasonForm,
        may=_in(State.CLOSED),
        act=_reopen,
    ),
)
DOINGS: Mapping[str, Verb[Desk]] = {verb.slug: verb for verb in _ALL}
