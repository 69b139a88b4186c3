"""What is filled in beside a measure: which metric counts the indicator, until when, and which days to count."""

from django import forms

from tinhso.kernel.metrics.catalogue import metrics
from tinhso.steering.figures.actions.tie import SUBJECTS
from tinhso.steering.pages.fields import DayField


class TieForm(forms.Form):
    """Which metric, for spans that end on which days."""

    metric = forms.ChoiceField(
        label="Phép đếm", choices=lambda: [(each.code, each.name) for each in metrics() if each.subject in SUBJECTS]
    )
    from_on = DayField(label="Cho các kỳ kết thúc từ ngày")
    to_on = DayField(label="Đến ngày", required=False)


class SpanForm(forms.Form):
    """The days that are counted; why, where they were counted otherwise before."""

    first = DayField(label="Từ ngày")
    last = DayField(label="Đến hết ngày")
    reason = forms.CharField(
        label="Lý do đếm lại", required=False, max_length=500, help_text="Cần khi kỳ đã đếm và nay đếm ra khác."
    )


class EndForm(forms.Form):
    """The last day."""

    to_on = DayField(label="Kỳ cuối được đếm kết thúc ngày")
