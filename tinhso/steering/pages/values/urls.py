"""The addresses of figures."""

from django.urls import path

from tinhso.steering.pages.values import (
    behind_page,
    clash_page,
    correcting,
    entering,
    entries,
    file_page,
    measure_page,
    ranking_page,
    series_page,
    value_page,
)

app_name = "values"

_PROGRAMME = "chuong-trinh/<int:programme>"
_INDICATOR = f"{_PROGRAMME}/chi-tieu/<int:indicator>"

urlpatterns = [
    path(f"{_INDICATOR}/so-lieu", entries.entries, name="entries"),
    path(f"{_INDICATOR}/xep-hang", ranking_page.ranking, name="ranking"),
    path(f"{_INDICATOR}/chuoi", series_page.series, name="series"),
    path(f"{_INDICATOR}/chuoi.<slug:form>", series_page.series_file, name="series_file"),
    path(f"{_PROGRAMME}/chi-tieu/don-vi", behind_page.behind, name="behind"),
    path(f"{_PROGRAMME}/trung-nguon", clash_page.clashes, name="clashes"),
    path(f"{_PROGRAMME}/so-lieu/<int:value>", value_page.value, name="value"),
    path(f"{_INDICATOR}/nhap", entering.enter_figure, name="enter"),
    path(f"{_INDICATOR}/cach-do", measure_page.measure, name="measure"),
    path(f"{_PROGRAMME}/so-lieu/nap", file_page.load_file, name="load"),
    path(f"{_PROGRAMME}/so-lieu/nap/<int:load>", file_page.load, name="file"),
    path(f"{_PROGRAMME}/so-lieu/nap/<int:load>/huy", file_page.cancel_load, name="cancel_load"),
    path(f"{_PROGRAMME}/so-lieu/<int:value>/sua", correcting.correct_figure, name="correct"),
    path(f"{_PROGRAMME}/so-lieu/<int:value>/tep", entries.evidence, name="evidence"),
]
