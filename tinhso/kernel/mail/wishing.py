"""Saving what a person wants of letters."""

from django.db.models import F

from tinhso.kernel.mail.models import MailWishes

_WANTED = ("by_mail", "without", "pace", "digest_at", "quiet_from", "quiet_until", "quiet_days_off")


def save_wishes(wanted: MailWishes) -> None:
    """What the row holds now, from the next letter on; which digest was written last is none of it."""
    columns = {name: getattr(wanted, name) for name in _WANTED}
    MailWishes.objects.filter(pk=wanted.pk).update(**columns, version=F("version") + 1)
