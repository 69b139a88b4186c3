"""Quản trị: its few places, and Nhật ký, the log of every change, for administrators."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, TypeAlias

from django import forms
from django.apps import apps
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb as May
from tinhso.kernel.accounts.standing import require
from tinhso.kernel.audit.models import Entries, Entry, Verb
from tinhso.kernel.audit.tables import recorded
from tinhso.lib.dates import parse_date, write_date

Column: TypeAlias = "models.Field[Any, Any]"

PAGE = 50
_TONES = {Verb.INSERT: "good", Verb.UPDATE: "info", Verb.DELETE: "bad", Verb.SIGN_IN_REFUSED: "warn"}
#: Columns that only repeat others for search and order.
_DERIVED = frozenset({"folded", "sort_key"})
_LONGEST = 160


class LogFilter(forms.Form):
    """Who, what, when."""

    who = forms.CharField(label="Tài khoản", required=False, max_length=60)
    what = forms.ChoiceField(label="Bảng", required=False)
    verb = forms.ChoiceField(label="Việc", required=False, choices=(("", "Tất cả"), *Verb.choices))
    begin = forms.DateField(label="Từ ngày", required=False)
    end = forms.DateField(label="Đến ngày", required=False)
    row = forms.CharField(label="Khoá", required=False, max_length=64)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["what"] = forms.ChoiceField(
            label="Bảng", required=False, choices=(("", "Tất cả"), *_table_choices())
        )

    def narrow(self, entries: Entries) -> Entries:
        """The entries that answer; of a mistaken filter, none of it counts."""
        asked = self.cleaned_data
        exact = {"actor": asked.get("who"), "table_name": asked.get("what"), "verb": asked.get("verb")}
        exact["row_key"] = asked.get("row")
        narrowed = entries.filter(**{name: value for name, value in exact.items() if value})
        return narrowed.between(_midnight(asked.get("begin")), _midnight(asked.get("end"), days=1))


@dataclass(frozen=True, slots=True)
class Change:
    """One column of an entry: what it was and what it became, in the column's Vietnamese name."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Line:
    """An entry as it is shown."""

    entry: Entry
    who: str
    subject: str
    tone: str
    changes: list[Change]


@require_safe
def administration(request: HttpRequest) -> HttpResponse:
    """The places of an administrator."""
    require(request, May.READ_AUDIT)
    return render(request, "web/administration.html")


@require_safe
def audit_log(request: HttpRequest) -> HttpResponse:
    """Newest first; ``?before=`` an entry's number goes on from there, whatever has come since."""
    require(request, May.READ_AUDIT)
    form = LogFilter(request.GET)
    entries = form.narrow(Entry.objects.all()) if form.is_valid() else Entry.objects.none()
    before = request.GET.get("before", "")
    if before.isdecimal():
        entries = entries.filter(id__lt=int(before))
    shown = list(entries.order_by("-id")[: PAGE + 1])
    context = {
        "form": form,
        "lines": _lines(shown[:PAGE]),
        "older": shown[PAGE - 1].pk if len(shown) > PAGE else None,
        "head": Entry.objects.sealed().last(),
    }
    return render(request, "web/audit_log.html", context)


def _lines(entries: list[Entry]) -> list[Line]:
    actors = {entry.actor for entry in entries if entry.actor}
    names = dict(Account.objects.filter(username__in=actors).values_list("username", "display_name"))
    known = {model._meta.db_table: model for model in apps.get_models(include_auto_created=True)}
    return [
        Line(
            entry=entry,
            who=names.get(entry.actor, entry.actor) or "Hệ thống",
            subject=_subject(known.get(entry.table_name), entry),
            tone=_TONES.get(Verb(entry.verb), "neutral"),
            changes=_changes(known.get(entry.table_name), entry),
        )
        for entry in entries
    ]


def _subject(model: type[models.Model] | None, entry: Entry) -> str:
    return f"{model._meta.verbose_name if model else entry.table_name} {entry.row_key}".strip()


def _changes(model: type[models.Model] | None, entry: Entry) -> list[Change]:
    before, after = entry.before or {}, entry.after or {}
    fields = {str(field.column): field for field in model._meta.concrete_fields} if model else {}
    columns = [column for column in {**before, **after} if before.get(column) != after.get(column)]
    return [
        Change(_label(fields, column), *(_words(row.get(column), fields.get(column)) for row in (before, after)))
        for column in columns
        if column not in _DERIVED
    ]


def _label(fields: Mapping[str, Column], column: str) -> str:
    return str(fields[column].verbose_name) if column in fields else column


def _words(value: object, field: "Column | None") -> str:
    if value is None:
        return ""
    if isinstance(field, models.BooleanField):
        return "có" if value else "không"
    day = parse_date(str(value)) if isinstance(field, models.DateField) else None
    words = write_date(day) if day else str(value)
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def _table_choices() -> list[tuple[str, str]]:
    names = {
        model._meta.db_table: str(model._meta.verbose_name) for model in apps.get_models(include_auto_created=True)
    }
    return sorted(((table.name, names[table.name]) for table in recorded()), key=lambda choice: choice[1])


def _midnight(day: date | None, *, days: int = 0) -> datetime | None:
    if day is None:
        return None
    local = datetime.combine(day + timedelta(days=days), time.min, tzinfo=timezone.get_current_timezone())
    return local.astimezone(UTC)
