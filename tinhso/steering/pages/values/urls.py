"""The addresses of figures."""

from django.urls import path

from tinhso.steering.pages.values import correcting, entering, entries, measure_page, pictures

app_name = "values"

_PROGRAMME = "chuong-trinh/<int:programme>"
_INDICATOR = f"{_PROGRAMME}/chi-tieu/<int:indicator>"

urlpatterns = [
    path(f"{_INDICATOR}/so-lieu", entries.entries, name="entries"),
    path(f"{_INDICATOR}/nhap", entering.enter_figure, name="enter"),
    path(f"{_INDICATOR}/bieu-do/<int:target>.svg", pictures.chart_picture, name="picture"),
    path(f"{_INDICATOR}/cach-do", measure_page.measure, name="measure"),
    path(f"{_PROGRAMME}/so-lieu/<int:value>/sua", correcting.correct_figure, name="correct"),
    path(f"{_PROGRAMME}/so-lieu/<int:value>/tep", entries.evidence, name="evidence"),
]
