"""The addresses of the grid of an indicator."""

from django.urls import path

from tinhso.steering.pages.grid import page

app_name = "grid"

_INDICATOR = "chuong-trinh/<int:programme>/chi-tieu/<int:indicator>"

urlpatterns = [
    path(f"{_INDICATOR}/bang-nhap", page.grid, name="grid"),
    path(f"{_INDICATOR}/bang-nhap.xlsx", page.grid_template, name="template"),
]
