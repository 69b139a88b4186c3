"""Files handed in as evidence: sent first, then named by the deed."""

from django.http import HttpRequest
from ninja import File, Router, Schema, Status
from ninja.files import UploadedFile

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.kernel.documents.keeping import keep_file
from tinhso.surfaces.api.examples import shown_as

router = Router()


class FileShown(Schema):
    """A file that is kept."""

    model_config = shown_as({"id": 9, "name": "quy-che.pdf", "size": 48211, "sha256": "9f86d081…"})

    id: int
    name: str
    size: int
    sha256: str


@router.post(
    "",
    response={201: FileShown},
    url_name="files",
    summary="Gửi một tệp làm minh chứng",
    openapi_extra={"responses": {413: {}, 415: {}}},
)
def send_file(request: HttpRequest, file: File[UploadedFile]) -> Status[FileShown]:
    """The content is checked against the name, scanned and stored once; the deed then names it by `id`."""
    kept = keep_file(file, by=require(request, Verb.READ_PROGRAMMES))
    return Status(201, FileShown(id=kept.pk, name=kept.name, size=kept.content.size, sha256=kept.content.sha256))
