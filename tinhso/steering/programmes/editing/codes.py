"""The code of an item that a person made: that of what it stands beside, with "+1", "+2" …"""

from tinhso.steering.programmes.models import Indicator, Programme, Task


def code_beside(programme: Programme, stem: str) -> str:
    """ "II.1.a.2+1" beside II.1.a.2; never one that an indicator or task of the programme has or had."""
    taken = {
        code
        for model in (Indicator, Task)
        for code in model._default_manager.filter(programme=programme, code__startswith=f"{stem}+").values_list(
            "code", flat=True
        )
    }
    return next(code for code in (f"{stem}+{number}" for number in range(1, len(taken) + 2)) if code not in taken)
