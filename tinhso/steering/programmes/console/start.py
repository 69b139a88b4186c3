"""``tinhso start FILE``: a document becomes a programme, started by a person named or by the installation itself."""

from argparse import Namespace
from pathlib import Path

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.kernel.exchange.console.acting import in_name_of
from tinhso.kernel.organisations.errors import NoSuchUnit
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.programmes.actions.start import refuse_empty, start
from tinhso.steering.programmes.actions.take_in import take_in
from tinhso.steering.programmes.console.words import Parser, content_of
from tinhso.steering.programmes.models import Programme, Target, Task
from tinhso.steering.programmes.refusals import AlreadyStarted


def run(words: list[str]) -> int:
    """Start the programme; one that stands already on this document is told and left as it is."""
    parser = Parser("start", "Đọc một văn bản kế hoạch và lập chương trình từ văn bản đó.")
    parser.add_argument("file", metavar="TỆP", help="văn bản .txt, .docx, .pdf hoặc .doc")
    parser.add_argument("--if-none", action="store_true", help="chỉ lập khi chưa có chương trình nào")
    parser.add_argument("--unit", metavar="MÃ", help="mã bền của cơ quan thường trực (xem trang Đơn vị)")
    parser.add_argument("--name", metavar="TÊN", help="tên chương trình, thay cho tên của văn bản")
    parser.add_argument("--by", metavar="TÀI KHOẢN", help="người lập; bỏ trống khi chính việc cài đặt lập")
    asked = parser.parse_args(words)
    if asked.if_none and Programme.objects.exists():
        print("Đã có chương trình; không lập thêm.")
        return 0
    if asked.by:
        with in_name_of(asked.by, "start") as account:
            print(_started(asked, by=account))
    else:
        print(_started(asked, by=None))
    return 0


def _started(asked: Namespace, *, by: Account | None) -> str:
    """What to tell of it."""
    unit = _unit(asked.unit) if asked.unit else None
    if by is not None:
        standing(by).require(Verb.START_PROGRAMME)
    document = take_in(content_of(asked.file), Path(asked.file).name, check=refuse_empty)
    try:
        return _sentence(start(document, by=by, name=asked.name, coordinating_unit=unit))
    except AlreadyStarted as told:
        # Asking twice is no mistake: the programme asked for is there.
        return told.sentence


def _unit(key: str) -> Unit:
    unit = Unit.objects.filter(key=key).first()
    if unit is None:
        raise NoSuchUnit(key=key)
    return unit


def _sentence(programme: Programme) -> str:
    indicators = programme.indicators.count()
    targets = Target.objects.filter(programme=programme).count()
    tasks = Task.objects.filter(programme=programme).count()
    return (
        f"Đã lập chương trình {programme.code}: {indicators} chỉ tiêu ({targets} mức), {tasks} nhiệm vụ, "
        f"{programme.duties.count()} chế độ báo cáo."
    )
