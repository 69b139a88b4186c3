"""Word documents: what the reader of the printed page sees is what is read, in order."""

from tinhso.steering.intake.manuscript import CELL_BREAK
from tinhso.steering.intake.sources import read_manuscript
from tinhso.steering.intake.sources.tests.making import archive, docx, docx_parts, numbered, p, rows, table, tc, texts
from tinhso.steering.intake.sources.word.numbering import numeral

_LEVELS = (
    ("upperRoman", "%1."),
    ("decimal", "%2."),
    ("lowerLetter", "%3)"),
    ("bullet", "\uf0b7"),
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="7">'
    + "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{drawn}"/></w:lvl>'
        for depth, (form, drawn) in enumerate(_LEVELS)
    )
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/>'
    '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


def lines_of(body: str, **parts: str) -> list[str]:
    return texts(read_manuscript(docx(body, **parts), "kế hoạch.docx"))


def test_numbers_that_word_draws_become_text() -> None:
    body = (
        numbered("MỤC TIÊU")
        + numbered("Hạ tầng", level=1)
        + numbered("Sở A", level=2)
        + numbered("Việc", level=3)
        + numbered("Sở B", level=2)
        + numbered("Dữ liệu", level=1)
        + numbered("Sở C", level=2)
        + numbered("NHIỆM VỤ")
        + numbered("Thể chế", level=1)
    )
    assert lines_of(body, numbering=NUMBERING) == [
        *(
            "I. MỤC TIÊU",
            "1. Hạ tầng",
            "a) Sở A",
            "- Việc",
            "b) Sở B",
            "2. Dữ liệu",
            "a) Sở C",
            "II. NHIỆM VỤ",
            "1. Thể chế",
        )
    ]


def test_a_list_that_starts_again_starts_again() -> None:
    body = numbered("Một", level=1) + numbered("Hai", level=1) + numbered("Một lại", 2, 1) + numbered("Hai lại", 2, 1)
    assert lines_of(body, numbering=NUMBERING) == ["1. Một", "2. Hai", "1. Một lại", "2. Hai lại"]


def test_numbering_may_stand_in_the_style() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = p("Mục tiêu", '<w:pStyle w:val="Muc"/>') + p("Nhiệm vụ", '<w:pStyle w:val="Muc"/>')
    assert lines_of(body, numbering=NUMBERING, styles=styles) == ["I. Mục tiêu", "II. Nhiệm vụ"]


def test_numerals_of_word() -> None:
    drawn = [
        numeral(*pair)
        for pair in ((27, "lowerLetter"), (14, "upperRoman"), (3, "decimalZero"), (4, "vietnameseCounting"))
    ]
    assert drawn == ["aa", "XIV", "03", "bốn"]


def test_insertions_stay_deletions_and_hidden_words_go_and_it_is_said() -> None:
    body = (
        "<w:p><w:r><w:t>Hoàn thành </w:t></w:r><w:del><w:r><w:delText>trong tháng 7</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>trong tháng 9</w:t></w:r></w:ins>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t> mật khẩu</w:t></w:r></w:p>"
    )
    manuscript = read_manuscript(docx(body), "x.docx")
    assert texts(manuscript) == ["Hoàn thành trong tháng 9"]
    assert len(manuscript.notes) == 2


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    body = p("Giao Sở Nội vụ ", "<w:rPr><w:del/></w:rPr>") + p("chủ trì.")
    assert lines_of(body) == ["Giao Sở Nội vụ chủ trì."]


def test_a_field_shows_its_result_and_not_its_instruction() -> None:
    body = (
        '<w:p><w:r><w:t>Xem mục </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        "<w:r><w:instrText>REF muc</w:instrText></w:r><w:r><w:t>ẩn</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t>II.1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    assert lines_of(body) == ["Xem mục II.1"]


def test_footnotes_follow_their_paragraph() -> None:
    note = f'<w:footnote w:id="2">{p("Trừ văn bản mật.")}</w:footnote>'
    body = '<w:p><w:r><w:t>Đạt 100%</w:t><w:footnoteReference w:id="2"/></w:r></w:p>' + p("Đoạn sau")
    assert lines_of(body, footnotes=note) == ["Đạt 100%", "Trừ văn bản mật.", "Đoạn sau"]


def test_a_footnote_that_refers_to_itself_is_read_once() -> None:
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>Chú thích</w:t><w:footnoteReference w:id="2"/></w:r></w:p></w:footnote>'
    body = '<w:p><w:r><w:t>Đạt 100%</w:t><w:footnoteReference w:id="2"/></w:r></w:p>'
    assert lines_of(body, footnotes=note) == ["Đạt 100%", "Chú thích"]


def test_a_text_box_written_twice_is_read_once() -> None:
    box = f"<w:txbxContent>{p('Trong khung')}</w:txbxContent>"
    drawing = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    assert lines_of(f"<w:p><w:r><w:t>Trước</w:t></w:r><w:r>{drawing}</w:r></w:p>" + p("Sau")) == [
        "Trước",
        "Trong khung",
        "Sau",
    ]


def test_line_breaks_part_titles_and_not_sentences() -> None:
    assert lines_of(p("KẾ HOẠCH\nHoạt động của Ban chỉ đạo")) == ["KẾ HOẠCH", "Hoạt động của Ban chỉ đạo"]
    assert lines_of(p("Giao Sở Nội vụ chủ\ntrì thực hiện.")) == ["Giao Sở Nội vụ chủ trì thực hiện."]


def test_bold_and_centred_are_kept_also_from_styles() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="T"><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="U"><w:basedOn w:val="T"/></w:style>'
    )
    body = (
        p("KẾ HOẠCH", '<w:pStyle w:val="U"/>')
        + p("Đoạn", run="<w:b/>")
        + p("Chữ thường", '<w:pStyle w:val="U"/>', run='<w:b w:val="0"/>')
    )
    found = read_manuscript(docx(body, styles=styles), "x.docx").paragraphs
    assert [(one.bold, one.centred) for one in found] == [(True, True), (True, False), (False, True)]


def test_heads_and_feet_of_pages_are_furniture() -> None:
    manuscript = read_manuscript(docx(p("Nội dung"), header=p("UBND tỉnh"), footer=p("2")), "x.docx")
    assert texts(manuscript) == ["Nội dung"]
    assert texts(manuscript, "furniture") == ["UBND tỉnh", "2"]


def test_old_fonts_are_read_run_by_run() -> None:
    old = '<w:rFonts w:ascii="{}" w:hAnsi="{}"/>'
    body = (
        p("Céng hoµ x· héi", run=old.format(".VnTime", ".VnTime"))
        + p("chñ nghÜa", run=old.format(".VnTimeH", ".VnTimeH"))
        + p("Cộng hòa xã hội", run=old.format("Times New Roman", "Times New Roman"))
    )
    manuscript = read_manuscript(docx(body), "x.docx")
    assert texts(manuscript) == ["Cộng hoà xã hội", "CHỦ NGHĨA", "Cộng hòa xã hội"]
    assert "TCVN3" in manuscript.notes[0]


def test_unicode_in_an_old_font_is_left_alone() -> None:
    assert lines_of(p("Các cơ quan", run='<w:rFonts w:ascii=".VnTime"/>')) == ["Các cơ quan"]


def test_merged_cells_keep_their_columns() -> None:
    below = "<w:vMerge/>"
    body = table([
        [tc("TT"), tc("Nhiệm vụ"), tc("Chủ trì"), tc("Hạn")],
        [tc("I"), tc("Phát triển hạ tầng số", '<w:gridSpan w:val="3"/>')],
        [tc("1"), tc("Một"), tc("Sở Nội vụ", '<w:vMerge w:val="restart"/>'), tc("6/2022")],
        [tc("2"), tc("Hai"), tc("", below), tc("7/2022")],
    ])  # fmt: skip
    manuscript = read_manuscript(docx(body), "x.docx")
    assert rows(manuscript)[1:] == [
        ("I", "Phát triển hạ tầng số", "", ""),
        ("1", "Một", "Sở Nội vụ", "6/2022"),
        ("2", "Hai", "", "7/2022"),
    ]
    assert [one.continued for one in manuscript.paragraphs] == [(), (), (), (2,)]


def test_columns_are_found_though_the_grid_has_more() -> None:
    body = table(
        [
            [tc("TT"), tc("Nhiệm vụ", '<w:gridSpan w:val="2"/>'), tc("Hạn")],
            [tc("1", '<w:gridSpan w:val="2"/>'), tc("Một"), tc("6/2022")],
            [tc("Ghi chú chung", '<w:gridSpan w:val="4"/>')],
        ],
        widths=(600, 60, 4000, 1500),
    )
    assert rows(read_manuscript(docx(body), "x.docx")) == [
        ("TT", "Nhiệm vụ", "Hạn"),
        ("1", "Một", "6/2022"),
        ("Ghi chú chung", "", ""),
    ]


def test_lines_of_a_cell_and_tables_inside_it_stay_apart() -> None:
    inner = table([[tc("a) Sở A"), tc("b) Sở B")]])
    body = table([[tc("1"), f"<w:tc>{p('Chủ trì:')}{inner}{p()}</w:tc>"]])
    assert rows(read_manuscript(docx(body), "x.docx")) == [("1", f"Chủ trì:{CELL_BREAK}a) Sở A{CELL_BREAK}b) Sở B")]


def test_a_frame_of_one_cell_is_no_table() -> None:
    assert lines_of(table([[tc("Trong khung")]])) == ["Trong khung"]


def test_a_table_parted_by_a_blank_line_goes_on() -> None:
    first = table([[tc("TT"), tc("Việc"), tc("Hạn")], [tc("1"), tc("Một"), tc("6/2022")]])
    rest = table([[tc("2"), tc("Hai"), tc("7/2022")]])
    other = table([[tc("TT"), tc("Việc khác"), tc("Hạn")]])
    manuscript = read_manuscript(docx(first + p() + rest + p() + other), "x.docx")
    assert [(one.table, one.row) for one in manuscript.paragraphs] == [(0, 0), (0, 1), (0, 2), (1, 0)]


def test_strict_files_name_the_same_things_otherwise() -> None:
    usual, strict = "schemas.openxmlformats.org/wordprocessingml/2006/main", "purl.oclc.org/ooxml/wordprocessingml/main"
    document = docx_parts(p("Nội dung"))["word/document.xml"].replace(usual, strict)
    assert texts(read_manuscript(archive({"word/document.xml": document}), "x.docx")) == ["Nội dung"]
