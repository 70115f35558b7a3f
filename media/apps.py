"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MediaConfig(AppConfig):
    name = "media"
    verbose_name = _("Media")

    def ready(self) -> None:
        from PIL import Image

        from media import (
            signals,  # noqa: F401  (they register themselves)
            upkeep,
        )
        from media.admin import permissions  # noqa: F401  (they register themselves)
        from media.files import avif, limits
        from media.signals import documents  # noqa: F401  (they register themselves)

        avif.save_quickly()
        upkeep.register_chores()
        # The museum asks each file's header itself, with this limit.
        Image.MAX_IMAGE_PIXELS = limits.MAX_PIXELS
