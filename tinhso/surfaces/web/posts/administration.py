"""The posts of one's own unit in Quản trị; of another unit they are reached from its page."""

from django.http import HttpRequest
from django.urls import reverse

from tinhso.kernel.accounts.roles import Role, Verb
from tinhso.kernel.accounts.standing import person, standing
from tinhso.surfaces.web.shell.administration import Place


def _address(request: HttpRequest) -> str | None:
    held = standing(person(request))
    if not held.may_itself(Verb.KEEP_POSTS):
        return None
    leads = [role for role in held.roles if role.role == Role.HEAD_OF_UNIT] or held.roles
    unit = next((role.unit for role in leads if role.unit), None)
    return reverse("posts:list", args=(unit.key,)) if unit else None


PLACES = (
    Place("Chức vụ của đơn vị", "Chức vụ, ai giữ từ ngày nào; đơn vị khác: mở từ trang đơn vị", "units", 20, _address),
)
