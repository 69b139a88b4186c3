"""The addresses of drafts."""

from django.urls import path

from tinhso.steering.issuing.drafts import REPORT, URGING
from tinhso.steering.pages.issuing import draft_page, files

app_name = "issuing"

_ROUND = "chuong-trinh/<int:programme>/ky-bao-cao/<int:round_>"

urlpatterns = [
    path(f"{_ROUND}/du-thao", draft_page.draft, {"kind": REPORT}, name="draft"),
    path(f"{_ROUND}/du-thao.docx", files.docx, {"kind": REPORT}, name="draft_docx"),
    path(f"{_ROUND}/du-thao.pdf", files.pdf, {"kind": REPORT}, name="draft_pdf"),
    path(f"{_ROUND}/don-doc", draft_page.draft, {"kind": URGING}, name="urging"),
    path(f"{_ROUND}/don-doc.docx", files.docx, {"kind": URGING}, name="urging_docx"),
    path(f"{_ROUND}/don-doc.pdf", files.pdf, {"kind": URGING}, name="urging_pdf"),
]
