"""Make the demonstration's four accounts, one a role, and print their passwords.

The passwords are random, made on the first start, and kept in a file that only its owner can read.
"""

import json
import os
import secrets
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from home.roles import ADMINISTRATORS, CURATORS, MODERATORS, TRANSLATORS, Role

ACCOUNTS = {
    "curator": CURATORS,
    "translator": TRANSLATORS,
    "moderator": MODERATORS,
    "administrator": ADMINISTRATORS,
}
PASSWORD_BYTES = 12


class Command(BaseCommand):
    help = "Make the demonstration's accounts and print their passwords. Never on a real museum."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--file",
            type=Path,
            default=settings.VAR_DIR / "demo-accounts.json",
            help="where the passwords are kept (default: %(default)s)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not getattr(settings, "DEMO_ACCOUNTS", False):
            raise CommandError(
                "Demonstration accounts exist only in the demonstration (`make run`, `make dev`); "
                "these settings are a real museum's."
            )
        passwords = read_or_make_passwords(options["file"])
        with transaction.atomic():
            for username, role in ACCOUNTS.items():
                make_account(username, role, passwords[username])
        for username, password in passwords.items():
            self.stdout.write(f"  {username:<14} {password}")


def read_or_make_passwords(path: Path) -> dict[str, str]:
    """Return a password for each account, from the file or new and written into it."""
    kept = json.loads(path.read_text()) if path.exists() else {}
    passwords = {name: kept.get(name) or secrets.token_urlsafe(PASSWORD_BYTES) for name in ACCOUNTS}
    if passwords != kept:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        # The mode is given on opening: the file is at no moment readable by others.
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            json.dump(passwords, file, indent=2)
    return passwords


def make_account(username: str, role: Role, password: str) -> None:
    """Bring one account into being, or back to the role and password that are printed."""
    try:
        group = Group.objects.get(name=role.name)
    except Group.DoesNotExist:
        raise CommandError(
            f"The role “{role.name}” is missing: found the museum first (found_museum)."
        ) from None
    user, _ = get_user_model().objects.get_or_create(
        username=username, defaults={"email": f"{username}@example.org"}
    )
    if not user.check_password(password):
        user.set_password(password)
    user.is_active = True
    user.save()
    user.groups.set([group])
