"""The consolidated report of a round as a document, and what a person must still add to it."""

from tinhso.kernel.documents.paper.parts import Paper
from tinhso.steering.issuing import head
from tinhso.steering.issuing.consolidated.indicator_annex import indicators
from tinhso.steering.issuing.consolidated.quotes import difficulties, directions, proposals
from tinhso.steering.issuing.consolidated.results import results
from tinhso.steering.issuing.consolidated.sending import missing, sending
from tinhso.steering.issuing.consolidated.task_annex import tasks
from tinhso.steering.issuing.consolidated.unit_annex import units
from tinhso.steering.issuing.facts.gathered import Facts


def report_of(facts: Facts) -> Paper:
    """A draft: without number and day. Its sentences are frames around facts; what units said is quoted."""
    return Paper(
        letterhead=head.letterhead(facts),
        symbol=head.symbol(facts),
        place=facts.issuer.place,
        kind="BÁO CÁO",
        subject=head.subject(facts),
        addressed=(_capital(facts.addressed),) if facts.addressed else (),
        blocks=(
            *head.opening(facts),
            *results(facts),
            *sending(facts),
            *difficulties(facts),
            *proposals(facts),
            *directions(facts),
            head.closing(facts),
        ),
        signing=head.signing(facts),
        recipients=head.recipients(facts),
        annexes=(indicators(facts), tasks(facts), units(facts), missing(facts)),
    )


def left_free(facts: Facts) -> list[str]:
    """What a person must still add to the draft, or look at again; a sentence each."""
    unaddressed = [] if facts.addressed else ["Nơi nhận báo cáo chưa có trong kế hoạch."]
    return [*head.left_free(facts), *unaddressed]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
