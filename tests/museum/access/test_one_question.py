"""Nobody but `museum.core.visibility` says what is live or public."""

import ast
from pathlib import Path

from django.conf import settings

APPS = ("museum", "media", "records", "exhibitions", "atlas", "search", "importing", "home")
OWN_WORD = {"live", "public", "not_public", "in_site"}


def faults(path: Path) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        filters = called in {"filter", "exclude", "get"} and any(
            word.arg == "live" and getattr(word.value, "value", None) is True
            for word in node.keywords
        )
        if (called in OWN_WORD and not node.args and not node.keywords) or filters:
            found.append(f"{path.relative_to(settings.BASE_DIR)}:{node.lineno}")
    return found


def test_what_may_be_seen_is_asked_in_one_spelling() -> None:
    modules = [
        path
        for app in APPS
        for path in Path(settings.BASE_DIR, app).rglob("*.py")
        if "migrations" not in path.parts and path.name != "visibility.py"
    ]
    assert len(modules) > 150
    assert [fault for path in modules for fault in faults(path)] == []
