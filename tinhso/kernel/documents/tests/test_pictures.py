"""What a camera writes into a picture does not reach the public."""

from io import BytesIO

import pytest
from PIL import Image

from tinhso.kernel.documents.checking.refusals import NotWhatItSays
from tinhso.kernel.documents.keeping import keep_bytes
from tinhso.kernel.documents.pictures import public_copy, without_metadata
from tinhso.kernel.documents.serving import open_file
from tinhso.kernel.documents.tests.making import PDF, photograph

pytestmark = pytest.mark.django_db


def test_a_public_copy_tells_neither_place_nor_camera_and_stands_upright() -> None:
    original = keep_bytes(photograph(), "anh.jpg", by=None)
    with open_file(public_copy(original, by=None)) as file, Image.open(file) as picture:
        assert dict(picture.getexif()) == {}
        assert picture.size == (2, 4)


def test_the_original_keeps_its_notes_for_those_who_may_see_it() -> None:
    original = keep_bytes(photograph(), "anh.jpg", by=None)
    public_copy(original, by=None)
    with open_file(original) as file:
        assert file.read() == photograph()


def test_what_is_no_picture_is_its_own_public_copy() -> None:
    report = keep_bytes(PDF, "bao-cao.pdf", by=None)
    assert public_copy(report, by=None) == report


def test_a_picture_that_unfolds_into_gigabytes_is_refused() -> None:
    file = BytesIO()
    Image.new("1", (10_000, 8_000)).save(file, "PNG")
    with pytest.raises(NotWhatItSays):
        without_metadata(file.getvalue(), "PNG", "bom.png")


def test_a_broken_picture_is_refused() -> None:
    with pytest.raises(NotWhatItSays):
        without_metadata(photograph()[:40], "JPEG", "hong.jpg")
