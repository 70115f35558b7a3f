"""App configuration."""

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ExhibitionsConfig(AppConfig):
    name = "exhibitions"
    verbose_name = _("Exhibitions")

    def ready(self) -> None:
        from django.core.checks import register

        from exhibitions import signals  # noqa: F401  (registers the receivers)
        from exhibitions.admin.register.many import batches
        from exhibitions.blocks.nesting import check_nesting
        from exhibitions.derivatives import changes, room_pictures  # noqa: F401  (the same)
        from exhibitions.presentation.room_pictures import ROOT, owner
        from media.delivery import access
        from media.derivatives import registry
        from museum.core.background.chores import Chore
        from museum.core.background.chores import register as register_chore

        register(check_nesting)
        register_chore(batches.CHORE)
        registry.register(room_pictures.KIND)
        access.OWNERS[ROOT] = owner
        hour = timedelta(hours=1)
        register_chore(Chore("pictures of rooms", hour, room_pictures.keep_up, at_start=True))
