"""``python -m bench.load [MINUTES]``: a PostgreSQL that keeps its promises, two workers, and locust on loopback."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.load.serving import served
from bench.load.size import Sizes
from tests import postgresql

#: What the office asks: people, requests a second, milliseconds within which 95 of 100 pages come, minutes.
PEOPLE, A_SECOND, WITHIN, MINUTES = 300, 30, 300, 5.0
#: People who come a second at the start; only what comes after all are in is counted.
COMING = 1


def main(words: list[str]) -> int:
    """Print locust's table, the memory and the verdict; 0 when the promise holds."""
    minutes = float(words[0]) if words else MINUTES
    with tempfile.TemporaryDirectory(prefix="tinhso-load-") as folder, postgresql.server(quick=False) as address:
        home = Path(folder)
        environment = {**os.environ, "TINHSO_HOME": folder, "DATABASE_URL": address}
        subprocess.run([sys.executable, "-m", "bench.load.world", str(PEOPLE)], env=environment, check=True)
        with served(environment) as (place, process):
            sizes = Sizes(process)
            code = _locust(place, home, environment, minutes=minutes)
            sizes.stop()
        print(f"\nBộ nhớ của máy chủ và tiến trình nền: {sizes}")
    return code


def _locust(place: str, home: Path, environment: dict[str, str], *, minutes: float) -> int:
    seconds = round(minutes * 60 + PEOPLE / COMING)
    words = ["--headless", "--users", str(PEOPLE), "--spawn-rate", str(COMING), "--run-time", f"{seconds}s"]
    told = {**environment, "LOAD_WORLD": str(home / "world.json"), "LOAD_WITHIN": str(WITHIN)}
    told["LOAD_PACE"] = str(PEOPLE / A_SECOND)
    people = Path(__file__).with_name("people.py")
    locust = [sys.executable, "-m", "locust", "-f", str(people), "--host", place, "--reset-stats", "--only-summary"]
    return subprocess.run([*locust, *words], env=told, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
