"""One entry for several programmes: an indicator whose figures are those of another, where they are given."""

from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.figures.refusals import NoSuchIndicator, NotToBeTaken, TakenFromElsewhere
from tinhso.steering.programmes.models import Indicator, Programme


def refuse_taken(measure: Measure) -> None:
    """Refuse a figure for an indicator that is taken from another one. Raises TakenFromElsewhere."""
    if measure.taken_from:
        raise TakenFromElsewhere(source=called(measure.taken_from))


def called(source: Indicator) -> str:
    """The indicator by the codes of its programme and its own, "ct-bg-2022/I.2", as ``named`` understands it."""
    return f"{source.programme.code}/{source.code}"


def named(words: str, *, by: Account) -> Indicator:
    """The indicator that is called so, in a programme that the person may see. Raises NoSuchIndicator."""
    programme, _stroke, code = (part.strip() for part in words.partition("/"))
    seen = Programme.objects.visible_to(by, timezone.localdate()).filter(code=programme)
    found = Indicator.objects.current().filter(programme__in=seen, code=code).select_related("programme").first()
    if found is None:
        raise NoSuchIndicator(indicator=words)
    return found


def takers_of(source: Indicator) -> list[Indicator]:
    """The indicators that are taken from this one, with their programmes; one query."""
    found = Indicator.objects.current().filter(measure__taken_from=source).select_related("programme")
    return list(found.order_by("programme", "position"))


def refuse_source(wanted: Measure) -> None:
    """Refuse a source that is no place where figures are given, or where they mean something else.

    The measures of both are locked against a second who declares the reverse. Raises NotToBeTaken.
    """
    pair = (wanted.indicator_id, wanted.taken_from_id)
    stored = Measure.objects.select_for_update().filter(indicator__in=pair).order_by("pk").in_bulk()
    if why := _hindrance(wanted, stored.get(wanted.taken_from_id or 0)):
        raise NotToBeTaken(why=why)


def _hindrance(wanted: Measure, source: Measure | None) -> str:
    if source is None or source.is_proposed:
        return "Chỉ tiêu nguồn chưa có cách đo được xác nhận; hãy xác nhận trước."
    if source.taken_from_id:
        return "Chỉ tiêu nguồn cũng lấy số từ nơi khác; hãy chọn chỉ tiêu nơi số được nhập."
    if Measure.objects.filter(taken_from=wanted.indicator_id).exists():
        return "Có chỉ tiêu đang lấy số từ chỉ tiêu này, nên nó phải là nơi nhập số."
    if (source.kind, source.timing) != (wanted.kind, wanted.timing):
        return "Hai chỉ tiêu phải cùng loại số liệu và cùng cách tính kỳ."
    if Value.objects.known_at().filter(indicator=wanted.indicator_id).exists():
        return "Chỉ tiêu đã có số nhập riêng; hãy rút các số ấy trước khi lấy số từ nơi khác."
    return ""
