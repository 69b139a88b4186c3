"""A document is the same bytes wherever it is written."""

import hashlib
import subprocess
import sys

from tests.samples import CHECKOUT
from tinhso.kernel.documents.paper.pdf import pdf_of
from tinhso.kernel.documents.paper.tests import papers

ELSEWHERE = """
import hashlib, sys
from tinhso.kernel.documents.paper.pdf import pdf_of
from tinhso.kernel.documents.paper.tests import papers
print(hashlib.sha256(pdf_of(papers.plan())).hexdigest(), "django" in sys.modules)
"""


def test_another_process_in_another_time_zone_writes_the_same_bytes_without_django() -> None:
    there = subprocess.run(
        [sys.executable, "-c", ELSEWHERE],
        capture_output=True,
        text=True,
        cwd=CHECKOUT,
        check=True,
        env={"TZ": "America/Lima", "LANG": "C", "PYTHONHASHSEED": "7"},
    )
    assert there.stdout.split() == [hashlib.sha256(pdf_of(papers.plan())).hexdigest(), "False"]
