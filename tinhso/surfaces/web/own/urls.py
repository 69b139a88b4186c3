"""The addresses of the own account."""

from django.urls import path

from tinhso.surfaces.web.own import page

app_name = "own"

urlpatterns = [
    path("tai-khoan", page.account, name="account"),
    path("tai-khoan/thu-dien-tu", page.email, name="email"),
    path("tai-khoan/phien", page.sessions, name="sessions"),
]
