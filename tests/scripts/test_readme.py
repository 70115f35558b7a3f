"""The README's table of settings names every environment variable that is read, and no other."""

import re

from scripts.console import ROOT

READ = re.compile(r'(?:environ(?:\.get|\.setdefault)?[\[(]|required\()"([A-Z_]+)"')
CHOSEN = re.compile(r"^(PORT|PYTHON) \?=", re.MULTILINE)
ROW = re.compile(r"^\| `([A-Z_]+)` \|", re.MULTILINE)
SOURCES = (
    "museum",
    "media",
    "records",
    "exhibitions",
    "atlas",
    "search",
    "importing",
    "home",
    "scripts",
)


def test_settings_are_those_that_are_read() -> None:
    python = [path for folder in SOURCES for path in (ROOT / folder).rglob("*.py")]
    read = {name for path in python for name in READ.findall(path.read_text(encoding="utf-8"))}
    read |= set(CHOSEN.findall((ROOT / "Makefile").read_text(encoding="utf-8")))
    rows = ROW.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    assert sorted(rows) == sorted(read)
