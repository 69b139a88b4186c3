"""Minh chứng: a file of a deed, to be saved."""

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from tinhso.kernel.documents.serving import file_response
from tinhso.steering.following.models import Evidence
from tinhso.steering.pages.asked import asked


@require_safe
def download(request: HttpRequest, programme: int, evidence: int) -> HttpResponseBase:
    """For whoever may read the programme."""
    about = asked(request, programme)
    rows = Evidence.objects.select_related("file__content", "document__file__content")
    found = get_object_or_404(rows.filter(deed__task__programme=about.programme), pk=evidence)
    file = found.file or (found.document.file if found.document else None)
    if file is None:
        raise Http404
    return file_response(file)
