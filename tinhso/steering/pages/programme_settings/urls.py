"""The addresses of a programme's settings."""

from django.urls import path

from tinhso.steering.pages.open_page import marking
from tinhso.steering.pages.programme_settings import checks, closing, page, reminders, told

app_name = "programme_settings"

_SETTINGS = "chuong-trinh/<int:programme>/thiet-lap"

urlpatterns = [
    path(_SETTINGS, page.settings, name="settings"),
    path(f"{_SETTINGS}/kiem-tra-bao-cao", checks.checks, name="checks"),
    path(f"{_SETTINGS}/cong-khai", marking.mark, name="public"),
    path(f"{_SETTINGS}/ket-thuc", closing.close, name="close"),
    path(f"{_SETTINGS}/mo-lai", closing.reopen, name="reopen"),
    path(f"{_SETTINGS}/nhac-han", reminders.reminders, name="reminders"),
    path(f"{_SETTINGS}/da-bao", told.told, name="told"),
]
