"""Why a file is not taken: one class a sentence."""

from typing import ClassVar

from tinhso.lib.errors import TinhsoError


class FileIsEmpty(TinhsoError):
    """No bytes."""

    code: ClassVar[str] = "file_is_empty"
    status: ClassVar[int] = 422
    sentence = "Tệp “{name}” không có nội dung."


class FileTooLarge(TinhsoError):
    """More bytes than an installation takes; ``limit`` in MB."""

    code: ClassVar[str] = "upload_too_large"
    status: ClassVar[int] = 413
    sentence = "Tệp “{name}” lớn hơn {limit} MB nên không được nhận."


class KindNotTaken(TinhsoError):
    """The ending of its name is not on the list; ``kinds`` are those that are."""

    code: ClassVar[str] = "file_kind_not_taken"
    status: ClassVar[int] = 415
    sentence = "Không nhận tệp “{name}”. Chỉ nhận: {kinds}."


class NotWhatItSays(TinhsoError):
    """The bytes are of another kind than the name says, damaged, or hold macros."""

    code: ClassVar[str] = "file_not_what_it_says"
    status: ClassVar[int] = 415
    sentence = "Nội dung tệp “{name}” không phải là {words}, bị hỏng hoặc có chứa macro. Hãy lưu lại từ bản gốc."


class FileInfected(TinhsoError):
    """The scanner found something; ``found`` is its name for it."""

    code: ClassVar[str] = "file_infected"
    status: ClassVar[int] = 422
    sentence = "Tệp “{name}” bị phần mềm quét mã độc chặn ({found}). Tệp không được lưu."


class ScannerSilent(TinhsoError):
    """A scanner is set and does not answer; nothing enters unscanned."""

    code: ClassVar[str] = "scanner_silent"
    status: ClassVar[int] = 503
    sentence = "Chưa quét được mã độc nên chưa nhận tệp “{name}”. Hãy thử lại sau ít phút hoặc báo quản trị."


class StoreFails(TinhsoError):
    """The store is full or cannot be reached; nothing was kept."""

    code: ClassVar[str] = "file_store_fails"
    status: ClassVar[int] = 507
    sentence = "Kho tệp không ghi được lúc này nên chưa lưu “{name}”. Hãy thử lại sau; nếu còn lỗi, báo quản trị."


class ContentLost(TinhsoError):
    """The bytes are no longer in the store."""

    code: ClassVar[str] = "content_lost"
    status: ClassVar[int] = 410
    sentence = "Không còn nội dung của tệp “{name}” trong kho; hãy báo quản trị."
