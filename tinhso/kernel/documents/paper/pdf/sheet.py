"""A document as the data that the page prints: every text in pieces, every length a number."""

from typing import Any

from tinhso.kernel.documents.paper import form, printed
from tinhso.kernel.documents.paper.form import Part
from tinhso.kernel.documents.paper.measures import TEXT_LENGTH, TEXT_WIDTH, shared
from tinhso.kernel.documents.paper.parts import Annex, Paper
from tinhso.kernel.documents.paper.pdf.blocks import LONGEST_NAME, printed_blocks, printed_line
from tinhso.kernel.documents.paper.pdf.numbers import APART
from tinhso.kernel.documents.paper.pdf.shaping import shaped

Json = dict[str, Any]
#: The lines of who receives that still fit on one page with the rest.
_LONGEST_CLOSING = 40


def sheet(paper: Paper) -> Json:
    """The data of the page."""
    left, right = shared(form.LETTERHEAD_SHARES)
    left -= APART
    head = paper.letterhead
    return {
        "title": shaped(f"{paper.kind} {paper.subject}".strip())[:LONGEST_NAME],
        "author": shaped(head.body)[:LONGEST_NAME],
        "parent": printed_line(Part.PARENT, head.parent, left),
        "body": printed_line(Part.BODY, head.body, left),
        "nation": printed_line(Part.NATION, printed.NATION, right),
        "motto": printed_line(Part.MOTTO, printed.MOTTO, right),
        "number": printed_line(Part.NUMBER, printed.number_line(paper), left),
        "place": printed_line(Part.PLACE, printed.place_line(paper), right),
        "kind": printed_line(Part.KIND, paper.kind),
        "subject": printed_line(Part.SUBJECT, printed.subject_line(paper)),
        "letter_subject": [] if paper.kind else printed_line(Part.LETTER_SUBJECT, printed.subject_line(paper), left),
        "addressed": [printed_line(Part.ADDRESSED, each, TEXT_WIDTH / 2) for each in printed.addressed_lines(paper)],
        "bases": [printed_line(Part.BASE, each) for each in printed.base_lines(paper)],
        "blocks": printed_blocks(paper.blocks, TEXT_WIDTH, kept=True),
        **_closing(paper),
        "annexes": [_annex(paper, annex) for annex in paper.annexes],
    }


def _closing(paper: Paper) -> Json:
    left, right = shared(form.CLOSING_SHARES)
    recipients = printed.recipient_lines(paper.recipients)
    return {
        "recipients_word": printed_line(Part.RECIPIENTS, printed.RECIPIENTS, left),
        "recipients": [printed_line(Part.RECIPIENT, each, left) for each in recipients],
        "long_closing": len(recipients) > _LONGEST_CLOSING,
        "authority": [printed_line(Part.AUTHORITY, each, right) for each in paper.signing.lines],
        "signer": printed_line(Part.SIGNER, paper.signing.name, right),
    }


def _annex(paper: Paper, annex: Annex) -> Json:
    wide = TEXT_LENGTH if annex.landscape else TEXT_WIDTH
    return {
        "landscape": annex.landscape,
        "width": wide,
        "number": printed_line(Part.ANNEX_NUMBER, annex.number, wide),
        "title": printed_line(Part.ANNEX_TITLE, annex.title, wide),
        "attached": printed_line(Part.ANNEX_ATTACHED, printed.attached_line(paper), wide),
        "blocks": printed_blocks(annex.blocks, wide),
    }
