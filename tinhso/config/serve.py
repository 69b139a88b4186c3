"""What bin/run does once .venv stands: prepare the installation, then serve it until told to stop."""

import argparse
import ipaddress
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterable
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from types import FrameType
from typing import BinaryIO

from tinhso.config.places import home
from tinhso.config.prepare import prepare
from tinhso.config.setup.steps import StepFailed, end_of, step, told
from tinhso.lib.errors import TinhsoError

Process = subprocess.Popen[bytes]
#: The page that says whether the site is well, and how often it is asked, five times a second, before giving up.
HEALTH, ATTEMPTS = "/khoe", 150
#: Seconds that the processes get to finish what they are doing.
PATIENCE = 15


def main(words: list[str]) -> int:
    """Prepare and serve; 0 when stopped by the person, 1 with a sentence otherwise."""
    wanted = _arguments(words)
    host, port = os.environ.get("TINHSO_BIND") or "127.0.0.1", int(os.environ.get("TINHSO_PORT") or 8000)
    try:
        if not wanted.prepare:
            _refuse_busy_port(host, port)
        accounts = prepare(_whole_path(wanted.plan))
        print(f"\nTài khoản dùng thử:\n{accounts.rstrip()}", flush=True)
        return 0 if wanted.prepare else _serve(host, port)
    except (StepFailed, TinhsoError) as failure:
        return told(failure.sentence)
    except KeyboardInterrupt:
        print("\nĐã dừng.")
        return 0


def _arguments(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="bin/run", description="Chuẩn bị rồi phục vụ tinhso; dừng bằng Ctrl+C.", add_help=False
    )
    parser.add_argument("-h", "--help", action="help", help="in phần này")
    parser.add_argument("plan", nargs="?", metavar="PLAN", help="văn bản kế hoạch (.txt, .docx, .pdf) thay cho bản mẫu")
    parser.add_argument("--prepare", action="store_true", help="chỉ chuẩn bị, không phục vụ")
    return parser.parse_args(words)


def _whole_path(plan: str | None) -> Path | None:
    if plan is None:
        return None
    path = Path(os.environ.get("TINHSO_CALLED_FROM", "."), plan).resolve()
    if not path.is_file():
        raise StepFailed(f"Không có tệp {path}.")
    return path


def _refuse_busy_port(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((host, port))
        except OSError as refusal:
            raise StepFailed(
                f"Không mở được cổng {port} tại {host} ({refusal.strerror}): có thể một chương trình khác đang dùng.\n"
                f"Hãy dừng chương trình đó, hoặc chọn cổng khác: TINHSO_PORT={port + 1} bin/run"
            ) from refusal


def _serve(host: str, port: int) -> int:
    """Run the web server and the worker of the queue until one ends or somebody says stop."""
    # Also the second: a shell that starts a program in the background has it ignore Ctrl+C.
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _stop)
    log = home() / "logs" / "server.log"
    processes: list[Process] = []
    try:
        with step("Máy chủ web và tiến trình nền"), log.open("ab") as output:
            processes += [_start(server_words(host, port), output), _start(worker_words(), output)]
            wait_for_answer(host, port, processes)
        print(f"\ntinhso đang chạy tại http://{host}:{port} — dừng bằng Ctrl+C.", flush=True)
        while all(process.poll() is None for process in processes):
            time.sleep(0.3)
        raise StepFailed("Máy chủ web hoặc tiến trình nền đã tự dừng.")
    except StepFailed as failure:
        raise StepFailed(f"{failure.sentence}\n{end_of(log)}\n(toàn bộ: {log})") from failure
    finally:
        _end(processes)


def server_words(host: str, port: int) -> list[str]:
    """The command of the web server.

    Two threads for a worker: pages are work for the processor, and four that wait for one another's turn served a fifth
    fewer of them.
    """
    workers, threads = os.environ.get("TINHSO_WORKERS") or "2", os.environ.get("TINHSO_THREADS") or "2"
    return [
        *(sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port)),
        *("--workers", workers, "--blocking-threads", threads, "--respawn-failed-workers", "--log-level", "warning"),
        "tinhso.config.wsgi:application",
    ]


def worker_words() -> list[str]:
    """The command of the worker that takes up what waits in the queue."""
    return [sys.executable, "-m", "tinhso.config.cli", "django", "db_worker", "--queue-name", "*"]


def _start(words: list[str], output: BinaryIO) -> Process:
    tied = [sys.executable, "-m", "tinhso.config.tied", *words]
    return subprocess.Popen(tied, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT)


def wait_for_answer(host: str, port: int, processes: Iterable[Process]) -> None:
    """Until the site says that it is well: an open port alone may hide a server that cannot load its code."""
    for _attempt in range(ATTEMPTS):
        if any(process.poll() is not None for process in processes):
            break
        if _well(host, port):
            return
        time.sleep(0.2)
    raise StepFailed("Máy chủ web không khởi động được.")


def _well(host: str, port: int) -> bool:
    asked = HTTPConnection(_reachable(host), port, timeout=5)
    try:
        asked.request("GET", HEALTH)
        return asked.getresponse().status == HTTPStatus.OK
    except (OSError, HTTPException):
        return False
    finally:
        asked.close()


def _reachable(host: str) -> str:
    """A server that listens everywhere ("0.0.0.0", "::") is asked at home."""
    try:
        return "localhost" if ipaddress.ip_address(host).is_unspecified else host
    except ValueError:
        return host


def _stop(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _end(processes: Iterable[Process]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for process in processes:
        process.terminate()
    for process in processes:
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
