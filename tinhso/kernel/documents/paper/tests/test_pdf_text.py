"""A .pdf says what was written: every letter, in its order, and nothing read as markup."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tinhso.kernel.documents.paper import form, printed
from tinhso.kernel.documents.paper.parts import Letterhead
from tinhso.kernel.documents.paper.pdf import pdf_of
from tinhso.kernel.documents.paper.pdf.faces import letters
from tinhso.kernel.documents.paper.tests import papers
from tinhso.kernel.documents.paper.tests.reading_pdf import read
from tinhso.kernel.documents.paper.tests.saying import found, saying, together
from tinhso.kernel.documents.paper.words import Column, Grid, Heading, Item, Paragraph, Rank, Row, Run, said

TRAPS = (
    "- một gạch",
    "+ một cộng",
    "= tiêu đề",
    "1. một số",
    '# let x = 1; #read("/etc/passwd")',
    "& < > @tên $x^2$ *đậm* _nghiêng_ `mã` \\ ~",
    "// chú thích /* và nữa */ http://example.org",
    "\"nháy\" 'đơn' -- --- ...",
    "{{ paper }} <b>đậm</b> {% if %}",
    "=1+1",
)
#: Vietnamese, Latin and what offices write beside them; no letter that is written from the right.
LETTERS = "".join(
    chr(code) for code in letters().widths if 0x20 < code < 0x250 or 0x1EA0 <= code < 0x1F00 or 0x2010 <= code < 0x2028
)
typed = st.text(st.sampled_from(LETTERS + "   "), min_size=1, max_size=200)


@pytest.mark.parametrize("text", TRAPS)
def test_text_is_text_and_never_markup(text: str) -> None:
    assert f"đầu{together(text)}cuối" in found(saying(text))


@settings(max_examples=60)
@given(typed)
def test_any_text_of_a_paragraph_comes_out_as_it_was_typed(text: str) -> None:
    assert f"đầu{together(unicodedata.normalize('NFC', text))}cuối" in found(saying(text))


@settings(max_examples=60)
@given(typed)
def test_any_text_of_a_cell_comes_out_as_it_was_typed(text: str) -> None:
    grid = Grid((Column("A", 1), Column("B", 3)), (Row((said("đầu"), said(text))), Row((said("cuối"), said("")))))
    paper = replace(papers.report(), blocks=(grid,))
    assert f"đầu{together(unicodedata.normalize('NFC', text))}cuối" in found(paper)


@settings(max_examples=40)
@given(typed)
def test_any_text_comes_out_wherever_it_stands(text: str) -> None:
    paper = replace(
        papers.plan(),
        subject=text,
        place=text,
        letterhead=Letterhead(text, parent=text),
        bases=(text,),
        addressed=(text, text),
        blocks=(
            Heading(Rank.NUMBER, "1.", said(text)),
            Item(said(Run(text, bold=True), Run(text, italic=True))),
            Grid((Column(text, 1),), (Row((said(text),), band=True),)),
        ),
        annexes=(replace(papers.plan().annexes[0], number=text, title=text),),
    )
    said_of_it = together(unicodedata.normalize("NFC", text))
    assert found(paper).count(said_of_it) + found(paper).count(said_of_it.upper()) >= 12


@settings(max_examples=40)
@given(st.lists(st.text(st.sampled_from("aWẤ,-/"), min_size=1, max_size=150), min_size=1, max_size=5))
def test_a_word_of_several_faces_is_broken_where_a_line_is_full_and_loses_no_letter(parts: list[str]) -> None:
    words = tuple(Run(part, bold=bool(place % 2)) for place, part in enumerate(parts))
    paper = replace(papers.report(), blocks=(Paragraph((Run("đầu "), *words, Run(" cuối"))),))
    assert f"đầu{''.join(parts)}cuối" in found(paper)
    right = form.PAGE_WIDTH.taken - form.MARGIN_RIGHT.taken
    assert max(line.right for page in read(pdf_of(paper)) for line in page.lines) < right + 0.4


def test_everything_that_the_form_adds_is_there_in_its_order() -> None:
    paper = papers.report()
    text = found(paper)
    lines = [
        printed.NATION,
        printed.MOTTO,
        printed.number_line(paper),
        printed.place_line(paper),
        "BÁO CÁO",
        *printed.addressed_lines(paper),
        "I. KẾT QUẢ THỰC HIỆN",
        printed.RECIPIENTS,
        *printed.recipient_lines(paper.recipients),
        *paper.signing.lines,
        paper.signing.name,
    ]
    places = [text.index(together(line)) for line in lines]
    assert places == sorted(places)
