"""What may be refused when items are corrected, split, merged, added or dropped: one class a sentence."""

from typing import ClassVar

from tinhso.lib.errors import TinhsoError


class NoDay(TinhsoError):
    """A deadline given as a day has none."""

    code: ClassVar[str] = "no_day"
    status: ClassVar[int] = 422
    sentence = "Thời hạn lấy theo ngày thì phải ghi ngày."


class NoWords(TinhsoError):
    """An item would stand without words."""

    code: ClassVar[str] = "no_words"
    status: ClassVar[int] = 422
    sentence = "Mục phải có nội dung."


class NoSuchBody(TinhsoError):
    """An owner is named who is not there on the plan's day."""

    code: ClassVar[str] = "no_such_body"
    status: ClassVar[int] = 422
    sentence = "Danh mục đơn vị, chức vụ, nhóm ngày {day} không có “{name}”."


class NothingToSplit(TinhsoError):
    """The words named do not leave two parts."""

    code: ClassVar[str] = "nothing_to_split"
    status: ClassVar[int] = 422
    sentence = "Chỗ tách phải nằm bên trong câu, để cả hai mục đều còn nội dung."


class NothingToMerge(TinhsoError):
    """Fewer than two items, or items of several kinds or programmes."""

    code: ClassVar[str] = "nothing_to_merge"
    status: ClassVar[int] = 422
    sentence = "Hãy chọn từ hai mục cùng loại trở lên để gộp."


class NotDropped(TinhsoError):
    """The item to be taken back is not one that a person dropped."""

    code: ClassVar[str] = "not_dropped"
    status: ClassVar[int] = 409
    sentence = "Mục này không phải mục đã bỏ nên không có gì để lấy lại."


class WordsNotFound(TinhsoError):
    """The words quoted do not stand in the document."""

    code: ClassVar[str] = "words_not_found"
    status: ClassVar[int] = 422
    sentence = "Không tìm thấy đoạn “{words}” trong văn bản. Hãy chép đúng nguyên văn."


class NoTaskThere(TinhsoError):
    """A product needs a task, and none stands at its words."""

    code: ClassVar[str] = "no_task_there"
    status: ClassVar[int] = 422
    sentence = "Sản phẩm phải thuộc một nhiệm vụ; trước đoạn này chưa có nhiệm vụ nào."


class AlreadyAnItem(TinhsoError):
    """The very words are an item of that kind already."""

    code: ClassVar[str] = "already_an_item"
    status: ClassVar[int] = 409
    sentence = "Đoạn này đã là mục {code} của chương trình."
