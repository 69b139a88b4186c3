"""The worker of the queue sends letters; one killed in the middle of it and two at once send nothing twice."""

import socket
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tests.killed import KILLED, environment
from tests.post_office import PostOffice
from tests.samples import CHECKOUT
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.mail.models import Letter
from tinhso.kernel.mail.sending import send_due
from tinhso.kernel.mail.tests.conftest import letter_to

pytestmark = pytest.mark.django_db(transaction=True)


def work() -> None:
    call_command("db_worker", queue_name="*", batch=True, interval=0, startup_delay=False, verbosity=0)


def test_one_task_of_the_queue_sends_all_that_wait(post_office: PostOffice, reader: Account) -> None:
    for number in range(5):
        letter_to(reader, key=str(number))
    assert DBTaskResult.objects.count() == 1
    work()
    assert len(post_office.letters()) == 5
    assert len({letter.name for letter in post_office.letters()}) == 5


def test_two_workers_send_a_letter_once(post_office: PostOffice, reader: Account) -> None:
    for number in range(8):
        letter_to(reader, key=str(number))
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(_send, range(2)))
    assert len(post_office.letters()) == 8
    assert set(Letter.objects.values_list("state", flat=True)) == {"sent"}


def _send(_number: int) -> None:
    send_due(timezone.now())
    connection.close()


@pytest.mark.parametrize(
    ("heard", "stands", "comes"),
    [
        pytest.param(b"RCPT", "sent", 1, id="before it was handed over"),
        pytest.param(b"DATA", "unsure", 0, id="while it was handed over"),
    ],
)
def test_a_worker_killed_in_between(
    post_office: PostOffice, reader: Account, heard: bytes, stands: str, comes: int
) -> None:
    letter = letter_to(reader)
    with DumbServer(heard) as server:
        worker = _worker(server.port)
        heard_in_time = server.has_heard.wait(60)
        worker.kill()
        assert (heard_in_time, worker.wait(10)) == (True, KILLED)
    Letter.objects.filter(state="sending").update(held_until=timezone.now())
    work()
    letter.refresh_from_db()
    assert (letter.state, len(post_office.letters())) == (stands, comes)


def _worker(port: int) -> "subprocess.Popen[bytes]":
    words = [sys.executable, "-m", "tinhso.config.cli", "django", "db_worker", "--queue-name", "*", "--interval", "1"]
    mail = {"TINHSO_EMAIL_URL": f"smtp://127.0.0.1:{port}"}
    return subprocess.Popen(words, env={**environment(), **mail}, cwd=CHECKOUT, stdout=subprocess.DEVNULL)


class DumbServer:
    """Speaks SMTP until it hears a word, then answers no more."""

    def __init__(self, until: bytes) -> None:
        self._until, self.has_heard = until, threading.Event()
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._door.getsockname()[1]

    def __enter__(self) -> "DumbServer":
        threading.Thread(target=self._speak, daemon=True).start()
        return self

    def __exit__(self, *_how: object) -> None:
        self._door.close()

    def _speak(self) -> None:
        wire, _ = self._door.accept()
        with wire, wire.makefile("rb") as lines:
            wire.sendall(b"220 here\r\n")
            for line in lines:
                if line.upper().startswith(self._until):
                    self.has_heard.set()
                    continue
                wire.sendall(b"250 OK\r\n")
