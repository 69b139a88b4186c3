"""A .pdf as a file: the same for ever, of the kind that archives take, with its own face."""

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pypdfium2

from tinhso.kernel.documents.paper.pdf import pdf_of
from tinhso.kernel.documents.paper.tests import papers
from tinhso.kernel.documents.paper.tests.reading_pdf import read


def test_the_same_document_is_the_same_bytes() -> None:
    assert pdf_of(papers.plan()) == pdf_of(papers.plan())
    assert pdf_of(papers.plan()) != pdf_of(replace(papers.plan(), number=29))


def test_several_threads_at_once_write_the_same_bytes() -> None:
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(pdf_of, [papers.plan(), papers.report()] * 6))
    assert set(found[::2]) == {pdf_of(papers.plan())}
    assert set(found[1::2]) == {pdf_of(papers.report())}


def test_the_file_says_that_it_is_pdf_a_2b() -> None:
    data = pdf_of(papers.report()).decode("latin-1")
    assert re.search(r"<pdfaid:part>2</pdfaid:part>", data)
    assert re.search(r"<pdfaid:conformance>B</pdfaid:conformance>", data)
    assert "/OutputIntents" in data
    assert "/Encrypt" not in data


def test_the_file_carries_its_name_its_body_and_its_day() -> None:
    with pypdfium2.PdfDocument(pdf_of(papers.report())) as document:
        known = document.get_metadata_dict()
    assert known["Title"] == "BÁO CÁO Kết quả chuyển đổi số quý I năm 2022"
    assert known["Author"] == "SỞ THÔNG TIN VÀ TRUYỀN THÔNG"
    assert known["CreationDate"].startswith("D:20220305")


def test_heads_and_annexes_are_the_bookmarks_of_the_file() -> None:
    with pypdfium2.PdfDocument(pdf_of(papers.plan())) as document:
        found = [(mark.level, mark.get_title()) for mark in document.get_toc()]
    assert found == [
        (0, "I. KẾT QUẢ THỰC HIỆN"),
        (1, "1. Về chính quyền số"),
        (2, "a) Dịch vụ công trực tuyến"),
        (0, "II. NHIỆM VỤ TRỌNG TÂM"),
        (0, "Phụ lục I DANH MỤC NHIỆM VỤ"),
        (0, "Phụ lục II BIỂU CHỈ TIÊU"),
    ]


def test_no_face_but_our_own_is_in_the_file() -> None:
    faces = {face for page in read(pdf_of(papers.plan())) for line in page.lines for face, _ in line.faces}
    assert faces == {"Tinos-Regular", "Tinos-Italic", "Tinos-Bold", "Tinos-BoldItalic"}
