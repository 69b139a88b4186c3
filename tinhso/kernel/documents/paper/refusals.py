"""Why a document is not made or not read: one class a sentence."""

from typing import ClassVar

from tinhso.lib.errors import TinhsoError


class LetterNotPrinted(TinhsoError):
    """A text holds a sign that no file of a document can hold; ``code`` is "U+0007", ``near`` the words around it."""

    code: ClassVar[str] = "letter_not_printed"
    status: ClassVar[int] = 422
    sentence = "Không in được ký tự {code} ở đoạn “{near}”; hãy xóa ký tự đó rồi làm lại."


class NotMeasured(TinhsoError):
    """A file whose form cannot be read; ``why`` is the end of a sentence."""

    code: ClassVar[str] = "form_not_measured"
    status: ClassVar[int] = 422
    sentence = "Không kiểm tra được tệp “{name}”: {why}"


class FacesMissing(TinhsoError):
    """The machine has not the faces that a .pdf is set in."""

    code: ClassVar[str] = "faces_missing"
    status: ClassVar[int] = 503
    sentence = "Chưa có phông chữ Tinos ở {folder} nên chưa viết được .pdf; hãy chạy lại bin/run để tải về."
