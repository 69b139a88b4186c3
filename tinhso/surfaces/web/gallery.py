"""Mẫu giao diện: every component with its call, so that the next page is built from them. Figures are samples."""

from dataclasses import dataclass
from datetime import date

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.surfaces.web.shell.icons import PATHS
from tinhso.surfaces.web.shell.marks import Part

PARTS = (
    Part("đã hoàn thành trong hạn", 31, "good", "?trang-thai=1"),
    Part("chưa hoàn thành, trong hạn", 38, "info", "?trang-thai=2"),
    Part("sắp đến hạn", 7, "warn", "?trang-thai=3"),
    Part("quá hạn", 5, "bad", "?trang-thai=4"),
    Part("không hạn", 0, "neutral"),
)


@dataclass(frozen=True, slots=True)
class SampleRow:
    """A row of the sample table."""

    code: str
    text: str
    unit: str
    due: date
    left: int
    tone: str
    state: str


_ON_TIME, _LATE, _DONE = "Chưa hoàn thành, trong hạn", "Chưa hoàn thành, quá hạn", "Đã hoàn thành, trong hạn"
ROWS = (
    SampleRow(
        "II.1.a",
        "Xây dựng kế hoạch mẫu của ngành",
        "Sở Mẫu A",
        date(2022, 9, 30),
        3,
        "info",
        "Chưa hoàn thành, trong hạn",
    ),
    SampleRow(
        "II.3.b", "Báo cáo mẫu hằng quý", "UBND huyện Mẫu B", date(2022, 3, 5), -12, "bad", "Chưa hoàn thành, quá hạn"
    ),
    SampleRow(
        "II.7", "Tập huấn mẫu cho cán bộ xã", "Sở Mẫu C", date(2022, 1, 20), 0, "good", "Đã hoàn thành, trong hạn"
    ),
)


class SampleForm(forms.Form):
    """A sample of every kind of field."""

    name = forms.CharField(label="Tên chương trình", help_text="Như ghi trong kế hoạch.")
    unit = forms.ChoiceField(label="Đơn vị", choices=(("a", "Sở Mẫu A"), ("b", "UBND huyện Mẫu B")))
    due_on = forms.DateField(label="Hạn", required=False, help_text="Ví dụ 05/3/2022")
    remark = forms.CharField(label="Ghi chú", required=False, widget=forms.Textarea)
    agreed = forms.BooleanField(label="Không thay đổi so với kỳ trước", required=False)
    document = forms.FileField(label="Tệp đính kèm", required=False)


class FilterForm(forms.Form):
    """A sample of a filter bar."""

    q = forms.CharField(label="Từ cần tìm", required=False)
    unit = forms.ChoiceField(label="Đơn vị", required=False, choices=(("", "Tất cả"), ("a", "Sở Mẫu A")))
    state = forms.ChoiceField(label="Trạng thái", required=False, choices=(("", "Tất cả"), ("late", "Quá hạn")))


@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """The page; its form answers with its own mistakes, so that these can be seen too."""
    require(request, Verb.SEE_COMPONENTS)
    context = {
        "rows": ROWS,
        "parts": PARTS,
        "page": Paginator(range(1, 97), 20).get_page(2),
        "form": SampleForm(),
        "wrong_form": SampleForm({"due_on": "31/02/2022", "unit": "a"}, prefix=""),
        "filter_form": FilterForm({"unit": "a"}),
        "icons": sorted(PATHS),
        "figure": {"target": 85.0, "actual": 72.5, "previous": 70.1, "high": 100.0},
        "unknown_figure": {"target": 85.0, "high": 100.0},
        "counts": {"unit": 5, "all": 1234.5},
        "today": date(2022, 3, 5),
    }
    return render(request, "web/gallery.html", context)
