"""Abbreviations: short forms that a document defines."""

import pytest

from tinhso.steering.intake.phrases.abbreviations import read_abbreviations


def defined(words: str) -> list[tuple[str, str]]:
    return [(found.short, found.long) for found in read_abbreviations(words)]


@pytest.mark.parametrize(
    ("words", "short", "long"),
    [
        ("cải cách thủ tục hành chính (TTHC) tại các xã", "TTHC", "thủ tục hành chính"),
        ("Ứng dụng công nghệ thông tin (CNTT) trong", "CNTT", "công nghệ thông tin"),
        ("Ủy ban nhân dân (UBND) các xã", "UBND", "Ủy ban nhân dân"),
        ("xây dựng cơ sở dữ liệu (viết tắt là CSDL) đất đai", "CSDL", "cơ sở dữ liệu"),
        ("đổi mới sáng tạo (sau đây viết tắt là ĐMST)", "ĐMST", "đổi mới sáng tạo"),
    ],
)
def test_initials_in_parentheses_stand_for_the_words_before(words: str, short: str, long: str) -> None:
    assert defined(words) == [(short, long)]


@pytest.mark.parametrize(
    ("words", "short", "long"),
    [
        (
            "thành lập Ban Chỉ đạo chuyển đổi số tỉnh (sau đây gọi tắt là Ban Chỉ đạo)",
            "Ban Chỉ đạo",
            "Ban Chỉ đạo chuyển đổi số tỉnh",
        ),
        (
            "Ban hành Kế hoạch triển khai thi hành Luật Dữ liệu (sau đây gọi là Kế hoạch)",
            "Kế hoạch",
            "Kế hoạch triển khai thi hành Luật Dữ liệu",
        ),
        (
            "Ủy ban nhân dân các xã, phường (gọi chung là cấp xã)",
            "cấp xã",
            "xã, phường",
        ),
    ],
)
def test_a_name_may_be_shortened_in_words(words: str, short: str, long: str) -> None:
    assert defined(words) == [(short, long)]


@pytest.mark.parametrize(
    "words",
    [
        "Sở Nội vụ (cơ quan thường trực) tổng hợp",
        "tiêu chuẩn quốc tế (ISO) về an toàn",
        "theo Quyết định (QĐ-TTg) và Nghị định",
        "nâng cấp mạng di động (5G) tại các khu công nghiệp",
    ],
)
def test_other_words_in_parentheses_are_no_abbreviation(words: str) -> None:
    assert defined(words) == []


def test_a_short_form_counts_once() -> None:
    words = "thủ tục hành chính (TTHC) và dịch vụ công (DVC); thủ tục hành chính (TTHC)"
    assert [short for short, _ in defined(words)] == ["TTHC", "DVC"]


def test_the_place_covers_words_and_short_form() -> None:
    words = "cải cách thủ tục hành chính (TTHC)"
    (found,) = read_abbreviations(words)
    assert words[slice(*found.span)] == "thủ tục hành chính (TTHC)"
