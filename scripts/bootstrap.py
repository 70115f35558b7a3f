"""Make everything the museum needs to start: Python and npm packages, front end, catalogues.

    python3 -m scripts.bootstrap [--dev]

Each step is skipped when what it is made from has not changed. Packages that a worktree links from
another checkout (.venv, node_modules as symbolic links) are left to that checkout. Runs with the
system's Python, from the standard library alone; its syntax stays readable to old Pythons so that
they can be refused in words.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys

from scripts.console import PYTHON, ROOT, VENV, fail, step
from scripts.installing import debian
from scripts.installing.stamps import forget, unless_current

OLDEST_PYTHON = (3, 11)
OLDEST_NODE = 20
NODE_MODULES = ROOT / "node_modules"
BUILD = ROOT / "museum" / "static" / "museum" / "build"


def main() -> None:
    dev = "--dev" in sys.argv[1:]
    check_python()
    check_node()
    make_virtual_environment()
    install_python_packages("requirements-dev.txt" if dev else "requirements.txt")
    install_npm_packages()
    build_front_end()
    compile_messages()


def check_python() -> None:
    if sys.version_info < OLDEST_PYTHON:
        found = ".".join(str(part) for part in sys.version_info[:3])
        fail(
            f"The museum needs Python 3.11 or newer, and {sys.executable} is {found}. "
            "Install a newer one and name it: make run PYTHON=/path/to/python3"
        )


def check_node() -> None:
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        fail(
            f"The museum needs Node.js {OLDEST_NODE} or newer with npm to build its front end, and "
            f"{'npm' if node else 'node'} is not on the PATH."
        )
    answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    found = answer.stdout.strip()
    major = re.match(r"v(\d+)", found)
    if not major or int(major.group(1)) < OLDEST_NODE:
        fail(f"The museum needs Node.js {OLDEST_NODE} or newer, and {node} is {found or 'broken'}.")


def make_virtual_environment() -> None:
    if (VENV / "bin" / "pip").exists():
        return
    try:
        import ensurepip  # noqa: F401
    except ImportError:
        debian.install(
            f"python{sys.version_info[0]}.{sys.version_info[1]}-venv",
            "Python's module for virtual environments is missing",
        )
    step("Virtual environment", [sys.executable, "-m", "venv", "--clear", VENV])
    forget("requirements*")


def install_python_packages(requirements: str) -> None:
    """Install a compiled list, hashes checked. The developers' list holds the museum's as well."""
    if VENV.is_symlink():
        return
    sources = [ROOT / "requirements.txt", ROOT / requirements]
    pip = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--require-hashes"]
    lists = ["-r", "requirements.txt"]
    if requirements != "requirements.txt":
        lists += ["-r", requirements]
    unless_current(
        requirements,
        sources,
        PYTHON,
        lambda: step(f"Python packages ({requirements})", [*pip, *lists]),
    )


def install_npm_packages() -> None:
    if NODE_MODULES.is_symlink():
        return
    unless_current(
        "npm",
        [ROOT / "package.json", ROOT / "package-lock.json"],
        NODE_MODULES,
        lambda: step("Front-end packages", ["npm", "ci", "--no-audit", "--no-fund"]),
    )


def build_front_end() -> None:
    unless_current(
        "build",
        [ROOT / "frontend", ROOT / "package-lock.json"],
        BUILD,
        lambda: step("Front end", ["npm", "run", "build"]),
    )


def compile_messages() -> None:
    catalogues = sorted((ROOT / "locale").glob("*/LC_MESSAGES/*.po"))
    if not catalogues:
        return
    unless_current(
        "messages",
        catalogues,
        catalogues[0].with_suffix(".mo"),
        lambda: step("Message catalogues", [PYTHON, "-m", "scripts.messages", "compile"]),
    )


if __name__ == "__main__":
    main()
