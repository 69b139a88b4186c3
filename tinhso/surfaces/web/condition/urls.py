"""The addresses of the system's condition; ``/khoe`` is public and says only that it lives."""

from django.urls import path

from tinhso.surfaces.web.condition import page

app_name = "condition"

urlpatterns = [
    path("quan-tri/tinh-trang", page.page, name="page"),
    path("quan-tri/tinh-trang.json", page.for_monitors, name="json"),
]
