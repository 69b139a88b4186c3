"""Minh chứng của một dòng: what is handed in with a task's line, kept before the report is held."""

from dataclasses import dataclass, field

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.documents.keeping import keep_file
from tinhso.kernel.documents.models import StoredFile
from tinhso.lib.errors import TinhsoError
from tinhso.steering.pages.reports.rows import SAID, TaskRow, sent_rows
from tinhso.steering.pages.reports.seen import Seen
from tinhso.steering.reporting.actions.write_report import refuse_words
from tinhso.steering.reporting.drafting import draft_of

FILE = "tep"
_NOT_CHOSEN = "Hãy chọn tình hình."


@dataclass(frozen=True, slots=True)
class HandedIn:
    """Line → its file; line → why its file is not taken."""

    kept: dict[str, StoredFile] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)


def handed_in(request: HttpRequest, seen: Seen) -> HandedIn:
    """Nothing is kept for who may not write, nor for a line that the report does not have or that is refused itself:
    the browser sends its file again."""
    found = HandedIn()
    if not (seen.may_write and request.FILES):
        return found
    for row in sent_rows(draft_of(seen.report), request.POST):
        upload = request.FILES.get(f"{row.key}-{FILE}")
        if upload is None:
            continue
        try:
            found.kept[row.key] = _kept(row, upload, by=seen.asked.account)
        except TinhsoError as refusal:
            found.refused[row.key] = refusal.sentence if row.typed[SAID] else _NOT_CHOSEN
    return found


def _kept(row: TaskRow, upload: UploadedFile[bytes], *, by: Account) -> StoredFile:
    refuse_words(row.draft, row.words)
    return keep_file(upload, by=by)
