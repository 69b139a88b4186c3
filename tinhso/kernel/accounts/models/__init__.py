"""Who signs in, what they are, and what proves that it is they."""

from tinhso.kernel.accounts.models.account import Account, Accounts
from tinhso.kernel.accounts.models.assignments import RoleAssignment, RoleAssignments
from tinhso.kernel.accounts.models.attempts import Attempt
from tinhso.kernel.accounts.models.identities import Identity
from tinhso.kernel.accounts.models.links import OneTimeLink
from tinhso.kernel.accounts.models.second_step import RecoveryCode, SecondStep, SecondStepRemoval
from tinhso.kernel.accounts.models.sessions import Session

__all__ = (
    "Account",
    "Accounts",
    "Attempt",
    "Identity",
    "OneTimeLink",
    "RecoveryCode",
    "RoleAssignment",
    "RoleAssignments",
    "SecondStep",
    "SecondStepRemoval",
    "Session",
)
