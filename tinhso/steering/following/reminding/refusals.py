"""Why a rule of reminding is not set, each with its sentence."""

from typing import ClassVar

from tinhso.lib.errors import TinhsoError


class ReminderRuleRefused(TinhsoError):
    """It cannot hold so; ``why`` is a sentence of ours."""

    code: ClassVar[str] = "reminder_rule_refused"
    status: ClassVar[int] = 422
    sentence = "Chưa đặt được quy tắc nhắc: {why}."


class RemindersChanged(TinhsoError):
    """Somebody else set a rule since this person looked."""

    code: ClassVar[str] = "reminders.changed_meanwhile"
    status: ClassVar[int] = 409
    is_stale: ClassVar[bool] = True
    sentence = "Người khác vừa đặt quy tắc nhắc hạn; hãy xem quy tắc ấy rồi đặt lại nếu vẫn muốn."
