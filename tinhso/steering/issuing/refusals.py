"""Why no document is made: one class a sentence."""

from typing import ClassVar

from tinhso.lib.errors import TinhsoError


class NotAskedAbout(TinhsoError):
    """A round asks about other programmes than the one named, or about several and none is named."""

    code: ClassVar[str] = "draft.programme_unclear"
    status: ClassVar[int] = 404
    sentence = "Hãy ghi một chương trình mà kỳ báo cáo này hỏi: {codes}."
