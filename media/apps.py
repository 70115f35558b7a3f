"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MediaConfig(AppConfig):
    name = "media"
    verbose_name = _("Media")

    def ready(self) -> None:
        from media import avif, signals  # noqa: F401  (registers the receivers)

        avif.save_quickly()
