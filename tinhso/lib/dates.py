"""Dates as official documents write them (Nghị định 30/2020/NĐ-CP, Phụ lục I)."""

import re
from datetime import date

_SHORT = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})")
_LONG = re.compile(r"(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def write_date(day: date) -> str:
    """Such as "05/3/2022": days under 10 and the months January and February take a zero."""
    return f"{day.day:02d}/{_month(day)}/{day.year:04d}"


def write_long_date(day: date) -> str:
    """Such as "ngày 05 tháng 3 năm 2022"."""
    return f"ngày {day.day:02d} tháng {_month(day)} năm {day.year:04d}"


def parse_date(text: str) -> date | None:
    """The date a person typed (5/3/2022, 05.03.2022, "ngày 05 tháng 3 năm 2022", 2022-03-05), None when it is none."""
    text = text.strip()
    if iso := _ISO.fullmatch(text):
        return _existing(iso[1], iso[2], iso[3])
    found = _SHORT.fullmatch(text) or _LONG.fullmatch(text)
    return _existing(found[3], found[2], found[1]) if found else None


def _month(day: date) -> str:
    return f"{day.month:02d}" if day.month <= 2 else str(day.month)


def _existing(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
