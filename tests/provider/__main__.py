"""``python -m tests.provider PORT BACK``: a provider with two people and one client, whose people come back to BACK."""

import importlib
import os
import sys

import django

if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.provider.settings"
    django.setup()
    # Only with the settings ready can its models be imported.
    served = importlib.import_module("tests.provider.served")
    served.furnish(sys.argv[2])
    served.serve(int(sys.argv[1]))
