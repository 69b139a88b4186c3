"""``tinhso reorganise FOLDER --preview``: decisions of a folder of tables, rehearsed or put into force."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path

from django.db import transaction

from tinhso.kernel.organisations.loading import tables
from tinhso.kernel.organisations.models import Reorganisation
from tinhso.kernel.organisations.reorganising.apply import Rehearsal, put_into_force, rehearse
from tinhso.kernel.organisations.reorganising.steps import Order
from tinhso.kernel.reorganisations.announcing import announce_enforced
from tinhso.lib.dates import write_date
from tinhso.lib.parser import Parser


def run(words: list[str]) -> int:
    """Tell what the decisions of each day would change; without ``--preview`` they also take effect, all or none."""
    parser = Parser("reorganise", "Quyết định sắp xếp từ một thư mục bảng như samples/organisations.")
    parser.add_argument(
        "folder", metavar="THƯ_MỤC", type=Path, help="có reorganisations.csv, steps.csv, successions.csv"
    )
    parser.add_argument("--preview", action="store_true", help="chỉ xem trước, không ghi gì")
    asked = parser.parse_args(words)
    fresh = _fresh(asked.folder)
    if not fresh:
        print("Mọi quyết định trong thư mục này đã có hiệu lực.")
        return 0
    rehearsal = rehearse(*fresh)
    for day, orders in groupby(fresh, key=lambda order: order.reorganisation.effective_on):
        _tell(day, list(orders), rehearsal)
    for refusal in rehearsal.refusals:
        print(f"! {refusal.sentence}")
    if not asked.preview:
        _enforce(fresh)
        print(f"Đã đưa vào hiệu lực {len(fresh)} quyết định. Vai trò của tài khoản không đổi; hãy xem trang Đơn vị.")
    return 2 if rehearsal.refusals else 0


def _enforce(fresh: Sequence[Order]) -> None:
    with transaction.atomic():
        put_into_force(*fresh)
        for _day, orders in groupby(fresh, key=lambda order: order.reorganisation.effective_on):
            announce_enforced(list(orders))


def _fresh(folder: Path) -> list[Order]:
    known = set(Reorganisation.objects.values_list("key", flat=True))
    orders = (order for order in tables.orders(folder) if order.reorganisation.key not in known)
    return sorted(orders, key=lambda order: order.reorganisation.effective_on)


def _tell(day: date, orders: Sequence[Order], rehearsal: Rehearsal) -> None:
    print(f"Từ {write_date(day)}: {'; '.join(order.reorganisation.title for order in orders)}")
    before, after = rehearsal.book.standing(day - timedelta(days=1)), rehearsal.book.standing(day)
    for key in sorted(before.keys() | after.keys()):
        old, new = before.get(key), after.get(key)
        if old is new:
            continue
        sign = "+" if old is None else "-" if new is None else "~"
        names = dict.fromkeys(version.name for version in (old, new) if version)
        print(f"  {sign} {key}: {' → '.join(names)}")
