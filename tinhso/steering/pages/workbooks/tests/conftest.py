"""An indicator whose figures two districts give. Everything is invented."""

from tinhso.steering.figures.tests.conftest import executing, files, indicator, measure, programme

__all__ = ["executing", "files", "indicator", "measure", "programme"]
