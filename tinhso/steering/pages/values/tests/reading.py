"""How a test reads a page of figures, and lets units merge."""

from datetime import date

from django.test import Client
from django.urls import reverse

from tinhso.kernel.organisations.models import Reorganisation, Succession, Unit, UnitVersion

DAY = {"ngay": "31/12/2022"}


def shown(client: Client, view: str, *keys: object, **query: str) -> str:
    page = client.get(reverse(view, args=keys), {**DAY, **query})
    return page.content.decode().replace("\N{NO-BREAK SPACE}", " ")


def merge(old: Unit, new: Unit, day: date, *, share: str | None = None) -> None:
    decision = Reorganisation.objects.create(key="qd", title="Sắp xếp", effective_on=day)
    manner = Succession.Manner.SPLIT if share else Succession.Manner.MERGE
    Succession.objects.create(reorganisation=decision, manner=manner, predecessor=old, successor=new, share=share)
    if not share:
        UnitVersion.objects.filter(unit=old).update(valid_to=day)
