"""Whether a target will be reached: the forecast to its day, or why there is none."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.db.models import TextChoices

from tinhso.lib.dates import write_date
from tinhso.steering.figures.forecast import FEWEST, Forecast
from tinhso.steering.figures.verdicts import Standing, reaches
from tinhso.steering.figures.wording import rounded


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
