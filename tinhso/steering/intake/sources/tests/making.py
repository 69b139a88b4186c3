"""Documents made for tests: .docx from the words of its XML, PDFs set by typst."""

import base64
import functools
import io
import json
import tempfile
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import typst

from tinhso.steering.intake.manuscript import CELL_BREAK, Manuscript, Paragraph

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ROOTS = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "header": "hdr", "footer": "ftr"}


def docx(body: str, **parts: str) -> bytes:
    """A .docx with this body; ``styles``, ``numbering``, ``footnotes``, ``header`` and ``footer`` as needed."""
    return archive(docx_parts(body, **parts))


def docx_parts(body: str, **parts: str) -> dict[str, str]:
    relations = "".join(
        f'<Relationship Id="r{place}" Type="{_KIND}/{kind}" Target="{kind}.xml"/>' for place, kind in enumerate(parts)
    )
    files = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": _relationships(
            f'<Relationship Id="m" Type="{_KIND}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/_rels/document.xml.rels": _relationships(relations),
        "word/document.xml": f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>",
    }
    for kind, inside in parts.items():
        files[f"word/{kind}.xml"] = f"<w:{_ROOTS[kind]} {_NAMES}>{inside}</w:{_ROOTS[kind]}>"
    return files


def archive(files: dict[str, str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in files.items():
            target.writestr(name, content)
    return packed.getvalue()


def _relationships(inside: str) -> str:
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'
    )


def p(text: str = "", properties: str = "", *, run: str = "") -> str:
    """A paragraph; ``run`` are the properties of its letters. Line breaks are written as such."""
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr>{lines}</w:r></w:p>"


def numbered(text: str, number: int = 1, level: int = 0) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def tc(text: str, properties: str = "") -> str:
    inside = "".join(p(line) for line in text.split(CELL_BREAK))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def table(rows: Iterable[Iterable[str]], widths: Sequence[int] = ()) -> str:
    """A table of cells made by ``tc``."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    inside = "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{inside}</w:tbl>"


def docx_of(manuscript: Manuscript) -> bytes:
    """The manuscript as Word would hold it."""
    body: list[str] = []
    rows: list[list[str]] = []
    number: int | None = None
    for paragraph in (*_without_furniture(manuscript), Paragraph("")):
        if rows and paragraph.table != number:
            body.append(table(rows))
            rows = []
        if paragraph.kind == "row":
            rows.append([tc(cell) for cell in paragraph.cells])
            number = paragraph.table
        elif paragraph.text:
            body.append(p(paragraph.text))
    return docx("".join(body))


#: One dot as a picture.
_DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="
PICTURE = f'#image(bytes(({", ".join(str(byte) for byte in base64.b64decode(_DOT))})), format: "png", width: 9cm)'

_PAGE = """
#let data = json(bytes(sys.inputs.data))
#set page(paper: "a4", margin: (left: 30mm, right: 20mm, y: 20mm), numbering: "1",
  header: context if counter(page).get().first() > 1 [Ban chỉ đạo chuyển đổi số])
#set text(lang: "vi", font: "Libertinus Serif", size: 13pt)
#set par(justify: true, first-line-indent: (amount: 1.27cm, all: true), leading: 0.7em, spacing: 1em)
#for block in data {
  if "rows" in block {
    table(columns: (14mm,) + (1fr,) * (block.rows.first().len() - 1), inset: 5pt,
      table.header(..block.rows.first().map(strong)), ..block.rows.slice(1).flatten().map(text.with(size: 11pt)))
  } else if block.title { align(center, strong(block.text)) } else { par(block.text) }
}
"""


def pdf_of(manuscript: Manuscript) -> bytes:
    """The manuscript set on A4 pages with page numbers and running heads; tables break over pages."""
    blocks: list[dict[str, object]] = []
    number = None
    for paragraph in _without_furniture(manuscript):
        if paragraph.kind != "row":
            blocks.append({"text": paragraph.text, "title": paragraph.text.isupper()})
        elif blocks and paragraph.table == number and isinstance(rows := blocks[-1].get("rows"), list):
            rows.append(list(paragraph.cells))
        else:
            blocks.append({"rows": [list(paragraph.cells)]})
        number = paragraph.table
    return pdf(_PAGE, json.dumps(blocks, ensure_ascii=False))


@functools.cache
def pdf(source: str, data: str = "null") -> bytes:
    """A PDF of a typst source, which finds ``data`` as its input."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "page.typ")
        page.write_text(source, encoding="utf-8")
        return bytes(typst.compile(str(page), sys_inputs={"data": data}))


def _without_furniture(manuscript: Manuscript) -> list[Paragraph]:
    return [paragraph for paragraph in manuscript.paragraphs if paragraph.kind != "furniture"]


def texts(manuscript: Manuscript, kind: str = "text") -> list[str]:
    return [paragraph.text for paragraph in manuscript.paragraphs if paragraph.kind == kind]


def rows(manuscript: Manuscript) -> list[tuple[str, ...]]:
    return [paragraph.cells for paragraph in manuscript.paragraphs if paragraph.kind == "row"]
