"""Apply a corrected version once every change in it is decided."""

from collections.abc import Mapping

from tinhso.kernel.accounts.models import Account
from tinhso.steering.programmes.actions.close import require_running
from tinhso.steering.programmes.actions.decide import decisions_of
from tinhso.steering.programmes.actions.reread import Rereading, propose, reread
from tinhso.steering.programmes.models import Decision, PlanDocument, Programme
from tinhso.steering.programmes.opening import open_plan
from tinhso.steering.programmes.refusals import ChangedMeanwhile, FileLost, Undecided


def proposal_of(programme: Programme, document: PlanDocument) -> Rereading:
    """What the document would change. The programme's own is read again from its bytes: the reader may have become
    better since. Raises FileLost."""
    if document.pk != programme.document_id:
        return propose(programme, document)
    if not document.place.exists():
        raise FileLost(name=document.name)
    return propose(programme, document, open_plan(document.place.read_bytes(), document.name).reading)


def with_rest(proposal: Rereading, choices: Mapping[str, str]) -> dict[str, str]:
    """The choices, and the new words for everything that nobody decided and no person had changed."""
    decided = decisions_of(proposal.programme, proposal.document)
    taken = {
        change.key: Decision.Choice.TAKE.value
        for change in proposal.shown
        if change.key not in proposal.held and change.key not in decided
    }
    return {**taken, **choices}


def apply_decided(proposal: Rereading, *, by: Account, version: int) -> tuple[int, int]:
    """How many changes were taken, and how many left as they were. Raises Undecided, and what ``reread`` does.

    That the programme was closed or changed meanwhile is told first: other changes may then be left to decide.
    """
    require_running(proposal.programme)
    if version != proposal.programme.version:
        raise ChangedMeanwhile(mine=version, theirs=proposal.programme.version)
    decided = decisions_of(proposal.programme, proposal.document)
    left = [change for change in proposal.shown if change.key not in decided]
    if left:
        raise Undecided(count=len(left))
    kept = [change.key for change in proposal.shown if decided[change.key].choice == Decision.Choice.KEEP]
    reread(proposal, by=by, version=version, leave=kept)
    return len(proposal.shown) - len(kept), len(kept)
