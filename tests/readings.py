"""Readings of plans written for the tests: a small one told line by line, and a large one for counts of queries."""

from dataclasses import dataclass, field

from tinhso.steering.intake.reading import (
    Deadline,
    Deliverable,
    DocumentDate,
    Duty,
    Header,
    Heading,
    Indicator,
    Reading,
    Reference,
    Source,
    Span,
    Target,
    Task,
)

OFFICE = "Giám đốc Sở Thông tin và Truyền thông"


@dataclass
class Writer:
    """Writes a plan line by line and keeps what each line says, as the reader would."""

    subject: str = "Chuyển đổi số tỉnh Bắc Giang năm 2022"
    lines: list[str] = field(default_factory=list)
    length: int = 0
    headings: list[Heading] = field(default_factory=list)
    indicators: list[Indicator] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    duties: list[Duty] = field(default_factory=list)
    bases: list[Reference] = field(default_factory=list)

    def heading(self, code: str, text: str) -> None:
        """A numbered heading."""
        span = self._line(f"{code}. {text}")
        label, parent = code.rpartition(".")[2], code.rpartition(".")[0] or None
        self.headings.append(Heading(code, label, text, code.count(".") + 1, "section", parent, (), span))

    def basis(self, number: str) -> None:
        """A decision that the plan stands on."""
        text = f"Căn cứ Quyết định số {number}"
        self.bases.append(Reference(text, "Quyết định", number, None, None, None, self._line(text)))

    def indicator(
        self, code: str, name: str, value: float, *, watcher: str = OFFICE, lead: str = "Các sở, ngành"
    ) -> None:
        """An indicator to reach ``value`` percent."""
        text = f"- {name} đạt {value:g}%;"
        span = self._line(text)
        target = Target(
            value=value,
            value_to=None,
            unit="%",
            comparator=">=",
            by=None,
            from_=None,
            each_year=False,
            level=None,
            scope=None,
            text=f"đạt {value:g}%",
            span=span,
        )
        self.indicators.append(
            Indicator(
                code, self._section(code), name, text, (target,), (watcher,), (lead,), (), (), span, (Source(span),)
            )
        )

    def task(
        self,
        code: str,
        text: str,
        *,
        lead: str = OFFICE,
        deadline: Deadline | None = None,
        products: tuple[tuple[str, Deadline | None], ...] = (),
        standing: bool = False,
        parent: str | None = None,
    ) -> None:
        """An order to ``lead``."""
        span = self._line(f"- {text}")
        made = tuple(Deliverable(product, when, span) for product, when in products)
        leads = (lead,) if lead else ()
        self.tasks.append(
            Task(
                code,
                self._section(code),
                text,
                leads,
                (),
                deadline,
                made,
                (),
                (),
                parent,
                standing,
                span,
                (Source(span),),
            )
        )

    def duty(self, what: str, *, who: str, to: str) -> None:
        """A quarterly report, before the 20th of the quarter's last month."""
        span = self._line(f"- {who} {what} gửi {to} trước ngày 20 của tháng cuối quý")
        due = "trước ngày 20 của tháng cuối quý"
        self.duties.append(
            Duty(
                who=who,
                to=to,
                what=what,
                frequency="quarterly",
                due=due,
                day=20,
                month_rule="last_of_quarter",
                before=True,
                deadline=None,
                span=span,
                sources=(Source(span),),
            )
        )

    def reading(self) -> Reading:
        """What the reader would give."""
        return Reading(
            header=Header(
                body="UBND TỈNH BẮC GIANG",
                symbol="KH-UBND",
                date=DocumentDate(None, 4, 2022),
                kind="KẾ HOẠCH",
                subject=self.subject,
            ),
            legal_bases=tuple(self.bases),
            objectives=(),
            indicators=tuple(self.indicators),
            tasks=tuple(self.tasks),
            duties=tuple(self.duties),
            assignments=(),
            recipients=(),
            abbreviations=(),
            headings=tuple(self.headings),
            findings=(),
            unplaced=(),
            frame=(),
            coverage=1.0,
            text="\n".join(self.lines),
        )

    def _line(self, text: str) -> Span:
        start = self.length
        self.lines.append(text)
        self.length += len(text) + 1
        return (start, start + len(text))

    def _section(self, code: str) -> str | None:
        above = (heading for heading in self.headings if code.startswith(f"{heading.code}."))
        return max(above, key=lambda heading: len(heading.code)).text if self.headings else None


def month(number: int, year: int = 2022) -> Deadline:
    """ "Trong tháng 7/2022"."""
    last = {1: 31, 2: 28, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}[number]
    start, end = f"{year}-{number:02d}-01", f"{year}-{number:02d}-{last}"
    return Deadline(kind="month", start=start, end=end, before=False, text=f"trong tháng {number}/{year}")


def small_plan() -> Writer:
    """Two indicators, three tasks, a duty; to be changed by the test before it is read."""
    writer = Writer()
    writer.basis("27/QĐ-UBQGCĐS")
    writer.heading("I", "Mục tiêu")
    writer.indicator("I.1", "Tỷ lệ dân số có điện thoại thông minh", 85)
    writer.indicator("I.2", "Tỷ lệ báo cáo được thực hiện trực tuyến", 50)
    writer.heading("II", "Hạ tầng số")
    writer.task("II.1", "Xây dựng Quy chế quản lý hệ thống thông tin báo cáo", deadline=month(7))
    writer.task("II.2", "Duy trì, vận hành tốt Trung tâm Tích hợp dữ liệu", standing=True)
    writer.task("II.3", "Xây dựng phần mềm quản lý nhà trọ", lead="Giám đốc Công an tỉnh")
    writer.duty("báo cáo kết quả", who="Các sở, ngành", to="Sở Thông tin và Truyền thông")
    return writer


def large_reading(*, tasks: int = 1_000, indicators: int = 100, leads: tuple[str, ...] = (OFFICE,)) -> Reading:
    """A plan of many tasks in ten sections: some dated, some standing, some with products; leads taken in turn."""
    writer = Writer(subject="Kế hoạch lớn để thử năm 2022")
    for number in range(indicators):
        if number % 10 == 0:
            writer.heading(f"I.{number // 10 + 1}", f"Nhóm chỉ tiêu {number // 10 + 1}")
        writer.indicator(
            f"I.{number // 10 + 1}.{number % 10 + 1}", f"Tỷ lệ đơn vị đạt tiêu chí {number + 1}", 50 + number % 50
        )
    for number in range(tasks):
        section, place = divmod(number, max(tasks // 10, 1))
        if place == 0:
            writer.heading(f"II.{section + 1}", f"Nhóm nhiệm vụ {section + 1}")
        _large_task(writer, f"II.{section + 1}.{place + 1}", number, leads[number % len(leads)])
    writer.duty("báo cáo kết quả", who="Các sở, ngành", to="Sở Thông tin và Truyền thông")
    return writer.reading()


def _large_task(writer: Writer, code: str, number: int, lead: str) -> None:
    text = f"Triển khai phần việc số {number + 1} trên địa bàn tỉnh, bảo đảm đúng tiến độ và chất lượng"
    dated = month(number % 12 + 1) if number % 3 == 0 else None
    products = ((f"Báo cáo kết quả phần việc số {number + 1}", month(number % 12 + 1)),) if number % 5 == 1 else ()
    writer.task(code, text, lead=lead, deadline=dated, products=products, standing=number % 10 == 7)
