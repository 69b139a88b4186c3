"""What is told to other systems, to whom, and how each telling went."""

from tinhso.kernel.exchange.models.announcements import Announcement
from tinhso.kernel.exchange.models.deliveries import Attempt, Delivery
from tinhso.kernel.exchange.models.feeds import CalendarFeed
from tinhso.kernel.exchange.models.subscriptions import Subscription
from tinhso.kernel.exchange.models.tokens import AccessToken

__all__ = ["AccessToken", "Announcement", "Attempt", "CalendarFeed", "Delivery", "Subscription"]
