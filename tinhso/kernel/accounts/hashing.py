"""How passwords are kept: Argon2id, in a size that a hundred officers signing in at eight o'clock do not feel."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2(Argon2PasswordHasher):
    """OWASP's second set of costs: 19 MiB, two passes, one lane.

    Django's own takes 100 MiB for every sign-in under way: 1.6 GB in two processes of eight threads. A password kept
    with other costs, or by PBKDF2, opens and is kept anew with these.
    """

    time_cost = 2
    memory_cost = 19 * 1024
    parallelism = 1
