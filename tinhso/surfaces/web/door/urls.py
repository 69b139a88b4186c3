"""The addresses of the door, open to those who are not in yet."""

from django.urls import path

from tinhso.surfaces.web.door import forgotten, links, own_password

app_name = "door"

urlpatterns = [
    path("dang-nhap/mat-khau-moi", own_password.own_password, name="own_password"),
    path("quen-mat-khau", forgotten.forgotten, name="forgotten"),
    path("lien-ket/<slug:word>", links.link, name="link"),
]
