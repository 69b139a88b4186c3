"""The addresses of calendars."""

from django.urls import path

from tinhso.steering.pages.feed import addresses, serving

app_name = "feed"

urlpatterns = [
    path("lich", addresses.addresses, name="addresses"),
    path("lich/dia-chi", addresses.make, name="make"),
    path("lich/<str:feed>.ics", serving.calendar, name="calendar"),
]
