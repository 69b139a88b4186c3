"""Letters: how a person wants them, his mailbox, what was sent to whom, and turning them off."""
