"""The one place from which ffmpeg is called: without a terminal, within a time,
on one known file.
"""

import subprocess
from pathlib import Path

import imageio_ffmpeg
from django.utils.translation import gettext as _


class Failed(Exception):
    """ffmpeg could not do what was asked; the message is for curators."""


def run(*arguments: str | Path, seconds: float) -> None:
    """Run ffmpeg for at most so many seconds. Raises Failed."""
    # Files only, whatever a file asks to have fetched.
    quiet = ["-nostdin", "-hide_banner", "-loglevel", "error", "-y"]
    try:
        done = subprocess.run(
            [program(), *quiet, *map(str, arguments)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as late:
        raise Failed(
            _("It took longer than %(minutes)d minutes and was ended.")
            % {"minutes": seconds // 60 or 1}
        ) from late
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise Failed(said[-1] if said else _("ffmpeg ended with %d.") % done.returncode)


def source(path: str | Path, container: str) -> list[str | Path]:
    """Return the arguments that open a file as what it was recognised to be."""
    return ["-protocol_whitelist", "file", "-f", container, "-i", path]


def program() -> str:
    """Return where ffmpeg is: the one that came with the packages, or the system's.

    Raises Failed.
    """
    try:
        return imageio_ffmpeg.get_ffmpeg_exe()
    except RuntimeError as missing:
        raise Failed(_("ffmpeg is not installed on the server.")) from missing
