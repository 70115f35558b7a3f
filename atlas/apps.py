"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AtlasConfig(AppConfig):
    name = "atlas"
    verbose_name = _("Map")

    def ready(self) -> None:
        from museum.core import shell

        shell.lists.append(("map", _("Map")))
