"""What is sent to each door that takes something: one function a line of the table that writes."""

from collections.abc import Mapping

from tests.doors.sending import (
    administration,
    api_items,
    api_reporting,
    api_review,
    api_work,
    duties,
    figures,
    own,
    programme,
    reports,
    review,
    rounds,
    units,
    verbs,
)
from tests.doors.world import Make, Sent, World


def nothing(_world: World) -> Sent:
    """For doors that are only opened, and buttons that send nothing."""
    return Sent()


#: "POST work:notice" → what is made and sent; what is not named here sends nothing.
SENT: Mapping[str, Make] = {
    **api_items.SENT,
    **api_reporting.SENT,
    **api_review.SENT,
    **api_work.SENT,
    **verbs.SENT,
    **programme.SENT,
    **review.SENT,
    **figures.SENT,
    **duties.SENT,
    **rounds.SENT,
    **reports.SENT,
    **administration.SENT,
    **units.SENT,
    **own.SENT,
}
