"""What the server's log may not hold: the words of addresses that open something to whoever knows them."""

import logging
import re

#: A link of the door, a calendar's address, the end of a letter let in without a sign-in; the rest of the line stays.
_SECRET = re.compile(r"(/lien-ket/|/lich/|/thu/tat/)[^\s/?#\"'<>]+")


class WithoutSecrets(logging.Filter):
    """Every line of ``tinhso.log`` goes through it: Django writes there the address of whatever it refused."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Always kept, its secret words as "…"."""
        told = record.getMessage()
        hidden = _SECRET.sub(r"\1…", told)
        if hidden != told:
            record.msg, record.args = hidden, ()
        return True
