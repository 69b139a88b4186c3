"""How the store of files and the virus scanner are."""

from tinhso.kernel.documents.checking.scanners import ClamAV, scanner
from tinhso.kernel.documents.stores.s3 import S3Store
from tinhso.kernel.documents.stores.store import store
from tinhso.lib.probe import Answer, Probe


def _store() -> Answer:
    kept = store()
    kind = "Kho S3" if isinstance(kept, S3Store) else "Thư mục tệp"
    try:
        kept.holds("kiem-tra-tinh-trang")
    except OSError as fault:
        return Answer(
            "bad", f"{kind} không trả lời ({type(fault).__name__}).", "Kiểm tra kho tệp và TINHSO_S3_ENDPOINT."
        )
    return Answer("good", f"{kind} trả lời.")


def _scanner() -> Answer:
    asked = scanner()
    if not isinstance(asked, ClamAV):
        return Answer("warn", "Không quét vi-rút tệp tải lên.", "Cài clamav-daemon rồi đặt TINHSO_CLAMAV.")
    if not asked.answers():
        return Answer("bad", "ClamAV không trả lời: không nhận được tệp nào.", "Kiểm tra clamav-daemon.")
    return Answer("good", "ClamAV trả lời.")


PROBES = (
    Probe("files", "Kho tệp", 40, _store),
    Probe("virus_scanner", "Quét vi-rút", 41, _scanner),
)
