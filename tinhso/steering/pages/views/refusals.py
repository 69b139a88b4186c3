"""What may be refused about saved views: one class a sentence."""

from typing import ClassVar

from tinhso.lib.errors import TinhsoError


class ViewNameTaken(TinhsoError):
    """The person has another view of that name in the programme."""

    code: ClassVar[str] = "view_name_taken"
    status: ClassVar[int] = 409
    sentence = "Bạn đã có khung nhìn tên “{name}”; hãy đặt tên khác."


class NotYourView(TinhsoError):
    """Only who made a view changes or deletes it."""

    code: ClassVar[str] = "not_your_view"
    status: ClassVar[int] = 403
    sentence = "Khung nhìn này do {whose} lập; chỉ người lập mới sửa hay xóa được."


class NoUnitToShareIn(TinhsoError):
    """A view is shared in a unit by somebody who belongs to one."""

    code: ClassVar[str] = "no_unit_to_share_in"
    status: ClassVar[int] = 422
    sentence = "Tài khoản của bạn không thuộc đơn vị nào để dùng chung khung nhìn."
