"""What a token may be narrowed to: an area of the API, to read or to write."""

from collections.abc import Mapping
from typing import ClassVar

from tinhso.kernel.accounts.roles import Verb
from tinhso.lib.errors import TinhsoError

#: Area → what it holds, in Vietnamese.
AREAS: Mapping[str, str] = {
    "programmes": "Chương trình, chỉ tiêu, nhiệm vụ, văn bản",
    "work": "Tiến độ, minh chứng, đề nghị, trao đổi về nhiệm vụ",
    "figures": "Số liệu chỉ tiêu",
    "reports": "Kỳ báo cáo, báo cáo của đơn vị",
    "organisations": "Đơn vị, chức vụ, sắp xếp tổ chức",
    "search": "Tìm kiếm",
    "events": "Sự kiện và đăng ký nhận sự kiện",
    "audit": "Nhật ký",
}
#: Area → what the account must be allowed to at all, asked before anything else; an area without one is for everybody.
VERBS: Mapping[str, Verb] = {
    "programmes": Verb.READ_PROGRAMMES,
    "work": Verb.READ_PROGRAMMES,
    "figures": Verb.READ_PROGRAMMES,
    "reports": Verb.READ_PROGRAMMES,
    "organisations": Verb.READ_ORGANISATIONS,
    "events": Verb.KEEP_SUBSCRIPTIONS,
    "audit": Verb.READ_AUDIT,
}
READ, WRITE = "read", "write"
#: Areas in which nothing is written.
_ONLY_READ = frozenset({"search"})
#: Scope → its words, as a form offers them.
SCOPES: Mapping[str, str] = {
    f"{area}:{way}": f"{words} – {'đọc' if way == READ else 'đọc và ghi'}"
    for area, words in AREAS.items()
    for way in ((READ,) if area in _ONLY_READ else (READ, WRITE))
}


class ScopeMissing(TinhsoError):
    """The token was not given for this."""

    code: ClassVar[str] = "scope_missing"
    status: ClassVar[int] = 403
    sentence = "Mã truy cập này không có phạm vi “{scope}”."


def allows(scopes: list[str], wanted: str) -> bool:
    """Whether the scopes hold the wanted one; writing includes reading."""
    area, _, way = wanted.partition(":")
    return wanted in scopes or (way == READ and f"{area}:{WRITE}" in scopes)
