"""Every address of this installation: the urls.py of each app, which writes its paths whole ("don-vi/<int:pk>")."""

from django.urls import URLPattern, URLResolver, include, path

from tinhso.config import discovery

urlpatterns: list[URLPattern | URLResolver] = [path("", include(module)) for module in discovery.modules("urls")]

handler400 = "tinhso.surfaces.web.shell.problems.bad_request"
handler403 = "tinhso.surfaces.web.shell.problems.forbidden"
handler404 = "tinhso.surfaces.web.shell.problems.not_found"
handler500 = "tinhso.surfaces.web.shell.problems.failed"
