"""The addresses of reorganisations."""

from django.urls import path

from tinhso.surfaces.web.units.reorganising import enforcing, lines, listing, page, previewing, taking_back

app_name = "reorganising"

urlpatterns = [
    path("sap-xep", listing.reorganisations, name="list"),
    path("sap-xep/moi", page.new_draft, name="new"),
    path("sap-xep/<int:draft>", page.draft_page, name="draft"),
    path("sap-xep/<int:draft>/bo", page.drop_draft, name="drop"),
    path("sap-xep/<int:draft>/ban-van", page.paper, name="paper"),
    path("sap-xep/<int:draft>/buoc/<slug:step>", lines.add_step, name="add"),
    path("sap-xep/<int:draft>/buoc/<int:line>/xoa", lines.remove_step, name="remove"),
    path("sap-xep/<int:draft>/xem-truoc", previewing.preview_page, name="preview"),
    path("sap-xep/<int:draft>/hieu-luc", enforcing.put_into_force, name="enforce"),
    path("sap-xep/rut-lai/<slug:day>", taking_back.take_back_page, name="take_back"),
]
