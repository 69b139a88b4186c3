"""The programme and the duty of the tests of following."""

from tinhso.steering.following.tests.conftest import duty, files, lead_and_helper, programme

__all__ = ["duty", "files", "lead_and_helper", "programme"]
