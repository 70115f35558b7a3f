"""App configuration."""

import subprocess
import sys
from datetime import timedelta

from django.apps import AppConfig
from django.conf import settings
from django.utils.translation import gettext_lazy as _


class ImportingConfig(AppConfig):
    name = "importing"
    verbose_name = _("Imports")

    def ready(self) -> None:
        from museum.core.background.chores import Chore, register

        register(Chore("imports", timedelta(seconds=1), work, at_start=True))


def work() -> None:
    """Do what imports wait for, in a process of its own (`manage.py work_imports`)."""
    from importing.models import Import

    if Import.objects.filter(state__in=Import.WORKING).exists():
        command = [sys.executable, "manage.py", "work_imports"]
        subprocess.run(command, cwd=settings.BASE_DIR, check=True)
