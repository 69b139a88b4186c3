"""What an official document costs: reports a second as .pdf and .docx, and long annexes with their memory.

*Bare*: the same words set by typst as plain paragraphs of one face, without the form, a table or PDF/A.
"""

import json
import resource
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context

import typst

from tinhso.kernel.documents.paper.docx import docx_of
from tinhso.kernel.documents.paper.letters import texts
from tinhso.kernel.documents.paper.parts import Annex, Paper
from tinhso.kernel.documents.paper.pdf import pdf_of
from tinhso.kernel.documents.paper.pdf.writing import fonts
from tinhso.kernel.documents.paper.tests import papers
from tinhso.kernel.documents.paper.words import Column, Grid, Row, said

REPORTS = 100
ANNEXES = ((230, 10), (2300, 10), (230, 100))
PLAIN = b'#set text(font: "Tinos", size: 14pt)\n#for words in json(bytes(sys.inputs.words)) { par(text(words)) }'


def bare(paper: Paper) -> bytes:
    words = json.dumps(list(texts(paper)))
    return typst.compile(PLAIN, font_paths=fonts(), ignore_system_fonts=True, sys_inputs={"words": words})


def annexed(rows: int, columns: int) -> Paper:
    """A plan whose annex is a table of so many rows and columns, across the page."""
    heads = [Column(f"Cột {number}", 1) for number in range(columns)]
    lines = [Row(tuple(said(f"{row}.{column}") for column in range(columns))) for row in range(rows)]
    return replace(papers.plan(), annexes=(Annex("Phụ lục", "BIỂU", (Grid(heads, lines),), landscape=True),))


def seconds(write: Callable[[Paper], bytes], documents: list[Paper]) -> tuple[float, float]:
    """Time on the clock and of the processor for all of them, in seconds."""
    begin, used = time.perf_counter(), time.process_time()
    for each in documents:
        write(each)
    return time.perf_counter() - begin, time.process_time() - used


def annex(rows: int, columns: int) -> str:
    """What one long annex costs."""
    paper = annexed(rows, columns)
    clock, used = seconds(pdf_of, [paper])
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    plain, _ = seconds(bare, [paper])
    return (
        f"annex of {rows} × {columns}: {clock:.2f} s ({used:.2f} s of the processor; bare {plain:.2f} s), "
        f"{len(pdf_of(paper)) / 1_000_000:.1f} MB, at most {memory} MB of memory"
    )


def main() -> None:
    reports = [replace(papers.report(), number=number) for number in range(1, REPORTS + 1)]
    for name, write in (("bare", bare), ("pdf", pdf_of), ("docx", docx_of)):
        write(papers.report())
        clock, used = seconds(write, reports)
        print(
            f"report, {name:<6}{REPORTS / clock:>8.0f} a second{used / REPORTS * 1000:>8.1f} ms of the processor each"
        )
    for rows, columns in ANNEXES:
        # In a process of its own: what typst keeps of one document is no memory of the next.
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
            print(process.submit(annex, rows, columns).result())


if __name__ == "__main__":
    main()
