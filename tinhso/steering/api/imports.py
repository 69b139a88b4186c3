"""A file of figures: what is in it, and entering all of it or nothing."""

from collections.abc import Callable

from django.http import HttpRequest
from ninja import File, Query, Router, Schema
from ninja.files import UploadedFile
from pydantic import Field

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.steering.api.seen import seen_programme
from tinhso.steering.figures.importing.load import Found, import_figures, looked_into
from tinhso.surfaces.api.description import Described
from tinhso.surfaces.api.examples import shown_as

router = Router()
_REFUSING: Described = {"responses": {413: {}, 422: {}}}
_LINE = {"line": 12, "reason": "không có đơn vị mã “so-la”."}


class LineShown(Schema):
    """A line of the file that cannot be taken."""

    model_config = shown_as(_LINE)

    line: int
    reason: str


class ImportShown(Schema):
    """What is in the file. Once it is entered no line is refused."""

    model_config = shown_as({"fresh": 22999, "same": 0, "beside": 2, "refused": 1, "lines": [_LINE]})

    fresh: int = Field(description="Số mới. Figures that are new.")
    same: int = Field(description="Số đã có, bỏ qua. Passed over, because the same stands.")
    beside: int = Field(description="Số khác với nguồn khác cho cùng kỳ. Another source says something else.")
    refused: int = Field(description="Dòng không nạp được. Lines that cannot be taken.")
    lines: list[LineShown] = Field(description="Nhiều nhất 1.000 dòng. A thousand of them at most.")


class ImportQuery(Schema):
    """Whether the file is only looked into."""

    look: bool = Field(default=False, description="Chỉ xem trước, không nạp. Enter nothing.")


@router.post(
    "/programmes/{int:programme}/values/import",
    response=ImportShown,
    url_name="import_values",
    summary="Nạp tệp số liệu",
    openapi_extra=_REFUSING,
)
def send_values(
    request: HttpRequest, programme: int, file: File[UploadedFile], *, asked: Query[ImportQuery]
) -> ImportShown:
    """A .csv or .xlsx of the columns in the user guide. Sent twice, it is entered once."""
    found, by = seen_programme(request, programme), require(request, Verb.KEEP_FIGURES)
    work: Callable[..., Found] = looked_into if asked.look else import_figures
    told = work(found, file.file, name=file.name or "tep", by=by)
    lines = [LineShown(line=line, reason=reason) for line, reason in told.told]
    return ImportShown(fresh=told.fresh, same=told.same, beside=told.beside, refused=told.refused, lines=lines)
