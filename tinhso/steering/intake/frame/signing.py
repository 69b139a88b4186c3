"""The close of a document: to whom it goes (Nơi nhận) and who signs it (NĐ 30/2020/NĐ-CP, Phụ lục I)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tinhso.steering.intake.frame.strips import Strip, is_capital
from tinhso.steering.intake.phrases.wording import any_of
from tinhso.steering.intake.reading import Recipient, Signer, Span

_RECIPIENTS = re.compile(r"[-*\s]*N[ơo]i\s+(?:nhận|gửi)\s*:?\s*", re.IGNORECASE)
_ITEM_SIGN = r"[-–+*•\uf0b7\uf02d]"
_ITEM = re.compile(rf"\s*(?:{_ITEM_SIGN}\s*)+(?P<words>\S.*)")
_GLUED = re.compile(rf"(?:^|(?<=[;.:,])|(?<=\s))\s*{_ITEM_SIGN}\s+(?=\S)")
_POST = any_of(
    "CHỦ TỊCH|PHÓ CHỦ TỊCH|PHÓ CHỦ TỊCH THƯỜNG TRỰC|GIÁM ĐỐC|PHÓ GIÁM ĐỐC|THỦ TƯỚNG|PHÓ THỦ TƯỚNG|BỘ TRƯỞNG|"
    "THỨ TRƯỞNG|TRƯỞNG BAN|"
    "PHÓ TRƯỞNG BAN|CHÁNH VĂN PHÒNG|PHÓ CHÁNH VĂN PHÒNG|CHỦ NHIỆM|PHÓ CHỦ NHIỆM|BÍ THƯ|PHÓ BÍ THƯ|CỤC TRƯỞNG|"
    "PHÓ CỤC TRƯỞNG|VỤ TRƯỞNG|"
    "TỔNG CỤC TRƯỞNG|HIỆU TRƯỞNG|PHÓ HIỆU TRƯỞNG|VIỆN TRƯỞNG|TỔNG GIÁM ĐỐC|PHÓ TỔNG GIÁM ĐỐC|CHÁNH THANH TRA|"
    "TRƯỞNG PHÒNG|PHÓ TRƯỞNG PHÒNG|"
    "CHI CỤC TRƯỞNG|THỐNG ĐỐC|PHÓ THỐNG ĐỐC|TỔNG THANH TRA|CHÁNH ÁN|TRƯỞNG ĐOÀN|TỔ TRƯỞNG|THỦ TRƯỞNG|CHỈ HUY TRƯỞNG|"
    "TRƯỞNG CÔNG AN"
)
_GLUED_SIGNING = re.compile(
    rf"(?:^|(?<=[;.:)\s]))\s*(?P<tail>(?:(?:TM|KT|TL|TUQ|Q)\s?\.\s*(?:ỦY BAN NHÂN DÂN|UBND|{_POST})"
    rf"|{_POST})(?:\s+[A-ZĐÀ-Ỹ]+)*)\s*$"
)
_LAST_ITEM = re.compile(r"(?:^|\s)L[ưu]u\s*:?\s", re.IGNORECASE)
_AUTHORITY = re.compile(r"(?:TM|KT|TL|TUQ|Q|T/M|K/T|T\.M|K\.T|TMT|TLT)\s?\.?\s*(?=[A-ZĐỦƯỶÂÔ])")
_POST_LINE = re.compile(rf"{_POST}(?!\w)")
_STAMP = re.compile(
    r"[\[(]?\s*(?:đã ký|daky|ký tên|ký bởi|người ký|ngày ký|thời gian ký|cơ quan\s*:|email\s*:|signature|digitally|"
    r"ký số)",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:(?:GS|PGS|TS|ThS|BS|CKI|CKII|Thiếu tướng|Đại tá|Thượng tá|Trung tướng|Thượng tướng)\.?\s*)*"
    r"(?P<name>[A-ZĐÀ-Ỹ][a-zà-ỹ]*(?:\s+[A-ZĐÀ-Ỹ][a-zà-ỹ]*){1,5})\.?"
)
_CAPITAL_HEAD = re.compile(
    r"(?P<head>[A-ZĐÀ-Ỹ.,/\s]+?)\s+(?P<tail>[A-ZĐÀ-Ỹ][a-zà-ỹ]+(?:\s+[A-ZĐÀ-Ỹ][a-zà-ỹ]+){1,4})\s*"
)


@dataclass(frozen=True, slots=True)
class Closing:
    """Recipients or a signature with the places they take; ``last`` is the index of the last strip taken."""

    recipients: tuple[Recipient, ...]
    signer: Signer | None
    spans: tuple[Span, ...]
    first: int
    last: int


def recipients_at(strips: Sequence[Strip], place: int) -> Closing | None:
    """The list of recipients that opens at ``place``; None when none opens there.

    Where two columns were read as one, the right one's signing lines stand behind the items: they are taken apart.
    """
    head = _RECIPIENTS.match(strips[place].text)
    if head is None:
        return None
    found: list[Recipient] = []
    signing: list[str] = []
    last, done, offset = place, False, head.end()
    for position in range(place, len(strips)):
        if position > place and (done or not _is_item(strips[position], strips[position - 1])):
            break
        strip, tail = _without_signing(strips[position], offset)
        signing += [tail] if tail else []
        found += _glued_items(strip, offset)
        done = _LAST_ITEM.search(strip.text) is not None and not _more_follows(strips, position)
        last, offset = position, 0
    return _with_signing(
        strips, Closing(tuple(found), None, tuple(s.span for s in strips[place : last + 1]), place, last), signing
    )


def _without_signing(strip: Strip, offset: int) -> tuple[Strip, str]:
    """A strip and the signing line glued behind its item ("- UBND tỉnh (b/c); KT. GIÁM ĐỐC")."""
    match = _GLUED_SIGNING.search(strip.text, offset)
    if match is None:
        return strip, ""
    return Strip(strip.text[: match.start()].rstrip(), strip.start, strip.line, strip.table), match["tail"]


def _with_signing(strips: Sequence[Strip], closing: Closing, signing: Sequence[str]) -> Closing:
    if not signing:
        return closing
    following = strips[closing.last + 1 : closing.last + 4]
    named = next((strip for strip in following if _NAME.fullmatch(strip.text) and not is_capital(strip.text)), None)
    authority, post = _authority_and_post(signing)
    if named is None:
        return replace(closing, signer=Signer(authority, post, None))
    last = strips.index(named)
    spans = (*closing.spans, *(strip.span for strip in strips[closing.last + 1 : last + 1]))
    return replace(closing, signer=Signer(authority, post, named.text.rstrip(".")), spans=spans, last=last)


def signature_at(strips: Sequence[Strip], place: int) -> Closing | None:
    """The signing block that opens at ``place``: authority, post, stamp, name; None when none opens there."""
    if not _opens_signature(strips, place):
        return None
    last = place
    for position in range(place, min(len(strips), place + 12)):
        text = strips[position].text
        glued = _CAPITAL_HEAD.fullmatch(text)
        if glued and (_POST_LINE.search(glued["head"]) or _AUTHORITY.match(glued["head"])):
            return _closed(strips, place, position, name=glued["tail"], head=glued["head"])
        named = _NAME.fullmatch(text)
        if named and not is_capital(text):
            return _closed(strips, place, position, name=named["name"])
        if not (is_capital(text) or _STAMP.match(text)) or _ends_block(text):
            break
        last = position
    return _closed(strips, place, last, name=None)


def _closed(strips: Sequence[Strip], place: int, last: int, *, name: str | None, head: str | None = None) -> Closing:
    texts = [strip.text for strip in strips[place : last + 1] if not _STAMP.match(strip.text)]
    capitals = [text for text in texts if is_capital(text)]
    if head:
        capitals = [*[text for text in texts[:-1] if is_capital(text)], head.strip()]
    authority, post = _authority_and_post(capitals)
    spans = tuple(strip.span for strip in strips[place : last + 1])
    return Closing((), Signer(authority, post, name), spans, place, last)


def _authority_and_post(lines: Sequence[str]) -> tuple[str | None, str | None]:
    """The nearest authority above the post ("KT. CHỦ TỊCH") and the post itself."""
    joined = _joined(lines)
    authorities = [place for place, text in enumerate(joined) if _AUTHORITY.match(text)]
    if not authorities:
        return None, " ".join(joined) or None
    posts = joined[authorities[-1] + 1 :]
    return joined[authorities[-1]].strip(" ,"), " ".join(posts) or None


def _joined(lines: Sequence[str]) -> list[str]:
    """Lines of one phrase put together again that a narrow column had broken ("KT. BỘ TRƯỞNG," / "CHỦ NHIỆM")."""
    joined: list[str] = []
    for text in lines:
        new = _AUTHORITY.match(text) or _POST_LINE.match(text)
        if joined and (not new or joined[-1].endswith(",")):
            joined[-1] = f"{joined[-1]} {text}"
        else:
            joined.append(text)
    return joined


def _opens_signature(strips: Sequence[Strip], place: int) -> bool:
    text = strips[place].text
    if _AUTHORITY.match(text) and is_capital(text[:30]):
        return True
    glued = _CAPITAL_HEAD.fullmatch(text) if len(text) < 120 else None
    if glued and _POST_LINE.fullmatch(glued["head"].strip()):
        return True
    return is_capital(text) and _POST_LINE.match(text) is not None and len(text) < 60 and _name_follows(strips, place)


def _name_follows(strips: Sequence[Strip], place: int) -> bool:
    for strip in strips[place + 1 : place + 6]:
        if _NAME.fullmatch(strip.text) and not is_capital(strip.text):
            return True
        if not (is_capital(strip.text) or _STAMP.match(strip.text)):
            return False
    return False


def _ends_block(text: str) -> bool:
    return re.match(r"PHỤ LỤC|BIỂU|MẪU|DANH MỤC|KẾ HOẠCH|CHƯƠNG TRÌNH|ĐỀ ÁN|Nơi nhận", text) is not None


def _is_item(strip: Strip, above: Strip) -> bool:
    text = strip.text
    if (
        _AUTHORITY.match(text)
        or _ends_block(text)
        or (is_capital(text) and _POST_LINE.match(text))
        or (_CAPITAL_HEAD.fullmatch(text) is not None and _POST_LINE.match(text))
    ):
        return False
    if _ITEM.match(text):
        return True
    listed = (
        re.match(r"(?:Như|Các|Ban|Bộ|Sở|UBND|TT|VP|CT|Lưu|L[ưu]u|Thường trực|HĐND|Văn phòng|Ủy ban)\b", text)
        is not None
    )
    return len(text) < 160 and (listed or not above.text.rstrip().endswith((".", ";", ":"))) and not is_capital(text)


def _more_follows(strips: Sequence[Strip], place: int) -> bool:
    return (
        place + 1 < len(strips) and _ITEM.match(strips[place + 1].text) is not None and len(strips[place + 1].text) < 80
    )


def _glued_items(strip: Strip, offset: int) -> list[Recipient]:
    """The recipients in one line: parted by dashes when several stand in it."""
    text = strip.text
    cuts = [match.end() for match in _GLUED.finditer(text, offset)] or [offset]
    if cuts[0] > offset and text[offset : cuts[0]].strip(" -–+*"):
        cuts = [offset, *cuts]
    ends = [*cuts[1:], len(text)]
    items = []
    for first, last in zip(cuts, ends, strict=True):
        words = text[first:last]
        bare = re.sub(rf"(?:\s|{_ITEM_SIGN})+$", "", words)
        lead = len(bare) - len(bare.lstrip(" -–+*•"))
        bare = bare.strip(" -–+*•").rstrip(" ;,./")
        if bare:
            begin = strip.start + first + lead
            items.append(Recipient(bare, (begin, begin + len(bare))))
    return items
