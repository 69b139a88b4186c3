"""A real OpenID Connect provider for the tests: django-allauth's, in a process and a project of its own."""
