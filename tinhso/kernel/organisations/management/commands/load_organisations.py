"""``tinhso django load_organisations``: the units, groups, decisions and decided days of samples/organisations."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from tinhso.kernel.organisations.loading.load import load
from tinhso.lib.errors import TinhsoError


class Command(BaseCommand):
    """Loads once; what stands there already is kept as it is."""

    help = "Nạp đơn vị, nhóm, quyết định sắp xếp và ngày nghỉ từ một thư mục bảng (mặc định: samples/organisations)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", nargs="?", type=Path, default=settings.CHECKOUT / "samples" / "organisations")

    def handle(self, *args: object, folder: Path, **options: object) -> None:
        try:
            loaded = load(folder)
        except TinhsoError as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(
            f"Đã nạp {loaded.units} đơn vị, {loaded.reorganisations} quyết định, {loaded.groups} nhóm, "
            f"{loaded.aliases} tên khác, {loaded.days} ngày nghỉ và làm bù."
        )
