"""The reader's speed: megabytes a second on longer and longer plans, and how the time grows with the length."""

import time
from pathlib import Path

from tinhso.steering.intake import read

PLAN = Path(__file__).resolve().parent.parent / "samples" / "plans" / "kh-bcdcds-bacgiang-2022.txt"


def seconds(content: bytes) -> float:
    """Time of one reading in seconds, the better of two."""
    best = float("inf")
    for _ in range(2):
        begin = time.perf_counter()
        read(content, PLAN.name)
        best = min(best, time.perf_counter() - begin)
    return best


def main() -> None:
    plan = PLAN.read_bytes()
    first = seconds(plan)
    print(f"{'size':>10}{'seconds':>10}{'MB/s':>8}{'time / length (1 = linear)':>30}")
    for times in (1, 7, 14, 28):
        content = plan * times
        taken = first if times == 1 else seconds(content)
        size = len(content) / 1_000_000
        print(f"{size:>8.2f}MB{taken:>10.2f}{size / taken:>8.2f}{taken / first / times:>30.2f}")


if __name__ == "__main__":
    main()
