"""The WSGI entry point: `museum.wsgi:application`,
without the pages that are kept for everybody.
"""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "museum.settings.production")

application = get_wsgi_application()
