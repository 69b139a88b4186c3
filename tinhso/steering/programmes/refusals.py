"""What may be refused when plans are received, started, read again: one class a sentence."""

from typing import ClassVar

from tinhso.lib.errors import TinhsoError


class AlreadyReceived(TinhsoError):
    """The same bytes lie here already; ``document`` is the key of the document."""

    code: ClassVar[str] = "already_received"
    status: ClassVar[int] = 409
    sentence = "Tệp này đã được tiếp nhận ngày {day}: “{title}”."


class BeingRead(TinhsoError):
    """The same bytes are being read just now; ``job`` is the key of the job."""

    code: ClassVar[str] = "being_read"
    status: ClassVar[int] = 409
    sentence = "Tệp này đang được đọc; hãy chờ lượt đọc đó xong."


class FileLost(TinhsoError):
    """The bytes of a job or document are not where they should lie."""

    code: ClassVar[str] = "file_lost"
    status: ClassVar[int] = 410
    sentence = "Không còn tệp “{name}” trên máy chủ; hãy tải lên lại."


class AlreadyStarted(TinhsoError):
    """A programme stands on this document; ``code`` of the programme and its ``name`` are told."""

    code: ClassVar[str] = "already_started"
    status: ClassVar[int] = 409
    sentence = "Văn bản này đã lập thành chương trình {programme}: “{name}”."


class NothingToTrack(TinhsoError):
    """The reading holds neither indicator nor task."""

    code: ClassVar[str] = "nothing_to_track"
    status: ClassVar[int] = 422
    sentence = "Không tìm thấy chỉ tiêu hay nhiệm vụ nào trong văn bản nên chưa lập được chương trình."


class ChangedMeanwhile(TinhsoError):
    """Somebody else saved first. ``mine`` is the version this person saw, ``theirs`` the one that stands."""

    code: ClassVar[str] = "changed_meanwhile"
    status: ClassVar[int] = 409
    is_stale: ClassVar[bool] = True
    sentence = "Người khác vừa lưu thay đổi (phiên bản {theirs}, bạn đang xem {mine}); hãy mở lại để xem rồi lưu."


class MarksChanged(TinhsoError):
    """Somebody else marked what is public since this person looked."""

    code: ClassVar[str] = "public.changed_meanwhile"
    status: ClassVar[int] = 409
    is_stale: ClassVar[bool] = True
    sentence = "Người khác vừa đặt lại những gì công khai; hãy mở lại để xem rồi lưu."


class NoSuchProgramme(TinhsoError):
    """No programme has this code."""

    code: ClassVar[str] = "no_such_programme"
    status: ClassVar[int] = 404
    sentence = "Không có chương trình nào mã “{programme}”."


class WrongPeriod(TinhsoError):
    """The last day is before the first."""

    code: ClassVar[str] = "wrong_period"
    status: ClassVar[int] = 422
    sentence = "Chương trình không thể kết thúc trước ngày bắt đầu."


class NoName(TinhsoError):
    """The programme has no name."""

    code: ClassVar[str] = "no_name"
    status: ClassVar[int] = 422
    sentence = "Chương trình phải có tên."


class ProgrammeClosed(TinhsoError):
    """The programme takes no further work."""

    code: ClassVar[str] = "programme_closed"
    status: ClassVar[int] = 409
    sentence = "Chương trình đã kết thúc nên không nhận thay đổi; muốn làm tiếp thì cơ quan thường trực mở lại."


class NoReason(TinhsoError):
    """Closing a programme, opening it again or dropping an item without saying why."""

    code: ClassVar[str] = "no_reason"
    status: ClassVar[int] = 422
    sentence = "Hãy ghi lý do."


class SettingRefused(TinhsoError):
    """The database's rules refuse a setting; the sentence is theirs."""

    code: ClassVar[str] = "setting_refused"
    status: ClassVar[int] = 422
    sentence = "{why}"


class EmptyDirective(TinhsoError):
    """A directive without words, or to nobody."""

    code: ClassVar[str] = "empty_directive"
    status: ClassVar[int] = 422
    sentence = "Chỉ đạo phải có nội dung và ít nhất một đơn vị chủ trì."


class Undecided(TinhsoError):
    """A corrected version is to be applied before everything in it was decided."""

    code: ClassVar[str] = "undecided"
    status: ClassVar[int] = 409
    sentence = "Còn {count} thay đổi chưa quyết định lấy bản mới hay giữ như đang có."


class NoSuchChange(TinhsoError):
    """A decision about something that the comparison does not have."""

    code: ClassVar[str] = "no_such_change"
    status: ClassVar[int] = 422
    sentence = "Lần so sánh này không có thay đổi “{key}”; hãy đọc lại rồi quyết định."


class TakerNotStanding(TinhsoError):
    """Work handed over to a unit that does not exist on the day."""

    code: ClassVar[str] = "taker_not_standing"
    status: ClassVar[int] = 422
    sentence = "Đơn vị tiếp nhận không hoạt động ngày {day}."


class NothingHandedOver(TinhsoError):
    """No work was chosen that can be handed over."""

    code: ClassVar[str] = "nothing_handed_over"
    status: ClassVar[int] = 422
    sentence = "Hãy chọn ít nhất một việc giao cho đơn vị hoặc chức vụ."


class NoTaker(TinhsoError):
    """Work to be given back to the rules that nobody had handed over."""

    code: ClassVar[str] = "no_taker"
    status: ClassVar[int] = 422
    sentence = "Hãy chọn đơn vị tiếp nhận; những việc đã đánh dấu chưa giao tiếp cho ai nên không có gì để trả về."
