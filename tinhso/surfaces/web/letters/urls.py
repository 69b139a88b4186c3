"""The addresses of letters; the one that turns them off is open to whoever holds a letter."""

from django.urls import path

from tinhso.surfaces.web.letters import mailbox, off, sent, wishes

app_name = "letters"

urlpatterns = [
    path("tai-khoan/thu-nhac", wishes.wishes, name="wishes"),
    path("tai-khoan/hop-thu", mailbox.mailbox, name="mailbox"),
    path("tai-khoan/hop-thu/<int:letter>", mailbox.one, name="own_letter"),
    path("quan-tri/thu-da-gui", sent.sent, name="sent"),
    path("quan-tri/thu-da-gui/<int:letter>", sent.one, name="letter"),
    path("quan-tri/thu-da-gui/<int:letter>/thu-lai", sent.again, name="again"),
    path("thu/tat/<str:off>", off.off, name="off"),
]
