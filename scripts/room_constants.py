"""Writes the lengths of rooms for the browser: `python -m scripts.room_constants`.

They are defined in exhibitions/geometry/constants.py, with their reasons, and nowhere else.
"""

import ast
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from exhibitions.geometry import constants
from scripts.console import ROOT

SOURCE = Path(constants.__file__)
TARGET = ROOT / "frontend" / "shared" / "geometry" / "constants.ts"
HEAD = """\
/**
 * The lengths and proportions of rooms: whole cm unless a comment says otherwise.
 *
 * Written by scripts/room_constants.py from exhibitions/geometry/constants.py: change them there.
 */
"""


def defined() -> Iterator[tuple[str, str]]:
    """Yield name and comment of every constant, in the order of the module."""
    body = ast.parse(SOURCE.read_text(encoding="utf-8")).body
    for statement, following in zip(body, [*body[1:], None], strict=True):
        if not isinstance(statement, ast.Assign) or not isinstance(statement.targets[0], ast.Name):
            continue
        comment = ""
        if isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant):
            comment = str(following.value.value).replace("``", "`")
        yield statement.targets[0].id, comment


def written(value: Any) -> str:
    """Return a value as TypeScript."""
    if isinstance(value, dict):
        pairs = ", ".join(f"{name}: {written(entry)}" for name, entry in value.items())
        return f"{{ {pairs} }} as const"
    if isinstance(value, tuple):
        return f"[{', '.join(map(written, value))}] as const"
    return json.dumps(value)


def module() -> str:
    """Return the whole module."""
    lines = [HEAD]
    for name, comment in defined():
        lines += [f"/** {comment} */"] if comment else []
        lines.append(f"export const {name} = {written(getattr(constants, name))};")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    TARGET.write_text(module(), encoding="utf-8")
