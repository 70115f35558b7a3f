"""Install a package of the system where that is allowed; say what to type where it is not."""

from __future__ import annotations

import os
import shutil

from scripts.console import fail, step


def install(package: str, lack: str) -> None:
    """Install one Debian package as root. `lack` begins the sentence shown to everyone else."""
    apt = shutil.which("apt-get")
    if not apt or os.geteuid() != 0:
        fail(f"{lack}. Install it and start again: sudo apt-get install {package}")
    env = {"DEBIAN_FRONTEND": "noninteractive"}
    step("List of system packages", [apt, "update"], env)
    command = [apt, "install", "-y", "--no-install-recommends", package]
    step(f"System package {package}", command, env)
