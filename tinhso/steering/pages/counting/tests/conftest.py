"""The indicator, the metric and the documents of the tests of figures."""

from tinhso.steering.figures.tests.conftest import (
    declare,
    documents,
    executing,
    files,
    indicator,
    measure,
    programme,
    tied,
)

__all__ = ["declare", "documents", "executing", "files", "indicator", "measure", "programme", "tied"]
