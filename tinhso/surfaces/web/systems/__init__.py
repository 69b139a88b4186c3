"""Other systems: the tokens by which they ask, and the subscriptions by which they are told."""
