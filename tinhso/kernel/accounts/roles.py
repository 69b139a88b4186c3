"""The roles of the office and the verbs each may do: one table, read everywhere, written nowhere else."""

from collections.abc import Mapping

from django.db.models import TextChoices


class Role(TextChoices):
    """What a person comes for. A role is held at a unit (a citizen's at none)."""

    COORDINATOR = "coordinator", "Cán bộ cơ quan thường trực"
    UNIT_OFFICER = "unit_officer", "Cán bộ đơn vị"
    HEAD_OF_UNIT = "head_of_unit", "Thủ trưởng đơn vị"
    MEMBER = "member", "Thành viên theo dõi chỉ tiêu"
    CHAIR = "chair", "Trưởng Ban Chỉ đạo"
    REGISTRAR = "registrar", "Cán bộ quản lý sổ bộ"
    ADMINISTRATOR = "administrator", "Quản trị hệ thống"
    CITIZEN = "citizen", "Người dân, doanh nghiệp"


class Verb(TextChoices):
    """What may be done. The Vietnamese words finish the sentence "Tài khoản của bạn không được …"."""

    READ_PROGRAMMES = "read_programmes", "xem chương trình"
    RECEIVE_PLAN = "receive_plan", "tiếp nhận kế hoạch"
    START_PROGRAMME = "start_programme", "lập chương trình"
    SET_PROGRAMME = "set_programme", "đặt các thiết lập của chương trình"
    ACCEPT_ITEMS = "accept_items", "chấp nhận hoặc sửa mục của chương trình"
    REPORT = "report", "báo cáo thay đơn vị"
    APPROVE_REPORT = "approve_report", "duyệt báo cáo của đơn vị"
    CONFIRM = "confirm", "xác nhận kết quả, quyết định gia hạn"
    KEEP_ROUNDS = "keep_rounds", "lập, mở, đóng kỳ báo cáo"
    TAKE_REPORTS = "take_reports", "tiếp nhận, trả lại báo cáo của đơn vị"
    KEEP_FIGURES = "keep_figures", "giữ số liệu chỉ tiêu của mọi đơn vị"
    DIRECT = "direct", "giao chỉ đạo"
    DECIDE = "decide", "quyết định về khó khăn và điều chỉnh kế hoạch"
    KEEP_REGISTERS = "keep_registers", "ghi vào sổ bộ"
    READ_ORGANISATIONS = "read_organisations", "xem danh mục đơn vị"
    KEEP_ORGANISATIONS = "keep_organisations", "sửa danh mục đơn vị"
    KEEP_POSTS = "keep_posts", "ghi chức vụ và người giữ chức vụ"
    KEEP_CALENDAR = "keep_calendar", "ghi ngày nghỉ, ngày làm bù"
    DELEGATE = "delegate", "ủy quyền"
    KEEP_DELEGATIONS = "keep_delegations", "ghi ủy quyền của đơn vị"
    KEEP_ACCOUNTS = "keep_accounts", "quản lý tài khoản"
    READ_AUDIT = "read_audit", "xem nhật ký"
    KEEP_SUBSCRIPTIONS = "keep_subscriptions", "quản lý đăng ký nhận sự kiện"
    SEE_HEALTH = "see_health", "xem tình trạng hệ thống"
    SEE_COMPONENTS = "see_components", "xem mẫu giao diện"


_OFFICIAL = frozenset({Verb.READ_PROGRAMMES, Verb.READ_ORGANISATIONS, Verb.DELEGATE})

#: Role → what it may do at its unit and the units below it.
GRANTS: Mapping[Role, frozenset[Verb]] = {
    Role.COORDINATOR: _OFFICIAL
    | {
        Verb.RECEIVE_PLAN,
        Verb.START_PROGRAMME,
        Verb.SET_PROGRAMME,
        Verb.KEEP_CALENDAR,
        Verb.ACCEPT_ITEMS,
        Verb.REPORT,
        Verb.CONFIRM,
        Verb.KEEP_ROUNDS,
        Verb.TAKE_REPORTS,
        Verb.KEEP_FIGURES,
    },
    Role.UNIT_OFFICER: _OFFICIAL | {Verb.REPORT},
    Role.HEAD_OF_UNIT: _OFFICIAL | {Verb.REPORT, Verb.APPROVE_REPORT, Verb.KEEP_POSTS, Verb.KEEP_DELEGATIONS},
    Role.MEMBER: _OFFICIAL | {Verb.CONFIRM},
    Role.CHAIR: _OFFICIAL | {Verb.CONFIRM, Verb.DECIDE, Verb.DIRECT},
    Role.REGISTRAR: _OFFICIAL | {Verb.KEEP_REGISTERS},
    Role.ADMINISTRATOR: _OFFICIAL
    | {
        Verb.RECEIVE_PLAN,
        Verb.START_PROGRAMME,
        Verb.SET_PROGRAMME,
        Verb.ACCEPT_ITEMS,
        Verb.KEEP_ORGANISATIONS,
        Verb.KEEP_POSTS,
        Verb.KEEP_CALENDAR,
        Verb.KEEP_DELEGATIONS,
        Verb.KEEP_ACCOUNTS,
        Verb.READ_AUDIT,
        Verb.KEEP_SUBSCRIPTIONS,
        Verb.SEE_HEALTH,
        Verb.SEE_COMPONENTS,
    },
    Role.CITIZEN: frozenset(),
}

#: What its holder does alone: whoever acts for him cannot give rights, nor see what only those who give them see.
NOT_DELEGABLE: frozenset[Verb] = frozenset(
    {
        Verb.DELEGATE,
        Verb.KEEP_DELEGATIONS,
        Verb.KEEP_ORGANISATIONS,
        Verb.KEEP_ACCOUNTS,
        Verb.READ_AUDIT,
        Verb.KEEP_SUBSCRIPTIONS,
        Verb.SEE_HEALTH,
    }
)


#: Lent with whatever else is lent: nobody acts for another about what he may not see.
SEEING: frozenset[Verb] = frozenset({Verb.READ_PROGRAMMES, Verb.READ_ORGANISATIONS})


def roles_that_may(verb: Verb) -> frozenset[Role]:
    """The roles that grant a verb."""
    return frozenset(role for role, verbs in GRANTS.items() if verb in verbs)


def roles_that_lend(verb: Verb) -> frozenset[Role]:
    """The roles whose holders may let another do the verb for them."""
    return frozenset() if verb in NOT_DELEGABLE else roles_that_may(verb) - {Role.ADMINISTRATOR}
