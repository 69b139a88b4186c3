"""Vietnamese text is found whatever the keyboard, and stands in the order of the alphabet."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tinhso.lib.text import compare, fold, in_order, in_sentence, matches, nfc, paragraphs, sort_key

WORDS = st.text(alphabet="aàảãáạăằâậbcdđeêếfghiklmnoôơớpqrstuưứvxyAĂÂĐÊÔƠƯ -–0123456789&", max_size=30)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Phúc Hoà", "Phúc Hòa"), ("Thuỷ", "Thủy"), ("ĐỒNG KỲ", "Đồng Kỳ"), ("Sở TT&TT", "sở tt&tt"), ("a – b", "A  - b")],
)
def test_two_ways_to_write_one_name_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_signs_without_a_shape_do_not_hinder_a_search() -> None:
    assert fold("Đồng\u00ad Kỳ\x00\u200b") == "dong ky"


def test_letters_typed_with_combining_marks_fold_as_composed_ones() -> None:
    assert fold(unicodedata.normalize("NFD", "Thị trấn Đồi Ngô")) == "thi tran doi ngo"


def test_a_search_without_tones_finds_the_name_and_a_wrong_word_does_not() -> None:
    assert matches("dong ky yen the", "Xã Đồng Kỳ, huyện Yên Thế")
    assert not matches("dong son", "Xã Đồng Kỳ, huyện Yên Thế")


def test_letters_follow_the_vietnamese_alphabet() -> None:
    letters = list("aăâbcdđeêghiklmnoôơpqrstuưvxy")
    assert in_order(sorted(letters)) == letters


def test_tones_follow_ngang_huyen_hoi_nga_sac_nang() -> None:
    assert in_order(["mạ", "má", "mã", "mả", "mà", "ma"]) == ["ma", "mà", "mả", "mã", "má", "mạ"]


def test_names_are_ordered_syllable_by_syllable() -> None:
    names = ["Anh", "Đồng Việt", "Đồng Hưu", "An Bình", "Đông Hưng", "Dương Hưu"]
    assert in_order(names) == ["An Bình", "Anh", "Dương Hưu", "Đông Hưng", "Đồng Hưu", "Đồng Việt"]


def test_numbers_are_ordered_by_value() -> None:
    assert in_order(["Tổ 10", "Tổ 2", "Tổ 02a"]) == ["Tổ 2", "Tổ 02a", "Tổ 10"]


@given(WORDS, WORDS)
def test_the_stored_key_compares_like_bytes_and_like_any_locale(one: str, other: str) -> None:
    keys = [sort_key(one), sort_key(other)]
    assert all(set(key) <= set("0123456789abcdef") for key in keys)
    assert (keys[0].encode() < keys[1].encode()) == (compare(one, other) < 0)


@given(st.text())
def test_folding_and_composing_again_change_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert nfc(nfc(text)) == nfc(text)


@given(WORDS)
def test_case_never_changes_place_or_meaning(text: str) -> None:
    assert sort_key(text.upper()) == sort_key(text)
    assert fold(text.upper()) == fold(text)


def test_words_of_several_lines_keep_their_paragraphs() -> None:
    assert paragraphs(" Đã  làm:\r\n- một \n\n\n\n- hai\n") == "Đã làm:\n- một\n\n- hai"


@given(st.text())
def test_what_people_write_can_stand_in_every_document(text: str) -> None:
    kept = paragraphs(text + "\x07Đã\x00 làm\ud800")
    assert kept.endswith("Đã làm")
    element = etree.Element("t")
    element.text = kept
    assert etree.fromstring(etree.tostring(element)).text == kept


@pytest.mark.parametrize(
    ("name", "within"),
    [
        ("Báo cáo quý III năm 2022", "báo cáo quý III năm 2022"),
        ("UBND cấp huyện", "UBND cấp huyện"),
        ("Ủy ban nhân dân", "ủy ban nhân dân"),
        ("", ""),
    ],
)
def test_within_a_sentence_a_name_keeps_its_capitals(name: str, within: str) -> None:
    assert in_sentence(name) == within
