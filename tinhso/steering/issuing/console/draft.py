"""``tinhso draft``: a document of a round as it would be now, as text or as a file."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

from tinhso.kernel.documents.paper import printed
from tinhso.kernel.documents.paper.docx import docx_of
from tinhso.kernel.documents.paper.parts import Paper
from tinhso.kernel.documents.paper.pdf import pdf_of
from tinhso.kernel.documents.paper.words import Block, Grid, Heading, Item, plain
from tinhso.steering.issuing.drafts import REPORT, URGING
from tinhso.steering.issuing.facts.gathered import facts_of
from tinhso.steering.issuing.refusals import NotAskedAbout
from tinhso.steering.programmes.console.programme import find_programme
from tinhso.steering.programmes.console.words import Parser
from tinhso.steering.reporting.console.round import find_round
from tinhso.steering.reporting.models import Round

_WRITERS = {"docx": docx_of, "pdf": pdf_of}


def run(words: list[str]) -> int:
    """Write the files that are asked for; where none is, print the text."""
    asked = _parser().parse_args(words)
    round_ = find_round(asked.round)
    facts = facts_of(round_, _programme(round_, asked.programme))
    kind = URGING if asked.urging else REPORT
    paper = kind.make(facts)
    print("\n".join(_written(paper, asked) or _text(paper, kind.left_free(facts))))
    return 0


def _parser() -> Parser:
    parser = Parser("draft", "Dự thảo báo cáo tổng hợp của một kỳ: in ra, hoặc ghi thành tệp.")
    parser.add_argument("--urging", action="store_true", help="thay vào đó, công văn đôn đốc đơn vị chưa gửi")
    parser.add_argument("round", metavar="SỐ", help="số của kỳ báo cáo")
    parser.add_argument(
        "--programme", default="", metavar="MÃ", help="chương trình nào, khi kỳ hỏi về nhiều chương trình"
    )
    for form in _WRITERS:
        parser.add_argument(f"--{form}", metavar="TỆP", help=f"ghi thành tệp .{form}")
    return parser


def _programme(round_: Round, code: str) -> int:
    """The one that is meant. Raises NotAskedAbout."""
    asked = [ask.programme_id for ask in round_.asks.all()]
    wanted = find_programme(code).pk if code else asked[0] if len(asked) == 1 else None
    if wanted not in asked:
        raise NotAskedAbout(codes=", ".join(ask.programme.code for ask in round_.asks.all()))
    return wanted


def _written(paper: Paper, asked: Namespace) -> list[str]:
    """The files written, by name."""
    wanted = {form: Path(name) for form in _WRITERS if (name := getattr(asked, form))}
    for form, place in wanted.items():
        place.write_bytes(_WRITERS[form](paper))
    return [f"Đã ghi {place}" for place in wanted.values()]


def _text(paper: Paper, left_free: Sequence[str]) -> Iterator[str]:
    yield from (*filter(None, [paper.kind]), printed.subject_line(paper), "", *printed.addressed_lines(paper))
    yield from (line for block in paper.blocks for line in _lines(block))
    for annex in paper.annexes:
        yield from ("", *printed.annex_lines(annex))
        yield from (line for block in annex.blocks for line in _lines(block))
    yield from (
        "",
        "Phải bổ sung hoặc xem lại trước khi ban hành:",
        *(f"- {sentence}" for sentence in left_free),
    )


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Grid):
        yield "\t".join(column.head for column in block.columns)
        yield from ("\t".join(plain(cell) for cell in row.cells) for row in block.rows)
    elif isinstance(block, Heading):
        yield f"{block.label} {plain(block.words)}"
    else:
        yield f"{'- ' if isinstance(block, Item) else ''}{plain(block.words)}"
