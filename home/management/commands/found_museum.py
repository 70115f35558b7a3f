"""`manage.py found_museum`: languages, home page, index pages and roles.

Runs again without harm.
"""

from typing import Any

from django.core.management.base import BaseCommand

from home.founding import found_museum


class Command(BaseCommand):
    help = "Make the museum's languages, home page, index pages and roles where they are missing."

    def handle(self, *args: Any, **options: Any) -> None:
        home = found_museum()
        self.stdout.write(f"The museum stands: {home.title}")
