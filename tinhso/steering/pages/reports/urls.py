"""The addresses of unit reports."""

from django.urls import path

from tinhso.steering.pages.reports import doing, drafted_file, reading, submissions, uploading, workbooks, writing_page

app_name = "reports"

_REPORT = "chuong-trinh/<int:programme>/bao-cao/<int:report>"

urlpatterns = [
    path(_REPORT, reading.report, name="report"),
    path(f"{_REPORT}/ghi", writing_page.write, name="write"),
    path(f"{_REPORT}/bieu.xlsx", workbooks.report_template, name="template"),
    path(f"{_REPORT}/nap-bieu", uploading.upload, name="upload"),
    path(f"{_REPORT}/viec/<slug:verb>", doing.act, name="act"),
    path(f"{_REPORT}/nhiem-vu/<int:task>/tep", drafted_file.file, name="file"),
    path(f"{_REPORT}/lan/<int:number>", submissions.submission, name="submission"),
]
