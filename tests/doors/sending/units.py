"""The doors of units: posts, reorganisations; those of Huyện Mẫu are its head's, those of another unit are not."""

from collections.abc import Mapping
from datetime import date

from tests.doors.world import Make, Sent, World
from tinhso.kernel.organisations.models import Holding, Post
from tinhso.kernel.reorganisations.models import Draft

_DECISION = {"title": "Hợp nhất hai sở", "number": "12/NQ-HĐND", "effective_on": "01/6/2026"}
_FACTS = {**_DECISION, "effective_on": "2026-06-01"}
_POST = {"title": "Phó Chủ tịch UBND", "rank": "deputy", "since": "01/01/2022"}
_HOLDER = {"person": "Trần Văn Thử", "since": "01/3/2022", "seat": "2"}
_END = {"on": "01/6/2022"}
#: The same as programs send it.
_MADE = {**_POST, "since": "2022-01-01"}
_HELD = {"person": "Trần Văn Thử", "since": "2022-03-01", "seat": 2}
_ENDED = {"on": "2022-06-01"}


def _own_post(world: World, form: Mapping[str, object], *, json: Mapping[str, object] | None = None) -> Sent:
    post = Post.objects.filter(unit=world.lead)[0]
    held = Holding.objects.create(post=post, person="Người Giữ", seat=1, valid_from=date(2022, 1, 1))
    return Sent(keys={"key": world.lead.key, "post": post.pk, "holding": held.pk}, form=form, json=json)


def _draft(world: World) -> Draft:
    return Draft.objects.get(pk=world.key("draft"))


def _revised(world: World) -> Sent:
    return Sent(form={**_DECISION, "version": _draft(world).version})


def _enforced(world: World) -> Sent:
    return Sent(form={"seen": f"{world.keys['draft']}:{_draft(world).version}"})


def _seen(world: World, **content: object) -> Sent:
    """By the API, at the version that stands."""
    return Sent(json=content, headers={"If-Match": f'"{_draft(world).version}"'})


SENT: Mapping[str, Make] = {
    "POST posts:make": lambda _world: Sent(form=_POST),
    "POST posts:hold": lambda _world: Sent(form=_HOLDER),
    "POST posts:end": lambda _world: Sent(form=_END),
    "POST posts:end_holding": lambda _world: Sent(form=_END),
    "GET posts:make đơn vị mình": lambda world: _own_post(world, {}),
    "GET posts:hold đơn vị mình": lambda world: _own_post(world, {}),
    "POST posts:make đơn vị mình": lambda world: _own_post(world, _POST),
    "POST posts:hold đơn vị mình": lambda world: _own_post(world, _HOLDER),
    "POST posts:end đơn vị mình": lambda world: _own_post(world, _END),
    "POST posts:end_holding đơn vị mình": lambda world: _own_post(world, _END),
    "POST api:make_post": lambda _world: Sent(json=_MADE),
    "POST api:hold_post": lambda _world: Sent(json=_HELD),
    "POST api:end_post": lambda _world: Sent(json=_ENDED),
    "POST api:end_holding": lambda _world: Sent(json=_ENDED),
    "POST api:make_post đơn vị mình": lambda world: _own_post(world, {}, json=_MADE),
    "POST api:hold_post đơn vị mình": lambda world: _own_post(world, {}, json=_HELD),
    "POST api:end_post đơn vị mình": lambda world: _own_post(world, {}, json=_ENDED),
    "POST api:end_holding đơn vị mình": lambda world: _own_post(world, {}, json=_ENDED),
    "POST reorganising:new": lambda _world: Sent(form=_DECISION),
    "POST reorganising:draft": _revised,
    "POST reorganising:add": lambda _world: Sent(
        keys={"step": "thanh-lap"}, form={"name": "Sở Mới", "kind": "department"}
    ),
    "POST reorganising:enforce": _enforced,
    "POST reorganising:take_back": lambda _world: Sent(form={"reason": "Thử"}),
    "POST api:prepare_draft": lambda _world: Sent(json=_FACTS),
    "PUT api:revise_draft": lambda world: _seen(world, **_FACTS),
    "POST api:add_steps": lambda _world: Sent(
        json={"steps": [{"deed": "establish", "name": "Sở Mới", "kind": "department"}]}
    ),
    "POST api:enforce_draft": lambda world: _seen(world, moving=[]),
    "POST api:take_back_day": lambda _world: Sent(json={"reason": "Thử"}),
}
