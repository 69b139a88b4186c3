"""Faces: whether the letters of each part are set as the form asks."""

from collections.abc import Iterator, Sequence

from tinhso.kernel.documents.paper.form import EMBEDDED_FACE, FACE, FACES, Face, Part, Set
from tinhso.kernel.documents.paper.measuring.facts import Facts, Letters, Line
from tinhso.kernel.documents.paper.measuring.findings import Finding, decimal, gathered, spanned
from tinhso.kernel.documents.paper.measuring.parts import Recognised, weight

#: Parts whose letters may be bold or italic where the writer stresses something.
_FREE = frozenset((Part.TEXT, Part.LETTERED, Part.CELL, Part.BASE, Part.CELL_HEAD))
#: Parts whose side follows from the layout: addressed to one, or to several; heads may stand left or justified.
_ANY_SIDE = frozenset((Part.ADDRESSED, Part.RECIPIENTS, Part.RECIPIENT, Part.ROMAN, Part.NUMBERED, Part.LETTERED))
_MOSTLY, _HARDLY = 0.9, 0.1
_BLACK = "000000"
_FACE_SOURCE = "I.4"
#: The name that a PDF gives the same face.
_NAMES = frozenset(name.lower().replace(" ", "") for name in (FACE, EMBEDDED_FACE))


def check_faces(found: Recognised, facts: Facts) -> list[Finding]:
    """Size, weight, slant, capitals and side of every part; the face and colour of everything."""
    findings: list[Finding] = []
    for part, lines in (*found.parts.items(), (Part.PAGE_NUMBER, facts.numbers)):
        form = FACES[part]
        findings += gathered(form.name, form.source, _of_part(part, lines, within=facts.size_error))
    lettered = [line for line in (*facts.lines, *facts.numbers) if line.text]
    findings += gathered("Phông chữ", _FACE_SOURCE, _named(lettered))
    findings += gathered("Màu chữ", _FACE_SOURCE, _coloured(lettered))
    return findings


def _of_part(part: Part, lines: Sequence[Line], *, within: float) -> Iterator[tuple[Line, str, str]]:
    form = FACES[part]
    for line in lines:
        yield from _sizes(line, form, within)
        yield from _weights(part, line, form)
        if form.capitals and line.text != line.text.upper():
            yield line, "không in hoa", "chữ in hoa"
        if form.side is not line.side and line.side is not None and part not in _ANY_SIDE:
            yield from _sides(part, line, form)


def _sizes(line: Line, form: Face, within: float) -> Iterator[tuple[Line, str, str]]:
    if form.sizes is None:
        return
    wrong = {each.size for each in _said(line) if not form.sizes.holds(each.size, within=within)}
    yield from ((line, f"cỡ chữ {decimal(size)}", f"cỡ chữ {spanned(form.sizes)}") for size in sorted(wrong))


def _weights(part: Part, line: Line, form: Face) -> Iterator[tuple[Line, str, str]]:
    for attribute, wanted, word in (("bold", form.bold, "đậm"), ("italic", form.italic, "nghiêng")):
        share = weight(line, attribute)
        if wanted and share < _MOSTLY:
            yield line, f"chữ không {word}", f"chữ {word}"
        elif not wanted and share > _HARDLY and part not in _FREE:
            yield line, f"chữ {word}", f"chữ không {word}"


def _sides(part: Part, line: Line, form: Face) -> Iterator[tuple[Line, str, str]]:
    if line.side and not (part is Part.BASE and line.side is Set.CENTRE):
        yield line, line.side.value, form.side.value


def _named(lines: list[Line]) -> Iterator[tuple[Line, str, str]]:
    for line in lines:
        strange = {each.face for each in _said(line) if not is_the_face(each.face)}
        yield from ((line, f"phông {face}", f"phông {FACE}, bộ mã Unicode") for face in sorted(strange))


def is_the_face(name: str) -> bool:
    """Whether it is Times New Roman, or the one of the same measures; a PDF writes "ABCDEF+TimesNewRomanPS-BoldMT"."""
    bare = name.rsplit("+", 1)[-1].lower().replace(" ", "").split("-")[0].split(",")[0]
    return bare in _NAMES or bare.removesuffix("mt").removesuffix("ps") in _NAMES


def _coloured(lines: list[Line]) -> Iterator[tuple[Line, str, str]]:
    for line in lines:
        if any(each.colour != _BLACK for each in _said(line)):
            yield line, "chữ không phải màu đen", "chữ màu đen"


def _said(line: Line) -> list[Letters]:
    return [each for each in line.letters if each.text.strip()]
