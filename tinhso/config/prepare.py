"""Brings an installation to the state in which it can be served; each step may be killed and done again."""

import hashlib
import io
import logging
import os
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import django
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import OperationalError

from tinhso.config import cli
from tinhso.config.places import CHECKOUT
from tinhso.config.setup.steps import StepFailed, step
from tinhso.lib.errors import TinhsoError

SAMPLE = CHECKOUT / "samples" / "plans" / "kh-bcdcds-bacgiang-2022.txt"
logger = logging.getLogger(__name__)


def prepare(plan: Path | None) -> str:
    """Do every step; the demonstration accounts as text for the person. Raises StepFailed with one sentence.

    ``plan`` is read and started as given; without one the sample is started unless a programme exists already.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tinhso.config.settings")
    django.setup()
    _do("Cơ sở dữ liệu", lambda: _command("migrate", "--no-input"))
    _do("Tệp giao diện", _collect_static_files)
    _do("Cơ cấu tổ chức tỉnh Bắc Giang năm 2022", lambda: _command("load_organisations"))
    accounts = _do("Tài khoản dùng thử", lambda: _command("demo_accounts"))
    if plan:
        _do(f"Đọc kế hoạch {plan.name} và lập chương trình", lambda: _speak("start", str(plan)))
    else:
        _do("Đọc kế hoạch mẫu và lập chương trình", lambda: _speak("start", str(SAMPLE), "--if-none"))
        _do("Số liệu minh họa đến hết quý III", lambda: _command("demo_progress"))
        _do("Thư nhắc minh họa", lambda: _command("demo_letters"))
    _do("Nhắc việc đến hạn", lambda: _speak("remind"))
    _do("Niêm phong nhật ký", lambda: _command("audit_seal"))
    return accounts


def _do(title: str, work: Callable[[], str]) -> str:
    with step(title):
        try:
            return work()
        except (TinhsoError, CommandError) as refusal:
            raise StepFailed(str(refusal)) from refusal
        except OperationalError as refusal:
            raise StepFailed(f"Không dùng được cơ sở dữ liệu: {refusal}") from refusal
        except StepFailed:
            raise
        except Exception as fault:
            logger.exception("%s", title)
            place = settings.LOGS / "tinhso.log"
            raise StepFailed(f"Lỗi của chương trình: {type(fault).__name__}: {fault}\n(chi tiết: {place})") from fault


def _command(*words: str) -> str:
    output = io.StringIO()
    call_command(*words, stdout=output, stderr=output)
    return output.getvalue()


def _speak(*words: str) -> str:
    """What ``tinhso WORDS`` prints; any exit code but 0 is a failed step that shows it."""
    output = io.StringIO()
    with redirect_stdout(output), redirect_stderr(output):
        code = cli.main(list(words))
    if code:
        raise StepFailed(output.getvalue().strip())
    return output.getvalue()


def _collect_static_files() -> str:
    """Hashing and compressing takes seconds, so it is done again only when a file has changed."""
    stamp, wanted = settings.HOME / "static.stamp", _static_fingerprint()
    if stamp.exists() and stamp.read_text(encoding="ascii") == wanted and settings.STATIC_ROOT.is_dir():
        return ""
    stamp.unlink(missing_ok=True)
    said = _command("collectstatic", "--no-input")
    stamp.write_text(wanted, encoding="ascii")
    return said


def _static_fingerprint() -> str:
    facts = [
        (path, found.stat().st_mtime_ns, found.stat().st_size)
        for finder in get_finders()
        for path, storage in finder.list([])
        for found in [Path(storage.path(path))]
    ]
    return hashlib.sha256(repr(sorted(facts)).encode()).hexdigest()
