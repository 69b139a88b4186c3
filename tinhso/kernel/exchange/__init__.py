"""Tells other systems what happened here: an outbox, subscriptions, signed deliveries."""
