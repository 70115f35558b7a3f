"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from museum import converters


class MuseumConfig(AppConfig):
    name = "museum"
    verbose_name = _("Museum")

    def ready(self) -> None:
        converters.register()
