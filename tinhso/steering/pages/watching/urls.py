"""The addresses of what a chair asks and orders."""

from django.urls import path

from tinhso.steering.pages.watching import change_pages, directing

app_name = "watching"

_PROGRAMME = "chuong-trinh/<int:programme>"

urlpatterns = [
    path(f"{_PROGRAMME}/co-gi-moi", change_pages.changes, name="changes"),
    path(f"{_PROGRAMME}/im-lang", change_pages.silent, name="silent"),
    path(f"{_PROGRAMME}/chi-dao", directing.direct, name="direct"),
]
