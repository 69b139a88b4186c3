"""Products: several named things that one order asks for."""

import pytest

from tinhso.steering.intake.items.products import joined_products


def products(text: str) -> list[str]:
    return [product.text for product in joined_products(text, 0, [], year=None)]


def test_named_things_joined_behind_one_verb_are_products() -> None:
    assert products("Xây dựng Bộ chỉ số đánh giá chuyển đổi số và Khung hướng dẫn quản trị dữ liệu.") == [
        "Bộ chỉ số đánh giá chuyển đổi số",
        "Khung hướng dẫn quản trị dữ liệu",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Triển khai Nền tảng tích hợp, chia sẻ dữ liệu.",
        "Xây dựng các tiêu chuẩn, quy chuẩn.",
        "Ban hành Kế hoạch và tổ chức.",
    ],
)
def test_one_thing_is_no_list(text: str) -> None:
    assert products(text) == []
