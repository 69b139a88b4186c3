"""What counting refuses."""

from typing import ClassVar

from tinhso.lib.errors import TinhsoError


class NoRecipe(TinhsoError):
    """No version of the recipe holds for spans that end on the day."""

    code: ClassVar[str] = "metric.no_recipe"
    status: ClassVar[int] = 422
    sentence = "Phép đếm “{name}” không có phiên bản áp dụng cho ngày {day}."


class NoSuchMetric(TinhsoError):
    """No app declares a metric of this code."""

    code: ClassVar[str] = "metric.unknown"
    status: ClassVar[int] = 404
    sentence = "Không có phép đếm mã “{code}”."


class SpanImpossible(TinhsoError):
    """The span ends before it begins, or on a day that has not come."""

    code: ClassVar[str] = "metric.span_impossible"
    status: ClassVar[int] = 422
    sentence = "Kỳ đếm phải kết thúc không trước ngày đầu và không sau hôm nay."


class RecountReasonMissing(TinhsoError):
    """A count stands for the span, and counting anew finds other records."""

    code: ClassVar[str] = "metric.reason_missing"
    status: ClassVar[int] = 422
    sentence = "Kỳ này đã đếm ({stands}); nay đếm ra khác ({counted}). Hãy ghi lý do đếm lại: số cũ vẫn được giữ."
