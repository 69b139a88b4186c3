"""What may be refused about rounds and reports: one class a sentence."""

from typing import ClassVar

from tinhso.lib.errors import TinhsoError


class NoTimeToWrite(TinhsoError):
    """Nghị định 09/2019/NĐ-CP Điều 8 khoản 5: at least one working day between cut-off and due day."""

    code: ClassVar[str] = "round.no_time_to_write"
    status: ClassVar[int] = 422
    sentence = (
        "Giữa ngày chốt số liệu {cut_off} và hạn gửi {due} của {sender} phải có ít nhất 01 ngày làm việc "
        "(Nghị định 09/2019/NĐ-CP, Điều 8 khoản 5)."
    )


class DueOrderWrong(TinhsoError):
    """The department would have to send before a unit sends to it."""

    code: ClassVar[str] = "round.due_order"
    status: ClassVar[int] = 422
    sentence = "Hạn của cơ quan tổng hợp ({department}) phải sau hạn của các đơn vị gửi đến ({unit})."


class RoundsOverlap(TinhsoError):
    """Another periodic round of the kind asks about some of the same days."""

    code: ClassVar[str] = "round.overlaps"
    status: ClassVar[int] = 409
    sentence = "Kỳ này chồng lên “{other}” ({span}) của cùng chương trình."


class RoundPlanned(TinhsoError):
    """The round stands already, otherwise than it is asked for now."""

    code: ClassVar[str] = "round.planned"
    status: ClassVar[int] = 409
    sentence = (
        "“{title}” đã lập, với {what} khác: chưa lập gì thêm. "
        "Ở trang của kỳ ấy đổi được hạn gửi, mở sớm được; yêu cầu giữ như đã lập."
    )


class RoundImpossible(TinhsoError):
    """The days do not make a round."""

    code: ClassVar[str] = "round.impossible"
    status: ClassVar[int] = 422
    sentence = "{why}"


class RoundNotOpen(TinhsoError):
    """The round takes no reports now."""

    code: ClassVar[str] = "round.not_open"
    status: ClassVar[int] = 409
    sentence = "Kỳ báo cáo {state}, nên không nhận báo cáo. Cơ quan tổng hợp có thể mở kỳ."


class RoundStands(TinhsoError):
    """Somebody was first, or the round has not come so far."""

    code: ClassVar[str] = "round.stands"
    status: ClassVar[int] = 409
    sentence = "Kỳ báo cáo {state}, nên không {what} được."


class NotYourRound(TinhsoError):
    """Only the department that gathers the reports may."""

    code: ClassVar[str] = "round.not_yours"
    status: ClassVar[int] = 403
    sentence = "Bạn không được {what}: việc này của cơ quan tổng hợp kỳ báo cáo."


class NotYourReport(TinhsoError):
    """The person has no such part in the report of this unit."""

    code: ClassVar[str] = "report.not_yours"
    status: ClassVar[int] = 403
    sentence = "Bạn không được {what}: việc này thuộc {whose}."


class ReportStands(TinhsoError):
    """Somebody was first, or the report has gone on."""

    code: ClassVar[str] = "report.stands"
    status: ClassVar[int] = 409
    sentence = "Báo cáo {state}, nên không {what} được."


class ReportNotAsked(TinhsoError):
    """The unit ended before the last day of the data, or has nothing to report."""

    code: ClassVar[str] = "report.not_asked"
    status: ClassVar[int] = 409
    sentence = "Đơn vị không phải gửi báo cáo kỳ này."


class BeforeCutOff(TinhsoError):
    """The days of which it tells are not over."""

    code: ClassVar[str] = "report.before_cut_off"
    status: ClassVar[int] = 409
    sentence = "Kỳ này chốt số liệu hết ngày {day}; đến ngày đó mới gửi được. Nội dung đã ghi vẫn được giữ."


class ReportIncomplete(TinhsoError):
    """Checks that block in this programme."""

    code: ClassVar[str] = "report.incomplete"
    status: ClassVar[int] = 422
    sentence = "Chưa gửi được: {why}"


class NotNil(TinhsoError):
    """Something is said in it; a nil report is read as an empty one."""

    code: ClassVar[str] = "report.not_nil"
    status: ClassVar[int] = 409
    sentence = (
        "Báo cáo đã ghi nội dung ở {count} dòng, mục lời, nên không phải báo cáo không có nội dung phát sinh. "
        "Hãy gửi như báo cáo thường."
    )


class LineUnknown(TinhsoError):
    """The report does not ask for this line."""

    code: ClassVar[str] = "report.no_such_line"
    status: ClassVar[int] = 422
    sentence = "Báo cáo của đơn vị không có dòng này."


class NothingBefore(TinhsoError):
    """There is no figure to carry over, or it may not be."""

    code: ClassVar[str] = "report.nothing_to_carry"
    status: ClassVar[int] = 422
    sentence = "{code}: {why}, nên không xác nhận “không thay đổi” được. Hãy nhập số."


class SituationUnsaid(TinhsoError):
    """Words about a task without how it stands."""

    code: ClassVar[str] = "report.situation_unsaid"
    status: ClassVar[int] = 422
    sentence = "Hãy chọn tình hình của nhiệm vụ."


class ReasonUnknownMissing(TinhsoError):
    """Neither a figure nor why there is none."""

    code: ClassVar[str] = "report.why_not_known"
    status: ClassVar[int] = 422
    sentence = "Chưa có số liệu thì hãy ghi lý do ở cột ghi chú."


class FigureCounted(TinhsoError):
    """A metric counts the indicator; a number typed beside would be a second source."""

    code: ClassVar[str] = "report.figure_counted"
    status: ClassVar[int] = 409
    sentence = "{code}: hệ thống tự đếm ({metric}), nên không nhập trong báo cáo."


class FigureInParts(TinhsoError):
    """Figures of other spans tell of some or all of the days, and what is left is not one stretch."""

    code: ClassVar[str] = "report.figure_in_parts"
    status: ClassVar[int] = 409
    sentence = "{code}: các ngày của kỳ này đã có số {told}, nên không nhập một số trong báo cáo."


class FigureKnown(TinhsoError):
    """A figure stands for the same days: it is withdrawn where it was given, not by saying that there is none."""

    code: ClassVar[str] = "report.figure_known"
    status: ClassVar[int] = 409
    sentence = (
        "{code}: kỳ này đã có số {stands}, nên không ghi “chưa có số liệu” được. "
        "Muốn rút số ấy, hãy mở “Sửa” ở trang nguồn."
    )


class LineSavedMeanwhile(TinhsoError):
    """Somebody else saved the same line since; ``stands`` says what."""

    code: ClassVar[str] = "report.line_saved_meanwhile"
    status: ClassVar[int] = 409
    is_stale: ClassVar[bool] = True
    sentence = "{who} vừa ghi dòng này: {stands}. Hãy xem rồi ghi lại nếu cần."


class TextSavedMeanwhile(TinhsoError):
    """Somebody else saved the fixed parts since."""

    code: ClassVar[str] = "report.text_saved_meanwhile"
    status: ClassVar[int] = 409
    is_stale: ClassVar[bool] = True
    sentence = "Phần lời của báo cáo vừa được người khác ghi; hãy xem bản mới rồi ghi lại nếu cần."


class FigureGivenOtherwise(TinhsoError):
    """Another figure stands for the same days; to replace it is a correction, which needs its reason."""

    code: ClassVar[str] = "report.figure_given_otherwise"
    status: ClassVar[int] = 409
    sentence = "{code} ({unit}): kỳ này đã có số {stands}. Muốn thay, hãy ghi lý do ở cột ghi chú."


class NobodyMissing(TinhsoError):
    """Every report is in."""

    code: ClassVar[str] = "round.nobody_missing"
    status: ClassVar[int] = 409
    sentence = "Không đơn vị nào còn thiếu báo cáo."


class NothingToAccept(TinhsoError):
    """No report that was sent in time waits."""

    code: ClassVar[str] = "round.nothing_to_accept"
    status: ClassVar[int] = 409
    sentence = "Không có báo cáo gửi đúng hạn nào đang chờ tiếp nhận."


class ChecksChanged(TinhsoError):
    """Somebody else set the checks since this person looked."""

    code: ClassVar[str] = "checks.changed_meanwhile"
    status: ClassVar[int] = 409
    is_stale: ClassVar[bool] = True
    sentence = (
        "Người khác vừa đặt lại mức kiểm tra; mức đang dùng ghi bên trên. Bấm lưu lần nữa nếu vẫn muốn như bạn chọn."
    )
