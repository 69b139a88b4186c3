"""The probes of the machine and of the program."""

from tinhso.lib.probe import Probe
from tinhso.surfaces.web.condition.probing import database, machine, program, queue

PROBES = (
    Probe("database", "Cơ sở dữ liệu", 10, database.database),
    Probe("migrations", "Bảng dữ liệu", 11, database.migrations),
    Probe("clock", "Đồng hồ", 12, database.clock),
    Probe("queue", "Hàng đợi việc nền", 30, queue.waiting),
    Probe("queue_failed", "Việc nền hỏng", 31, queue.failed),
    Probe("mail", "Thư điện tử", 50, program.mail),
    Probe("disk", "Đĩa", 60, machine.disk),
    Probe("state", "Thư mục trạng thái", 61, machine.state_folder),
    Probe("backup", "Sao lưu", 62, machine.backup),
    Probe("certificate", "Chứng thư HTTPS", 63, machine.certificate),
    Probe("debug", "Chế độ chạy", 70, program.switches),
    Probe("errors", "Lỗi trong ngày", 71, program.errors),
    Probe("versions", "Phiên bản", 72, program.versions),
)
