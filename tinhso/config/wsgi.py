"""The door for the web server: ``granian --interface wsgi tinhso.config.wsgi:application``."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tinhso.config.settings")
application = get_wsgi_application()
# What stands now stays until the process ends; a page makes tens of thousands of objects and keeps none of them.
gc.collect()
gc.freeze()
gc.set_threshold(50_000, 20, 50)
