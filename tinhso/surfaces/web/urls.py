"""The addresses of the shell and of the administration."""

from django.urls import path

from tinhso.surfaces.web import administering, find, gallery, health, password, sign_in
from tinhso.surfaces.web.accounts import closing, identities, inviting, page
from tinhso.surfaces.web.log import page as log

app_name = "web"

urlpatterns = [
    path("dang-nhap", sign_in.sign_in, name="sign_in"),
    path("dang-xuat", sign_in.sign_out, name="sign_out"),
    path("mat-khau", password.change_password, name="change_password"),
    path("tim-kiem", find.find, name="find"),
    path("khoe", health.health, name="health"),
    path("quan-tri", administering.administration, name="administration"),
    path("quan-tri/nhat-ky", log.audit_log, name="audit_log"),
    path("quan-tri/tai-khoan", page.accounts, name="accounts"),
    path("quan-tri/tai-khoan/moi", inviting.invite, name="account_new"),
    path("quan-tri/tai-khoan/<int:pk>", page.account, name="account"),
    path("quan-tri/tai-khoan/<int:pk>/vai-tro", page.give_role, name="account_role"),
    path("quan-tri/tai-khoan/<int:pk>/vai-tro/<int:role>/thoi", page.end_role, name="account_role_end"),
    path("quan-tri/tai-khoan/<int:pk>/dang-nhap", closing.door, name="account_door"),
    path("quan-tri/tai-khoan/<int:pk>/lien-ket", inviting.link, name="account_link"),
    path("quan-tri/tai-khoan/<int:pk>/phien", closing.end, name="account_sessions"),
    path("quan-tri/tai-khoan/<int:pk>/buoc-hai", closing.take_away, name="account_second_step"),
    path("quan-tri/tai-khoan/<int:pk>/dinh-danh", identities.link, name="account_identity"),
    path("quan-tri/tai-khoan/<int:pk>/dinh-danh/<int:identity>/bo", identities.unlink, name="account_identity_end"),
    path("he-thong/mau-giao-dien", gallery.gallery, name="gallery"),
]
