"""What is asked about a programme."""

from django import forms
from django.http import QueryDict

from tinhso.steering.pages.fields import DayField
from tinhso.steering.programmes.models import Programme

_LATE = (("", "Còn trong hạn"), ("1", "Đã quá hạn"))


class SettingsForm(forms.Form):
    """The settings; ``version`` is what the person saw."""

    name = forms.CharField(label="Tên chương trình", max_length=500, widget=forms.Textarea({"rows": 3}))
    unit = forms.ChoiceField(
        label="Cơ quan thường trực", required=False, help_text="Cơ quan đôn đốc và tổng hợp báo cáo."
    )
    starts_on = DayField(label="Từ ngày")
    ends_on = DayField(label="Đến hết ngày")
    named_day_is_late = forms.ChoiceField(
        label="“Trước ngày 20”: làm xong đúng ngày 20 thì", required=False, choices=_LATE
    )
    confirmer = forms.ChoiceField(
        label="Ai xác nhận nhiệm vụ đã hoàn thành",
        choices=Programme.Confirmer.choices,
        help_text="Nhiệm vụ không có người theo dõi thì cơ quan thường trực xác nhận.",
    )
    head_approves = forms.BooleanField(
        label="Thủ trưởng đơn vị duyệt cập nhật của cán bộ trước khi được tính", required=False
    )
    reminder_days = forms.IntegerField(
        label="Nhắc lần đầu trước hạn (ngày làm việc)",
        min_value=1,
        max_value=60,
        help_text="Khi chưa đặt quy tắc nhắc hạn riêng.",
    )
    silence_days = forms.IntegerField(
        label="Không cập nhật bao nhiêu ngày thì coi là im lặng", min_value=7, max_value=366
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, sent: QueryDict | None, *, units: dict[str, str], stands: dict[str, object]) -> None:
        super().__init__(sent, initial=stands)
        chooser = self.fields["unit"]
        if isinstance(chooser, forms.ChoiceField):
            chooser.choices = [("", "Chưa xác định"), *units.items()]


class ReasonForm(forms.Form):
    """Why the programme is closed, or opened again."""

    reason = forms.CharField(label="Lý do", max_length=500, widget=forms.Textarea({"rows": 2}))
