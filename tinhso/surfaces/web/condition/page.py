"""The page of the system's condition, and the same for monitors."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.surfaces.web.condition.asking import WORDS, ask_all, worst


@require_safe
@never_cache
def page(request: HttpRequest) -> HttpResponse:
    """Each part with its word, and what to do."""
    require(request, Verb.SEE_HEALTH)
    asked = ask_all()
    tone = worst(asked)
    counted = [(each, WORDS[each], sum(part.answer.tone == each for part in asked)) for each in ("bad", "warn", "good")]
    context = {"asked": asked, "tone": tone, "word": WORDS[tone], "counted": counted, "at": timezone.now()}
    return render(request, "condition/page.html", context)


@require_safe
@never_cache
def for_monitors(request: HttpRequest) -> JsonResponse:
    """200 while nothing is bad, 503 otherwise."""
    require(request, Verb.SEE_HEALTH)
    asked = ask_all()
    tone = worst(asked)
    content = {"tone": tone, "at": timezone.now().isoformat(), "parts": [each.plain() for each in asked]}
    return JsonResponse(content, status=503 if tone == "bad" else 200, json_dumps_params={"ensure_ascii": False})
