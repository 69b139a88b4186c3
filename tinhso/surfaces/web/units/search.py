"""Units, and those who hold posts at them, in the search over everything."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from urllib.parse import urlencode

from django.urls import reverse

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.kernel.organisations.models import Alias, Holding, UnitVersion
from tinhso.kernel.organisations.models.posts import title_at
from tinhso.kernel.organisations.naming import body_name
from tinhso.kernel.search.findable import Hit, Kind, Seeker, Source
from tinhso.lib.dates import write_date

_DAY = timedelta(days=1)


def may_read(seeker: Seeker) -> bool:
    """Whether the person may see the organisations at all."""
    return standing(seeker.account, seeker.day).may(Verb.READ_ORGANISATIONS)


def units(keys: Sequence[int], seeker: Seeker) -> Mapping[int, Hit]:
    """Units as they are called today; one that is no more, by its last name and on a day when it was."""
    versions = UnitVersion.objects.filter(unit__in=keys).select_related("unit").order_by("valid_from")
    shown: dict[int, UnitVersion] = {}
    for version in versions:
        if version.unit_id not in shown or version.valid_from <= seeker.day:
            shown[version.unit_id] = version
    above = _names({version.parent_id for version in shown.values() if version.parent_id}, seeker)
    return {key: _unit_hit(version, above.get(version.parent_id or 0, ""), seeker) for key, version in shown.items()}


def people(keys: Sequence[int], seeker: Seeker) -> Mapping[int, Hit]:
    """Who holds a post, with the post; opens the unit."""
    found = list(Holding.objects.filter(pk__in=keys).select_related("post__unit"))
    names = _names({each.post.unit_id for each in found}, seeker)
    return {
        each.pk: Hit(
            each.person,
            reverse("units:unit", args=(each.post.unit.key,)),
            detail=title_at(each.post.title, names.get(each.post.unit_id, each.post.unit.key)),
            note=f"đến hết {write_date(each.valid_to - _DAY)}" if each.valid_to and each.valid_to <= seeker.day else "",
        )
        for each in found
    }


def _unit_hit(version: UnitVersion, above: str, seeker: Seeker) -> Hit:
    address, note = reverse("units:unit", args=(version.unit.key,)), ""
    if not version.holds_on(seeker.day):
        address += "?" + urlencode({"on": write_date(version.valid_from)})
        note = f"tên dùng đến hết {write_date(version.valid_to - _DAY)}" if version.valid_to else "chưa có hiệu lực"
    detail = " · ".join(filter(None, [str(version.get_kind_display()), version.short_name, above]))
    return Hit(body_name(version), address, detail=detail, note=note)


def _names(units: set[int], seeker: Seeker) -> dict[int, str]:
    """The newest name up to that day of each unit."""
    versions = UnitVersion.objects.filter(unit__in=units, valid_from__lte=seeker.day).order_by("valid_from")
    return {version.unit_id: version.name for version in versions}


SEARCH = (
    Kind(
        name="unit",
        label="Đơn vị",
        order=60,
        sources=(
            Source(
                model=UnitVersion,
                key="unit",
                code=("official_code",),
                title=("name", "short_name"),
                ended="valid_to",
            ),
            Source(model=Alias, key="unit", title=("text",)),
        ),
        seen=may_read,
        show=units,
    ),
    Kind(
        name="person",
        label="Người giữ chức vụ",
        order=61,
        sources=(Source(model=Holding, title=("person",), ended="valid_to"),),
        seen=may_read,
        show=people,
    ),
)
