"""``tinhso check FILE``: whether a file has the form of an official document; no database."""

import json
from dataclasses import asdict
from pathlib import Path

from tinhso.kernel.documents.paper.measuring import check
from tinhso.kernel.documents.paper.measuring.checking import Report
from tinhso.lib.named_file import content_of
from tinhso.lib.parser import Parser


def run(words: list[str]) -> int:
    """Print what is not as the form asks, a sentence a line; 1 when there is any. Raises NotMeasured, NoSuchFile."""
    parser = Parser("check", "Kiểm tra thể thức văn bản theo Nghị định 30/2020/NĐ-CP; không giữ lại gì của tệp.")
    parser.add_argument("file", metavar="TỆP", help="văn bản .docx hoặc .pdf có lớp chữ")
    parser.add_argument("--json", action="store_true", help="in một đối tượng JSON")
    asked = parser.parse_args(words)
    report = check(content_of(asked.file), Path(asked.file).name)
    print(json.dumps(_as_json(report), ensure_ascii=False, indent=2) if asked.json else _table(report))
    return 1 if report.findings else 0


def _as_json(report: Report) -> dict[str, object]:
    findings = [{**asdict(finding), "sentence": finding.sentence} for finding in report.findings]
    parts = [{"part": part, "words": words} for part, words in report.parts]
    return {"parts": parts, "findings": findings, "untold": list(report.untold)}


def _table(report: Report) -> str:
    lines = [f"Nhận ra {len(report.parts)} thành phần thể thức."]
    if report.findings:
        lines += [
            f"{len(report.findings)} chỗ chưa đúng thể thức:",
            *(f"- {each.sentence}" for each in report.findings),
        ]
    else:
        lines.append("Những gì đo được đều đúng thể thức.")
    return "\n".join([*lines, *(f"Không đo được: {each}" for each in report.untold)])
