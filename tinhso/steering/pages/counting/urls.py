"""The addresses of metrics and counts."""

from django.urls import path

from tinhso.steering.pages.counting import metric_pages, records, tying

app_name = "counting"

urlpatterns = [
    path("phep-dem", metric_pages.metric_list, name="metrics"),
    path("phep-dem/<slug:code>", metric_pages.metric, name="metric"),
    path("phep-dem/lan-dem/<int:count>", records.records, name="count"),
    path("chuong-trinh/<int:programme>/chi-tieu/<int:indicator>/dem", tying.counted_indicator, name="indicator"),
]
