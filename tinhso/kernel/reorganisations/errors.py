"""What may be refused about drafts of decisions."""

from typing import ClassVar

from tinhso.lib.errors import TinhsoError


class DraftNotOpen(TinhsoError):
    """A draft that is in force or dropped."""

    code: ClassVar[str] = "draft_not_open"
    status: ClassVar[int] = 409
    sentence = "“{title}” không còn là dự thảo ({state}); không sửa được."


class DraftChanged(TinhsoError):
    """A draft that somebody changed after it was previewed."""

    code: ClassVar[str] = "draft_changed"
    status: ClassVar[int] = 409
    is_stale: ClassVar[bool] = True
    sentence = "“{title}” đã thay đổi từ khi bạn xem trước; hãy xem lại rồi đưa vào hiệu lực."


class DraftEmpty(TinhsoError):
    """A draft without a line."""

    code: ClassVar[str] = "draft_empty"
    status: ClassVar[int] = 422
    sentence = "“{title}” chưa có bước nào."


class DraftRefused(TinhsoError):
    """A line or a decision that the database's rules refuse; the sentence is theirs."""

    code: ClassVar[str] = "draft_refused"
    status: ClassVar[int] = 422
    sentence = "{why}"


class DraftsApart(TinhsoError):
    """Drafts that take effect together but are not of one day, or one of them is not there."""

    code: ClassVar[str] = "drafts_apart"
    status: ClassVar[int] = 422
    sentence = "Các dự thảo đưa vào hiệu lực cùng nhau phải có đủ và cùng một ngày có hiệu lực."


class SuccessorNotStanding(TinhsoError):
    """A successor that does not exist on the day of effect."""

    code: ClassVar[str] = "successor_not_standing"
    status: ClassVar[int] = 422
    sentence = "“{unit}” được nêu là đơn vị kế tiếp nhưng không hoạt động ngày {day}."


class SharesAboveWhole(TinhsoError):
    """Successors that together get more than the whole."""

    code: ClassVar[str] = "shares_above_whole"
    status: ClassVar[int] = 422
    sentence = "Các phần chia của “{unit}” cộng lại quá 100 %."


class RoleBeginsLater(TinhsoError):
    """A role that begins at a unit only on or after the day on which it ends."""

    code: ClassVar[str] = "role_begins_later"
    status: ClassVar[int] = 409
    sentence = "{account} giữ vai trò từ ngày {day} tại đơn vị kết thúc hoạt động; hãy sửa vai trò ấy trước."


class NothingToTakeBack(TinhsoError):
    """A day on which no decision took effect."""

    code: ClassVar[str] = "nothing_to_take_back"
    status: ClassVar[int] = 404
    sentence = "Ngày {day} không có quyết định sắp xếp nào đang có hiệu lực."


class ReasonMissing(TinhsoError):
    """A decision taken back without saying why."""

    code: ClassVar[str] = "taking_back_reason_missing"
    status: ClassVar[int] = 422
    sentence = "Hãy ghi lý do rút lại."
