"""The letterhead: issuing body, number, place and date, kind and subject at the head of a document."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tinhso.steering.intake.lexicon import CAPITALS, NAME_HEAD
from tinhso.steering.intake.outline import is_title
from tinhso.steering.intake.reading import DocumentDate, Header, Signer, Span


@dataclass(frozen=True, slots=True)
class Strip:
    """One line of the frame: a paragraph, or a line inside a cell of a layout table."""

    text: str
    start: int
    line: int
    column: int = 0

    @property
    def span(self) -> Span:
        return self.start, self.start + len(self.text)


#: The kinds of documents (Nghị định 30/2020/NĐ-CP, Phụ lục III) that open a document or an attached text.
KINDS = (
    "nghị quyết|quyết định|chỉ thị|quy chế|quy định|thông cáo|thông báo|hướng dẫn|chương trình hành động|chương trình|kế hoạch hành động|kế hoạch tổng thể|kế hoạch|phương án|đề án|dự án|báo cáo|biên bản|tờ trình|hợp đồng|"
    "công điện|bản ghi nhớ|bản thỏa thuận|giấy ủy quyền|giấy mời|phiếu gửi|thư công|chiến lược|quy hoạch|kết luận|thông tri|đề cương|lộ trình|danh mục|công văn"
)
KIND_LINE = re.compile(rf"(?P<kind>{KINDS})(?=\s*$|\s*:\s*$|\s+(?:về|triển khai|thực hiện|phát triển|hoạt động|của|năm|ban hành)\s)", re.IGNORECASE)
MOTTO = re.compile(r"cộng h(?:òa|oà) xã hội chủ nghĩa việt nam|độc lập\s*[-–]\s*tự do|đảng cộng sản việt nam", re.IGNORECASE)
NUMBER = re.compile(r"số\s*:?\s*(?P<number>\d[\d.\s]*?|[.…_\s]*)\s*/\s*(?P<symbol>(?:\d{4}\s*/\s*)?[\w&]+(?:\s?-\s?[\w&.()]+)*)", re.IGNORECASE)
NUMBER_PLAIN = re.compile(r"số\s*:?\s*(?P<number>\d+)\s*-\s*(?P<symbol>[A-ZĐ]{2,5}/[\w-]+)", re.IGNORECASE)
DATE = re.compile(
    r"(?:(?P<place>[^,;:.\d]{2,60}),\s*)?ngày\s*(?P<day>\d\s?\d?|[.…\s]*)\s*tháng\s*(?P<month>\d\s?\d?|[.…\s]*)\s*năm\s*(?P<year>\d{4}|20[.…\s]*)", re.IGNORECASE
)
_ABOUT = re.compile(r"^(?:v/v|về việc)\b", re.IGNORECASE)
_SUBJECT_END = re.compile(rf"\s(?=(?:THỦ TƯỚNG CHÍNH PHỦ|ỦY BAN NHÂN DÂN [{CAPITALS} ]+|BỘ TRƯỞNG [{CAPITALS}, ]+)\s+Căn cứ)")


def read_header(strips: Sequence[Strip]) -> Header:
    """The facts of the letterhead; what the strips do not give is None."""
    number = next((m for s in strips if (m := NUMBER.match(s.text) or NUMBER_PLAIN.match(s.text))), None)
    dated = next((m for s in strips if (m := DATE.search(s.text)) and (m["place"] or NUMBER.match(s.text)) and len(s.text) < 120), None)
    kind = next((place for place, s in enumerate(strips) if _is_kind(s.text)), None)
    parent, body = _bodies(strips, kind)
    return Header(
        parent_body=parent,
        body=body,
        number=_digits(number["number"]) if number else None,
        symbol=re.sub(r"\s", "", number["symbol"]) if number else None,
        place=re.sub(r"^.*[)\d]\s+", "", dated["place"]).strip() if dated and dated["place"] else None,
        date=_date(dated) if dated else None,
        kind=KIND_LINE.match(strips[kind].text)["kind"] if kind is not None else None,  # type: ignore[index]
        subject=_subject(strips, kind),
        spans=tuple(strip.span for strip in strips),
    )


def _is_kind(text: str) -> bool:
    match = KIND_LINE.match(text)
    return match is not None and match["kind"].isupper()


def _digits(written: str) -> str | None:
    return re.sub(r"\s", "", written).strip(".…_") or None


def _date(match: re.Match[str]) -> DocumentDate:
    return DocumentDate(_number(match["day"]), _number(match["month"]), _number(match["year"]))


def _number(written: str) -> int | None:
    digits = re.sub(r"\D", "", written)
    return int(digits) if digits and not (len(digits) == 2 and digits == "20" and "." in written) else None


def _bodies(strips: Sequence[Strip], kind: int | None) -> tuple[str | None, str | None]:
    """Parent and issuing body: the lines in capitals above the number; a name broken over lines is one."""
    names: list[str] = []
    for strip in strips[:kind]:
        words = MOTTO.split(strip.text)[0].strip(" -–_*")
        if NUMBER.match(strip.text) or NUMBER_PLAIN.match(strip.text):
            break
        if not words or not is_title(words):
            continue
        if names and (NAME_HEAD.match(words) is None or _BROKEN.search(names[-1])):
            names[-1] += f" {words}"
        else:
            names.append(words)
    if not names:
        return None, None
    return (names[-2] if len(names) > 1 else None), names[-1]


#: A name that cannot end here goes on in the next line.
_BROKEN = re.compile(r"(?:^THỦ TƯỚNG|THỦ TƯỚNG CHÍNH|ỦY BAN|UỶ BAN|NHÂN|HỘI ĐỒNG|DÂN TỈNH|THÀNH PHỐ|VĂN PHÒNG|^BỘ|^SỞ|^BAN|VÀ|-)$")


def _subject(strips: Sequence[Strip], kind: int | None) -> str | None:
    if kind is None:
        about = next((s.text for s in strips if _ABOUT.match(s.text)), None)
        return about
    rest = strips[kind].text[KIND_LINE.match(strips[kind].text).end() :].strip(" :")  # type: ignore[union-attr]
    lines = [rest] if rest else []
    for strip in strips[kind + 1 :]:
        if _is_enactor(strip.text) and lines:
            break
        lines.append(_SUBJECT_END.split(strip.text)[0])
    return " ".join(lines).strip() or None


def _is_enactor(text: str) -> bool:
    """The line that names who decides, between a decision's subject and its grounds."""
    return is_title(text) and re.match(r"(?:thủ tướng|chính phủ|ủy ban nhân dân|uỷ ban nhân dân|hội đồng nhân dân|bộ trưởng|chủ tịch|giám đốc|ban thường vụ|quốc hội|thống đốc|tổng giám đốc)", text, re.IGNORECASE) is not None


_AUTHORITY = re.compile(r"(?P<authority>(?:TM|KT|TL|TUQ|Q)\s?\.\s?(?:[^\n]*))")
_NAME = re.compile(rf"(?:(?:[{CAPITALS}][\w']*)\s?){{2,5}}$")


_POST_AND_NAME = re.compile(rf"(?P<post>[{CAPITALS} ]{{6,60}}?)\s+(?P<name>(?:[{CAPITALS}](?=[^{CAPITALS}\s])[\w']*\s?){{2,5}})$")


def read_signer(strips: Sequence[Strip]) -> Signer | None:
    """The signing block: authority (KT. CHỦ TỊCH), post, name; the nearest authority to the post counts."""
    lines = list(_signing_lines(strips))
    if not lines:
        return None
    name = next((place for place, line in enumerate(lines) if _NAME.match(line) and not is_title(line)), None)
    capitals = [line for line in lines[:name] if is_title(line.split("(")[0])]
    marked = [place for place, line in enumerate(capitals) if _AUTHORITY.match(line)]
    last = marked[-1] if marked else -1
    post = " ".join(capitals[last + 1 :]) or None
    return Signer(capitals[last] if marked else None, post, lines[name] if name is not None else None)


def _signing_lines(strips: Sequence[Strip]) -> Iterator[str]:
    """The lines of the block; a broken name of a body is joined, post and name on one line fall apart."""
    waiting = ""
    for strip in strips:
        text = f"{waiting} {strip.text.strip()}".strip()
        waiting = ""
        both = _POST_AND_NAME.match(text)
        if both:
            yield from (both["post"], both["name"])
        elif _BROKEN.search(text) and _AUTHORITY.match(text):
            waiting = text
        elif text:
            yield text
    if waiting:
        yield waiting
