"""Spaces: first lines, between lines, between paragraphs; the lengths of drawn lines."""

from collections.abc import Iterator
from itertools import pairwise

from tinhso.kernel.documents.paper import form
from tinhso.kernel.documents.paper.form import FACES, Part
from tinhso.kernel.documents.paper.measuring.facts import Facts, Line, Zone
from tinhso.kernel.documents.paper.measuring.findings import Finding, decimal, gathered, place_of, spanned
from tinhso.kernel.documents.paper.measuring.parts import Recognised, weight

_MILLIMETRE, _POINT, _LEADING = 0.5, 0.2, 0.02
#: A line's length is estimated where the file does not say it.
_SHARE = 0.1
_DRAWN = (Part.MOTTO, Part.BODY, Part.SUBJECT)
_HALF = 0.5
_FRACTIONS = {1 / 3: "1/3", 1 / 2: "1/2"}


def check_spaces(found: Recognised, facts: Facts) -> list[Finding]:
    """What the form asks of the body's paragraphs."""
    text = found.of(Part.TEXT)
    findings = gathered(
        "Thụt đầu dòng", form.FIRST_LINE.source, _first_lines(text, _MILLIMETRE + facts.place_error / 3)
    )
    findings += gathered(
        "Khoảng cách giữa các dòng", form.LINE_SPACE.source, _leadings(text, _LEADING + facts.size_error / 10)
    )
    findings += gathered("Khoảng cách giữa các đoạn", form.PARAGRAPH_SPACE.source, _between(facts, text))
    return findings


def check_drawn(found: Recognised) -> Iterator[Finding]:
    """The lines under tiêu ngữ, the body and the subject."""
    for part in _DRAWN:
        if words := found.of(part):
            yield from _line_under(part, words, found.drawn.get(part, []))


def _first_lines(text: list[Line], within: float) -> Iterator[tuple[Line, str, str]]:
    for line in text:
        if line.first_line is None or any(abs(line.first_line - asked) <= within for asked in form.FIRST_LINES):
            continue
        found = f"lùi {decimal(line.first_line)} mm" if abs(line.first_line) > within else "không lùi đầu dòng"
        yield line, found, "lùi 1 cm hoặc 1,27 cm"


def _leadings(text: list[Line], within: float) -> Iterator[tuple[Line, str, str]]:
    allowed = form.LINE_SPACE.allowed
    for line in text:
        if line.leading is not None and allowed and not allowed.holds(line.leading, within=within):
            yield line, f"{line.leading:.2f} dòng".replace(".", ","), "từ dòng đơn đến 1,5 dòng"


def _between(facts: Facts, text: list[Line]) -> Iterator[tuple[Line, str, str]]:
    """Word takes the larger of the spaces behind one paragraph and before the next."""
    known = {id(line) for line in text}
    for line, following in pairwise(each for each in facts.lines if each.zone is Zone.WHOLE and each.text):
        if id(line) not in known or id(following) not in known or line.where == following.where:
            continue
        if line.after is None or following.before is None:
            continue
        space = max(line.after, following.before)
        if form.PARAGRAPH_SPACE.allowed and not form.PARAGRAPH_SPACE.allowed.holds(
            space, within=_POINT + 3 * facts.size_error
        ):
            yield following, f"{decimal(space)} pt", "tối thiểu 6 pt"


def _line_under(part: Part, words: list[Line], drawn: list[Line]) -> Iterator[Finding]:
    face = FACES[part]
    if face.underline is None:
        return
    asked = f"nét liền, dài {_share(part)} dòng chữ"
    where = place_of(words[-1:])
    if not drawn:
        underlined = any(weight(line, "underlined") > _HALF for line in words)
        found = "gạch chân bằng định dạng chữ" if underlined else "không thấy đường kẻ bên dưới"
        yield Finding(face.name, where, found, f"đường kẻ {asked}", face.source)
        return
    wide = max((line.wide for line in words if line.wide), default=None)
    share = drawn[0].drawn / wide if wide and drawn[0].drawn else None
    if share is not None and not face.underline.holds(share, within=_SHARE):
        yield Finding(
            face.name, where, f"đường kẻ dài {round(share * 100)}% dòng chữ", f"đường kẻ {asked}", face.source
        )


def _share(part: Part) -> str:
    span = FACES[part].underline
    if span is None or span.least == span.most:
        return "bằng"
    return f"từ {_FRACTIONS.get(span.least, spanned(span))} đến {_FRACTIONS.get(span.most, '')}"
