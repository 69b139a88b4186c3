"""Things that people act upon, made as the people of the lead, the helper and the department make them."""

from datetime import date

from tests.doors.world import World
from tinhso.steering.following.actions.ask_extension import MoreTime, ask_extension
from tinhso.steering.following.actions.ask_unit import Wanted, answer_request, ask_unit
from tinhso.steering.following.actions.complete_task import Claim, claim_completion
from tinhso.steering.following.actions.discuss import comment
from tinhso.steering.following.actions.give_work import Order, give_work
from tinhso.steering.following.actions.record_product import Delivered, record_product
from tinhso.steering.following.actions.report_progress import Progress, report_progress
from tinhso.steering.following.evidencing import Proof

LATER = date(2022, 12, 1)


def report(world: World) -> int:
    """The officer of the lead reports."""
    return report_progress(world.task(), Progress(said="unchanged"), world.hand("officer")).pk


def given(world: World) -> int:
    """The head gives the officer a part."""
    order = Order(person=world.people["officer"], wanted="Soạn dự thảo")
    return give_work(world.task(), order, world.hand("head")).pk


def asked(world: World) -> int:
    """The officer of the lead asks the helper."""
    wanted = Wanted(unit=world.helper, what="Góp ý", due_on=date(2022, 6, 1))
    return ask_unit(world.task(), wanted, world.hand("officer")).pk


def answered(world: World) -> int:
    """The helper has answered."""
    wanted = Wanted(unit=world.helper, what="Góp ý", due_on=date(2022, 6, 1))
    request = ask_unit(world.task(), wanted, world.hand("officer"))
    return answer_request(request, "Đã góp ý", world.hand("other_officer")).pk


def extension(world: World) -> int:
    """The officer of the lead asks for more time."""
    return ask_extension(world.task(), MoreTime(asked_on=LATER, reason="Chờ"), world.hand("officer")).pk


def claim(world: World) -> int:
    """The officer of the lead says that it is done."""
    return claim_completion(world.task(), Claim(reason="Gộp sản phẩm"), world.hand("officer")).pk


def said(world: World) -> int:
    """The officer of the lead says something."""
    return comment(world.task(), "Xin ý kiến", world.hand("officer")).pk


def product(world: World) -> int:
    """The regulation that the plan names."""
    return world.task("II.4").deliverables.order_by("position")[0].pk


def delivered(world: World) -> int:
    """It is in."""
    found = world.task("II.4").deliverables.order_by("position")[0]
    shown = Delivered(proofs=(Proof(link="https://example.vn"),), reason="Đăng trên cổng")
    return record_product(found, shown, world.hand("officer")).pk
