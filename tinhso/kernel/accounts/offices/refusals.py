"""Why a post or its holder may not be entered: one class a sentence."""

from typing import ClassVar

from tinhso.lib.errors import TinhsoError


class NotYourUnit(TinhsoError):
    """A unit that the person does not lead."""

    code: ClassVar[str] = "not_your_unit"
    status: ClassVar[int] = 403
    sentence = "Bạn chỉ ghi được chức vụ của đơn vị mình đứng đầu."


class PostExists(TinhsoError):
    """The unit has a post of that title on that day."""

    code: ClassVar[str] = "post_exists"
    status: ClassVar[int] = 409
    sentence = "Đơn vị đã có chức vụ “{title}” từ ngày {since}."


class UnitNotThere(TinhsoError):
    """The unit does not exist on that day."""

    code: ClassVar[str] = "unit_not_there"
    status: ClassVar[int] = 422
    sentence = "Ngày {day} đơn vị không hoạt động."


class SeatTaken(TinhsoError):
    """Somebody holds the seat on some of the days."""

    code: ClassVar[str] = "seat_taken"
    status: ClassVar[int] = 409
    sentence = "{person} giữ chức vụ này từ {since}{until}; hãy ghi người đó thôi giữ trước."


class OutsideThePost(TinhsoError):
    """The post does not exist on all of the days."""

    code: ClassVar[str] = "outside_the_post"
    status: ClassVar[int] = 422
    sentence = "Chức vụ này có từ {since}{until}; thời gian giữ phải nằm trong đó."


class OfficeRefused(TinhsoError):
    """The database's rules refuse it; the sentence is theirs."""

    code: ClassVar[str] = "office_refused"
    status: ClassVar[int] = 422
    sentence = "{why}"
