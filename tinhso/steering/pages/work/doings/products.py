"""Products of the task."""

from django import forms
from django.db.models import Model

from tinhso.steering.following.actions.record_product import Delivered, record_product, take_back_product
from tinhso.steering.following.kinds_wanted import kind_wanted
from tinhso.steering.following.models import ProductRecord
from tinhso.steering.following.situation import Situation
from tinhso.steering.pages.work.doing import Doing, Sent
from tinhso.steering.pages.work.forms import ProductForm, ReasonForm
from tinhso.steering.programmes.models import Deliverable


def _record(sent: Sent) -> str:
    record = record_product(
        sent.thing(Deliverable), Delivered(proofs=sent.proofs, reason=sent.facts["reason"]), sent.hand
    )
    return f"Đã ghi nhận sản phẩm “{record.deliverable.text[:80]}”."


def _take_back(sent: Sent) -> str:
    take_back_product(sent.thing(ProductRecord), sent.facts["reason"], sent.hand)
    return "Đã rút sản phẩm đã ghi nhận."


def _fill(form: forms.Form, _at: Situation, deliverable: Model | None) -> None:
    wanted = kind_wanted(deliverable.text) if isinstance(deliverable, Deliverable) else None
    if wanted:
        form.initial["doc_kind"] = wanted.value
        form.fields["doc_kind"].help_text = f"Kế hoạch yêu cầu {str(wanted.label).lower()}."


DOINGS = (
    Doing(
        slug="san-pham",
        title="Ghi nhận sản phẩm",
        button="Ghi nhận sản phẩm",
        form=ProductForm,
        whose="đơn vị chủ trì",
        may=lambda at, _about: at.part.leads,
        act=_record,
        about=Deliverable,
        fill=_fill,
    ),
    Doing(
        slug="rut-san-pham",
        title="Rút sản phẩm đã ghi nhận",
        button="Rút sản phẩm",
        form=ReasonForm,
        whose="đơn vị chủ trì",
        may=lambda at, _about: at.part.leads,
        act=_take_back,
        about=ProductRecord,
        is_dangerous=True,
    ),
)
