"""The programme of Huyện Mẫu, as the actions' own tests have it."""

from tinhso.steering.following.tests.conftest import (
    after_event,
    colleague,
    files,
    lead_and_helper,
    other_head,
    programme,
    second_coordinator,
    second_head,
    standing,
    task,
    with_products,
)

__all__ = [
    "after_event",
    "colleague",
    "files",
    "lead_and_helper",
    "other_head",
    "programme",
    "second_coordinator",
    "second_head",
    "standing",
    "task",
    "with_products",
]
