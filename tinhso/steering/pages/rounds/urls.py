"""The addresses of rounds."""

from django.urls import path

from tinhso.steering.pages.rounds import (
    acting,
    board_page,
    judging,
    listing,
    ordered_page,
    planning,
    report_page,
    sheets,
)

app_name = "rounds"

_ROUNDS = "chuong-trinh/<int:programme>/ky-bao-cao"
_ROUND = f"{_ROUNDS}/<int:round_>"
_REPORT = f"{_ROUND}/bao-cao/<int:report>"

urlpatterns = [
    path(_ROUNDS, listing.rounds, name="rounds"),
    path(f"{_ROUNDS}/theo-ke-hoach", ordered_page.ordered, name="plan_all"),
    path(f"{_ROUNDS}/lap", planning.plan, name="plan"),
    path(_ROUND, board_page.board, name="board"),
    path(f"{_ROUND}/bang.xlsx", sheets.sheet, name="sheet"),
    path(f"{_ROUND}/viec/<slug:errand>", acting.act, name="act"),
    path(_REPORT, report_page.report, name="report"),
    path(f"{_REPORT}/viec/<slug:verdict>", judging.judge, name="judge"),
]
