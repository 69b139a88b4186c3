"""The addresses of the door, open to those who are not in yet."""

from django.urls import path

from tinhso.surfaces.web.door import forgotten, links, outside, own_password, second_step

app_name = "door"

urlpatterns = [
    path("dang-nhap/mat-khau-moi", own_password.own_password, name="own_password"),
    path("dang-nhap/buoc-hai", second_step.second_step, name="second_step"),
    path("dang-nhap/thiet-lap-buoc-hai", second_step.set_up, name="set_up"),
    path("dang-nhap/tiep-tuc", second_step.onward, name="onward"),
    path("dang-nhap/qua/<slug:provider>", outside.go, name="provider"),
    path("dang-nhap/qua/<slug:provider>/tro-ve", outside.back, name="provider_back"),
    path("quen-mat-khau", forgotten.forgotten, name="forgotten"),
    path("lien-ket/<slug:word>", links.link, name="link"),
]
