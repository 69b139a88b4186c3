"""Why a backup or a restore is refused."""

from tinhso.lib.errors import TinhsoError


class NotABackup(TinhsoError):
    code = "backup.not_a_backup"
    sentence = "{path} không phải bản sao lưu của tinhso, hoặc đã hỏng: {reason}"


class OtherDatabase(TinhsoError):
    code = "backup.other_database"
    status = 409
    sentence = "Bản sao lưu là của {theirs}, cơ sở dữ liệu này là {ours}; hãy đặt DATABASE_URL cho đúng."


class HoldsData(TinhsoError):
    code = "backup.holds_data"
    status = 409
    sentence = "Nơi khôi phục đang có dữ liệu. Thêm --replace nếu thật sự muốn thay toàn bộ bằng bản sao lưu."


class StillServing(TinhsoError):
    code = "backup.still_serving"
    status = 409
    sentence = "Cơ sở dữ liệu đang được dùng. Hãy dừng máy chủ và tiến trình nền rồi khôi phục."


class ProgramMissing(TinhsoError):
    code = "backup.program_missing"
    status = 503
    sentence = "Không tìm thấy chương trình {program}. Hãy cài gói postgresql-client, hoặc đặt TINHSO_PG_BIN."


class ProgramFailed(TinhsoError):
    code = "backup.program_failed"
    status = 503
    sentence = "{program} báo lỗi: {said}"
