"""Figures as pages show them: ``{% load figures %}``."""

from datetime import date
from fractions import Fraction

from django import template

from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.figures.outlook import Outlook
from tinhso.steering.figures.ranking import Placed
from tinhso.steering.figures.unit_figure import UnitFigure
from tinhso.steering.figures.verdicts import Standing
from tinhso.steering.figures.wording import rounded, written, written_amount, written_span
from tinhso.steering.pages.values import drawing
from tinhso.steering.pages.values.sparks import told
from tinhso.steering.pages.values.unit_cells import unit_cells
from tinhso.steering.programmes.models import Target

register = template.Library()
register.simple_tag(unit_cells)


@register.inclusion_tag("values/_chart.html")
def chart(outlook: Outlook, first: date, last: date) -> dict[str, object]:
    """The figure over time with the target as a line and the forecast as a dashed one."""
    standing = outlook.standing
    shares = "%" if standing.scale == 100 else ""
    picture = drawing.chart(outlook, first=first, last=last)
    marks = [{"y": y, "words": f"{told(value)}{shares}"} for value, y in picture.scale]
    return {"chart": picture, "target": standing.target, "marks": marks, "size": drawing, "outlook": outlook}


@register.filter
def written_as(value: Value, measure: Measure) -> str:
    """A value in words: "72,5 % (725/1.000)"."""
    return written(value, measure)


@register.filter
def span(value: Value) -> str:
    """The days of a value: "01/01/2022–14/6/2022"."""
    return written_span(value.from_on, value.to_on)


@register.filter
def said(unit: UnitFigure, measure: Measure) -> str:
    """A unit's figure in words: "72,5 %"."""
    return written_amount(unit.said.amount, measure) if unit.said else ""


@register.filter
def actual(standing: Standing, measure: Measure) -> str:
    """How a target stands, in words: "72,5 %"."""
    return written_amount(standing.amount, measure)


@register.filter
def distance(placed: Placed, target: Target | None) -> str:
    """How far a unit's figure is from the target: "−3,5"; nothing without one."""
    if target is None:
        return ""
    gap = placed.figure - Fraction(target.value)
    return f"{'+' if gap >= 0 else '−'}{rounded(abs(gap))}"
