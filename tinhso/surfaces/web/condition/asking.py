"""Ask every probe of the tree; one that falls over is told as bad and hides none of the others."""

import logging
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from itertools import chain
from typing import Any

from django.db import DatabaseError

from tinhso.lib.declared import modules
from tinhso.lib.probe import Answer, Probe, Tone

_WORSE: dict[Tone, int] = {"good": 0, "warn": 1, "bad": 2}
#: What a whole is called.
WORDS: dict[Tone, str] = {"good": "Tốt", "warn": "Cần xem", "bad": "Hỏng"}
#: Whatever a machine, a database or a mistake of ours may answer with.
_FAULTS = (OSError, DatabaseError, ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Asked:
    """A probe with its answer."""

    probe: Probe
    answer: Answer

    @property
    def word(self) -> str:
        """The tone in a word."""
        return WORDS[self.answer.tone]

    def plain(self) -> dict[str, Any]:
        """For programs."""
        return {"code": self.probe.code, "label": self.probe.label, **asdict(self.answer)}


def ask_all() -> list[Asked]:
    """Every declared probe in its order, asked now."""
    declared: Iterable[Probe] = chain.from_iterable(module.PROBES for module in modules("probes"))
    return [Asked(probe, _asked(probe)) for probe in sorted(declared, key=lambda probe: (probe.order, probe.code))]


def worst(asked: Iterable[Asked]) -> Tone:
    """The tone of the whole is that of its worst part."""
    return max((each.answer.tone for each in asked), key=_WORSE.__getitem__, default="good")


def exit_code(tone: Tone) -> int:
    """0, 1, 2 as monitors of machines expect: well, a warning, critical."""
    return _WORSE[tone]


def _asked(probe: Probe) -> Answer:
    try:
        return probe.ask()
    except _FAULTS as fault:
        _log.exception("probe %s", probe.code)
        return Answer("bad", f"Không hỏi được ({type(fault).__name__}).", "Xem tệp nhật ký lỗi tinhso.log.")
