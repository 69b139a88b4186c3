"""``tinhso django demo_letters``: the reminders that the sample programme's last two weeks would have brought."""

from datetime import datetime, time, timedelta

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from tinhso.kernel.mail.models import Letter
from tinhso.kernel.organisations.office_calendar import office_calendar
from tinhso.steering.following.reminding.clock import tell
from tinhso.steering.programmes.models import Programme

_DAYS, _HOUR = 10, time(7, 30)


class Command(BaseCommand):
    """Only into the mailbox page: with a mail server, or where letters were written, nothing is done."""

    help = "Viết thư nhắc minh họa vào hộp thư của các tài khoản dùng thử."

    def handle(self, *args: str, **options: str) -> None:
        """Each working day up to the day of the demonstration, as the clock would have done."""
        shown = Programme.objects.filter(demonstration_on__isnull=False).first()
        if shown is None or shown.demonstration_on is None or settings.EMAIL_HOST or Letter.objects.exists():
            self.stdout.write("Không viết thư minh họa nào.")
            return
        days = [shown.demonstration_on - timedelta(days=before) for before in range(_DAYS, -1, -1)]
        for day in filter(office_calendar().is_working_day, days):
            tell(datetime.combine(day, _HOUR, tzinfo=timezone.get_current_timezone()))
        self.stdout.write(f"Đã viết {Letter.objects.count()} thư minh họa.")
