"""What may be refused when figures are given: one class a sentence."""

from collections.abc import Sequence
from typing import ClassVar, Self

from tinhso.lib.errors import TinhsoError


class FigureUnfit(TinhsoError):
    """Something else is given than the indicator's measure asks for; ``kind`` says what it asks for."""

    code: ClassVar[str] = "figure.unfit"
    status: ClassVar[int] = 422
    sentence = "Chỉ tiêu này cần đúng một thứ: {kind}; hoặc đánh dấu không áp dụng."


class FigureImpossible(TinhsoError):
    """The database's rules refuse it; ``why`` is their sentence."""

    code: ClassVar[str] = "figure.impossible"
    status: ClassVar[int] = 422
    sentence = "{why}"


class NumeratorTooGreat(TinhsoError):
    """The numerator is greater than the whole that it is part of."""

    code: ClassVar[str] = "figure.numerator_too_great"
    status: ClassVar[int] = 422
    sentence = "Tử số là một phần của mẫu số nên không thể lớn hơn mẫu số."


class SpansOverlap(TinhsoError):
    """What happened in the span is counted already in another span of the unit."""

    code: ClassVar[str] = "figure.spans_overlap"
    status: ClassVar[int] = 422
    sentence = (
        "Số phát sinh trong kỳ này chồng lên kỳ {span} mà đơn vị đã có số liệu. Hãy chỉ ghi những ngày còn thiếu; "
        "muốn ghi gộp thì trước hết mở “Sửa” ở trang nguồn để rút số của kỳ {span}."
    )


class NoSuchReporter(TinhsoError):
    """The unit is none of those that give this indicator's figures on the day."""

    code: ClassVar[str] = "figure.no_such_reporter"
    status: ClassVar[int] = 422
    sentence = "Đơn vị này không phải nơi cho số liệu của chỉ tiêu vào ngày {day}."


class AlreadyGiven(TinhsoError):
    """Another figure stands in the cell; ``value`` is its key."""

    code: ClassVar[str] = "figure.already_given"
    status: ClassVar[int] = 409
    sentence = "Kỳ này của đơn vị đã có số liệu ({stands}). Muốn thay, hãy sửa số đã có và ghi lý do."


class NoClash(TinhsoError):
    """Nothing is to be decided: no other source says anything of the cell any more."""

    code: ClassVar[str] = "figure.no_clash"
    status: ClassVar[int] = 409
    sentence = "Kỳ này của đơn vị không còn hai nguồn nói khác nhau; có thể đã có người chọn."


class AlreadyCorrected(TinhsoError):
    """Somebody else has corrected the same value."""

    code: ClassVar[str] = "figure.already_corrected"
    status: ClassVar[int] = 409
    sentence = "Số liệu này vừa được người khác sửa; hãy xem số mới rồi sửa tiếp."


class ReasonMissing(TinhsoError):
    """A correction needs its reason."""

    code: ClassVar[str] = "figure.reason_missing"
    status: ClassVar[int] = 422
    sentence = "Hãy ghi lý do sửa số liệu."


class TakenFromElsewhere(TinhsoError):
    """The figures are given at another indicator; ``source`` is its programme's code and its own."""

    code: ClassVar[str] = "figure.taken_from_elsewhere"
    status: ClassVar[int] = 409
    sentence = "Chỉ tiêu này lấy số từ chỉ tiêu {source}; hãy nhập, sửa số ở đó."


class NotToBeTaken(TinhsoError):
    """The figures of the other indicator cannot be taken; ``why`` is a whole sentence."""

    code: ClassVar[str] = "figure.not_to_be_taken"
    status: ClassVar[int] = 409
    sentence = "{why}"


class MeasureInUse(TinhsoError):
    """Values were given as the measure asks for them."""

    code: ClassVar[str] = "figure.measure_in_use"
    status: ClassVar[int] = 409
    sentence = "Chỉ tiêu đã có số liệu nên không đổi được loại số liệu."


class UnreadableLine(TinhsoError):
    """A line of a file of figures cannot be understood."""

    code: ClassVar[str] = "figure.unreadable_line"
    status: ClassVar[int] = 422
    sentence = "Dòng {line}: {reason}"


class LinesRefused(TinhsoError):
    """Lines of a file of figures cannot be taken, so none of it was; ``lines`` has number and reason of the first."""

    code: ClassVar[str] = "figure.lines_refused"
    status: ClassVar[int] = 422
    sentence = "{count} dòng không nạp được nên chưa dòng nào được nạp. {shown}"

    @classmethod
    def of(cls, count: int, lines: Sequence[tuple[int, str]]) -> Self:
        """``count`` of them, of which these are told; the sentence quotes the first twenty."""
        shown = " ".join(f"Dòng {line}: {reason}" for line, reason in lines[:20])
        refusal = cls(count=count, shown=shown)
        refusal.facts["lines"] = lines
        return refusal


class GivenMeanwhile(TinhsoError):
    """Somebody gave one of the figures of a file while it was read."""

    code: ClassVar[str] = "figure.given_meanwhile"
    status: ClassVar[int] = 409
    sentence = "Trong lúc đọc tệp có người vừa nhập một số trong tệp; hãy nạp lại tệp, số đã có sẽ được bỏ qua."


class LoadFails(TinhsoError):
    """A fault of ours while a file of figures was loaded, not of the file."""

    code: ClassVar[str] = "figure.load_fails"
    status: ClassVar[int] = 500
    sentence = "Phần mềm gặp lỗi khi đọc tệp này; lỗi đã được ghi lại để sửa. Chưa số nào được nạp."


class NoSuchIndicator(TinhsoError):
    """The programme has no indicator of this code."""

    code: ClassVar[str] = "no_such_indicator"
    status: ClassVar[int] = 404
    sentence = "Chương trình không có chỉ tiêu mã “{indicator}”."


class MetricUnfit(TinhsoError):
    """The metric does not give what the indicator's measure asks for; ``why`` says so."""

    code: ClassVar[str] = "figure.metric_unfit"
    status: ClassVar[int] = 422
    sentence = "Không gắn được phép đếm với chỉ tiêu: {why}."


class TiesOverlap(TinhsoError):
    """Another metric counts the indicator on some of these days."""

    code: ClassVar[str] = "figure.ties_overlap"
    status: ClassVar[int] = 409
    sentence = "Chỉ tiêu đã được đếm bằng phép đếm “{metric}” từ {since}; hãy kết thúc việc đó trước."


class TieDaysImpossible(TinhsoError):
    """It would end before it begins."""

    code: ClassVar[str] = "figure.tie_days"
    status: ClassVar[int] = 422
    sentence = "Ngày cuối không được trước ngày đầu."


class CountedStands(TinhsoError):
    """A counted figure is what its records say."""

    code: ClassVar[str] = "figure.counted_stands"
    status: ClassVar[int] = 409
    sentence = "Số do hệ thống đếm không sửa tay được: hãy nhập số khác cho kỳ này, hoặc rút số đếm và ghi lý do."
