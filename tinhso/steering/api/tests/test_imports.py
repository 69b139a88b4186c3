"""A file of figures comes in by the API as on its page."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.furnished import Keys
from tinhso.kernel.accounts.models import Account
from tinhso.steering.api.tests.conftest import Call
from tinhso.steering.figures.models import Value

pytestmark = pytest.mark.django_db


def send(client: Client, keys: Keys, text: str, *, query: str = "") -> tuple[int, dict[str, object]]:
    file = SimpleUploadedFile("quy-2.csv", text.encode())
    answer = client.post(f"/api/v1/programmes/{keys['programme']}/values/import{query}", {"file": file})
    return answer.status_code, answer.json()


def test_a_file_is_looked_into_and_its_wrong_lines_are_told(keys: Keys, coordinator: Account, caller: Call) -> None:
    text = "chi_tieu,don_vi,tu_ngay,den_ngay,tu_so,mau_so\nI.9,la,01/01/2022,14/6/2022,1,2\n"
    before = Value.objects.count()
    assert send(caller(coordinator), keys, text, query="?look=true") == (
        200,
        {"fresh": 0, "same": 0, "beside": 0, "refused": 1,
         "lines": [{"line": 2, "reason": "không có chỉ tiêu mã “I.9”."}]},
    )  # fmt: skip
    status, told = send(caller(coordinator), keys, text)
    assert (status, told["code"], Value.objects.count()) == (422, "figure.lines_refused", before)


def test_who_keeps_no_figures_sends_no_file(keys: Keys, officer: Account, caller: Call) -> None:
    assert send(caller(officer), keys, "chi_tieu\n")[0] == 403
