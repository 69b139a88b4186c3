"""Put drafts of one day into force: whole, with the posts and roles that end or move, or not at all."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.kernel.organisations.models import Holding, Post, Reorganisation
from tinhso.kernel.organisations.reorganising.apply import put_into_force, rehearse
from tinhso.kernel.reorganisations.announcing import announce_enforced
from tinhso.kernel.reorganisations.checks import faults
from tinhso.kernel.reorganisations.errors import DraftChanged, DraftsApart
from tinhso.kernel.reorganisations.models import Closing, Draft, Enactment
from tinhso.kernel.reorganisations.orders import orders_of
from tinhso.kernel.reorganisations.roles import Proposal, move, proposals


def enforce(seen: Mapping[int, int], *, moving: Collection[int], by: Account) -> list[Draft]:
    """Put the drafts with these keys into force, each at the version that was previewed.

    ``moving`` are keys of roles that go on at the successor; the other roles at units that end, end with them.
    Raises NotAllowed, DraftsApart, DraftChanged (also when they are in force already), or what the preview told; then
    nothing is done.
    """
    standing(by).require(Verb.KEEP_ORGANISATIONS)
    with transaction.atomic():
        drafts = _claim(seen)
        lines = [line for draft in drafts for line in draft.lines.all()]
        orders, day, roles = orders_of(drafts), drafts[0].effective_on, proposals(lines, drafts[0].effective_on)
        for fault in faults(drafts, rehearse(*orders), roles):
            raise fault
        closing = {line.unit for line in lines if line.ends}
        posts = list(Post.objects.valid_on(day).filter(unit__key__in=closing))
        holdings = list(Holding.objects.valid_on(day).filter(post__unit__key__in=closing))
        put_into_force(*orders)
        announce_enforced(orders)
        first = _record(drafts, by=by)[0]
        closed = [
            *(Closing(post=post, valid_to=post.valid_to) for post in posts),
            *(Closing(holding=holding, valid_to=holding.valid_to) for holding in holdings),
            *(_end(each, day=day, moves=each.role.pk in moving) for each in roles),
        ]
        for row in closed:
            row.enactment = first
        Closing.objects.bulk_create(closed, batch_size=200)
        return drafts


def _claim(seen: Mapping[int, int]) -> list[Draft]:
    drafts = list(Draft.objects.filter(pk__in=seen).order_by("pk").prefetch_related("lines"))
    if len(drafts) != len(seen) or len({draft.effective_on for draft in drafts}) != 1:
        raise DraftsApart
    for draft in drafts:
        same = Draft.objects.filter(pk=draft.pk, version=seen[draft.pk], state=Draft.State.DRAFT)
        if not same.update(state=Draft.State.IN_FORCE, version=F("version") + 1):
            raise DraftChanged(title=draft.title)
    return drafts


def _record(drafts: Sequence[Draft], *, by: Account) -> list[Enactment]:
    decisions = {each.key: each for each in Reorganisation.objects.filter(key__in=[draft.key for draft in drafts])}
    now = timezone.now()
    return [
        Enactment.objects.create(draft=draft, reorganisation=decisions[draft.key], by=by, at=now) for draft in drafts
    ]


def _end(proposal: Proposal, *, day: date, moves: bool) -> Closing:
    role = proposal.role
    moved = move(proposal, day) if moves and proposal.successor else None
    RoleAssignment.objects.filter(pk=role.pk).update(valid_to=day)
    return Closing(role=role, valid_to=role.valid_to, successor_role=moved)
