"""A step of the set-up: one line on the screen, its output in a log, one clear sentence when it fails."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

#: A set-up that is killed takes its pip or npm along, so that the next one finds nobody at work.
TIED = Path(__file__).resolve().parent.parent / "tied.py"
#: How much of a failed command's output is worth showing.
LAST_LINES = 12


class StepFailed(Exception):
    """A step could not be done; ``sentence`` says in Vietnamese what happened and what the person can do."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence
        super().__init__(sentence)


@contextmanager
def step(title: str) -> Iterator[None]:
    """Say what is being done, then how long it took. A failure leaves as it came, after the line is closed."""
    print(f"→ {title} … ", end="", flush=True)
    begun = time.monotonic()
    try:
        yield
    except BaseException:
        print("KHÔNG ĐƯỢC", flush=True)
        raise
    print(f"xong ({_seconds(time.monotonic() - begun)} giây)", flush=True)


def run(
    words: Sequence[str | Path],
    *,
    log: Path,
    sentence: str,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
) -> None:
    """Run a command with its output in ``log``; a failure shows the end of that output under ``sentence``."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as output:
        output.write(f"\n$ {' '.join(map(str, words))}\n".encode())
        output.flush()
        start = output.tell()
        done = subprocess.run(
            [sys.executable, str(TIED), *map(str, words)],
            cwd=cwd,
            env={**os.environ, **(env or {})},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            check=False,
        )
    if done.returncode:
        raise StepFailed(f"{sentence}\n{end_of(log, start)}\n(toàn bộ: {log})")


def told(sentence: str) -> int:
    """Print the sentence for a person; the exit code of a command that stops here."""
    print(f"\n{sentence}", file=sys.stderr)
    return 1


def _seconds(seconds: float) -> str:
    return f"{seconds:.1f}".replace(".", ",") if seconds < 10 else f"{seconds:.0f}"


def end_of(log: Path, start: int = 0) -> str:
    """The last lines written to ``log`` since ``start``, for a person."""
    lines = log.read_bytes()[start:].decode(errors="replace").strip().splitlines()
    return "\n".join(f"    {line}" for line in lines[-LAST_LINES:])
