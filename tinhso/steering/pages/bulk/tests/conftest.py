"""A programme in which Huyện Mẫu leads and Huyện Khác helps."""

from tinhso.steering.following.tests.conftest import files, lead_and_helper, programme

__all__ = ["files", "lead_and_helper", "programme"]
