"""On which ground a round asks for the days it asks for."""

from tinhso.lib.calendar.due import TIME_TO_WRITE
from tinhso.lib.calendar.periods import ADMINISTRATIVE, PeriodKind
from tinhso.steering.reporting.models import Round

#: At least one working day between cut-off and due day.
TIME = f"Giữa ngày chốt số liệu và hạn gửi có ít nhất 01 ngày làm việc ({TIME_TO_WRITE.legal_basis})."


def ground_of(round_: Round) -> str:
    """By what its days were found."""
    if round_.basis == Round.Basis.DECREE:
        return ADMINISTRATIVE[PeriodKind(round_.kind)].legal_basis
    return str(round_.get_basis_display())
