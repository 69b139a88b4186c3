"""What may be refused about a grid as a whole."""

from typing import ClassVar

from tinhso.lib.errors import TinhsoError


class OtherTemplate(TinhsoError):
    """The workbook is not the template of this grid."""

    code: ClassVar[str] = "grid.other_template"
    status: ClassVar[int] = 422
    sentence = "Tệp “{name}” không phải mẫu của bảng và kỳ này; hãy tải mẫu ở trang này rồi điền."
