"""The demonstration's accounts: printed, private, and impossible on a real museum."""

import json
import os
import stat
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth import authenticate, get_user_model
from django.core.management import call_command
from django.core.management.base import CommandError
from pytest_django import Settings

from home.management.commands.create_demo_accounts import ACCOUNTS


def create(file: Path) -> str:
    output = StringIO()
    call_command("create_demo_accounts", file=file, stdout=output)
    return output.getvalue()


@pytest.mark.django_db
class TestInTheDemonstration:
    @pytest.fixture(autouse=True)
    def demonstration(self, founded: int, settings: Settings) -> None:
        settings.DEMO_ACCOUNTS = True

    def test_every_printed_password_opens_its_account(self, tmp_path: Path) -> None:
        printed = dict(line.split() for line in create(tmp_path / "accounts.json").splitlines())
        assert list(printed) == list(ACCOUNTS)
        for username, password in printed.items():
            user = authenticate(username=username, password=password)
            assert user is not None
            assert [group.name for group in user.groups.all()] == [ACCOUNTS[username].name]
            assert user.has_perm("wagtailadmin.access_admin")

    def test_passwords_are_each_their_own_and_for_the_owner_only(self, tmp_path: Path) -> None:
        file = tmp_path / "accounts.json"
        create(file)
        passwords = json.loads(file.read_text())
        assert len(set(passwords.values())) == len(ACCOUNTS)
        assert min(map(len, passwords.values())) >= 16
        assert stat.S_IMODE(file.stat().st_mode) == 0o600

    def test_a_second_start_prints_the_same(self, tmp_path: Path) -> None:
        file = tmp_path / "accounts.json"
        assert create(file) == create(file)
        assert get_user_model().objects.count() == len(ACCOUNTS)

    def test_a_lost_file_gives_new_passwords(self, tmp_path: Path) -> None:
        file = tmp_path / "accounts.json"
        before = create(file)
        file.unlink()
        assert create(file) != before


@pytest.mark.django_db
def test_other_settings_refuse(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="real museum"):
        create(tmp_path / "accounts.json")
    assert not get_user_model().objects.exists()
    assert not (tmp_path / "accounts.json").exists()


def test_production_refuses(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "museum.settings.production",
        "SECRET_KEY": "for this test",
        "ALLOWED_HOSTS": "museum.example",
        "DEMO_ACCOUNTS": "1",
        "DATABASE_URL": f"sqlite:///{tmp_path / 'museum.sqlite3'}",
    }
    result = subprocess.run(
        [sys.executable, "manage.py", "create_demo_accounts"],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode != 0
    assert "real museum" in result.stderr
