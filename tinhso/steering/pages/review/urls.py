"""The addresses of the review."""

from django.urls import path

from tinhso.steering.pages.review import adding, correcting, deeds, dropping, merging, screen, splitting, together

app_name = "review"

_REVIEW = "chuong-trinh/<int:programme>/duyet"
_ITEM = f"{_REVIEW}/muc/<slug:reviewed>"

urlpatterns = [
    path(_REVIEW, screen.screen, name="screen"),
    path(f"{_REVIEW}/cung-duyet", together.together, name="together"),
    path(f"{_REVIEW}/chap-nhan", deeds.accept_many, name="accept_many"),
    path(f"{_REVIEW}/them", adding.add_item, name="add"),
    path(f"{_REVIEW}/gop", merging.merge_items, name="merge"),
    path(f"{_REVIEW}/chua-xep/<int:piece>", deeds.set_piece_aside, name="set_aside"),
    path(f"{_REVIEW}/luu-y/<int:finding>", deeds.see_finding, name="see"),
    path(_ITEM, correcting.correct_item, name="item"),
    path(f"{_ITEM}/chap-nhan", deeds.accept_one, name="accept"),
    path(f"{_ITEM}/tach", splitting.split_item, name="split"),
    path(f"{_ITEM}/bo", dropping.drop_item, name="drop"),
    path(f"{_ITEM}/lay-lai", dropping.restore_item, name="restore"),
]
