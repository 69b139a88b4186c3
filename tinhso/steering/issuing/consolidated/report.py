"""The consolidated report of a round as a document, and what a person must still add to it."""

from tinhso.kernel.documents.paper.parts import Paper
from tinhso.steering.issuing.consolidated import head
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
    """What the draft leaves free because nobody has told it here, and what it infers; a sentence each."""
    issuer, document = facts.issuer, facts.document
    free = {
        "Số và ngày, tháng, năm: ghi khi ban hành.": True,
        "Tên viết tắt của cơ quan trong ký hiệu chưa có trong dữ liệu đơn vị.": not issuer.abbreviation,
        "Số của kế hoạch chưa có trong văn bản đã đọc.": bool(document.symbol) and not document.number,
        "Địa danh chưa biết.": not issuer.place,
        f"Địa danh “{issuer.place}” lấy theo đơn vị hành chính của cơ quan: xem lại nếu trụ sở ở nơi khác.": bool(
            issuer.place
        ),
        "Chức vụ người ký chưa có trong dữ liệu đơn vị.": not issuer.post,
        "Họ tên người ký chưa có trong dữ liệu đơn vị.": bool(issuer.post) and not issuer.person,
        "Nơi nhận báo cáo chưa có trong kế hoạch.": not facts.addressed,
    }
    return [sentence for sentence, is_free in free.items() if is_free]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
