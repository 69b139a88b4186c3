"""The addresses of delegations."""

from django.urls import path

from tinhso.surfaces.web.delegations import giving, listing

app_name = "delegations"

urlpatterns = [
    path("quan-tri/uy-quyen", listing.delegations, name="list"),
    path("quan-tri/uy-quyen/moi", giving.choose_role, name="choose"),
    path("quan-tri/uy-quyen/moi/<int:held>", giving.give, name="give"),
    path("quan-tri/uy-quyen/<int:delegation>/thu-hoi", listing.take, name="take_back"),
]
