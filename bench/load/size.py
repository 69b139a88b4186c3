"""How large the processes are, looked at every few seconds."""

import threading
from collections.abc import Sequence

import psutil

EVERY = 5.0
MEGABYTE = 1024 * 1024


class Sizes:
    """Resident memory of processes and their children, in MB, from now on until stopped."""

    def __init__(self, roots: Sequence[int]) -> None:
        self._roots, self._ended, self.seen = roots, threading.Event(), [self._now(roots)]
        self._looking = threading.Thread(target=self._look, daemon=True)
        self._looking.start()

    def stop(self) -> None:
        """Look no more."""
        self._ended.set()
        self._looking.join()

    def __str__(self) -> str:
        """At the start, on average in the second and the last quarter, and the most: what grows shows there."""
        quarter = max(1, len(self.seen) // 4)
        early, late = self.seen[quarter : 2 * quarter] or self.seen, self.seen[-quarter:]
        second, last = (round(sum(part) / len(part)) for part in (early, late))
        told = f"lúc đầu {self.seen[0]:.0f} MB, phần tư hai {second} MB, phần tư cuối {last} MB"
        return f"{told}, cao nhất {max(self.seen):.0f} MB"

    def _look(self) -> None:
        while not self._ended.wait(EVERY):
            self.seen.append(self._now(self._roots))

    @staticmethod
    def _now(roots: Sequence[int]) -> float:
        parents = [psutil.Process(root) for root in roots]
        whole = [each for parent in parents for each in (parent, *parent.children(recursive=True))]
        return float(sum(each.memory_info().rss for each in whole if each.is_running())) / MEGABYTE
