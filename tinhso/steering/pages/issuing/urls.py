"""The addresses of drafts."""

from django.urls import path

from tinhso.steering.pages.issuing import draft_page, files

app_name = "issuing"

_DRAFT = "chuong-trinh/<int:programme>/ky-bao-cao/<int:round_>/du-thao"

urlpatterns = [
    path(_DRAFT, draft_page.draft, name="draft"),
    path(f"{_DRAFT}.docx", files.docx, name="docx"),
    path(f"{_DRAFT}.pdf", files.pdf, name="pdf"),
]
