"""Which letters a .pdf prints, and how: composed, in their order, a square for those that its face lacks."""

import unicodedata
from dataclasses import replace

import pytest

from tinhso.kernel.documents.paper.pdf import pdf_of, unprinted
from tinhso.kernel.documents.paper.pdf.faces import letters
from tinhso.kernel.documents.paper.refusals import LetterNotPrinted
from tinhso.kernel.documents.paper.tests import papers
from tinhso.kernel.documents.paper.tests.reading_pdf import read
from tinhso.kernel.documents.paper.tests.saying import found, saying
from tinhso.kernel.documents.paper.words import Heading, Rank, said


def test_what_is_read_is_composed_however_it_was_typed() -> None:
    decomposed = unicodedata.normalize("NFD", "Chỉ tiêu chuyển đổi số, hộ nghèo, sữa, nghiêng ngả")
    text = "".join(page.text for page in read(pdf_of(saying(decomposed))))
    assert text == unicodedata.normalize("NFC", text)
    assert "hộ nghèo, sữa, nghiêng ngả" in text


def test_what_the_face_has_no_letter_for_is_a_square_and_is_told() -> None:
    paper = saying("rất tốt 😀👍 漢 và \u0e01")
    assert "đầurấttốt□□□và□cuối" in found(paper)
    assert unprinted(paper) == ["😀", "👍", "漢", "\u0e01"]
    assert unprinted(papers.plan()) == []


def test_every_letter_of_the_face_can_be_printed() -> None:
    every = saying("".join(chr(code) for code in letters().widths if chr(code).isprintable()))
    assert unprinted(every) == []
    assert pdf_of(every)


def test_signs_of_direction_turn_no_words_around() -> None:
    text = found(saying("giao \u202e321 nhiệm vụ\u202c cho \u2067đơn vị\u2069 \u200fnày"))
    assert "đầugiao321nhiệmvụchođơnvịnàycuối" in text


def test_line_ends_and_tabs_keep_words_apart() -> None:
    lines = [line.text for line in read(pdf_of(saying("một\nhai\r\nba\tbốn")))[0].lines]
    assert lines[lines.index("đầu một") :][:3] == ["đầu một", "hai", "ba bốn cuối"]


def test_a_paragraph_of_100_000_letters_comes_out_whole() -> None:
    text = "Chuyển đổi số " * 7200
    assert found(saying(text)).count("Chuyểnđổisố") == 7200


def test_a_word_of_100_000_letters_comes_out_whole_also_as_a_head() -> None:
    word = "nghiêngngả" * 10000
    assert found(saying(word)).count("nghiêngngả") == 10000
    head = Heading(Rank.LETTER, "a)", said(word))
    assert found(replace(papers.report(), blocks=(head,), subject=word[:5000])).count("nghiêngngả") == 10500


def test_a_letter_that_no_file_can_hold_is_refused() -> None:
    with pytest.raises(LetterNotPrinted):
        pdf_of(saying("báo\x00cáo"))
