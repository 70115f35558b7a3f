"""Fail where the house is out of order: a circle of imports, one that climbs, a crowded folder.

python -m scripts.house [FOLDER]

Reads the import statements of every Python, TypeScript and JavaScript module below FOLDER (this
checkout): those inside functions and those for types alone count like any other.
"""

from __future__ import annotations

import ast
import os
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from scripts.console import ROOT

# From the ground up; a line is a floor, and an import goes to its own floor or to one below. A
# module stands on the floor that names the longest part of its path: exhibitions/views.py on
# "exhibitions".
FLOORS = (
    "museum/core",
    "museum",
    "media/files",
    "media/rights",
    "media/validation",
    "media/models",
    "media/ingest",
    "media/derivatives",
    "media/delivery",
    "media/signals",
    "media/admin",
    "media",
    "exhibitions/geometry",
    "exhibitions/vocabulary",
    "records",
    "exhibitions/blocks",
    "exhibitions/listing",
    "exhibitions/models",
    "exhibitions/presentation",
    "exhibitions/exports",
    "exhibitions/admin",
    "exhibitions",
    "atlas",
    "search",
    "importing",
    "home",
    "museum/urls museum/settings museum/wsgi museum/asgi",
    "frontend/shared",
    "frontend/three",
    "frontend/elements frontend/shell",
    "frontend/admin",
    "frontend/build",
    "scripts",
    # The settings of the tests are a part of them.
    "tests museum/settings/test",
)
HEIGHTS = {place: height for height, floor in enumerate(FLOORS) for place in floor.split()}

# A thirteenth module is one too many to find one's way; then a sub-folder has a name to give.
MOST_MODULES = 12
# Django keeps an app's migrations in one folder, and adds to them for ever.
UNCOUNTED_FOLDERS = {"migrations"}

SCRIPT_SUFFIXES = (".ts", ".tsx", ".mjs", ".js")
SUFFIXES = (".py", *SCRIPT_SUFFIXES)
# What others wrote, and what is made here: neither is part of the house.
SKIPPED_FOLDERS = {"node_modules", "var", "static"}

# What may stand in TypeScript: a comment, a string, a regular expression, a word, a sign. A slash
# begins a regular expression only where a value may begin.
TOKEN = re.compile(
    r"""
    (?P<comment>//[^\n]*|/\*.*?\*/)
    |(?P<string>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)
    |(?P<pattern>(?<=[(,=:\[!&|?{};\n])[ \t]*/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\[\n])+/)
    |(?P<word>[\w$]+)
    |(?P<sign>[^\s\w])
    """,
    re.VERBOSE | re.DOTALL,
)
# What stands before the string in `from "x"`, `import "x"`, `import("x")`, `new URL("x", …)`.
LEADING_TO_A_MODULE = {("from",), ("import",), ("import", "("), ("require", "("), ("URL", "(")}


class Import(NamedTuple):
    importer: str  # paths below the checkout
    line: int
    imported: str


def main(root: Path = ROOT) -> int:
    faults = list(faults_of(root))
    for fault in faults:
        print(fault, file=sys.stderr)
    return bool(faults)


def faults_of(root: Path) -> Iterator[str]:
    """One text for each circle, each import that climbs, each crowded or nameless place."""
    files = sorted(modules_below(root))
    known = set(files)
    imports: list[Import] = []
    for file in files:
        try:
            imports += imports_of(root, file, known)
        except (SyntaxError, UnicodeDecodeError) as error:
            yield f"{file} cannot be read: {error}"
    for circle in circles(imports):
        names = "\n".join(
            f"  {link.importer}:{link.line} imports {link.imported}" for link in circle
        )
        yield f"A circle of {len({link.importer for link in circle})} files:\n{names}"
    yield from climbs(imports)
    yield from (
        f"{file} stands on no floor of scripts/house.py" for file in files if not floor(file)
    )
    yield from crowded(files)


# Finding the modules


def modules_below(root: Path) -> Iterator[str]:
    """The modules in the folders of `root`, by path; the files beside those are tools' settings."""
    for folder, folders, names in os.walk(root):
        here = Path(folder).relative_to(root).as_posix()
        folders[:] = [
            name for name in folders if name not in SKIPPED_FOLDERS and not name.startswith(".")
        ]
        if here != ".":
            yield from (f"{here}/{name}" for name in names if name.endswith(SUFFIXES))


def imports_of(root: Path, file: str, known: set[str]) -> list[Import]:
    """Each line's imports of other modules of the house, in the order of the lines."""
    text = (root / file).read_text(encoding="utf-8-sig")
    read = python_imports if file.endswith(".py") else script_imports
    found = sorted(set(read(file, text, known)))
    return [Import(file, line, imported) for line, imported in found if imported != file]


# Python


def python_imports(file: str, text: str, known: set[str]) -> Iterator[tuple[int, str]]:
    package = file.split("/")[:-1]
    for node in ast.walk(ast.parse(text, file)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield from python_file(alias.lineno, alias.name, known)
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) + 1 - node.level] if node.level else []
            source = ".".join([*start, *filter(None, [node.module])])
            for alias in node.names:
                yield from python_file(alias.lineno, f"{source}.{alias.name}", known)
        elif isinstance(node, ast.Call):
            named = string_import(node, package)
            if named:
                yield from python_file(node.lineno, named, known)


def string_import(call: ast.Call, package: list[str]) -> str:
    """The name in `import_module("a.b")` and its like, or nothing."""
    function = getattr(call.func, "attr", getattr(call.func, "id", ""))
    if function not in {"import_module", "import_string", "__import__"} or not call.args:
        return ""
    name = getattr(call.args[0], "value", "")
    if not isinstance(name, str):
        return ""
    anchor = [*call.args[1:], *(word.value for word in call.keywords if word.arg == "package")]
    if name.startswith(".") and anchor:
        written = getattr(anchor[0], "value", None)
        level = len(name) - len(name.lstrip("."))
        start = written.split(".") if isinstance(written, str) else package
        return ".".join([*start[: len(start) + 1 - level], name.lstrip(".")])
    return name


def python_file(line: int, name: str, known: set[str]) -> Iterator[tuple[int, str]]:
    """The file that `name` stands in: that of the module, else of the module it is a part of."""
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        path = "/".join(parts[:length])
        for file in (f"{path}.py", f"{path}/__init__.py"):
            if file in known:
                yield line, file
                return


# TypeScript and JavaScript


def script_imports(file: str, text: str, known: set[str]) -> Iterator[tuple[int, str]]:
    before: tuple[str, ...] = ("", "")
    for token in TOKEN.finditer(text):
        if token.lastgroup == "comment":
            continue
        if token.lastgroup == "string" and (
            before in LEADING_TO_A_MODULE or before[1:] in LEADING_TO_A_MODULE
        ):
            imported = script_file(file, token.group()[1:-1], known)
            if imported:
                yield text.count("\n", 0, token.start()) + 1, imported
        before = (before[1], token.group().strip())


def script_file(file: str, named: str, known: set[str]) -> str:
    """The module that `named` means in `file`, or nothing: a package, or no script."""
    if not named.startswith("."):
        return ""
    path = os.path.normpath(PurePosixPath(file).parent / named)
    stems = (path, path.removesuffix(".js"), f"{path}/index")
    tried = [path, *(stem + suffix for stem in stems for suffix in (".d.ts", *SCRIPT_SUFFIXES))]
    return next((candidate for candidate in reversed(tried) if candidate in known), "")


# What is out of order


def circles(imports: list[Import]) -> Iterator[list[Import]]:
    """The imports that hold each circle together (Tarjan's strongly connected components)."""
    targets: dict[str, list[str]] = {}
    for link in imports:
        targets.setdefault(link.importer, []).append(link.imported)
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    open_files: list[str] = []

    def visit(file: str) -> Iterator[set[str]]:
        number[file] = lowest[file] = len(number)
        open_files.append(file)
        for target in targets.get(file, ()):
            if target not in number:
                yield from visit(target)
                lowest[file] = min(lowest[file], lowest[target])
            elif target in open_files:
                lowest[file] = min(lowest[file], number[target])
        if lowest[file] == number[file]:
            position = open_files.index(file)
            yield set(open_files[position:])
            del open_files[position:]

    for file in list(targets):
        for members in visit(file) if file not in number else ():
            if len(members) > 1:
                yield [link for link in imports if {link.importer, link.imported} <= members]


def climbs(imports: list[Import]) -> Iterator[str]:
    for importer, line, imported in imports:
        below, above = floor(importer), floor(imported)
        if below and above and HEIGHTS[below] < HEIGHTS[above]:
            yield f"{importer}:{line} imports {imported}, and climbs from {below} to {above}"


def floor(file: str) -> str:
    """The place in FLOORS that holds the module; nothing for a stranger."""
    parts = file[: -len(PurePosixPath(file).suffix)].split("/")
    places = ("/".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((place for place in places if place in HEIGHTS), "")


def crowded(files: Iterable[str]) -> Iterator[str]:
    counts: dict[str, int] = {}
    for file in files:
        folder, _, name = file.rpartition("/")
        test = ".test." in name
        if name != "__init__.py" and not test and Path(folder).name not in UNCOUNTED_FOLDERS:
            counts[folder] = counts.get(folder, 0) + 1
    for folder, count in counts.items():
        if count > MOST_MODULES:
            yield f"{folder} holds {count} modules, and {MOST_MODULES} are the most"


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:2])))
