"""The headings of a programme's plan, under which its items stand."""

from django.http import HttpRequest
from ninja import Query, Router, Schema

from tinhso.steering.api.seen import seen_programme
from tinhso.steering.programmes.models import Heading
from tinhso.surfaces.api.examples import shown_as
from tinhso.surfaces.api.paging import Page, PageQuery, page

router = Router()


class SectionRow(Schema):
    """A heading."""

    model_config = shown_as({"id": 12, "code": "II.1", "text": "Môi trường pháp lý", "level": 2, "parent": 11})

    id: int
    code: str
    text: str
    level: int
    parent: int | None


@router.get(
    "/{int:programme}/sections", response=Page[SectionRow], url_name="sections", summary="Đề mục của chương trình"
)
def list_sections(request: HttpRequest, programme: int, paging: Query[PageQuery]) -> dict[str, object]:
    """The headings in the order of the plan; `id` is what tasks and indicators are filtered by."""
    rows = Heading.objects.filter(programme=seen_programme(request, programme)).current()
    return page(rows, ("position", "id"), query=paging, request=request, show=_row)


def _row(heading: Heading) -> SectionRow:
    return SectionRow(
        id=heading.pk, code=heading.code, text=heading.text, level=heading.level, parent=heading.parent_id
    )
