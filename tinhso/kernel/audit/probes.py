"""How the log is."""

from django.db import connection

from tinhso.kernel.audit.models import Entry, Verification
from tinhso.kernel.audit.triggers import missing
from tinhso.lib.dates import write_date
from tinhso.lib.probe import Answer, Probe

#: So many entries may wait for their seal before somebody should look.
_BEHIND = 5000


def _triggers() -> Answer:
    absent = missing(connection)
    if absent:
        words = f"Thiếu {len(absent)} trigger ghi nhật ký, trước hết là {absent[0]}."
        return Answer("bad", words, "Chạy: tinhso django audit_install")
    return Answer("good", "Mọi bảng đều được ghi nhật ký.")


def _seals() -> Answer:
    waiting = Entry.objects.unsealed()[: _BEHIND + 1].count()
    words = f"{'Hơn ' if waiting > _BEHIND else ''}{min(waiting, _BEHIND)} mục nhật ký chờ niêm phong."
    if waiting > _BEHIND:
        return Answer("warn", words, "Chạy: tinhso django audit_seal; xem hẹn giờ của nó.")
    return Answer("good", words)


def _verified() -> Answer:
    last = Verification.objects.exclude(state__in=Verification.LIVE).first()
    if last is None:
        return Answer("warn", "Chưa kiểm tra nhật ký lần nào.", "Bấm Kiểm tra nguyên vẹn ở trang Nhật ký.")
    words = f"{last.get_state_display()}, lần kiểm tra ngày {write_date(last.asked_at.date())}."
    if last.state == Verification.State.WHOLE:
        return Answer("good", words)
    return Answer("bad", words, "Xem kết quả ở trang Nhật ký, giữ nguyên cơ sở dữ liệu.")


PROBES = (
    Probe("log_triggers", "Ghi nhật ký", 20, _triggers),
    Probe("log_seals", "Niêm phong nhật ký", 21, _seals),
    Probe("log_verified", "Kiểm tra nhật ký", 22, _verified),
)
