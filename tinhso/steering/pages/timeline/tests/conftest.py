"""The small programme of the screens."""

from tinhso.steering.pages.tests.conftest import bodies, files, programme, tasks

__all__ = ["bodies", "files", "programme", "tasks"]
