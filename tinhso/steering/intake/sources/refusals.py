"""Why a file is not read: one class for each reason, with the sentence for the person who brought it."""

from tinhso.lib.errors import TinhsoError


class Unreadable(TinhsoError):
    """Base of all refusals of a file: nothing of it was kept."""

    code = "unreadable"
    status = 422
    sentence = "Không đọc được tệp này."


class EmptyFile(Unreadable):
    code = "empty_file"
    sentence = "Tệp không có nội dung. Hãy kiểm tra lại tệp rồi chọn lại."


class FileTooLarge(Unreadable):
    code = "file_too_large"
    status = 413
    sentence = "Tệp lớn hơn {limit} MB nên không được nhận. Hãy tách bớt phụ lục hoặc giảm dung lượng hình ảnh."


class UnknownKind(Unreadable):
    code = "unknown_kind"
    status = 415
    sentence = "Không nhận ra loại tệp “{name}”. Phần mềm đọc được tệp .docx, .pdf có lớp chữ, .txt và .doc."


class BinaryText(Unreadable):
    code = "binary_text"
    status = 415
    sentence = "Tệp “{name}” mang đuôi văn bản nhưng không chứa chữ. Hãy dùng bản gốc .docx hoặc .pdf."


class DamagedFile(Unreadable):
    code = "damaged_file"
    sentence = "Tệp “{name}” bị hỏng, không mở được. Hãy lưu lại từ bản gốc rồi chọn lại."


class EncryptedFile(Unreadable):
    code = "encrypted_file"
    sentence = "Tệp “{name}” có đặt mật khẩu. Hãy bỏ mật khẩu rồi chọn lại."


class PicturesOnly(Unreadable):
    code = "pictures_only"
    sentence = (
        "Tệp PDF “{name}” chỉ có hình ảnh, không có lớp chữ. Hãy nhận dạng chữ (OCR) trước, "
        "hoặc dùng tệp .docx của bản gốc."
    )


class InflatedArchive(Unreadable):
    """A small archive that unpacks to an unreasonable size or number of parts (a zip bomb), or unsafe XML."""

    code = "inflated_archive"
    sentence = "Tệp “{name}” bung ra quá lớn nên bị từ chối. Hãy lưu lại văn bản từ phần mềm soạn thảo."


class TooManyCells(Unreadable):
    code = "too_many_cells"
    sentence = "Bảng trong tệp “{name}” có hơn {limit} ô nên không đọc. Hãy tách bảng số liệu ra khỏi văn bản."


class TooManyLines(Unreadable):
    code = "too_many_lines"
    sentence = "Văn bản có hơn {limit} dòng nên không đọc. Hãy tách riêng phần kế hoạch."


class TooManyPages(Unreadable):
    code = "too_many_pages"
    sentence = "Tệp “{name}” có hơn {limit} trang nên không đọc. Hãy tách riêng phần kế hoạch."


class TooSlow(Unreadable):
    code = "reading_too_slow"
    sentence = "Đọc tệp “{name}” quá {limit} giây nên đã dừng. Hãy tách bớt phụ lục hoặc dùng tệp .docx của bản gốc."


class OldWordFile(Unreadable):
    """A .doc file on a machine without LibreOffice."""

    code = "old_word_file"
    status = 415
    sentence = (
        "Tệp “{name}” ở dạng .doc cũ. Mở bằng Word hoặc LibreOffice, chọn Lưu thành (Save As) “Word Document (.docx)” "
        "rồi chọn tệp mới; hoặc cài LibreOffice trên máy chủ để phần mềm tự chuyển."
    )


class SecretDocument(Unreadable):
    """A document stamped MẬT, TỐI MẬT or TUYỆT MẬT (Luật Bảo vệ bí mật nhà nước 2018): not read, not stored."""

    code = "secret_document"
    status = 403
    sentence = (
        "Văn bản đóng dấu “{stamp}”. Phần mềm không nhận và không lưu văn bản chứa bí mật nhà nước; "
        "hãy xử lý theo quy định về bảo vệ bí mật nhà nước."
    )
