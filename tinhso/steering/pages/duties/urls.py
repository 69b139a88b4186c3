"""The addresses of duties that are due once."""

from django.urls import path

from tinhso.steering.pages.duties import deeds, page, record

app_name = "duties"

_PROGRAMME = "chuong-trinh/<int:programme>"
_DUTY = f"{_PROGRAMME}/che-do-bao-cao/<int:order>"

urlpatterns = [
    path(_DUTY, page.duty, name="duty"),
    path(f"{_DUTY}/ghi", record.record, name="record"),
    path(f"{_DUTY}/khong-ap-dung", deeds.exempt_unit, name="exempt"),
    path(f"{_DUTY}/dem", deeds.count, name="count"),
    path(f"{_PROGRAMME}/van-ban-don-vi/<int:paper>/tra-lai", deeds.return_paper, name="return"),
    path(f"{_PROGRAMME}/van-ban-don-vi/<int:paper>/tep", page.file, name="file"),
    path(f"{_PROGRAMME}/khong-ap-dung/<int:exemption>/bo", deeds.ask_unit_again, name="ask_again"),
]
