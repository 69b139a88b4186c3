"""Kiểm tra thể thức văn bản: who brings a file reads what is not as the form asks, and nothing of it stays."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.documents.models import StoredFile
from tinhso.kernel.documents.paper.docx import docx_of
from tinhso.kernel.documents.paper.tests import papers
from tinhso.kernel.documents.paper.tests.spoiling import STYLES, spoilt, styled

pytestmark = pytest.mark.django_db


def sent(client: Client, content: bytes, name: str = "bao-cao.docx") -> tuple[int, str]:
    """The answer to a file."""
    answer = client.post(reverse("pages:document_form"), {"file": SimpleUploadedFile(name, content)})
    return answer.status_code, answer.content.decode()


def test_what_is_not_as_the_form_asks_is_told(client: Client, officer: Account) -> None:
    client.force_login(officer)
    status, page = sent(client, spoilt(papers.report(), STYLES, styled("QuocHieu", "rPr", "sz", val=22)))
    assert (status, "1 chỗ chưa đúng thể thức" in page) == (200, True)
    assert "cỡ chữ 11; quy định cỡ chữ 12–13" in page


def test_a_document_in_the_form_is_told_so_and_nothing_is_kept(client: Client, officer: Account) -> None:
    client.force_login(officer)
    status, page = sent(client, docx_of(papers.report()))
    assert (status, "Những gì đo được đều đúng thể thức" in page) == (200, True)
    assert not StoredFile.objects.exists()


def test_a_file_that_is_no_document_is_refused_above_the_form(client: Client, officer: Account) -> None:
    client.force_login(officer)
    status, page = sent(client, b"abc", "<b>.docx")
    assert (status, "chỉ kiểm tra được tệp .docx và .pdf." in page) == (422, True)
    assert "“<b>" not in page


def test_without_a_file_the_form_says_so(client: Client, officer: Account) -> None:
    client.force_login(officer)
    answer = client.post(reverse("pages:document_form"))
    assert (answer.status_code, "Hãy chọn một tệp." in answer.content.decode()) == (422, True)


def test_the_page_of_documents_leads_to_it(client: Client, officer: Account) -> None:
    client.force_login(officer)
    assert reverse("pages:document_form") in client.get(reverse("pages:documents")).content.decode()
