"""Documents that a body has issued, as recorded."""

from datetime import date

import pytest
from django.db import IntegrityError

from tinhso.kernel.documents.kinds import DocumentKind, symbol_of
from tinhso.kernel.documents.models import IssuedDocument

FACTS = {
    "kind": DocumentKind.PLAN,
    "number": "15",
    "symbol": "KH-UBND",
    "issued_on": date(2022, 5, 9),
    "issuer": "UBND huyện Yên Thế",
    "subject": "Chuyển đổi số huyện Yên Thế năm 2022",
}


def test_the_list_of_kinds_is_that_of_the_decree() -> None:
    assert len(DocumentKind.values) == 29
    assert DocumentKind("TTr").label == "Tờ trình"


def test_a_symbol_names_the_kind_but_for_letters() -> None:
    assert symbol_of(DocumentKind.REPORT, "STTTT") == "BC-STTTT"
    assert symbol_of(DocumentKind.LETTER, "STTTT") == "STTTT"


@pytest.mark.django_db
def test_a_document_is_written_as_officials_name_it() -> None:
    document = IssuedDocument.objects.create(**FACTS)
    assert str(document) == "Kế hoạch số 15/KH-UBND ngày 09/5/2022"


@pytest.mark.django_db
@pytest.mark.parametrize("wrong", [{"kind": "XX"}, {"number": ""}])
def test_the_database_refuses_what_is_no_document(wrong: dict[str, str]) -> None:
    with pytest.raises(IntegrityError):
        IssuedDocument.objects.create(**{**FACTS, **wrong})
