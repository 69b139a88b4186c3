"""The filter of Nhật ký: who, what, when."""

from datetime import UTC, date, datetime, time, timedelta

from django import forms
from django.apps import apps
from django.utils import timezone

from tinhso.kernel.audit.models import Entries, Verb
from tinhso.kernel.audit.tables import recorded


def _tables() -> list[tuple[str, str]]:
    names = {
        model._meta.db_table: str(model._meta.verbose_name) for model in apps.get_models(include_auto_created=True)
    }
    named = sorted(((table.name, names[table.name]) for table in recorded()), key=lambda choice: choice[1])
    return [("", "Tất cả"), *named]


class LogFilter(forms.Form):
    """What an administrator may ask the log."""

    who = forms.CharField(label="Tài khoản", required=False, max_length=60)
    what = forms.ChoiceField(label="Bảng", required=False, choices=_tables)
    verb = forms.ChoiceField(label="Việc", required=False, choices=(("", "Tất cả"), *Verb.choices))
    begin = forms.DateField(label="Từ ngày", required=False)
    end = forms.DateField(label="Đến ngày", required=False)
    row = forms.CharField(label="Khoá", required=False, max_length=64)

    def narrow(self, entries: Entries) -> Entries:
        """The entries that answer; of a mistaken filter, none of it counts."""
        asked = self.cleaned_data
        exact = {"actor": asked.get("who"), "table_name": asked.get("what"), "verb": asked.get("verb")}
        exact["row_key"] = asked.get("row")
        narrowed = entries.filter(**{name: value for name, value in exact.items() if value})
        return narrowed.between(_midnight(asked.get("begin")), _midnight(asked.get("end"), days=1))


def _midnight(day: date | None, *, days: int = 0) -> datetime | None:
    if day is None:
        return None
    local = datetime.combine(day + timedelta(days=days), time.min, tzinfo=timezone.get_current_timezone())
    return local.astimezone(UTC)
