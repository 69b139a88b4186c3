"""An item is shown in its own words, with what stands around them."""

from tinhso.steering.pages.quotes import quote

TEXT = "Câu trước.\nViệc chính phải làm.\nCâu sau.\nSTT\tViệc\tHạn\n1\tLàm đường\t7/2022"


def test_the_words_stand_between_what_comes_before_and_after() -> None:
    start = TEXT.index("Việc chính")
    found = quote(TEXT, start, start + 20)
    assert (found.before, found.words) == ("Câu trước.\n", "Việc chính phải làm.")
    assert found.after.startswith("\nCâu sau.")
    assert found.anchor == f"c{start}"


def test_a_row_comes_as_cells_under_the_heads_of_their_columns() -> None:
    start = TEXT.index("1\tLàm")
    assert quote(TEXT, start, len(TEXT)).cells == (("STT", "1"), ("Việc", "Làm đường"), ("Hạn", "7/2022"))


def test_long_surroundings_are_cut_at_a_word_and_say_so() -> None:
    text = f"{'trước ' * 100}VIỆC{' sau' * 100}"
    found = quote(text, 600, 604)
    assert found.before.startswith("… trước ")
    assert found.after.endswith(" sau …")
