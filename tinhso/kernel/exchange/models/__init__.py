"""What is told to other systems, to whom, and how each telling went."""

from tinhso.kernel.exchange.models.announcements import Announcement
from tinhso.kernel.exchange.models.deliveries import Attempt, Delivery
from tinhso.kernel.exchange.models.subscriptions import Subscription

__all__ = ["Announcement", "Attempt", "Delivery", "Subscription"]
