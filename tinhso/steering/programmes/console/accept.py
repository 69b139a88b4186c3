"""``tinhso accept CODE``: accept what the reader proposed, by a person named."""

from tinhso.kernel.exchange.console.acting import in_name_of
from tinhso.steering.programmes.actions.accept import accept_all
from tinhso.steering.programmes.console.programme import find_programme
from tinhso.steering.programmes.console.words import Parser
from tinhso.steering.programmes.facts import KIND_NAMES
from tinhso.steering.programmes.merging.existing import MODELS
from tinhso.steering.programmes.models import Acceptance


def run(words: list[str]) -> int:
    """Print how much is still proposed; accept it when somebody stands behind it."""
    parser = Parser("accept", "Xem còn bao nhiêu mục máy đọc chưa duyệt, và chấp nhận thay một người.")
    parser.add_argument("code", metavar="MÃ", help="mã chương trình")
    parser.add_argument("--by", metavar="TÀI KHOẢN", help="người chấp nhận; bỏ trống thì chỉ đếm")
    parser.add_argument("--kind", choices=sorted(MODELS), action="append", help="chỉ loại mục này; ghi được nhiều lần")
    asked = parser.parse_args(words)
    programme = find_programme(asked.code)
    kinds = asked.kind or list(MODELS)
    if asked.by:
        with in_name_of(asked.by, "accept") as account:
            print(f"Đã chấp nhận {accept_all(programme, by=account, kinds=kinds)} mục.")
    for kind in kinds:
        rows = MODELS[kind]._default_manager.filter(programme=programme, withdrawn_at=None)
        print(f"{KIND_NAMES[kind]}: {rows.filter(acceptance=Acceptance.PROPOSED).count()}/{rows.count()} chưa duyệt")
    return 0
