"""What people do about tasks, by the API: each operation is one action of ``steering.following``."""
