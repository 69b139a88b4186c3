"""The addresses of the shell and of the administration."""

from django.urls import path

from tinhso.surfaces.web import accounts, audit_log, find, gallery, health, password, sign_in

app_name = "web"

urlpatterns = [
    path("dang-nhap", sign_in.sign_in, name="sign_in"),
    path("dang-xuat", sign_in.sign_out, name="sign_out"),
    path("mat-khau", password.change_password, name="change_password"),
    path("tim-kiem", find.find, name="find"),
    path("khoe", health.health, name="health"),
    path("quan-tri", audit_log.administration, name="administration"),
    path("quan-tri/nhat-ky", audit_log.audit_log, name="audit_log"),
    path("quan-tri/tai-khoan", accounts.accounts, name="accounts"),
    path("quan-tri/tai-khoan/moi", accounts.new_account, name="account_new"),
    path("quan-tri/tai-khoan/<int:pk>", accounts.account, name="account"),
    path("quan-tri/tai-khoan/<int:pk>/vai-tro", accounts.give_role, name="account_role"),
    path("quan-tri/tai-khoan/<int:pk>/vai-tro/<int:role>/thoi", accounts.end_role, name="account_role_end"),
    path("quan-tri/tai-khoan/<int:pk>/dang-nhap", accounts.door, name="account_door"),
    path("he-thong/mau-giao-dien", gallery.gallery, name="gallery"),
]
