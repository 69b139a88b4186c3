"""One file that holds an installation: its database, its documents, its secret key."""
