"""Two clicks, two people, at the very same moment, each on a connection of its own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from django.db import connection

from tinhso.lib.errors import TinhsoError


def at_once(*deeds: Callable[[], object]) -> list[str]:
    """Does all of them together; what each came to: "done" or the code of its refusal."""

    def come_to(deed: Callable[[], object]) -> str:
        try:
            deed()
        except TinhsoError as refusal:
            return refusal.code
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(len(deeds)) as pool:
        return sorted(pool.map(come_to, deeds))
