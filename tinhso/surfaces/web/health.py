"""Whether this process serves and its database answers: for the operator's watch and the start-up script."""

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@login_not_required
@never_cache
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """200 when well, 503 when the database does not answer; says nothing else, because anybody may ask."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"database": "không trả lời"}, status=503, json_dumps_params={"ensure_ascii": False})
    return JsonResponse({"database": "ok"})
