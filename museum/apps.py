"""App configuration."""

from django.apps import AppConfig
from django.conf import settings
from django.db.backends.signals import connection_created
from django.utils.translation import gettext_lazy as _

from museum import converters
from museum.page_cache import changes


class MuseumConfig(AppConfig):
    name = "museum"
    verbose_name = _("Museum")

    def ready(self) -> None:
        converters.register()
        if settings.PAGE_CACHE:
            connection_created.connect(changes.watch_connection)
