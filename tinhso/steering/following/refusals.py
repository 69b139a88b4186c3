"""What may be refused when people work on tasks: one class a sentence."""

from typing import ClassVar

from tinhso.lib.errors import TinhsoError


class NotYourTask(TinhsoError):
    """The person may read the task, and has no such part in it."""

    code: ClassVar[str] = "not_your_task"
    status: ClassVar[int] = 403
    sentence = "Bạn không được {what}: việc này thuộc {whose}."


class OwnClaim(TinhsoError):
    """Nobody decides on what he asked for himself, or another in his name; nor in the name of who asked."""

    code: ClassVar[str] = "own_claim"
    status: ClassVar[int] = 403
    sentence = "Người gửi không tự duyệt, tự xác nhận; hãy để người khác có thẩm quyền làm."


class TaskWithdrawn(TinhsoError):
    """A corrected version of the plan left the task out."""

    code: ClassVar[str] = "task_withdrawn"
    status: ClassVar[int] = 409
    sentence = "Nhiệm vụ này không còn trong bản mới của kế hoạch, không ghi thêm được."


class TaskDone(TinhsoError):
    """The task is said to be done: nothing is added until it is reopened."""

    code: ClassVar[str] = "task_done"
    status: ClassVar[int] = 409
    sentence = "Nhiệm vụ đã báo hoàn thành. Muốn ghi thêm thì trả lại hoặc mở lại nhiệm vụ trước."


class TaskOpen(TinhsoError):
    """There is no completion to approve, confirm, return or reopen."""

    code: ClassVar[str] = "task_open"
    status: ClassVar[int] = 409
    sentence = "Nhiệm vụ này chưa báo hoàn thành, hoặc người khác vừa trả lại."


class StandingTask(TinhsoError):
    """A standing duty has no end and no day to put off."""

    code: ClassVar[str] = "standing_task"
    status: ClassVar[int] = 422
    sentence = "Việc thường xuyên không có ngày hoàn thành; hãy cập nhật tình hình từng kỳ."


class AlreadySent(TinhsoError):
    """The one-time key of a form served for something else, or for other words, before."""

    code: ClassVar[str] = "already_sent"
    status: ClassVar[int] = 409
    sentence = "Mẫu này đã gửi với nội dung khác, bản đó vẫn giữ; nội dung đang gõ chưa ghi, bấm gửi lần nữa để ghi."


class AlreadySettled(TinhsoError):
    """Somebody else dealt with it first; ``state`` says how it stands now."""

    code: ClassVar[str] = "already_settled"
    status: ClassVar[int] = 409
    sentence = "Người khác vừa xử lý việc này ({state}); hãy mở lại trang để xem."


class ReasonMissing(TinhsoError):
    """What sends something back or asks for more says why."""

    code: ClassVar[str] = "reason_missing"
    status: ClassVar[int] = 422
    sentence = "Hãy ghi lý do."


class NothingSaid(TinhsoError):
    """An empty text."""

    code: ClassVar[str] = "nothing_said"
    status: ClassVar[int] = 422
    sentence = "Hãy ghi nội dung."


class ShareImpossible(TinhsoError):
    """A share of more than everything or less than nothing."""

    code: ClassVar[str] = "share_impossible"
    status: ClassVar[int] = 422
    sentence = "Mức hoàn thành từ 0 đến 100 %."


class DayAhead(TinhsoError):
    """What was done cannot have been done tomorrow."""

    code: ClassVar[str] = "day_ahead"
    status: ClassVar[int] = 422
    sentence = "Ngày {day} chưa đến."


class NotLater(TinhsoError):
    """More time ends after the time there is."""

    code: ClassVar[str] = "not_later"
    status: ClassVar[int] = 422
    sentence = "Ngày gia hạn phải sau hạn đang có ({due})."


class NoDayToExtend(TinhsoError):
    """The task has no day that could be put off."""

    code: ClassVar[str] = "no_day_to_extend"
    status: ClassVar[int] = 422
    sentence = "Mục này chưa có ngày đến hạn nên không có gì để gia hạn."


class ExtensionOpen(TinhsoError):
    """A request for the same thing still waits."""

    code: ClassVar[str] = "extension_open"
    status: ClassVar[int] = 409
    sentence = "Đã có đề nghị gia hạn đang chờ; hãy chờ quyết định hoặc rút đề nghị đó."


class PaperMissing(TinhsoError):
    """Whoever decides for another shows the paper."""

    code: ClassVar[str] = "paper_missing"
    status: ClassVar[int] = 422
    sentence = "Hãy ghi số và ngày văn bản của người có thẩm quyền quyết định."


class NoEventAwaited(TinhsoError):
    """The deadline does not wait for an event, or the event was recorded before."""

    code: ClassVar[str] = "no_event_awaited"
    status: ClassVar[int] = 409
    sentence = "Thời hạn này không chờ sự kiện nào, hoặc sự kiện vừa được ghi nhận."


class TermUnknown(TinhsoError):
    """The plan does not say how long after the event."""

    code: ClassVar[str] = "term_unknown"
    status: ClassVar[int] = 422
    sentence = "Văn bản không nêu bao nhiêu ngày sau sự kiện; hãy ghi ngày đến hạn."


class DueBeforeEvent(TinhsoError):
    """A deadline does not end before the event that starts it."""

    code: ClassVar[str] = "due_before_event"
    status: ClassVar[int] = 422
    sentence = "Ngày đến hạn không được trước ngày sự kiện."


class ProductIn(TinhsoError):
    """The product was recorded before."""

    code: ClassVar[str] = "product_in"
    status: ClassVar[int] = 409
    sentence = "Sản phẩm này đã được ghi nhận."


class EvidenceMissing(TinhsoError):
    """A product is in when there is something to see."""

    code: ClassVar[str] = "evidence_missing"
    status: ClassVar[int] = 422
    sentence = "Hãy ghi văn bản đã ban hành hoặc gửi tệp của sản phẩm."


class WrongKind(TinhsoError):
    """The document is of another kind than the plan asks for."""

    code: ClassVar[str] = "wrong_kind"
    status: ClassVar[int] = 422
    sentence = "Kế hoạch yêu cầu {wanted}, văn bản ghi nhận là {given}. Nếu vẫn đúng, hãy ghi lý do."


class ProductsMissing(TinhsoError):
    """A task is done with its products in, or with a reason."""

    code: ClassVar[str] = "products_missing"
    status: ClassVar[int] = 422
    sentence = "Còn {count} sản phẩm chưa ghi nhận. Hãy ghi nhận, hoặc ghi lý do hoàn thành khi chưa đủ sản phẩm."


class NobodyToRemind(TinhsoError):
    """No unit that leads has anybody here who would read it."""

    code: ClassVar[str] = "nobody_to_remind"
    status: ClassVar[int] = 422
    sentence = "Đơn vị chủ trì chưa có ai báo cáo trên hệ thống nên không có ai để nhắc."


class RemindedToday(TinhsoError):
    """Once a day is enough."""

    code: ClassVar[str] = "reminded_today"
    status: ClassVar[int] = 409
    sentence = "Nhiệm vụ này hôm nay đã được nhắc; mỗi ngày chỉ nhắc một lần."


class PersonOutside(TinhsoError):
    """Work inside a unit goes to somebody who reports for it."""

    code: ClassVar[str] = "person_outside"
    status: ClassVar[int] = 422
    sentence = "{name} không làm việc ở đơn vị được giao việc này."


class OwnUnit(TinhsoError):
    """Nobody asks his own unit as if it were another."""

    code: ClassVar[str] = "own_unit"
    status: ClassVar[int] = 422
    sentence = "Đơn vị chủ trì không đề nghị phối hợp với chính mình; hãy giao việc cho cá nhân."


class NobodyOfThatName(TinhsoError):
    """A mention names nobody who may see the task."""

    code: ClassVar[str] = "nobody_of_that_name"
    status: ClassVar[int] = 422
    sentence = "Không có ai tên đăng nhập “{name}” được xem nhiệm vụ này."


class DutyNotOnce(TinhsoError):
    """Only of a duty that is due once, on a day, is a document recorded."""

    code: ClassVar[str] = "duty.not_once"
    status: ClassVar[int] = 422
    sentence = "Chỉ ghi văn bản cho việc phải gửi một lần và có thời hạn."


class UnitNotAsked(TinhsoError):
    """The duty's words do not name the unit."""

    code: ClassVar[str] = "duty.unit_not_asked"
    status: ClassVar[int] = 422
    sentence = "Đơn vị này không thuộc nơi phải gửi."


class NotYourDuty(TinhsoError):
    """The person may read the duty, and does not report for the unit, nor is of the department in charge."""

    code: ClassVar[str] = "duty.not_yours"
    status: ClassVar[int] = 403
    sentence = "Bạn không được {what}: việc này thuộc {whose}."


class PaperRecorded(TinhsoError):
    """The unit has recorded a document already."""

    code: ClassVar[str] = "duty.paper_recorded"
    status: ClassVar[int] = 409
    sentence = "Đơn vị đã ghi {stands}. Muốn thay, hãy sửa bản ghi đó."


class SentBeforeIssued(TinhsoError):
    """A document is sent after it is issued."""

    code: ClassVar[str] = "duty.sent_before_issued"
    status: ClassVar[int] = 422
    sentence = "Ngày gửi không thể trước ngày ban hành."
