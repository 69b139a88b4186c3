"""What may be refused when many tasks are chosen: one class a sentence."""

from typing import ClassVar

from tinhso.lib.errors import TinhsoError


class TooManyChosen(TinhsoError):
    """More tasks than one page shows."""

    code: ClassVar[str] = "too_many_chosen"
    status: ClassVar[int] = 422
    sentence = "Mỗi lần làm cho nhiều nhất {most} nhiệm vụ; bạn đang chọn {count}."


class AcceptedAlready(TinhsoError):
    """Somebody stands behind the task already."""

    code: ClassVar[str] = "accepted_already"
    status: ClassVar[int] = 409
    sentence = "Nhiệm vụ này đã được chấp nhận."


class NothingClaimed(TinhsoError):
    """There is no claim that waits for confirmation."""

    code: ClassVar[str] = "nothing_claimed"
    status: ClassVar[int] = 409
    sentence = "Nhiệm vụ này không có báo hoàn thành đang chờ xác nhận."
