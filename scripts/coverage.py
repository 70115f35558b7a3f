"""Print which part of each package's lines the tests reached: a lamp, not a gate.

    python -m scripts.coverage

Reads what `make test` leaves in var/coverage/: a slipcover report (JSON) of each process, and
Node's report (LCOV) of the front end's units. A module that no test loads counts as not reached.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import CodeType

from scripts.console import ROOT, say

FOLDER = ROOT / "var" / "coverage"
PACKAGES = ("museum", "media", "records", "exhibitions", "atlas", "search", "importing", "home")
Lines = dict[str, tuple[set[int], set[int]]]  # by file: all lines, and those reached


def main() -> None:
    for title, lines in (("Python", python_lines()), ("TypeScript (units)", typescript_lines())):
        say(f"\nLines reached: {title}")
        for package, reached, whole in by_package(lines):
            say(f"  {reached / whole:6.1%}  {reached:6} of {whole:6}  {package}")


def python_lines() -> Lines:
    """Join the processes: what one of them reached is reached."""
    lines: Lines = defaultdict(lambda: (set(), set()))
    for path in FOLDER.rglob("*.json"):
        for name, file in json.loads(path.read_text(encoding="utf-8"))["files"].items():
            whole, reached = lines[name]
            reached.update(file["executed_lines"])
            whole.update(file["executed_lines"], file["missing_lines"])
    for path in (path for package in PACKAGES for path in (ROOT / package).rglob("*.py")):
        name = str(path.relative_to(ROOT))
        if name not in lines and "migrations" not in path.parts:
            lines[name] = (code_lines(compile(path.read_bytes(), name, "exec")), set())
    return lines


def code_lines(code: CodeType) -> set[int]:
    """The lines of a module that hold code."""
    inner = (part for part in code.co_consts if isinstance(part, CodeType))
    return {line for *_, line in code.co_lines() if line}.union(*map(code_lines, inner))


def typescript_lines() -> Lines:
    sources = [
        path
        for path in (ROOT / "frontend").rglob("*.ts")
        if not path.name.endswith((".test.ts", ".d.ts"))
    ]
    lines: Lines = {str(path.relative_to(ROOT)): (set(), set()) for path in sources}
    for path in sources:
        count = path.read_text(encoding="utf-8").count("\n")
        lines[str(path.relative_to(ROOT))][0].update(range(1, count + 1))
    reached: set[int] = set()
    report = FOLDER / "typescript.lcov"
    for row in report.read_text(encoding="utf-8").splitlines() if report.exists() else ():
        key, _, value = row.partition(":")
        if key == "SF":
            reached = lines.get(value, (set(), set()))[1]
        elif key == "DA":
            number, times = (int(part) for part in value.split(",")[:2])
            if times:
                reached.add(number)
    return lines


def by_package(lines: Lines) -> Iterator[tuple[str, int, int]]:
    """Sum the files of each package, the first two folders of a path; the whole comes last."""
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for name, (whole, reached) in lines.items():
        package = "/".join(Path(name).parent.parts[:2])
        for key in (package, "~"):
            sums[key][0] += len(reached & whole)
            sums[key][1] += len(whole)
    for package, (reached_lines, all_lines) in sorted(sums.items()):
        if all_lines:
            yield package.replace("~", "in all"), reached_lines, all_lines


if __name__ == "__main__":
    main()
