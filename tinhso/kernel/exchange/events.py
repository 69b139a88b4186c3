"""Every event that other systems may be told of. ``announce`` is called with these names; a test compares them."""

from collections.abc import Mapping

#: Name → what happened, in Vietnamese. The part before the point is the area.
EVENTS: Mapping[str, str] = {
    "test.sent": "Gửi thử từ trang quản trị",
    "task.directed": "Trưởng Ban Chỉ đạo giao nhiệm vụ mới",
    "task.progressed": "Cập nhật tiến độ nhiệm vụ",
    "task.progress_returned": "Cập nhật tiến độ bị trả lại",
    "task.completed": "Nhiệm vụ hoàn thành",
    "task.reopened": "Nhiệm vụ bị trả lại hoặc mở lại, chưa hoàn thành",
    "extension.decided": "Quyết định về đề nghị gia hạn",
    "duty.recorded": "Đơn vị ghi văn bản đã ban hành theo chế độ báo cáo",
    "duty.returned": "Văn bản theo chế độ báo cáo bị trả lại",
    "work.handed": "Giao tiếp: việc chuyển từ đơn vị này sang đơn vị khác",
    "reorganisation.enforced": "Quyết định sắp xếp tổ chức có hiệu lực",
    "reorganisation.withdrawn": "Quyết định sắp xếp tổ chức được rút lại",
    "round.opened": "Mở kỳ báo cáo",
    "round.closed": "Đóng kỳ báo cáo",
    "report.sent": "Đơn vị gửi báo cáo",
    "report.returned": "Báo cáo bị trả lại",
    "report.accepted": "Báo cáo được tiếp nhận",
    "value.entered": "Nhập số liệu chỉ tiêu",
    "value.imported": "Nạp nhiều số liệu của một chỉ tiêu",
    "value.counted": "Đếm số liệu của một chỉ tiêu từ hồ sơ",
    "value.corrected": "Sửa hoặc rút số liệu chỉ tiêu",
}


def areas(events: Mapping[str, str] = EVENTS) -> list[str]:
    """ "task", "value" …: what a subscription or a token may be narrowed to."""
    return list(dict.fromkeys(event.partition(".")[0] for event in events))
