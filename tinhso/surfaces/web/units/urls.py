"""The addresses of the units."""

from django.urls import path

from tinhso.surfaces.web.units import tree_page, unit_page

app_name = "units"

urlpatterns = [
    path("don-vi", tree_page.tree_page, name="tree"),
    path("don-vi/<slug:key>", unit_page.unit_page, name="unit"),
]
