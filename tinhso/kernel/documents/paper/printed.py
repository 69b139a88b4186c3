"""The lines of a document as they are printed, with the words and end marks that its form adds (Phụ lục I)."""

from collections.abc import Sequence

from tinhso.kernel.documents.paper.parts import Annex, Paper, Recipients
from tinhso.lib.dates import write_long_date

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
ADDRESSED = "Kính gửi:"
RECIPIENTS = "Nơi nhận:"
#: A place left free in a draft: no-break spaces, which neither Word nor a reader of the text runs together.
FREE = "\u00a0" * 6


def number_words(number: int | None) -> str:
    """ "05" of 5, "123" of 123: below ten with a zero; a free place of None."""
    return FREE if number is None else f"{number:02d}"


def number_line(paper: Paper) -> str:
    """ "Số: 05/BC-UBND"."""
    return f"Số: {number_words(paper.number)}/{paper.symbol}"


def day_words(paper: Paper) -> str:
    """ "ngày 05 tháng 3 năm 2022"; places left free in a draft."""
    return write_long_date(paper.issued_on) if paper.issued_on else f"ngày{FREE}tháng{FREE}năm{FREE}"


def place_line(paper: Paper) -> str:
    """ "Bắc Giang, ngày 05 tháng 3 năm 2022"."""
    return f"{paper.place}, {day_words(paper)}"


def subject_line(paper: Paper) -> str:
    """The subject; of a công văn "V/v …"."""
    return paper.subject if paper.kind else f"V/v {paper.subject}"


def base_lines(paper: Paper) -> list[str]:
    """The legal grounds, each ended ";", the last "."."""
    return _ended(paper.bases)


def addressed_lines(paper: Paper) -> list[str]:
    """ "Kính gửi: Bộ Nội vụ" for one (mục V.8.a); for several the words alone, then "- …;" a line each (II.9.d)."""
    if len(paper.addressed) < 2:
        return [f"{ADDRESSED} {line}" for line in paper.addressed]
    return [ADDRESSED, *(f"- {line}" for line in _ended(paper.addressed))]


def recipient_lines(recipients: Recipients) -> list[str]:
    """ "- Như trên;" … "- Lưu: VT, CNS."."""
    return [*(f"- {line};" for line in recipients.lines), f"- Lưu: {recipients.kept}."]


def attached_line(paper: Paper) -> str:
    """ "(Kèm theo Báo cáo số 05/BC-UBND ngày 05 tháng 3 năm 2022 của Ủy ban nhân dân tỉnh)"."""
    kind = paper.kind.capitalize() if paper.kind else "Công văn"
    body = paper.letterhead.named or paper.letterhead.body
    return f"(Kèm theo {kind} số {number_words(paper.number)}/{paper.symbol} {day_words(paper)} của {body})"


def annex_lines(annex: Annex) -> list[str]:
    """Its number, then its title; without those that are empty."""
    return [line for line in (annex.number, annex.title) if line]


def _ended(lines: Sequence[str]) -> list[str]:
    return [f"{line}{'.' if place == len(lines) else ';'}" for place, line in enumerate(lines, start=1)]
