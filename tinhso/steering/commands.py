"""The words of the command line that the steering adds."""

from tinhso.lib.command import Command

_CONSOLE = "tinhso.steering.programmes.console"
_FOLLOWING = "tinhso.steering.following.console"
_REPORTING = "tinhso.steering.reporting.console"

COMMANDS = (
    Command("read", "đọc một văn bản kế hoạch, in ra những gì tìm thấy", f"{_CONSOLE}.read:run"),
    Command("start", "đọc một văn bản và lập chương trình", f"{_CONSOLE}.start:run", database=True),
    Command("programme", "xem các chương trình, hoặc một chương trình", f"{_CONSOLE}.programme:run", database=True),
    Command("value", "xem, nhập, nạp số liệu chỉ tiêu", "tinhso.steering.figures.console.value:run", database=True),
    Command(
        "metric", "xem phép đếm; gắn với chỉ tiêu; đếm", "tinhso.steering.following.console.metric:run", database=True
    ),
    Command("accept", "đếm và chấp nhận mục máy đọc", f"{_CONSOLE}.accept:run", database=True),
    Command("reread", "so bản đã sửa với chương trình, áp dụng thay đổi", f"{_CONSOLE}.reread:run", database=True),
    Command("task", "xem một nhiệm vụ, ghi cập nhật tiến độ", f"{_FOLLOWING}.task:run", database=True),
    Command("mine", "xem việc đang chờ một người", f"{_FOLLOWING}.mine:run", database=True),
    Command("round", "xem, lập, mở, đóng kỳ báo cáo; ai đã gửi, còn thiếu", f"{_REPORTING}.round:run", database=True),
    Command("draft", "dự thảo báo cáo tổng hợp của một kỳ", "tinhso.steering.issuing.console.draft:run", database=True),
    Command("report", "xem, gửi, tiếp nhận báo cáo của đơn vị", f"{_REPORTING}.report:run", database=True),
    Command("remind", "nhắc việc sắp đến hạn, vừa quá hạn", f"{_FOLLOWING}.remind:run", database=True),
)
