"""``python -m tinhso.config.setup runtime|dev``: what bin/run, bin/test and the Makefile call first."""

import fcntl
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tinhso.config.places import CHECKOUT
from tinhso.config.setup import frontend, packages
from tinhso.config.setup.steps import StepFailed, told


def main(words: list[str]) -> int:
    """Build the environment for ``runtime`` or ``dev``; 0 when it stands, 1 with a sentence when it does not."""
    try:
        with _alone():
            packages.ensure(*words)
            frontend.ensure()
    except StepFailed as failure:
        return told(failure.sentence)
    except KeyboardInterrupt:
        print("\nĐã dừng theo yêu cầu. Chạy lại sẽ làm tiếp.", file=sys.stderr)
        return 130
    return 0


@contextmanager
def _alone() -> Iterator[None]:
    """One set-up at a time. The lock is the kernel's, so it falls with a killed process."""
    place = CHECKOUT / "build"
    place.mkdir(exist_ok=True)
    with (place / "setup.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("→ Một lần cài đặt khác đang chạy, chờ nó xong …", flush=True)
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
