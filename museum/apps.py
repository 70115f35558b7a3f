"""App configuration."""

from datetime import timedelta

from django.apps import AppConfig
from django.conf import settings
from django.core.management import call_command
from django.db.backends.signals import connection_created
from django.utils.translation import gettext_lazy as _

from museum import converters
from museum.page_cache import changes


class MuseumConfig(AppConfig):
    name = "museum"
    verbose_name = _("Museum")

    def ready(self) -> None:
        from museum.access import copies, schedule, upkeep  # noqa: F401  (they register themselves)
        from museum.core.background.chores import Chore, register

        converters.register()
        if settings.PAGE_CACHE:
            connection_created.connect(changes.watch_connection)
        upkeep.leave_restrictions_alone()
        half_a_minute, day = timedelta(seconds=30), timedelta(days=1)
        register(Chore("schedule", half_a_minute, publish_scheduled, at_start=True, essential=True))
        register(Chore("old sessions", day, clear_sessions))


def publish_scheduled() -> None:
    """Publish what is due, and take back what has expired."""
    call_command("publish_scheduled", verbosity=0)


def clear_sessions() -> None:
    """Forget the sessions that have expired."""
    call_command("clearsessions", verbosity=0)
