"""At which level of government a unit gives its figures."""

from django.db.models import TextChoices

from tinhso.kernel.organisations.models import Kind
from tinhso.kernel.organisations.models.units import COMMUNE_KINDS, DISTRICT_KINDS, OUTSIDE_KINDS


class Level(TextChoices):
    """The levels of a target (province, district, commune), figures for the whole province, and bodies outside."""

    WHOLE = "whole", "Toàn tỉnh"
    PROVINCE = "province", "Cấp tỉnh"
    DISTRICT = "district", "Cấp huyện"
    COMMUNE = "commune", "Cấp xã"
    OUTSIDE = "outside", "Ngoài cơ quan của tỉnh"


def level_of(kind: str) -> Level:
    """The level of a kind of unit. What the province itself gives stands for the whole of it."""
    if kind == Kind.PROVINCE:
        return Level.WHOLE
    if kind in DISTRICT_KINDS:
        return Level.DISTRICT
    if kind in COMMUNE_KINDS:
        return Level.COMMUNE
    return Level.OUTSIDE if kind in OUTSIDE_KINDS else Level.PROVINCE
