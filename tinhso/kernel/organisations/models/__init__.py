"""Facts about organisations. A unit is an identity; what it is called and where it stands are dated versions of it."""

from tinhso.kernel.organisations.models.aliases import Alias
from tinhso.kernel.organisations.models.days import DecidedDay
from tinhso.kernel.organisations.models.groups import Group, GroupRule
from tinhso.kernel.organisations.models.posts import Holding, Post
from tinhso.kernel.organisations.models.reorganisations import Reorganisation, Succession
from tinhso.kernel.organisations.models.units import Kind, Unit, UnitVersion

__all__ = [
    "Alias",
    "DecidedDay",
    "Group",
    "GroupRule",
    "Holding",
    "Kind",
    "Post",
    "Reorganisation",
    "Succession",
    "Unit",
    "UnitVersion",
]
