"""Letters in Quản trị: one's own mailbox, and what was sent to whom."""

from tinhso.kernel.accounts.roles import Verb
from tinhso.surfaces.web.shell.administration import Place
from tinhso.surfaces.web.shell.navigation import named

PLACES = (
    Place(
        "Hộp thư của tôi",
        "Thư nhắc đã gửi cho tôi; chọn loại thư, giờ nhận",
        "inbox",
        12,
        named("letters:mailbox", verb=Verb.READ_PROGRAMMES),
        is_own=True,
    ),
    Place(
        "Thư đã gửi",
        "Gửi cho ai, về việc gì, lúc nào; thư chưa gửi được và vì sao; thử lại",
        "inbox",
        44,
        named("letters:sent", verb=Verb.KEEP_ACCOUNTS),
    ),
)
