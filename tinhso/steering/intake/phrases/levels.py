"""Levels: whether a threshold measures units of the province, the district or the commune."""

import re

from tinhso.steering.intake.reading import Level

_WORDS: dict[str, Level] = {
    "tỉnh": "province",
    "thành phố": "province",
    "huyện": "district",
    "xã": "commune",
    "phường": "commune",
    "cơ sở": "commune",
}
_LEVEL = re.compile(
    r"(?<!trợ )(?<!\w)(?P<phrase>(?:ở |tại |của )?(?:cấp|tuyến)\s+(?P<word>tỉnh|thành phố|huyện|xã(?!\s+hội)|phường|"
    r"cơ sở|bộ|trung ương|thôn))(?!\w)",
    re.IGNORECASE,
)
#: "từ cấp tỉnh đến cấp xã", "cấp tỉnh, cấp xã": several levels at once are none.
_SPREAD = re.compile(
    r"từ\s[^.;]{0,60}?(?:đến|tới)\s+(?:tận\s+)?(?:cấp\s+)?\w+"
    r"|cấp\s+\w+(?:\s*(?:,|và|/|hoặc)\s*(?:cấp\s+)?(?:tỉnh|huyện|xã|bộ|cơ sở|phường)(?!\w))+",
    re.IGNORECASE,
)
_CENTRE = re.compile(r"(?:hành chính công|một cửa)\s+(?:của\s+)?tỉnh", re.IGNORECASE)
_OWN = r"\s*(?:số\s+)?(?:các\s+)?(?:UBND\s+|Ủy ban nhân dân\s+|Uỷ ban nhân dân\s+)?(?:cấp\s+)?"
#: Units that stand at once behind the number: "100% các xã, phường", "98% xã phường".
_COUNTED: tuple[tuple[re.Pattern[str], Level], ...] = (
    (re.compile(rf"{_OWN}(?:xã|phường|đặc khu|thị trấn)(?!\w|\s+hội)", re.IGNORECASE), "commune"),
    (re.compile(rf"{_OWN}(?:huyện|quận|thị xã)(?!\w)", re.IGNORECASE), "district"),
    (
        re.compile(
            r"\s*(?:số\s+)?(?:các\s+)?sở\s*,\s*(?:ban|ngành)(?!\w)(?![^.;]{0,40}(?:xã|phường|huyện))", re.IGNORECASE
        ),
        "province",
    ),
)
_PLACE = re.compile(
    r"(?:(?:tại|ở)\s+)?(?P<phrase>(?:khu vực|vùng)\s+(?:thành thị|đô thị|nông thôn|miền núi|đồng bằng|ven biển|"
    r"biên giới))(?!\w)",
    re.IGNORECASE,
)


def level_in(words: str) -> Level | None:
    """The one level that the words name; None when they name none or several."""
    found = {_WORDS.get(match["word"].lower()) for match in _LEVEL.finditer(_SPREAD.sub(" ", words))}
    if len(found) == 1:
        return found.pop()
    return "province" if not found and _CENTRE.search(words) else None


def counted_level(behind: str) -> Level | None:
    """The level of the units that a percentage counts, from the words behind its sign."""
    return next((level for pattern, level in _COUNTED if pattern.match(behind)), None)


def level_phrase(words: str) -> str | None:
    """The words that name the level or the place, as written."""
    found = _LEVEL.search(_SPREAD.sub(" ", words)) or _PLACE.search(words)
    return re.sub(r"^(?:ở|tại|của)\s", "", found["phrase"]) if found else None
