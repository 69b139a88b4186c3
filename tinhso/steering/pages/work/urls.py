"""The addresses of work on tasks."""

from django.urls import path

from tinhso.steering.pages.work import acting, evidence, notice_pages, own

app_name = "work"

_PROGRAMME = "chuong-trinh/<int:programme>"

urlpatterns = [
    path("viec-cua-toi", own.own_work, name="own"),
    path("thong-bao", notice_pages.notices, name="notices"),
    path("thong-bao/da-doc", notice_pages.read_all, name="read_notices"),
    path("thong-bao/<int:notice>", notice_pages.open_notice, name="notice"),
    path(f"{_PROGRAMME}/nhiem-vu/<int:task>/viec/<slug:doing>", acting.act, name="act"),
    path(f"{_PROGRAMME}/minh-chung/<int:evidence>", evidence.download, name="evidence"),
]
