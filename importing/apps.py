"""App configuration."""

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ImportingConfig(AppConfig):
    name = "importing"
    verbose_name = _("Imports")

    def ready(self) -> None:
        from importing.plans.running import work_through
        from museum.core.background.chores import Chore, register

        register(Chore("imports", timedelta(seconds=1), work_through, at_start=True))
