"""The form of an official document: every rule of NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, that can be measured, once.

What the rule allows is a span; beside it stands the one value that our writers take. Where the rule leaves a choice of
size they take the one that its own samples show (mục V). ``source`` is the mục, khoản and điểm ("II.1.a"). Sizes and
spaces within text are in points, places on the page in millimetres.
"""

from dataclasses import dataclass
from enum import Enum, StrEnum

ACT = "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I"
#: The face that the rule names (mục I.4), and the one of the same measures that is embedded where it is not at hand.
FACE = "Times New Roman"
EMBEDDED_FACE = "Tinos"


@dataclass(frozen=True, slots=True)
class Span:
    """The least and the most that the rule allows, both allowed."""

    least: float
    most: float

    def holds(self, measured: float, *, within: float = 0.0) -> bool:
        """Whether a measured value is allowed; ``within`` is the error of measuring."""
        return self.least - within <= measured <= self.most + within


@dataclass(frozen=True, slots=True)
class Measure:
    """A length of the form: how officials name it, what is allowed (None: no rule), what our writers take."""

    name: str
    source: str
    allowed: Span | None
    taken: float


PAGE_WIDTH = Measure("khổ giấy, chiều rộng", "I.1", Span(210, 210), 210)
PAGE_HEIGHT = Measure("khổ giấy, chiều dài", "I.1", Span(297, 297), 297)
MARGIN_TOP = Measure("lề trên", "I.3", Span(20, 25), 20)
MARGIN_BOTTOM = Measure("lề dưới", "I.3", Span(20, 25), 20)
MARGIN_LEFT = Measure("lề trái", "I.3", Span(30, 35), 30)
MARGIN_RIGHT = Measure("lề phải", "I.3", Span(15, 20), 15)
#: From the upper edge of the paper to the top of the page number, which stands inside the upper margin.
PAGE_NUMBER_TOP = Measure("vị trí số trang", "I.7", Span(0, 20), 10)
#: The number of the first page, of the document and of each annex (III.1.đ), is not shown.
FIRST_NUMBERED_PAGE = 2

#: The rule names two values and none between them.
FIRST_LINES = (10.0, 12.7)
FIRST_LINE = Measure("thụt đầu dòng", "II.6.e", Span(10, 12.7), 12.7)
PARAGRAPH_SPACE = Measure("khoảng cách giữa các đoạn", "II.6.e", Span(6, float("inf")), 6)
#: In lines: 1 is a single line of the face.
LINE_SPACE = Measure("khoảng cách giữa các dòng", "II.6.e", Span(1, 1.5), 1.1)
#: Quốc hiệu and tiêu ngữ, the body and the one above it: single lines.
LETTERHEAD_LINE_SPACE = Measure("khoảng cách dòng ở phần đầu", "II.1.c, II.2.b", Span(1, 1), 1)
#: The subject of a công văn from its number (II.5.b).
LETTER_SUBJECT_SPACE = Measure("khoảng cách trích yếu công văn với số, ký hiệu", "II.5.b", Span(6, 6), 6)
#: A single line of the face, in parts of its size: ascent + descent + gap of Times New Roman and of Tinos.
ASCENT, DESCENT, SINGLE_LINE = 0.891, 0.216, 1.149

#: The letterhead's columns, body at the left and nation at the right, in parts of the text's width (sơ đồ, mục IV.2).
LETTERHEAD_SHARES = (0.46, 0.54)
#: Recipients at the left, who signs at the right (sơ đồ, mục IV.2).
CLOSING_SHARES = (0.48, 0.52)
#: Room for the signature between the post and the name.
SIGNATURE_ROOM = Measure("chỗ ký", "", None, 25)
#: The strength of every line that is drawn, in points.
STROKE = 0.5


class Set(Enum):
    """How lines are set between the margins."""

    LEFT = "canh trái"
    CENTRE = "canh giữa"
    RIGHT = "canh phải"
    BOTH = "canh đều hai lề"


class Part(StrEnum):
    """The parts of a document that have a face of their own, in the order of Phụ lục I."""

    NATION = "nation"
    MOTTO = "motto"
    PARENT = "parent"
    BODY = "body"
    NUMBER = "number"
    PLACE = "place"
    KIND = "kind"
    SUBJECT = "subject"
    LETTER_SUBJECT = "letter_subject"
    BASE = "base"
    TEXT = "text"
    ROMAN = "roman"
    NUMBERED = "numbered"
    LETTERED = "lettered"
    ADDRESSED = "addressed"
    AUTHORITY = "authority"
    SIGNER = "signer"
    RECIPIENTS = "recipients"
    RECIPIENT = "recipient"
    ANNEX_NUMBER = "annex_number"
    ANNEX_TITLE = "annex_title"
    ANNEX_ATTACHED = "annex_attached"
    PAGE_NUMBER = "page_number"
    CELL_HEAD = "cell_head"
    CELL = "cell"


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """How a part is set. ``sizes`` None: no rule speaks of its size. ``capitals``: printed in capitals, however it was
    written. ``underline`` is what is allowed of the line drawn below, in parts of the length of its words, and ``line``
    what our writers draw; None where there is no line."""

    name: str
    source: str
    sizes: Span | None
    size: float
    bold: bool = False
    italic: bool = False
    capitals: bool = False
    side: Set = Set.CENTRE
    underline: Span | None = None
    line: float | None = None


_SMALL, _LARGE = Span(12, 13), Span(13, 14)
_PART = Span(1 / 3, 1 / 2)

FACES = {
    Part.NATION: Face(name="Quốc hiệu", source="II.1.a", sizes=_SMALL, size=12, bold=True, capitals=True),
    Part.MOTTO: Face(
        name="Tiêu ngữ", source="II.1.b", sizes=_LARGE, size=13, bold=True, underline=Span(1, 1), line=1.0
    ),
    Part.PARENT: Face(name="Tên cơ quan chủ quản", source="II.2.b", sizes=_SMALL, size=12, capitals=True),
    Part.BODY: Face(
        name="Tên cơ quan ban hành",
        source="II.2.b",
        sizes=_SMALL,
        size=12,
        bold=True,
        capitals=True,
        underline=_PART,
        line=0.4,
    ),
    Part.NUMBER: Face(name="Số, ký hiệu", source="II.3.c", sizes=Span(13, 13), size=13),
    Part.PLACE: Face(name="Địa danh và thời gian", source="II.4.c", sizes=_LARGE, size=13, italic=True),
    Part.KIND: Face(name="Tên loại văn bản", source="II.5.b", sizes=_LARGE, size=14, bold=True, capitals=True),
    Part.SUBJECT: Face(
        name="Trích yếu nội dung", source="II.5.b", sizes=_LARGE, size=14, bold=True, underline=_PART, line=0.4
    ),
    Part.LETTER_SUBJECT: Face(name="Trích yếu công văn", source="II.5.b", sizes=_SMALL, size=12),
    Part.BASE: Face(name="Căn cứ ban hành", source="II.6.a", sizes=_LARGE, size=14, italic=True, side=Set.BOTH),
    Part.TEXT: Face(name="Nội dung văn bản", source="II.6.e", sizes=_LARGE, size=14, side=Set.BOTH),
    Part.ROMAN: Face(
        name="Tiêu đề của mục", source="V.6.b", sizes=_LARGE, size=14, bold=True, capitals=True, side=Set.BOTH
    ),
    Part.NUMBERED: Face(name="Tiêu đề của khoản", source="II.6.đ", sizes=_LARGE, size=14, bold=True, side=Set.BOTH),
    Part.LETTERED: Face(name="Điểm", source="II.6.đ", sizes=_LARGE, size=14, side=Set.BOTH),
    Part.ADDRESSED: Face(name="Kính gửi", source="II.9.d", sizes=_LARGE, size=14, side=Set.LEFT),
    Part.AUTHORITY: Face(
        name="Quyền hạn, chức vụ của người ký", source="II.7.đ", sizes=_LARGE, size=14, bold=True, capitals=True
    ),
    Part.SIGNER: Face(name="Họ tên của người ký", source="II.7.đ", sizes=_LARGE, size=14, bold=True),
    Part.RECIPIENTS: Face(
        name="Từ “Nơi nhận”",
        source="II.9.d",
        sizes=Span(12, 12),
        size=12,
        bold=True,
        italic=True,
        side=Set.LEFT,
    ),
    Part.RECIPIENT: Face(name="Danh sách nơi nhận", source="II.9.d", sizes=Span(11, 11), size=11, side=Set.LEFT),
    Part.ANNEX_NUMBER: Face(name="Số thứ tự của phụ lục", source="III.1.b", sizes=Span(14, 14), size=14, bold=True),
    Part.ANNEX_TITLE: Face(name="Tên phụ lục", source="III.1.b", sizes=_LARGE, size=14, bold=True, capitals=True),
    Part.ANNEX_ATTACHED: Face(
        name="Chỉ dẫn kèm theo của phụ lục", source="III.1.c", sizes=_LARGE, size=14, italic=True
    ),
    Part.PAGE_NUMBER: Face(name="Số trang", source="I.7", sizes=_LARGE, size=14),
    Part.CELL_HEAD: Face(name="Đầu cột của bảng", source="", sizes=None, size=12, bold=True),
    Part.CELL: Face(name="Ô của bảng", source="", sizes=None, size=12, side=Set.LEFT),
}


def cited(source: str) -> str:
    """A source as a sentence names it: "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.1.a"."""
    return f"{ACT}, mục {source}"
