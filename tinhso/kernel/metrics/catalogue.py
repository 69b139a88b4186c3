"""Every metric that the apps declare, found by its place: the values of each ``metrics.py``."""

from collections.abc import Sequence
from functools import cache

from tinhso.kernel.metrics.recipes import Metric
from tinhso.kernel.metrics.refusals import NoSuchMetric
from tinhso.lib.declared import modules


@cache
def metrics() -> Sequence[Metric]:
    """By place and order of declaration."""
    found = (value for module in modules("metrics") for value in vars(module).values() if isinstance(value, Metric))
    return tuple(dict.fromkeys(found))


def metric_of(code: str) -> Metric:
    """The metric of that code. Raises NoSuchMetric."""
    found = known_metric(code)
    if found is None:
        raise NoSuchMetric(code=code)
    return found


def known_metric(code: str) -> Metric | None:
    """The same; None where it is declared no more, as of an old count."""
    return next((metric for metric in metrics() if metric.code == code), None)
