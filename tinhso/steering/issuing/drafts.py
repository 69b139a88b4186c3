"""Which documents are drafted of a round."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tinhso.kernel.documents.paper.parts import Paper
from tinhso.steering.issuing.consolidated import report
from tinhso.steering.issuing.facts.gathered import Facts
from tinhso.steering.issuing.urging import letter


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document. ``name`` is that of its page among addresses; ``file`` begins the names of its files."""

    name: str
    title: str
    file: str
    make: Callable[[Facts], Paper]
    left_free: Callable[[Facts], Sequence[str]]


REPORT = Kind("draft", "Dự thảo báo cáo tổng hợp", "bao-cao-tong-hop", report.report_of, report.left_free)
URGING = Kind("urging", "Dự thảo công văn đôn đốc", "cong-van-don-doc", letter.urging_of, letter.left_free)
