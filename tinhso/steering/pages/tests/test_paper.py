"""The text on the screen is the document's text: nothing left out, each mark at its words."""

from hypothesis import given
from hypothesis import strategies as st

from tinhso.steering.pages.paper import Mark, Note, Piece, lay_out

TEXT = "I. MỤC TIÊU\n- Tỷ lệ A đạt 85%;\n\nSTT\tViệc\tHạn\n1\tViệc một\t7/2022\nHết."


def pieces(text: str, *marks: Mark) -> list[Piece]:
    lines = (line for block in lay_out(text, marks) for line in block.lines)
    return [piece for line in lines for cell in line.cells for piece in cell.pieces]


@given(st.lists(st.tuples(st.integers(0, 70), st.integers(1, 40), st.sampled_from(["task", "indicator", "deadline"]))))
def test_whatever_is_marked_no_character_is_lost(spans: list[tuple[int, int, str]]) -> None:
    marks = [Mark(start, start + length, kind) for start, length, kind in spans]
    shown = "".join(piece.text for piece in pieces(TEXT, *marks))
    assert shown == TEXT.replace("\n", "").replace("\t", "")


@given(st.lists(st.tuples(st.integers(0, 70), st.integers(1, 40))))
def test_every_anchor_stands_once(spans: list[tuple[int, int]]) -> None:
    found = pieces(TEXT, *(Mark(start, start + length, "task") for start, length in spans))
    anchors = [anchor for piece in found for anchor in piece.anchors]
    assert len(anchors) == len(set(anchors))


def test_the_words_of_a_mark_are_the_words_marked() -> None:
    start = TEXT.index("Tỷ lệ A")
    found = pieces(TEXT, Mark(start, start + 7, "indicator"))
    assert [piece.text for piece in found if piece.whole] == ["Tỷ lệ A"]
    assert [piece.anchors for piece in found if piece.whole] == [(start,)]


def test_a_target_inside_an_indicator_keeps_both_marks() -> None:
    start, inner = TEXT.index("- Tỷ"), TEXT.index("85%")
    found = pieces(TEXT, Mark(start, inner + 4, "indicator"), Mark(inner, inner + 3, "target"))
    both = [piece for piece in found if piece.whole and piece.part]
    assert [piece.text for piece in both] == ["85%"]


def test_rows_that_follow_one_another_are_one_table_of_cells() -> None:
    header = TEXT.index("STT")
    table = next(
        block for block in lay_out(TEXT, (), frame=[Mark(header, header + 12, "table_header")]) if block.kind == "table"
    )
    assert [line.role for line in table.lines] == ["table_header", "row"]
    assert [cell.pieces[0].text for cell in table.lines[1].cells] == ["1", "Việc một", "7/2022"]


def test_a_heading_is_set_as_one_and_a_note_stands_beside_its_line() -> None:
    blocks = lay_out(TEXT, [Mark(0, 11, "heading", level=1)], notes=[Note(14, 20, "Thiếu người theo dõi.")])
    assert (blocks[0].line.role, blocks[0].line.level) == ("heading", 1)
    assert [note.text for note in blocks[1].notes] == ["Thiếu người theo dõi."]
