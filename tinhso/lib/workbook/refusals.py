"""What may be refused when a workbook is read."""

from typing import ClassVar

from tinhso.lib.errors import TinhsoError


class UnreadableWorkbook(TinhsoError):
    """The file is no workbook that is read here; ``why`` is a sentence."""

    code: ClassVar[str] = "workbook.unreadable"
    status: ClassVar[int] = 422
    sentence = "Không đọc được tệp “{name}”: {why}"
