"""The addresses of saved views."""

from django.urls import path

from tinhso.steering.pages.views import screens

app_name = "views"

_PROGRAMME = "chuong-trinh/<int:programme>"

urlpatterns = [
    path(f"{_PROGRAMME}/khung-nhin", screens.views, name="views"),
    path(f"{_PROGRAMME}/khung-nhin/<int:view>/sua", screens.change, name="change"),
    path(f"{_PROGRAMME}/khung-nhin/<int:view>/xoa", screens.delete, name="delete"),
    path(f"{_PROGRAMME}/khung-nhin/<int:view>/mo-dau", screens.opening, name="opening"),
    path(f"{_PROGRAMME}/nhiem-vu/cot", screens.columns, name="columns"),
]
