"""How mails leave the museum is said by the environment; without a server they lie in a folder."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

NAMES = (
    "EMAIL_BACKEND",
    "EMAIL_HOST",
    "EMAIL_PORT",
    "EMAIL_USE_TLS",
    "EMAIL_USE_SSL",
    "EMAIL_HOST_USER",
    "EMAIL_HOST_PASSWORD",
    "DEFAULT_FROM_EMAIL",
    "EMAIL_FILE_PATH",
)
READ = f"""
import json
from museum.settings import base
print(json.dumps({{name: str(getattr(base, name)) for name in {NAMES}}}))
"""


def settings_with(folder: Path, **environment: str) -> dict[str, Any]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("EMAIL")}
    told = {
        **clean,
        "MUSEUM_VAR": str(folder),
        "MUSEUM_URL": "https://museum.example",
        **environment,
    }
    done = subprocess.run([sys.executable, "-c", READ], env=told, capture_output=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        (
            {},
            {"EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
             "DEFAULT_FROM_EMAIL": "museum@museum.example"},
        ),
        (
            {"EMAIL_HOST": "smtp.example", "EMAIL_USER": "m", "EMAIL_PASSWORD": "p",
             "EMAIL_SENDER": "Museum <a@example.org>"},
            {"EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
             "EMAIL_HOST": "smtp.example", "EMAIL_PORT": "587", "EMAIL_USE_TLS": "True",
             "EMAIL_USE_SSL": "False", "EMAIL_HOST_USER": "m", "EMAIL_HOST_PASSWORD": "p",
             "DEFAULT_FROM_EMAIL": "Museum <a@example.org>"},
        ),
        (
            {"EMAIL_HOST": "smtp.example", "EMAIL_TLS": "tls"},
            {"EMAIL_PORT": "465", "EMAIL_USE_TLS": "False", "EMAIL_USE_SSL": "True"},
        ),
        (
            {"EMAIL_HOST": "localhost", "EMAIL_TLS": "off", "EMAIL_PORT": "25"},
            {"EMAIL_PORT": "25", "EMAIL_USE_TLS": "False", "EMAIL_USE_SSL": "False"},
        ),
    ],
)  # fmt: skip
def test_the_environment_says_how(
    tmp_path: Path, environment: dict[str, str], expected: dict[str, str]
) -> None:
    found = settings_with(tmp_path, **environment)
    assert {name: found[name] for name in expected} == expected
    assert found["EMAIL_FILE_PATH"] == str(tmp_path / "mails")
