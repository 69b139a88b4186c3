"""Tables whose columns are years: forecasts, heads of two rows, columns of the past."""

import pytest

from tinhso.steering.intake import read

HEAD = "UBND TỈNH A\nSố: 1/KH-UBND\nA Bình, ngày 02 tháng 01 năm 2023\nKẾ HOẠCH\nNăm 2023\nI. MỤC TIÊU\nPHỤ LỤC\n"
ONE_ROW = "STT\tNội dung\tĐơn vị tính\tNăm hiện hành 2022\tNăm 2023\tNăm 2024\n1\tDân số\tNghìn người\t600\t610\t620\n"
TWO_ROWS = (
    "STT\tChỉ tiêu\tĐơn vị tính\tThực hiện 2022\tKế hoạch\t\tĐơn vị theo dõi\n\t\t\t\t2023\t2024\t\n"
    "1\tDân số\tNghìn người\t600\t610\t620\tSở Y tế\n"
)


@pytest.mark.parametrize("table", [ONE_ROW, TWO_ROWS])
def test_each_year_of_a_forecast_is_a_target_and_the_past_is_none(table: str) -> None:
    (indicator,) = read((HEAD + table).encode(), "a.txt").indicators
    assert indicator.name == "Dân số"
    assert [(target.value, target.by) for target in indicator.targets] == [(610, "2023-12-31"), (620, "2024-12-31")]


def test_a_smaller_rank_is_the_better_one() -> None:
    table = "STT\tChỉ tiêu\tĐơn vị tính\tNăm 2023\tNăm 2024\n1\tChỉ số cải cách hành chính\tHạng\t15\t12\n"
    (indicator,) = read((HEAD + table).encode(), "a.txt").indicators
    assert [target.comparator for target in indicator.targets] == ["<=", "<="]


def test_a_budget_by_years_sets_no_aim() -> None:
    table = "STT\tNội dung\tDự toán năm 2023\tDự toán năm 2024\n1\tChi thường xuyên\t500\t600\n"
    assert read((HEAD + table).encode(), "a.txt").indicators == ()
