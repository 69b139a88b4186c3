"""``tinhso read FILE``: what the reader finds, without a database."""

import json
from pathlib import Path

from tinhso.steering.intake import report
from tinhso.steering.intake.reader import read_document
from tinhso.steering.intake.reading import Reading
from tinhso.steering.intake.sources import read_manuscript
from tinhso.steering.programmes.console.words import Parser, content_of


def run(words: list[str]) -> int:
    """Print a table, or JSON, or what to settle before signing."""
    parser = Parser("read", "Đọc một văn bản kế hoạch; không ghi gì vào cơ sở dữ liệu.")
    parser.add_argument("file", metavar="TỆP", help="văn bản .txt, .docx, .pdf hoặc .doc")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="in một đối tượng JSON theo reading.schema.json")
    form.add_argument("--check", action="store_true", help="chỉ in những điểm cần xem lại trước khi ký")
    asked = parser.parse_args(words)
    reading = _reading(asked.file)
    if asked.json:
        print(json.dumps(reading.as_json(), ensure_ascii=False, indent=2))
    else:
        print(report.findings(reading) if asked.check else report.table(reading))
    return 0


def _reading(path: str) -> Reading:
    return read_document(read_manuscript(content_of(path), Path(path).name))
