"""The rows of a table of counts as the page draws them.

Written as text and escaped word by word: a province has hundreds of units with eight numbers each.
"""

from functools import lru_cache

from django.utils.safestring import SafeString

from tinhso.lib.markup import escaped
from tinhso.lib.numbers import write_number
from tinhso.steering.pages.tallies import Figure, Tally
from tinhso.steering.programmes.states import TaskState

_NOTHING = '<span class="soft">–</span>'


@lru_cache(maxsize=2048)
def tally_row(tally: Tally) -> SafeString:
    """Name, the whole, and a number for each state, each a link to what it counts."""
    name = escaped(tally.name)
    whole = _link(tally.total, f"nhiệm vụ, {name}")
    cells = "".join(_cell(state, figure, name) for state, figure in tally.in_order)
    return SafeString(f'<tr><th scope="row">{name}</th><td class="number">{whole}</td>{cells}</tr>')


def _cell(state: TaskState, figure: Figure, name: str) -> str:
    kind = "bad" if state == TaskState.OPEN_OVERDUE else ""
    inner = _link(figure, f"{state.label}, {name}", kind) if figure.count else _NOTHING
    return f'<td class="number state-{state.value}">{inner}</td>'


def _link(figure: Figure, aloud: str, kind: str = "") -> str:
    """``aloud`` is escaped already; it is read to those who do not see the table's heads."""
    mark = f' class="{kind}"' if kind else ""
    shown = write_number(figure.count, None)
    return f'<a{mark} href="{escaped(figure.address)}">{shown}<span class="aloud"> {aloud}</span></a>'
