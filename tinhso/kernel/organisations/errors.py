"""What may be refused about organisations."""

from tinhso.lib.errors import TinhsoError


class NoSuchUnit(TinhsoError):
    """A key that names no unit."""

    code = "no_such_unit"
    status = 404
    sentence = "Không có đơn vị nào mang mã “{key}”."


class UnitExists(TinhsoError):
    """A new unit with the key of an old one."""

    code = "unit_exists"
    status = 409
    sentence = "Mã “{key}” đã dùng cho một đơn vị khác."


class NotInForce(TinhsoError):
    """A unit that does not exist on the day before the decision takes effect."""

    code = "unit_not_in_force"
    status = 409
    sentence = "Đơn vị “{key}” không hoạt động trước ngày {day}, không thay đổi được."


class ChangedLater(TinhsoError):
    """A unit for which a change on that day or later is already recorded."""

    code = "unit_changed_later"
    status = 409
    sentence = "Đơn vị “{key}” đã có thay đổi ghi nhận từ ngày {day}; hai quyết định chồng lên nhau."


class OrphanedUnits(TinhsoError):
    """Units that would be left under a superior that no longer exists."""

    code = "units_orphaned"
    status = 409
    sentence = "Ngày {day} còn đơn vị thuộc cấp trên không hoạt động: {keys}."


class CircularTree(TinhsoError):
    """A unit that would stand under itself."""

    code = "tree_circular"
    status = 409
    sentence = "“{key}” sẽ nằm dưới chính nó."


class MissingTable(TinhsoError):
    """A folder without one of the tables."""

    code = "table_missing"
    status = 422
    sentence = "Thư mục {folder} không có tệp {file}."


class UnreadableTable(TinhsoError):
    """A file of samples that does not have the form expected."""

    code = "table_unreadable"
    status = 422
    sentence = "Không đọc được {file}, dòng {line}: {reason}."


class FollowedByLater(TinhsoError):
    """A decision taken back although a later one builds on it."""

    code = "reorganisation_followed"
    status = 409
    sentence = "Không rút lại được: quyết định sau đã dựa trên thay đổi này: {titles}."


class StoodUpon(TinhsoError):
    """A decision taken back although something was recorded at a unit that it made."""

    code = "reorganisation_stood_upon"
    status = 409
    sentence = "Không rút lại được: đơn vị mới lập đã có {what}."
