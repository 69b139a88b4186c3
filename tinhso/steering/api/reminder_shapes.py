"""A rule of reminding as programs read it, and as they send one."""

from datetime import date
from typing import Any, Self

from ninja import Schema
from pydantic import Field

from tinhso.steering.following.models import ReminderRule
from tinhso.steering.following.reminding.moments import Plan
from tinhso.steering.following.reminding.rules import FARTHEST, LONGEST, MOST, as_plan
from tinhso.surfaces.api.examples import shown_as
from tinhso.surfaces.api.shapes import Sent

_PLAN = {"before": [7, 3, 1], "on_the_day": True, "after": [1, 5], "weeks": 8, "head_after": 1}
_RULE = {"valid_from": "2022-07-01", "reason": "Công văn 12/STTTT-CĐS", **_PLAN}


class PlanShown(Schema):
    """The days on which a thing is told, in working days from its due day."""

    model_config = shown_as(_PLAN)

    before: list[int] = Field(description="Trước hạn, ngày làm việc. Working days before it.")
    on_the_day: bool
    after: list[int] = Field(description="Sau hạn, ngày làm việc. Working days after it.")
    weeks: int = Field(description="Rồi hằng tuần, số tuần. Then weekly, for so many weeks.")
    head_after: int | None = Field(description="Báo thêm thủ trưởng khi quá hạn từ. The head is told too from then on.")

    @classmethod
    def of(cls, plan: Plan) -> Self:
        """As the arithmetic has it."""
        return cls(**_columns(plan))


class RuleShown(PlanShown):
    """A plan that was decided, and from which day on."""

    model_config = shown_as(_RULE)

    valid_from: date
    reason: str

    @classmethod
    def of_rule(cls, rule: ReminderRule) -> Self:
        """As it was set."""
        return cls(valid_from=rule.valid_from, reason=rule.reason, **_columns(as_plan(rule)))


class RemindersShown(Schema):
    """What holds today, and every rule that was set, the latest first day first; the ETag is of the rules."""

    model_config = shown_as({"holds": _PLAN, "rules": [_RULE]})

    holds: PlanShown
    rules: list[RuleShown]


class RuleSent(Sent):
    """Another plan from a day on; what held before stays as it was."""

    model_config = {**Sent.model_config, **shown_as(_RULE)}

    valid_from: date
    before: list[int] = Field([], max_length=MOST)
    on_the_day: bool
    after: list[int] = Field([], max_length=MOST)
    weeks: int = Field(ge=0, le=LONGEST)
    head_after: int | None = Field(ge=1, le=FARTHEST)
    reason: str = Field("", max_length=300)


def _columns(plan: Plan) -> dict[str, Any]:
    return {name: getattr(plan, name) for name in ("before", "on_the_day", "after", "weeks", "head_after")}
