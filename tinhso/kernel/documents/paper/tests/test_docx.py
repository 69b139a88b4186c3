"""A document as .docx: what Word needs to find one's way, print and come back."""

import re
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinhso.kernel.documents.paper.docx import docx_of
from tinhso.kernel.documents.paper.docx.elements import tag_of
from tinhso.kernel.documents.paper.parts import Paper, Signing
from tinhso.kernel.documents.paper.refusals import LetterNotPrinted
from tinhso.kernel.documents.paper.tests import papers
from tinhso.kernel.documents.paper.tests.reading_docx import body, opened, texts, value
from tinhso.kernel.documents.paper.words import Column, Grid, Paragraph, Row, Run, said
from tinhso.lib.ooxml import W

TRAPS = (
    "{ PAGE }",
    '{ HYPERLINK "http://example.org" }',
    "=1+1",
    "&lt;b&gt; <w:t>&amp;</w:t>",
    "“Chuyển đổi số” 🙂 ệ",
    "\u202e ngược \u200f\u200e",
    "  hai   dấu cách  ",
    "một\nhai\tba",
    "]]>",
)
printable = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=60)


def saying(text: str) -> Paper:
    """A report whose only paragraph says that."""
    return replace(papers.report(), blocks=(Paragraph(said(text)),))


@pytest.mark.parametrize("text", TRAPS)
def test_what_is_typed_is_text_and_never_field_or_markup(text: str) -> None:
    written = body(saying(text))
    assert text in texts(written)
    assert not list(written.iter(f"{W}instrText", f"{W}fldSimple", f"{W}hyperlink"))


@given(printable)
def test_any_text_comes_out_as_it_was_typed(text: str) -> None:
    assert text in texts(body(saying(text)))


@given(printable)
def test_any_figure_and_cell_comes_out_as_it_was_typed(text: str) -> None:
    row = Row(((Run(text, figure="indicator/II.4/now"),), said(text)))
    grid = Grid((Column(text, 1), Column("Kết quả", 2)), (row, Row((said(text),), band=True)))
    assert texts(body(replace(papers.report(), blocks=(grid,)))).count(text) >= 4


def test_a_paragraph_of_100_000_letters_comes_out_whole() -> None:
    text = "Chuyển đổi số " * 7200
    assert text in texts(body(saying(text)))


@pytest.mark.parametrize(
    ("letter", "code"), [("\x00", "U+0000"), ("\x07", "U+0007"), ("\ud800", "U+D800"), ("\uffff", "U+FFFF")]
)
def test_a_letter_that_no_file_can_hold_is_refused_with_the_words_around_it(letter: str, code: str) -> None:
    with pytest.raises(LetterNotPrinted) as refused:
        docx_of(saying(f"báo cáo{letter}quý I"))
    assert refused.value.sentence == f"Không in được ký tự {code} ở đoạn “báo cáo quý I”; hãy xóa ký tự đó rồi làm lại."


@pytest.mark.parametrize(
    "spoilt",
    [
        replace(papers.report(), place="Bắc\x0bGiang"),
        replace(papers.report(), signing=Signing(("GIÁM\x00ĐỐC",))),
        replace(papers.plan(), annexes=(replace(papers.plan().annexes[0], title="DANH\x1fMỤC"),)),
    ],
)
def test_such_a_letter_is_refused_wherever_it_stands(spoilt: Paper) -> None:
    with pytest.raises(LetterNotPrinted):
        docx_of(spoilt)


@pytest.mark.parametrize("paper", [papers.report(), papers.letter(), papers.decision(), papers.plan()])
def test_equal_documents_are_equal_bytes(paper: Paper) -> None:
    assert docx_of(paper) == docx_of(paper)


def test_every_part_of_the_file_carries_the_day_of_the_document() -> None:
    with ZipFile(BytesIO(docx_of(papers.report()))) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(2022, 3, 5, 0, 0, 0)}


def test_the_file_brings_nothing_that_the_form_does_not_know() -> None:
    with ZipFile(BytesIO(docx_of(papers.plan()))) as packed:
        assert not [name for name in packed.namelist() if re.search(r"thumbnail|customXml|numbering|theme", name)]


def test_a_figure_is_a_content_control_under_its_name() -> None:
    controls = list(body(papers.report()).iter(f"{W}sdt"))
    assert value(controls[0], "sdtPr", "tag") == "indicator/II.4/now"
    assert [each.text for each in controls[0].iter(f"{W}t")] == ["62,5%"]
    numbers = [value(control, "sdtPr", "id") for control in controls]
    assert len(set(numbers)) == len(numbers)


def test_a_name_too_long_for_word_is_shortened_and_stays_its_own() -> None:
    names = [f"indicator/II.4/unit/{'so-thong-tin-va-truyen-thong-' * 3}{end}" for end in "ab"]
    blocks = (Paragraph(tuple(Run("1", figure=name) for name in names)),)
    controls = body(replace(papers.report(), blocks=blocks)).iter(f"{W}sdt")
    tags = [value(control, "sdtPr", "tag") for control in controls]
    assert tags == [tag_of(name) for name in names]
    assert (len(set(tags)), max(len(tag or "") for tag in tags)) == (2, 64)


def test_heads_carry_the_rank_by_which_word_navigates() -> None:
    document = opened(papers.report())
    heads = [each for each in document.paragraphs if each.style and each.style.name.startswith("Heading")]
    ranks = [value(each.style.element, "pPr", "outlineLvl") for each in heads if each.style]
    assert [(each.text, rank) for each, rank in zip(heads, ranks, strict=True)] == [
        ("I. Kết quả thực hiện", "0"),
        ("1. Về chính quyền số", "1"),
        ("a) Dịch vụ công trực tuyến", "2"),
        ("II. Nhiệm vụ trọng tâm", "0"),
    ]


def test_a_table_repeats_its_head_and_splits_no_row() -> None:
    grid = list(body(papers.report()).iter(f"{W}tbl"))[1]
    rows = grid.findall(f"{W}tr")
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows[:2]] == [True, False]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    assert value(rows[1], "tc", "tcPr", "gridSpan") == "4"


def test_each_annex_is_a_section_and_lies_across_where_it_asks_so() -> None:
    sections = body(papers.plan()).iter(f"{W}pgSz")
    assert [section.get(f"{W}orient") for section in sections] == [None, None, "landscape"]
