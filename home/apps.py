"""App configuration."""

import subprocess
import sys
from datetime import timedelta

from django.apps import AppConfig
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig

DEMONSTRATION = "demonstration"
"""The chore that loads what the museum's opening did not wait for."""


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("Home")

    def ready(self) -> None:
        from wagtail_localize.models import TranslationSource

        from home.letters import outbox
        from home.translations import outdated
        from museum.core.background.chores import Chore, register
        from museum.core.wagtail_compat import wrap_gathering

        source = TranslationSource
        source.refresh_segments = outdated.refreshing(source.refresh_segments)
        wrap_gathering(source, outdated.gathering)
        minute, day = timedelta(minutes=1), timedelta(days=1)
        register(Chore("letters", minute, outbox.send_waiting, at_start=True))
        register(Chore("old letters", day, outbox.forget_old))
        if getattr(settings, "DEMO_ACCOUNTS", False):
            hour = timedelta(hours=1)
            register(Chore(DEMONSTRATION, hour, load_demonstration, at_start=True, once=True))


class UsersConfig(WagtailUsersAppConfig):
    """Accounts and groups, within the rights of who manages them."""

    user_viewset = "home.accounts.UserViewSet"
    group_viewset = "home.accounts.GroupViewSet"


def load_demonstration() -> None:
    """Load the rest, in a process of its own: it keeps signals from being heard meanwhile."""
    command = [sys.executable, "manage.py", "load_demo"]
    subprocess.run(command, cwd=settings.BASE_DIR, check=True)
