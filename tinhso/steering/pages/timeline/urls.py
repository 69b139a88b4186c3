"""The addresses of the screens over time."""

from django.urls import path

from tinhso.steering.pages.timeline import chart, due_calendar

app_name = "timeline"

_TASKS = "chuong-trinh/<int:programme>/nhiem-vu"

urlpatterns = [
    path(f"{_TASKS}/tien-do", chart.timeline, name="timeline"),
    path(f"{_TASKS}/lich", due_calendar.due_calendar, name="calendar"),
]
