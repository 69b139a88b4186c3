"""The addresses of the own account."""

from django.urls import path

from tinhso.surfaces.web.own import identities, page, second_step

app_name = "own"

urlpatterns = [
    path("tai-khoan", page.account, name="account"),
    path("tai-khoan/thu-dien-tu", page.email, name="email"),
    path("tai-khoan/buoc-hai", second_step.set_up, name="set_up"),
    path("tai-khoan/buoc-hai/ma-khoi-phuc", second_step.codes, name="codes"),
    path("tai-khoan/buoc-hai/tat", second_step.remove, name="remove"),
    path("tai-khoan/dinh-danh", identities.link, name="link"),
    path("tai-khoan/dinh-danh/<int:identity>/bo", identities.unlink, name="unlink"),
    path("tai-khoan/phien", page.sessions, name="sessions"),
]
