"""The addresses of the shell and of the administration."""

from django.urls import path

from tinhso.surfaces.web import audit_log, find, gallery, health, password, sign_in

app_name = "web"

urlpatterns = [
    path("dang-nhap", sign_in.sign_in, name="sign_in"),
    path("dang-xuat", sign_in.sign_out, name="sign_out"),
    path("mat-khau", password.change_password, name="change_password"),
    path("tim-kiem", find.find, name="find"),
    path("khoe", health.health, name="health"),
    path("quan-tri", audit_log.administration, name="administration"),
    path("quan-tri/nhat-ky", audit_log.audit_log, name="audit_log"),
    path("he-thong/mau-giao-dien", gallery.gallery, name="gallery"),
]
