"""The error for people: a class with its code, its HTTP status and its Vietnamese sentence."""

from typing import ClassVar


class TinhsoError(Exception):
    """Base of every refusal that a person may read.

    A subclass sets ``code`` (stable, for programs), ``status`` (HTTP) and ``sentence``, which may name facts in
    braces: ``NoSuchUnit(key="so-tttt")`` fills "Không có đơn vị {key}." Each surface turns it into a page,
    problem+json or an exit code in one place.
    """

    code: ClassVar[str] = "error"
    status: ClassVar[int] = 400
    sentence: str = "Không làm được việc này."
    #: Whether it is refused because somebody saved first, since the version that this person saw.
    is_stale: ClassVar[bool] = False

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        self.sentence = type(self).sentence.format(**facts)
        super().__init__(self.sentence)
