"""How figures are looked at, as the address says it: ``biet`` as known on a day, ``theo`` under which units."""

from dataclasses import dataclass
from datetime import date, datetime, time
from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest
from django.utils import timezone

from tinhso.lib.dates import write_date
from tinhso.steering.pages.fields import DayField

REPORTED, RESTATED = "", "hien_nay"


class ViewForm(forms.Form):
    """The fields of the address; none is required."""

    theo = forms.ChoiceField(
        label="Đơn vị", required=False, choices=[(REPORTED, "Như đã báo cáo"), (RESTATED, "Quy về đơn vị hiện nay")]
    )
    biet = DayField(label="Theo những gì đã biết hết ngày", required=False)


@dataclass(frozen=True, slots=True)
class Viewing:
    """Whether figures are restated under the units of the day looked at, and what is taken as known."""

    form: ViewForm
    known_on: date | None = None
    restated: bool = False

    @classmethod
    def of(cls, request: HttpRequest) -> "Viewing":
        """What is understood of the address; what is not a day is told beside its field."""
        form = ViewForm(request.GET, label_suffix="")
        form.is_valid()
        said = form.cleaned_data
        return cls(form, said.get("biet"), restated=said.get("theo") == RESTATED)

    @property
    def known_at(self) -> datetime | None:
        """The end of the day as of which things were known; None: now."""
        return end_of(self.known_on) if self.known_on else None

    @property
    def query(self) -> str:
        """The part of an address that says the same, for links: "&biet=14/9/2022"; nothing as usual."""
        return f"{'&theo=' + RESTATED if self.restated else ''}{self.known_query}"

    @property
    def known_query(self) -> str:
        """The same of what is known, for pages that read values as they were given."""
        return f"&{urlencode({'biet': write_date(self.known_on)}, safe='/')}" if self.known_on else ""


def end_of(day: date) -> datetime:
    """The last moment of a day."""
    return timezone.make_aware(datetime.combine(day, time.max))
