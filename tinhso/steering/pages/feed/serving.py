"""The calendar itself: no sign-in, the address is the secret."""

import hashlib

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from tinhso.kernel.exchange.feeds import feed_of
from tinhso.kernel.organisations.models import UnitVersion
from tinhso.steering.pages.feed.feed_days import days_of_feed
from tinhso.steering.pages.feed.writing import written


@login_not_required
@require_safe
def calendar(request: HttpRequest, feed: str) -> HttpResponse:
    """``/lich/<feed>.ics``; 304 when the calendar program has it already."""
    found, today = feed_of(feed), timezone.localdate()
    name = "Hạn việc của tôi"
    if found.unit is not None:
        version = UnitVersion.objects.filter(unit=found.unit).order_by("-valid_from").first()
        name = f"Hạn việc của {version.name if version else found.unit.key}"
    content = written(name, days_of_feed(found, today), whole=request.build_absolute_uri)
    etag = quote_etag(hashlib.sha256(content).hexdigest()[:32])
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="tinhso.ics"'
    response["Cache-Control"] = "private, no-cache"
    response["ETag"] = etag
    # Who holds the address needs no search engine to hold it too.
    response["X-Robots-Tag"] = "noindex"
    return get_conditional_response(request, etag=etag, response=response) or response
