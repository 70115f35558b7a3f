"""Find the Chromium that makes posters of 3D objects and that the browser tests look with."""

import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


def find() -> str | None:
    """The path of the browser: CHROMIUM if given, else the first one known on the PATH.

    Raises FileNotFoundError where CHROMIUM names a program that is not there.
    """
    named = os.environ.get("CHROMIUM")
    if not named:
        return next((path for name in NAMES if (path := shutil.which(name))), None)
    if path := shutil.which(named):
        return path
    raise FileNotFoundError(f"CHROMIUM names {named}, and no program is there.")
