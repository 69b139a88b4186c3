"""The address of Giao tiếp."""

from django.urls import path

from tinhso.steering.pages.handing import page

app_name = "handing"

urlpatterns = [path("chuong-trinh/<int:programme>/giao-tiep", page.handing_page, name="page")]
