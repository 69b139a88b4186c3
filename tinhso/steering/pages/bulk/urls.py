"""The address of deeds for many tasks."""

from django.urls import path

from tinhso.steering.pages.bulk import screens

app_name = "bulk"

urlpatterns = [path("chuong-trinh/<int:programme>/nhiem-vu/hang-loat", screens.bulk, name="bulk")]
