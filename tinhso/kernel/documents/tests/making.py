"""Real files of the kinds that an office hands in, made on the spot."""

from io import BytesIO
from zipfile import ZipFile

import xlsxwriter
from PIL import Image

PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
#: The harmless file by which scanners are tried (EICAR), in two halves so that no scanner stops this file.
TRIAL = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


def workbook() -> bytes:
    """An .xlsx with one cell."""
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        book.add_worksheet().write(0, 0, "Kết quả")
    return file.getvalue()


def with_macro(content: bytes) -> bytes:
    """The same package with a macro project in it."""
    file = BytesIO(content)
    with ZipFile(file, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"macro")
    return file.getvalue()


def photograph() -> bytes:
    """A JPEG 4 × 2 lying on its side, with the place where it was taken."""
    picture, file = Image.new("RGB", (4, 2), (200, 30, 30)), BytesIO()
    notes = Image.Exif()
    notes[0x0112] = 6  # to be turned by a quarter
    notes[0x010F] = "Hãng máy ảnh"
    notes.get_ifd(0x8825)[2] = (21.0, 16.0, 30.0)
    picture.save(file, "JPEG", exif=notes)
    return file.getvalue()
