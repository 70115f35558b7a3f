"""A museum needs nothing of what developers install beside `requirements.txt`."""

import os
import re
import subprocess
import sys
from importlib.metadata import packages_distributions

from scripts.console import ROOT

# Refuses the modules that are named on the command line, then loads all that a museum runs.
PROGRAM = """
import sys
sys.modules.update(dict.fromkeys(sys.argv[1:]))
import django
django.setup()
import museum.asgi
from scripts import open_museum
from django.core.management import get_commands, load_command_class
for name, app in get_commands().items():
    if app in open_museum.APPS:
        load_command_class(app, name)
"""


def pinned(name: str) -> set[str]:
    """The distributions of a list of requirements."""
    return set(re.findall(r"^([\w.-]+)==", (ROOT / name).read_text(), re.MULTILINE))


def test_a_museum_runs_without_the_developers_packages() -> None:
    ours = pinned("requirements-dev.txt") - pinned("requirements.txt")
    assert {"uharfbuzz", "pytest"} <= ours
    refused = [
        module
        for module, distributions in packages_distributions().items()
        if {re.sub(r"[-_.]+", "-", name).lower() for name in distributions} <= ours
    ]
    assert {"uharfbuzz", "pytest"} <= set(refused)
    # Which lines are reached is noted by one of the refused packages.
    environment = {**os.environ, "COVERAGE": ""}
    subprocess.run([sys.executable, "-c", PROGRAM, *refused], cwd=ROOT, check=True, env=environment)
