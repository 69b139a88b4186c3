"""What stands around a document of a round: letterhead, symbol, subject, opening sentence, who signs, who receives."""

from tinhso.kernel.documents.paper.parts import Letterhead, Recipients, Signing
from tinhso.kernel.documents.paper.words import Paragraph, Run, said
from tinhso.lib.dates import write_long_date
from tinhso.lib.text import in_sentence
from tinhso.steering.issuing.facts.gathered import Facts

#: A place that is left free for a person.
FREE = "…"


def letterhead(facts: Facts) -> Letterhead:
    """The body in charge and its superior, by their names of the day."""
    return Letterhead(facts.issuer.name, facts.issuer.parent)


def symbol(facts: Facts) -> str:
    """ "BC-STTTT"; the body's part is left free where its abbreviation is not known."""
    return f"BC-{facts.issuer.abbreviation or FREE}"


def plan_named(facts: Facts) -> str:
    """ "Kế hoạch số 12/KH-UBND của UBND tỉnh"; the number is left free where the plan came without one."""
    document = facts.document
    if not document.symbol:
        return in_sentence(facts.programme.name)
    kind = document.kind.capitalize() or "Kế hoạch"
    of = f" của {document.body}" if document.body else ""
    return f"{kind} số {document.number or FREE}/{document.symbol}{of}"


def issued(facts: Facts) -> str:
    """ " ngày 05 tháng 3 năm 2022" as far as the plan says its day."""
    document = facts.document
    if not document.symbol or not document.issued_year:
        return ""
    day = f"{document.issued_day:02d}" if document.issued_day else FREE
    month = document.issued_month
    named = (f"{month:02d}" if month <= 2 else str(month)) if month else FREE
    return f" ngày {day} tháng {named} năm {document.issued_year}"


def period_named(facts: Facts) -> str:
    """ "quý III năm 2022"; of a round with a title of its own that title."""
    title = in_sentence(facts.round.title)
    named = title.removeprefix("báo cáo ")
    return named if facts.round.is_periodic else f"({title})"


def subject(facts: Facts) -> str:
    """What the report is about."""
    return f"Kết quả thực hiện {plan_named(facts)} {period_named(facts)}"


def opening(facts: Facts) -> list[Paragraph]:
    """By which plan, of which days; that it is invented where it is."""
    days = f"số liệu từ {write_long_date(facts.round.first_day)} đến hết {write_long_date(facts.round.last_day)}"
    words = (
        f"Thực hiện {plan_named(facts)}{issued(facts)}{_about(facts)}, {facts.issuer.name or FREE} tổng hợp, báo cáo"
        f" kết quả thực hiện {period_named(facts)} ({days}) như sau:"
    )
    return [*invented(facts), Paragraph(said(words))]


def invented(facts: Facts) -> list[Paragraph]:
    """That progress and figures are invented, where they are."""
    mark = "Số liệu minh họa: tiến độ, số liệu và ý kiến trong văn bản này do phần mềm đặt ra để dùng thử."
    return [Paragraph((Run(mark, italic=True),))] if facts.programme.demonstration_on else []


def closing(facts: Facts) -> Paragraph:
    """The last sentence, with the end mark of official texts."""
    to = f"; {facts.issuer.name or FREE} trân trọng báo cáo {facts.addressed}" if facts.addressed else ""
    return Paragraph(said(f"Trên đây là kết quả thực hiện {plan_named(facts)} {period_named(facts)}{to}./."))


def signing(facts: Facts) -> Signing:
    """In whose name, which post, and who holds it on the day; what is not known stays free."""
    lines = tuple(line for line in (facts.issuer.authority, facts.issuer.post) if line)
    return Signing(lines, facts.issuer.person)


def recipients(facts: Facts) -> Recipients:
    """Whom the plan names; further ones are a person's to add."""
    return Recipients(("Như trên",) if facts.addressed else (), "VT")


def _about(facts: Facts) -> str:
    subject_ = facts.document.subject
    return f" về {in_sentence(subject_)}" if facts.document.symbol and subject_ else ""


def left_free(facts: Facts) -> list[str]:
    """What stays free because nobody has told it here, and what is inferred; a sentence each."""
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
    }
    return [sentence for sentence, is_free in free.items() if is_free]
