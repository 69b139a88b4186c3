"""Why somebody may not act for another: one class a sentence."""

from typing import ClassVar

from tinhso.lib.errors import TinhsoError


class NotHeld(TinhsoError):
    """One gives what one has not: the role on those days, or a verb of it."""

    code: ClassVar[str] = "delegation_not_held"
    status: ClassVar[int] = 422
    sentence = "{giver} không có quyền {what} trong những ngày đó nên không ủy quyền được."


class NeverDelegated(TinhsoError):
    """Some things are done by their holder alone."""

    code: ClassVar[str] = "delegation_never"
    status: ClassVar[int] = 422
    sentence = "Không ủy quyền được việc {what}; hãy giao vai trò đó cho người khác."


class HandedOn(TinhsoError):
    """What was delegated to one is not delegated further."""

    code: ClassVar[str] = "delegation_handed_on"
    status: ClassVar[int] = 422
    sentence = "Người được ủy quyền không ủy quyền lại cho người khác."


class BeyondTerm(TinhsoError):
    """It would outlast the role."""

    code: ClassVar[str] = "delegation_beyond_term"
    status: ClassVar[int] = 422
    sentence = "{giver} giữ vai trò này đến hết ngày {last}; không ủy quyền quá ngày đó."


class Overlapping(TinhsoError):
    """On some of the days the same is delegated already."""

    code: ClassVar[str] = "delegation_overlaps"
    status: ClassVar[int] = 409
    sentence = "Từ {first} đến {last} việc này đã ủy quyền cho {delegate}; hãy thu hồi trước."


class NotInUnit(TinhsoError):
    """The delegate works elsewhere."""

    code: ClassVar[str] = "delegation_outside"
    status: ClassVar[int] = 422
    sentence = "{delegate} không công tác tại đơn vị của người ủy quyền hoặc đơn vị trực thuộc."


class WrongDays(TinhsoError):
    """It would begin in the past, or end before it begins."""

    code: ClassVar[str] = "delegation_days"
    status: ClassVar[int] = 422
    sentence = "Ủy quyền bắt đầu sớm nhất hôm nay và không kết thúc trước ngày bắt đầu."


class DelegationRefused(TinhsoError):
    """The database's rules refuse it; the sentence is theirs."""

    code: ClassVar[str] = "delegation_refused"
    status: ClassVar[int] = 422
    sentence = "{why}"


class NotYours(TinhsoError):
    """A role of somebody else, at a unit that the person does not lead."""

    code: ClassVar[str] = "delegation_not_yours"
    status: ClassVar[int] = 403
    sentence = "Bạn chỉ ủy quyền, thu hồi được vai trò của mình hoặc của người trong đơn vị mình đứng đầu."
