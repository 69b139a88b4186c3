"""Minh chứng của một dòng: what is handed in with a task's line, kept before the report is held."""

from dataclasses import dataclass, field

from django.http import HttpRequest

from tinhso.kernel.documents.keeping import keep_file
from tinhso.kernel.documents.models import StoredFile
from tinhso.lib.errors import TinhsoError
from tinhso.steering.following.refusals import NothingSaid
from tinhso.steering.pages.reports.rows import SAID
from tinhso.steering.pages.reports.seen import Seen

FILE = "tep"


@dataclass(frozen=True, slots=True)
class HandedIn:
    """Line → its file; line → why its file is not taken."""

    kept: dict[str, StoredFile] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)


def handed_in(request: HttpRequest, seen: Seen) -> HandedIn:
    """Nothing is kept for who may not write, nor for a line that says nothing."""
    found = HandedIn()
    for name, upload in request.FILES.items() if seen.may_write else ():
        key, _dash, part = name.rpartition("-")
        if part != FILE or isinstance(upload, list):
            continue
        if not request.POST.get(f"{key}-{SAID}"):
            found.refused[key] = NothingSaid.sentence
            continue
        try:
            found.kept[key] = keep_file(upload, by=seen.asked.account)
        except TinhsoError as refusal:
            found.refused[key] = refusal.sentence
    return found
