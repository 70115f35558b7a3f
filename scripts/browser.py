"""Find the Chromium that browser tests and screenshots use; install Debian's where that is allowed.

python -m scripts.browser [--install]    prints its path
"""

from __future__ import annotations

import os
import shutil
import sys

from scripts.console import fail
from scripts.debian import install

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


def main() -> None:
    path = find()
    if not path and "--install" in sys.argv[1:]:
        install("chromium", "The browser tests need Chromium, and none is installed")
        path = find()
    if not path:
        fail("No Chromium was found: install it, or name one with CHROMIUM=/path/to/chromium.")
    print(path)


def find() -> str | None:
    """The path of the browser: CHROMIUM if given, else the first one known on the PATH."""
    named = os.environ.get("CHROMIUM")
    if named:
        path = shutil.which(named)
        return path or fail(f"CHROMIUM names {named}, and no program is there.")
    return next((path for name in NAMES if (path := shutil.which(name))), None)


if __name__ == "__main__":
    main()
