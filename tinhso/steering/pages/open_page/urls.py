"""The addresses of what is public."""

from django.urls import path

from tinhso.steering.pages.open_page import reading

app_name = "open_page"

urlpatterns = [
    path("cong-khai", reading.programmes, name="programmes"),
    path("cong-khai/<slug:public>", reading.programme, name="programme"),
]
