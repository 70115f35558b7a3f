"""The docs name files that exist."""

import re
from pathlib import Path

import pytest

from scripts.console import ROOT

DOCS = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]
HISTORY = ROOT / "CHANGELOG.md"
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")
CODE = re.compile(r"`([^`\n]+)`")
FOLDERS = [
    "museum",
    "media",
    "records",
    "exhibitions",
    "atlas",
    "search",
    "importing",
    "home",
    "frontend",
    "scripts",
    "tests",
    "locale",
    "docs",
]
SOURCES = {".py", ".ts", ".mjs", ".css", ".html", ".json", ".po", ".txt"}
# What CONTRIBUTING tells a newcomer to write, what the front end's build makes, and what lies in
# the folder of uploaded files, which is called media too.
ELSEWHERE = re.compile(
    r"\b(lesson|letter|blurs)\.(py|html)$"
    r"|^locale/it/"
    r"|^museum/static/museum/build"
    r"|^media/(documents|downloads|media|objects|original_images|originals)$"
    r"|^scene\.json$"
)


def named(text: str) -> set[str]:
    """Return the paths that stand as code in a text, whole or below a folder of the project."""
    words = {word.rstrip("/.,;") for code in CODE.findall(text) for word in code.split()}
    return {
        word
        for word in words
        if not re.search(r"[<>*…:={}\[]", word)
        and (word.split("/")[0] in FOLDERS and "/" in word or Path(word).suffix in SOURCES)
    }


def exists(path: str) -> bool:
    """Does a file stand at a path, or, where only its end is given, somewhere in the project?"""
    if (ROOT / path).exists() or ELSEWHERE.search(path):
        return True
    return any(next((ROOT / folder).rglob(path), None) for folder in FOLDERS)


@pytest.mark.parametrize("doc", [doc for doc in DOCS if doc != HISTORY], ids=lambda doc: doc.name)
def test_every_file_that_is_named_exists(doc: Path) -> None:
    text = doc.read_text(encoding="utf-8")
    assert text.strip()
    assert [path for path in sorted(named(text)) if not exists(path)] == []
    links = LINK.findall(text)
    assert [link for link in links if not (doc.parent / link).exists()] == []


def test_the_commands_of_make_exist() -> None:
    made = set(
        re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    )
    for doc in DOCS:
        for command in re.findall(r"`make ([a-z -]+)", doc.read_text(encoding="utf-8")):
            assert set(command.split()) <= made, (doc.name, command)
