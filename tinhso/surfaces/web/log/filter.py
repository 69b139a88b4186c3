"""The filter of Nhật ký: who, what, when, through which door."""

from typing import ClassVar

from django import forms
from django.apps import apps
from django.http import HttpRequest

from tinhso.kernel.audit.asking import DOORS, Question
from tinhso.kernel.audit.models import Entries, Verb
from tinhso.kernel.audit.tables import recorded
from tinhso.lib.errors import TinhsoError

_DOORS = (("", "Tất cả"), *zip(DOORS, ("Trang web", "API", "Việc nền", "Dòng lệnh"), strict=True))
#: Where in the log a page begins; not a filter.
PLACES = frozenset({"before", "after", "oldest"})


class NoSuchFilter(TinhsoError):
    """A misspelt filter must not show everything."""

    code: ClassVar[str] = "no_such_filter"
    status: ClassVar[int] = 400
    sentence = "Nhật ký không lọc được theo “{name}”."


def _tables() -> list[tuple[str, str]]:
    models = apps.get_models(include_auto_created=True)
    names = {model._meta.db_table: str(model._meta.verbose_name) for model in models}
    named = sorted(((table.name, names[table.name]) for table in recorded()), key=lambda choice: choice[1])
    return [("", "Tất cả"), *named]


class LogFilter(forms.Form):
    """What an administrator may ask the log."""

    who = forms.CharField(label="Tài khoản", required=False, max_length=60)
    what = forms.ChoiceField(label="Bảng", required=False, choices=_tables)
    verb = forms.ChoiceField(label="Việc", required=False, choices=(("", "Tất cả"), *Verb.choices))
    door = forms.ChoiceField(label="Qua", required=False, choices=_DOORS)
    begin = forms.DateField(label="Từ ngày", required=False)
    end = forms.DateField(label="Đến ngày", required=False)
    row = forms.CharField(label="Khóa", required=False, max_length=64)
    request = forms.CharField(label="Mã yêu cầu", required=False, max_length=36)

    def narrow(self, entries: Entries) -> Entries:
        """The entries that answer; of a mistaken filter, none of it counts."""
        return Question(**{name: value for name, value in self.cleaned_data.items() if value}).narrow(entries)

    def words(self) -> dict[str, str]:
        """What was asked, by label, for the record of an export."""
        return {str(field.label): str(field.value()) for field in self if field.value()}


def log_filter(request: HttpRequest) -> LogFilter:
    """The filter of an address. Raises NoSuchFilter."""
    strange = sorted(set(request.GET) - set(LogFilter.base_fields) - PLACES)
    if strange:
        raise NoSuchFilter(name=strange[0][:40])
    return LogFilter(request.GET)
