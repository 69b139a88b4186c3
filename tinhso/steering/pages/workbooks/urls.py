"""The addresses of lists as workbooks."""

from django.urls import path

from tinhso.steering.pages.workbooks import serving

app_name = "workbooks"

_PROGRAMME = "chuong-trinh/<int:programme>"

urlpatterns = [
    path(f"{_PROGRAMME}/dieu-hanh.xlsx", serving.board, name="board"),
    path(f"{_PROGRAMME}/im-lang.xlsx", serving.silent, name="silent"),
    path(f"{_PROGRAMME}/chi-tieu.xlsx", serving.indicators, name="indicators"),
    path(f"{_PROGRAMME}/chi-tieu/<int:indicator>/don-vi.xlsx", serving.units, name="units"),
    path(f"{_PROGRAMME}/chi-tieu/<int:indicator>/so-lieu.xlsx", serving.entries, name="entries"),
]
