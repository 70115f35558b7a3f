"""What the tests' selection names is there."""

import ast
from pathlib import Path

import pytest

from tests.selection import ON_POSTGRESQL, SLOW

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize(
    "start", [*SLOW, *(start for group in ON_POSTGRESQL.values() for start in group)]
)
def test_every_start_begins_a_test(start: str) -> None:
    path, _, name = start.partition("::")
    assert (ROOT / path).exists()
    if name:
        tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
        names = [
            node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)
        ]
        assert any(found.startswith(name) for found in names)
