"""``tinhso django demo_progress``: the sample programme after its third quarter: invented work, figures, reports."""

from datetime import date

from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction

from tinhso.kernel.accounts.models import Account
from tinhso.steering.demonstration.figures import invent_figures
from tinhso.steering.demonstration.online import count_online, tie_online
from tinhso.steering.demonstration.opening import open_to_all
from tinhso.steering.demonstration.rounds import invent_own_reports, invent_rounds
from tinhso.steering.demonstration.sub_plans import invent_sub_plans
from tinhso.steering.demonstration.work import Office, invent_work
from tinhso.steering.figures.models import Value
from tinhso.steering.programmes.models import Programme

SAMPLE, DAY = "kh-bcdcds-2022", date(2022, 9, 30)
OFFICE = ("thuong-truc", "thanh-vien", "truong-ban")


class Command(BaseCommand):
    """Invent once; a programme that has its invented figures is left as it is."""

    help = "Đưa chương trình mẫu đến hết quý III bằng số liệu minh họa (ghi rõ trên mọi trang)."

    def add_arguments(self, parser: CommandParser) -> None:
        """Which programme."""
        parser.add_argument("code", nargs="?", default=SAMPLE, help="mã chương trình")

    def handle(self, *args: str, **options: str) -> None:
        """All or nothing. Where people have begun to work, nothing is invented beside their figures."""
        programme = Programme.objects.filter(code=options["code"]).first()
        if programme is None or programme.demonstration_on or Value.objects.of_programme(programme).exists():
            self.stdout.write("Không có chương trình mẫu, hoặc chương trình đã có số liệu; không đặt thêm gì.")
            return
        office = Office(*(Account.objects.get(username=name) for name in OFFICE))
        with transaction.atomic():
            count = invent_figures(programme, by=office.coordinator)
            worked = invent_work(programme, office)
            invent_sub_plans(programme, on=DAY, by=office.coordinator)
            tie_online(programme, by=office.coordinator)
            reports = invent_rounds(programme, by=office.coordinator)
            invent_own_reports()
            count += count_online(programme, DAY)
            open_to_all(programme, by=office.coordinator)
            Programme.objects.filter(pk=programme.pk).update(demonstration_on=DAY)
        self.stdout.write(f"Đã đặt {count} số liệu, việc của {worked} nhiệm vụ, {reports} báo cáo, đều là minh họa.")
