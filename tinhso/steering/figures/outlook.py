"""Whether a target will be reached: the forecast to its day, or why there is none."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.db.models import TextChoices

from tinhso.lib.dates import write_date
from tinhso.steering.figures.forecast import FEWEST, Bounds, Forecast, Point, forecast
from tinhso.steering.figures.models import Measure
from tinhso.steering.figures.totals import Series
from tinhso.steering.figures.verdicts import Standing, Verdict, reaches
from tinhso.steering.figures.wording import rounded

#: A line is drawn on at most so many times as far as its points reach.
FARTHEST = 4
#: A day on which so small a part of the units had given a figure says nothing of where all are heading.
ENOUGH = Fraction(3, 4)


class Silence(TextChoices):
    """Why nothing is forecast."""

    NONE = "", ""
    DUE = "due", "đã đến ngày phải đạt"
    NOT_MEASURED = "not_measured", "không so được bằng số"
    TOO_FEW = "too_few", f"chưa đủ {FEWEST} ngày có số liệu so được với nhau"
    TOO_FAR = "too_far", "ngày phải đạt còn quá xa so với quãng đã có số liệu"
    NEW_YEAR = "new_year", "số phát sinh trong kỳ tính lại từ đầu năm, năm phải đạt chưa có đủ số liệu"


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is expected of a target by ``due_on``. ``forecast`` None: nothing, because of ``silence``."""

    standing: Standing
    due_on: date
    forecast: Forecast | None
    silence: Silence

    @property
    def will_reach(self) -> bool:
        """Whether the expected figure reaches the target, by its own comparator."""
        return self.forecast is not None and reaches(self.forecast.value, self.standing.target)

    @property
    def is_sure(self) -> bool:
        """Whether the whole range says the same."""
        found, target = self.forecast, self.standing.target
        return found is not None and reaches(found.low, target) == reaches(found.high, target) == self.will_reach

    @property
    def words(self) -> str:
        """ "dự báo 84,2 % (khoảng 79,0–88,1 %) vào ngày 31/12/2022, sẽ không đạt"; why there is none."""
        found = self.forecast
        if found is None:
            return f"chưa dự báo được: {self.silence.label}"
        verdict = "sẽ đạt" if self.will_reach else "sẽ không đạt"
        doubt = "" if self.is_sure else ", chưa chắc vì mức phải đạt nằm trong khoảng"
        low = self._written(found.low).removesuffix(self._unit)
        between = f"{low}–{self._written(found.high)}"
        return (
            f"dự báo {self._written(found.value)} (khoảng {between}) vào ngày {write_date(found.on)}, {verdict}{doubt}"
        )

    @property
    def how(self) -> str:
        """How it was computed and from which points, for a person to check."""
        found = self.forecast
        if found is None:
            return ""
        told = "; ".join(f"{write_date(day)}: {self._written(value)}" for day, value in found.points)
        held = " Kết quả được giữ trong giới hạn có thể có của chỉ tiêu." if found.is_held else ""
        return (
            f"Đường xu thế Theil–Sen qua {len(found.points)} số gần nhất ({told}): lấy trung vị của nhịp thay đổi giữa"
            " từng cặp ngày, kéo đến ngày phải đạt. Khoảng lấy theo nhịp chậm và nhịp nhanh (bỏ một phần mười ở mỗi"
            f" đầu), cộng độ lệch thường gặp giữa các số và đường.{held} Dự báo không phải là số liệu."
        )

    @property
    def _unit(self) -> str:
        return "\N{NO-BREAK SPACE}%" if self.standing.scale == 100 else ""

    def _written(self, value: Fraction) -> str:
        return f"{rounded(value)}{self._unit}"


def outlook(standing: Standing, measure: Measure, *, day: date, ends_on: date) -> Outlook:
    """The target as of ``day``; the points are those of its series up to then."""
    due_on = standing.target.by_on or ends_on
    points = comparable(standing.series, standing.scale)
    if measure.timing == Measure.Timing.IN_PERIOD:
        points = [point for point in points if point[0].year == due_on.year]
    silence = _silence(standing, measure, points, day=day, due_on=due_on)
    if silence:
        return Outlook(standing, due_on, None, silence)
    found = forecast(points, due_on, _bounds(measure, points, standing.scale))
    return Outlook(standing, due_on, found, Silence.NONE)


def comparable(series: Series, scale: int) -> list[Point]:
    """The days of a series on which about as many units had given a figure as on its last."""
    known = [(day, amount, figure) for day, amount in series.known if (figure := amount.exactly(scale)) is not None]
    enough = ENOUGH * known[-1][1].known if known else 0
    return [(day, figure) for day, amount, figure in known if amount.known >= enough]


def _silence(standing: Standing, measure: Measure, points: list[Point], *, day: date, due_on: date) -> Silence:
    if standing.verdict == Verdict.NOT_MEASURED:
        return Silence.NOT_MEASURED
    if day >= due_on or (points and points[-1][0] >= due_on):
        return Silence.DUE
    if len(points) < FEWEST:
        return Silence.NEW_YEAR if measure.timing == Measure.Timing.IN_PERIOD else Silence.TOO_FEW
    last = points[-1][0]
    return Silence.TOO_FAR if due_on - last > FARTHEST * (last - points[0][0]) else Silence.NONE


def _bounds(measure: Measure, points: list[Point], scale: int) -> Bounds:
    """A share lies between nothing and all; what was never below nought is not expected to fall below."""
    is_share = measure.share_of_whole or measure.kind == Measure.Kind.YES_NO
    low = Fraction() if all(value >= 0 for _day, value in points) else None
    return Bounds(low, Fraction(scale) if is_share else None)
