"""The addresses of the office's calendar."""

from django.urls import path

from tinhso.surfaces.web.days import changing, entering, year_page

app_name = "days"

urlpatterns = [
    path("quan-tri/lich", year_page.this_year, name="this_year"),
    path("quan-tri/lich/<int:year>", year_page.year, name="year"),
    path("quan-tri/lich/ngay-moi", entering.enter_days, name="enter"),
    path("quan-tri/lich/hoan-doi", entering.enter_swap, name="swap"),
    path("quan-tri/lich/ngay/<int:decided>", changing.change, name="change"),
    path("quan-tri/lich/ngay/<int:decided>/thu-lai", changing.take, name="take_back"),
]
