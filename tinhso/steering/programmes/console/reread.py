"""``tinhso reread CODE [FILE]``: what a corrected version changes; with --apply it is applied."""

import json
from pathlib import Path

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.kernel.exchange.console.acting import in_name_of
from tinhso.steering.programmes.actions.reread import Rereading, propose, reread
from tinhso.steering.programmes.actions.take_in import take_in
from tinhso.steering.programmes.comparison import Change
from tinhso.steering.programmes.console.programme import find_programme
from tinhso.steering.programmes.console.words import Parser, content_of
from tinhso.steering.programmes.facts import KIND_NAMES
from tinhso.steering.programmes.models import Programme
from tinhso.steering.programmes.opening import open_plan
from tinhso.steering.programmes.refusals import FileLost

_SIGNS = {"new": "+", "gone": "-", "changed": "~"}


def run(words: list[str]) -> int:
    """Print the changes; apply them when asked."""
    parser = Parser("reread", "So sánh một bản văn bản đã sửa với chương trình.")
    parser.add_argument("code", metavar="MÃ", help="mã chương trình")
    parser.add_argument("file", metavar="TỆP", nargs="?", help="bản đã sửa; bỏ trống để đọc lại bản đang lưu")
    parser.add_argument("--apply", action="store_true", help="áp dụng các thay đổi")
    parser.add_argument("--by", metavar="TÀI KHOẢN", help="người áp dụng; cần khi áp dụng")
    parser.add_argument("--json", action="store_true", help="in JSON")
    asked = parser.parse_args(words)
    if asked.apply != bool(asked.by):
        parser.error("--apply, --by")
    programme = find_programme(asked.code)
    content, name = _version(programme, asked.file)
    reading = open_plan(content, name).reading
    proposal = propose(programme, programme.document, reading)
    print(_as_json(proposal) if asked.json else _text(proposal))
    if asked.apply:
        with in_name_of(asked.by, "reread") as account:
            standing(account).require(Verb.START_PROGRAMME)
            document = take_in(content, name)
            reread(propose(programme, document, reading), by=account, version=programme.version)
    return 0


def _version(programme: Programme, path: str | None) -> tuple[bytes, str]:
    """The bytes to read: the file named, else those of the programme's own document."""
    if path is not None:
        return content_of(path), Path(path).name
    document = programme.document
    if not document.place.is_file():
        raise FileLost(name=document.name)
    return document.place.read_bytes(), document.name


def _as_json(proposal: Rereading) -> str:
    changes = [{**change.as_json(), "held": change.key in proposal.held} for change in proposal.shown]
    return json.dumps(changes, ensure_ascii=False, indent=2)


def _text(proposal: Rereading) -> str:
    if not proposal.shown:
        return "Không có thay đổi."
    return "\n".join(line for change in proposal.shown for line in _lines(change, proposal.held))


def _lines(change: Change, held: frozenset[str]) -> list[str]:
    note = " (giữ nguyên vì đã sửa tay)" if change.key in held else ""
    head = f"{_SIGNS[change.what]} {KIND_NAMES[change.kind]} {change.code} {change.text}".replace("  ", " ")
    parts = [f"    {part.label}: {part.before or '—'} → {part.after or '—'}" for part in change.differences]
    return [head + note, *parts]
