"""The log and the walks over its chain as JSON."""

from datetime import date, datetime
from typing import Any, Literal

from ninja import Schema
from pydantic import Field

from tinhso.kernel.audit.models import Entry, Verb, Verification
from tinhso.surfaces.api.examples import shown_as
from tinhso.surfaces.api.shapes import Sent

_HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
_ENTRY = {
    "id": 5120,
    "at": "2022-06-15T09:30:00+07:00",
    "actor": "thu-tv",
    "source": "trang web",
    "request": "3f0c9a7e",
    "table": "steering_task",
    "row": "41",
    "verb": "update",
    "before": {"version": 1},
    "after": {"version": 2},
    "sequence": 5118,
    "hash": _HASH,
}
_WALK = {
    "id": 7,
    "state": "whole",
    "asked_by": "quan-tri",
    "asked_at": "2022-06-15T09:30:00+07:00",
    "expected": f"5118:{_HASH}",
    "checked": 5118,
    "total": 5118,
    "head": _HASH,
    "unsealed": 0,
    "missing_triggers": 0,
    "fault": "",
    "finished_at": "2022-06-15T09:31:00+07:00",
}


class EntryShown(Schema):
    """One change of one row, or one sign-in or reading; `sequence` and `hash` once it is sealed into the chain."""

    model_config = shown_as(_ENTRY)

    id: int
    at: datetime
    actor: str = Field(description="Tên đăng nhập; rỗng là hệ thống. The account; empty is the system.")
    source: str = Field(description="Qua đâu, thay mặt ai. Through which door, in whose name.")
    request: str
    table: str
    row: str
    verb: str = Field(description=", ".join(Verb.values))
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    sequence: int | None
    hash: str


class EntryQuery(Schema):
    """What the log may be asked, as on its page."""

    who: str = Field("", max_length=60, description="Tài khoản. The account.")
    what: str = Field("", max_length=63, description="Bảng. The table.")
    verb: Verb | None = Field(None, description="Việc. What was done.")
    door: Literal["", "trang web", "API", "việc nền", "lệnh"] = Field("", description="Qua. Through which door.")
    begin: date | None = Field(None, description="Từ ngày. The first day.")
    end: date | None = Field(None, description="Đến hết ngày. The last day.")
    row: str = Field("", max_length=64, description="Khóa. The record's key.")
    request: str = Field("", max_length=36, description="Mã yêu cầu. The request's id.")


class ChainShown(Schema):
    """The chain's last entry, `number:hash`, and how many entries wait to be sealed."""

    model_config = shown_as({"head": f"5118:{_HASH}", "unsealed": 2})

    head: str | None
    unsealed: int


class HeadSent(Sent):
    """The head that was noted before, if there is one."""

    model_config = {**Sent.model_config, **shown_as({"expected": f"5118:{_HASH}"})}

    expected: str = Field("", max_length=90)


class VerificationShown(Schema):
    """One walk over the whole chain: how far it is, and what it found."""

    model_config = shown_as(_WALK)

    id: int
    state: str = Field(description=", ".join(Verification.State.values))
    asked_by: str | None
    asked_at: datetime
    expected: str
    checked: int
    total: int
    head: str
    unsealed: int
    missing_triggers: int
    fault: str = Field(description="Chỗ hỏng đầu tiên. The first that is broken.")
    finished_at: datetime | None


def entry_shown(entry: Entry) -> EntryShown:
    """An entry with everything that the seal covers."""
    names = set(EntryShown.model_fields) - {"table", "row"}
    facts = {name: getattr(entry, name) for name in names}
    return EntryShown(**facts, table=entry.table_name, row=entry.row_key)


def verification_shown(walk: Verification) -> VerificationShown:
    """A verification fetched with who asked for it."""
    names = set(VerificationShown.model_fields) - {"asked_by"}
    facts = {name: getattr(walk, name) for name in names}
    return VerificationShown(**facts, asked_by=walk.asked_by.username if walk.asked_by else None)
