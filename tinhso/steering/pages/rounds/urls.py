"""The addresses of rounds."""

from django.urls import path

from tinhso.steering.pages.rounds import acting, board_page, listing, planning

app_name = "rounds"

_ROUNDS = "chuong-trinh/<int:programme>/ky-bao-cao"
_ROUND = f"{_ROUNDS}/<int:round_>"

urlpatterns = [
    path(_ROUNDS, listing.rounds, name="rounds"),
    path(f"{_ROUNDS}/theo-ke-hoach", listing.plan_all, name="plan_all"),
    path(f"{_ROUNDS}/lap", planning.plan, name="plan"),
    path(_ROUND, board_page.board, name="board"),
    path(f"{_ROUND}/viec/<slug:errand>", acting.act, name="act"),
]
