"""A .docx as offices make it in Word: faces from the theme, direct formatting, drawn shapes, a head set by tabs."""

from collections.abc import Callable

import pytest

from tinhso.kernel.documents.paper.docx import docx_of
from tinhso.kernel.documents.paper.measuring import check
from tinhso.kernel.documents.paper.tests import papers
from tinhso.kernel.documents.paper.tests.spoiling import DOCUMENT, STYLES, repacked, unpacked

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_V = 'xmlns:v="urn:schemas-microsoft-com:vml"'
_STYLES = f"""<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi"/><w:sz w:val="22"/>
</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259"/></w:pPr></w:pPrDefault>
</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
</w:styles>"""
_TNR = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'


def text(words: str, size: float, *, bold: bool = False, italic: bool = False, tail: str = "") -> str:
    """A centred paragraph; ``tail`` is XML behind its run."""
    face = f'{_TNR}{"<w:b/>" * bold}{"<w:i/>" * italic}<w:sz w:val="{round(size * 2)}"/>'
    letters = f'<w:t xml:space="preserve">{words}</w:t>'.replace("|", '</w:t><w:tab/><w:t xml:space="preserve">')
    return f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr>{face}</w:rPr>{letters}</w:r>{tail}</w:p>'


def drawn(points: float) -> str:
    """A line as Word draws it today, with its older twin."""
    extent = f'<wp:extent cx="{round(points * 12700)}" cy="0"/>'
    shape = f'<wp:anchor>{extent}<a:graphic><a:prstGeom prst="line"/></a:graphic></wp:anchor>'
    old = f'<w:pict><v:line from="0,0" to="{points}pt,0"/></w:pict>'
    choice = f"<mc:Choice><w:drawing>{shape}</w:drawing></mc:Choice>"
    return f"<w:r><mc:AlternateContent>{choice}<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"


def pictured(points: float) -> str:
    """A line as older Words draw it."""
    return f'<w:r><w:pict><v:line from="10pt,2pt" to="{points + 10}pt,2pt"/></w:pict></w:r>'


def connected(points: float) -> str:
    """A connector of the older Words."""
    style = f"position:absolute;width:{points}pt;height:0"
    return f'<w:r><w:pict><v:shape type="#_x0000_t32" style="{style}"/></w:pict></w:r>'


def sentences(body: str) -> list[str]:
    """The findings on a document with that body and the defaults of a new Word."""
    parts = unpacked(docx_of(papers.letter()))
    document = f"<w:document {_W} {_A} {_WP} {_MC} {_V}><w:body>{body}</w:body></w:document>"
    content = repacked({**parts, DOCUMENT: document.encode(), STYLES: _STYLES.encode()})
    return [finding.sentence for finding in check(content, "cv.docx").findings]


def head_by_tabs(tail: str = "") -> str:
    """A letterhead without a table."""
    return (
        text("ỦY BAN NHÂN DÂN|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, bold=True)
        + text("|Độc lập - Tự do - Hạnh phúc", 13, bold=True, tail=tail)
        + text("Số: 15/UBND-KGVX|Bắc Giang, ngày 05 tháng 3 năm 2022", 13)
    )


def about(found: list[str], part: str) -> list[str]:
    """The findings on one part."""
    return [sentence for sentence in found if sentence.startswith(part)]


def test_a_letterhead_set_by_tabs_is_recognised() -> None:
    found = sentences(head_by_tabs())
    assert [about(found, part) for part in ("Quốc hiệu", "Tên cơ quan ban hành: không", "Số, ký hiệu")] == [[], [], []]
    place = "Địa danh và thời gian (đoạn 3, “Bắc Giang, ngày 05 tháng 3 năm 2022”): chữ không nghiêng"
    assert [each.split(";")[0] for each in about(found, "Địa danh và thời gian")] == [place]


def test_a_shape_in_a_letterhead_set_by_tabs_may_be_the_line_of_either_part() -> None:
    assert len([each for each in sentences(head_by_tabs()) if "không thấy đường kẻ" in each]) == 2
    assert not [each for each in sentences(head_by_tabs(drawn(166))) if "đường kẻ" in each]


@pytest.mark.parametrize("line", [drawn, pictured, connected])
def test_a_drawn_shape_is_the_line_under_the_words(line: Callable[[float], str]) -> None:
    body = text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, bold=True)
    measured = [
        about(sentences(body + text("Độc lập - Tự do - Hạnh phúc", 13, bold=True, tail=line(points))), "Tiêu ngữ")
        for points in (166, 60)
    ]
    assert measured[0] == []
    assert "đường kẻ dài 3" in measured[1][0]


def test_the_theme_names_the_face_where_nothing_else_does() -> None:
    theme = f'<a:theme {_A}><a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:theme>'
    relation = (
        '<Relationship Id="rT" Target="theme/theme1.xml" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"/></Relationships>'
    )
    parts = unpacked(docx_of(papers.letter()))
    rels = "word/_rels/document.xml.rels"
    parts[rels] = parts[rels].replace(b"</Relationships>", relation.encode())
    parts["word/theme/theme1.xml"] = theme.encode()
    body = "<w:p><w:r><w:t>Kính gửi: Sở Nội vụ.</w:t></w:r></w:p>"
    document = f"<w:document {_W}><w:body>{body}</w:body></w:document>".encode()
    found = check(repacked({**parts, DOCUMENT: document, STYLES: _STYLES.encode()}), "cv.docx").findings
    assert [finding.found for finding in found if finding.part == "Phông chữ"] == ["phông Calibri"]
