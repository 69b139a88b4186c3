"""How many megabytes of text a second each kind of file is read at: the plan of samples/, many times over."""

import time
from pathlib import Path

from tinhso.steering.intake.sources import paste, read_manuscript
from tinhso.steering.intake.sources.tests.making import docx_of, pdf_of

PLAN = Path(__file__).parent.parent / "samples" / "plans" / "kh-bcdcds-bacgiang-2022.txt"
TIMES = 20


def main() -> None:
    """One line for each kind."""
    text = "\n\n".join([PLAN.read_text(encoding="utf-8")] * TIMES)
    plan = paste(text)
    size = len(text.encode()) / 1_000_000
    for kind, content in (("txt", text.encode()), ("docx", docx_of(plan)), ("pdf", pdf_of(plan))):
        started = time.perf_counter()
        paragraphs = len(read_manuscript(content, f"plan.{kind}").paragraphs)
        seconds = time.perf_counter() - started
        print(f"{kind:5}{size:5.2f} MB of text {paragraphs:6} paragraphs {seconds:6.2f} s {size / seconds:6.2f} MB/s")


if __name__ == "__main__":
    main()
