"""The addresses of the log; its list is ``web:audit_log``."""

from django.urls import path

from tinhso.surfaces.web.log import exporting, one_entry, verifying

app_name = "log"

urlpatterns = [
    path("quan-tri/nhat-ky/<int:entry>", one_entry.entry, name="entry"),
    path("quan-tri/nhat-ky/tai-ve", exporting.export, name="export"),
    path("quan-tri/nhat-ky/kiem-tra", verifying.verifications, name="verifications"),
    path("quan-tri/nhat-ky/kiem-tra/<int:verification>", verifying.verification, name="verification"),
]
