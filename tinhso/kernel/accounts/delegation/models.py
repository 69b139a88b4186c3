"""A delegation: one role of one person, for another person, from one day to another, by a paper."""

from datetime import date, timedelta
from typing import Self

from django.db import models
from django.db.models import F, Q

from tinhso.kernel.accounts.roles import GRANTS, NOT_DELEGABLE, SEEING, Role, Verb, roles_that_lend
from tinhso.kernel.organisations.models.validity import ends_after_it_begins, valid_on


def in_force(day: date, path: str = "") -> Q:
    """The condition "gives its right on that day"; taken back, it gives none from that day on."""
    kept = Q(**{f"{path}taken_back_on__isnull": True}) | Q(**{f"{path}taken_back_on__gt": day})
    return valid_on(day, path) & kept


class DelegationQuerySet(models.QuerySet["Delegation"]):
    """Delegations by day and by whom they concern."""

    def in_force(self, day: date) -> Self:
        """Those by which somebody may act on that day."""
        return self.filter(in_force(day), giver__is_active=True)

    def not_over(self, day: date) -> Self:
        """Those that give their right on that day or later."""
        kept = Q(taken_back_on__isnull=True) | Q(taken_back_on__gt=day)
        return self.filter(kept, valid_to__gt=day)

    def lending(self, verb: Verb) -> Self:
        """Those by which the delegate may do the verb."""
        held = self.filter(held__role__in=roles_that_lend(verb))
        return held if verb in SEEING else held.filter(Q(scope="") | Q(scope__contains=f" {verb} "))

    def whole(self) -> Self:
        """With everything that a line about one says."""
        return self.select_related("held__unit", "held__post", "giver", "delegate", "entered_by", "taken_back_by")


class Delegation(models.Model):
    """``delegate`` does what ``held`` allows its holder, from ``valid_from`` until the day before ``valid_to``.

    ``scope`` is empty for everything that the role allows, else the verbs between blanks: " report approve_report ".
    ``giver`` is the holder, kept apart for the constraint that nobody acts for himself.
    """

    held = models.ForeignKey(
        "accounts.RoleAssignment", models.PROTECT, related_name="delegations", verbose_name="vai trò"
    )
    giver = models.ForeignKey("accounts.Account", models.PROTECT, related_name="given", verbose_name="người ủy quyền")
    delegate = models.ForeignKey(
        "accounts.Account", models.PROTECT, related_name="received", verbose_name="người được ủy quyền"
    )
    scope = models.CharField("phạm vi", max_length=400, blank=True, default="")
    paper_number = models.CharField("số văn bản", max_length=60)
    paper_date = models.DateField("ngày văn bản")
    valid_from = models.DateField("từ ngày")
    valid_to = models.DateField("đến trước ngày")
    entered_by = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+", verbose_name="người ghi")
    entered_at = models.DateTimeField("ghi lúc", auto_now_add=True)
    taken_back_on = models.DateField("thu hồi ngày", null=True, blank=True)
    taken_back_by = models.ForeignKey(
        "accounts.Account", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người thu hồi"
    )
    taking_back_reason = models.CharField("lý do thu hồi", max_length=255, blank=True)

    objects = DelegationQuerySet.as_manager()

    class Meta:
        verbose_name = "ủy quyền"
        verbose_name_plural = "ủy quyền"
        ordering = ("-valid_from", "-pk")
        constraints = (
            ends_after_it_begins("delegation_days"),
            models.CheckConstraint(
                name="delegation_to_another",
                condition=~Q(delegate=F("giver")),
                violation_error_message="Không ai ủy quyền cho chính mình.",
            ),
            models.CheckConstraint(
                name="delegation_has_paper",
                condition=~Q(paper_number="") & Q(paper_date__lte=F("valid_from")),
                violation_error_message="Văn bản ủy quyền phải có số và được ký chậm nhất vào ngày bắt đầu.",
            ),
        )
        indexes = (models.Index(fields=("delegate", "valid_to"), name="delegation_of_delegate"),)

    def __str__(self) -> str:
        return f"{self.giver} ủy quyền cho {self.delegate}"

    @property
    def verbs(self) -> frozenset[Verb]:
        """What the delegate may do by it."""
        return verbs_given(Role(self.held.role), self.scope)

    @property
    def last_day(self) -> date:
        """The last day on which it gives its right."""
        day_before = self.valid_to - timedelta(days=1)
        return min(day_before, self.taken_back_on - timedelta(days=1)) if self.taken_back_on else day_before


def verbs_given(role: Role, scope: str) -> frozenset[Verb]:
    """What a delegation of that role with that scope allows to do; who does it sees what it is about (``SEEING``)."""
    whole = GRANTS[role] - NOT_DELEGABLE
    return whole & {Verb(word) for word in scope.split() if word in Verb.values} if scope else whole


def scope_of(verbs: frozenset[Verb]) -> str:
    """Verbs as the column keeps them, in one order; none is everything."""
    return f" {' '.join(sorted(verbs))} " if verbs else ""
