"""The styles of a document: one for each part of the form, heads with their rank for Word's navigation."""

from collections.abc import Iterator
from dataclasses import dataclass

from tinhso.kernel.documents.paper import form
from tinhso.kernel.documents.paper.docx.elements import TWIPS_A_POINT, Element, made, twips
from tinhso.kernel.documents.paper.form import FACES, Part, Set
from tinhso.kernel.documents.paper.measures import POINTS_A_MILLIMETRE

#: A single line in Word's 240th parts.
_SINGLE = 240
_SIDES = {Set.LEFT: "left", Set.CENTRE: "center", Set.BOTH: "both"}
_ROOM = round(form.SIGNATURE_ROOM.taken * POINTS_A_MILLIMETRE)
_PARAGRAPH = round(form.PARAGRAPH_SPACE.taken)


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A paragraph style: its id, its name in Word, the part whose face it has; spaces in points, ``rank`` of a head,
    ``depth`` of an indent in first lines."""

    key: str
    name: str
    part: Part
    before: float = 0
    after: float = 0
    spaced: bool = False
    rank: int = 0
    depth: int = 0
    kept: bool = False


def _text(key: str, name: str, part: Part, **more: int) -> Style:
    """Of the body: spaced lines, first lines indented."""
    return Style(
        key=key,
        name=name,
        part=part,
        before=_PARAGRAPH,
        spaced=True,
        depth=more.get("depth", 1),
        rank=more.get("rank", 0),
    )


STYLES = (
    Style(key="QuocHieu", name="Quốc hiệu", part=Part.NATION),
    Style(key="TieuNgu", name="Tiêu ngữ", part=Part.MOTTO),
    Style(key="CoQuanChuQuan", name="Cơ quan chủ quản", part=Part.PARENT),
    Style(key="CoQuanBanHanh", name="Cơ quan ban hành", part=Part.BODY),
    Style(key="SoKyHieu", name="Số, ký hiệu", part=Part.NUMBER, before=4),
    Style(key="NoiNgay", name="Địa danh, thời gian", part=Part.PLACE, before=4),
    Style(
        key="TrichYeuCongVan",
        name="Trích yếu công văn",
        part=Part.LETTER_SUBJECT,
        before=form.LETTER_SUBJECT_SPACE.taken,
    ),
    Style(key="TenLoai", name="Tên loại", part=Part.KIND, before=18, kept=True),
    Style(key="TrichYeu", name="Trích yếu", part=Part.SUBJECT, kept=True),
    Style(key="KinhGui", name="Kính gửi", part=Part.ADDRESSED, before=_PARAGRAPH, after=_PARAGRAPH),
    _text("CanCu", "Căn cứ", Part.BASE),
    _text("NoiDung", "Nội dung", Part.TEXT),
    _text("Heading1", "heading 1", Part.ROMAN, rank=1),
    _text("Heading2", "heading 2", Part.NUMBERED, rank=2),
    _text("Heading3", "heading 3", Part.LETTERED, rank=3),
    _text("GachDauDong1", "Gạch đầu dòng", Part.TEXT),
    _text("GachDauDong2", "Cộng đầu dòng", Part.TEXT),
    Style(key="DauBang", name="Đầu cột", part=Part.CELL_HEAD, before=2, after=2, kept=True),
    Style(key="OBang", name="Ô bảng", part=Part.CELL, before=2, after=2),
    Style(key="MucBang", name="Mục trong bảng", part=Part.CELL, before=2, after=2, kept=True),
    Style(key="QuyenHanChucVu", name="Quyền hạn, chức vụ", part=Part.AUTHORITY, kept=True),
    Style(key="HoTen", name="Họ tên người ký", part=Part.SIGNER, before=_ROOM),
    Style(key="NoiNhan", name="Nơi nhận", part=Part.RECIPIENTS),
    Style(key="DanhSachNoiNhan", name="Danh sách nơi nhận", part=Part.RECIPIENT),
    Style(key="PhuLuc", name="Phụ lục", part=Part.ANNEX_NUMBER, kept=True, rank=1),
    Style(key="TenPhuLuc", name="Tên phụ lục", part=Part.ANNEX_TITLE, kept=True),
    Style(key="KemTheo", name="Kèm theo", part=Part.ANNEX_ATTACHED, after=_PARAGRAPH),
    Style(key="SoTrang", name="Số trang", part=Part.PAGE_NUMBER),
)


def styles() -> list[Element]:
    """What stands in the part of styles: the defaults, then every style."""
    return [_defaults(), _normal(), _table(), *(_style(style) for style in STYLES), *_thin()]


def _fonts() -> Element:
    return made("rFonts", **dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), form.FACE))


def _size(points: float) -> list[Element]:
    return [made(tag, val=round(points * 2)) for tag in ("sz", "szCs")]


def _defaults() -> Element:
    face = made("rPr", _fonts(), made("color", val="000000"), *_size(FACES[Part.TEXT].size), made("lang", val="vi-VN"))
    spaces = made("pPr", made("spacing", before=0, after=0, line=_SINGLE, lineRule="auto"))
    return made("docDefaults", made("rPrDefault", face), made("pPrDefault", spaces))


def _normal() -> Element:
    return made("style", made("name", val="Normal"), made("qFormat"), type="paragraph", default=1, styleId="Normal")


def _table() -> Element:
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = made(
        "tblBorders", *(made(edge, val="single", sz=round(form.STROKE * 8), space=0, color="000000") for edge in edges)
    )
    return made("style", made("name", val="Bảng"), made("tblPr", lines, _cell_edges()), type="table", styleId="Bang")


def _cell_edges() -> Element:
    return made("tblCellMar", *(made(edge, w=85, type="dxa") for edge in ("left", "right")))


def _style(style: Style) -> Element:
    face = FACES[style.part]
    element = made(
        "style", made("name", val=style.name), made("basedOn", val="Normal"), type="paragraph", styleId=style.key
    )
    if not style.rank:
        element.set(f"{element.tag[: element.tag.index('}') + 1]}customStyle", "1")
    element.extend(
        [made("qFormat"), made("pPr", *_set(style, face)), made("rPr", *_faced(face, bold=style.key == "MucBang"))]
    )
    return element


def _set(style: Style, face: form.Face) -> Iterator[Element]:
    if style.kept or style.rank:
        yield made("keepNext")
    line = form.LINE_SPACE.taken if style.spaced else 1
    before, after = (round(points * TWIPS_A_POINT) for points in (style.before, style.after))
    yield made("spacing", before=before, after=after, line=round(line * _SINGLE), lineRule="auto")
    if style.depth:
        yield made("ind", firstLine=twips(form.FIRST_LINE.taken * style.depth))
    yield made("jc", val=_SIDES[face.side])
    if style.rank:
        yield made("outlineLvl", val=style.rank - 1)


def _faced(face: form.Face, *, bold: bool) -> Iterator[Element]:
    if face.bold or bold:
        yield made("b")
    if face.italic:
        yield made("i")
    if face.capitals:
        yield made("caps")
    yield from _size(face.size)


def _thin() -> Iterator[Element]:
    """Paragraphs without words: what carries a drawn line, the room at a table and before the signature."""
    for key, name, height in (
        ("Ke", "Kẻ", 3),
        ("Cach", "Cách", 6),
        ("CachKy", "Cách phần ký", 12),
        ("Cuoi", "Cuối", 1),
    ):
        spaces = made("spacing", before=0, after=0, line=height * TWIPS_A_POINT, lineRule="exact")
        element = made("style", made("name", val=name), made("basedOn", val="Normal"), type="paragraph", styleId=key)
        element.extend([made("pPr", *([made("keepNext")] if key != "Cuoi" else []), spaces), made("rPr", *_size(1))])
        yield element
