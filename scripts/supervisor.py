"""Keep programs running, side by side, until this one is told to end.

Each has a group of processes of its own: what it leaves when it falls ends before it is started
again, and Ctrl+C reaches it only in order.
"""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from types import FrameType

from scripts.console import ROOT, say

PAUSE = 1.0
"""Seconds before a program that fell is started again."""
LOOK = 20.0
"""Seconds between two calls of `look`."""
PATIENCE = 10.0
"""Seconds that the programs have to end by themselves."""
LIBC = ctypes.CDLL(None)
DEATH_SIGNAL = 1
"""`PR_SET_PDEATHSIG` of Linux's prctl(2)."""


def keep_running(commands: dict[str, list[str]], look: Callable[[], None] = lambda: None) -> None:
    """Run programs by their names until SIGINT or SIGTERM; call `look` now and then."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    # Named, because a program that a shell starts in the background ignores SIGINT.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    running = {name: start(command) for name, command in commands.items()}
    looked = time.monotonic()
    try:
        while True:
            time.sleep(PAUSE)
            for name, process in running.items():
                if process.poll() is not None:
                    say(f"· The {name} fell (exit code {process.returncode}), and starts again.")
                    end_group(process)
                    running[name] = start(commands[name])
            if time.monotonic() - looked > LOOK:
                looked = time.monotonic()
                look()
    except KeyboardInterrupt:
        say("The museum is closed.")
    finally:
        end(running)


def start(command: list[str]) -> subprocess.Popen[bytes]:
    # One call of the system, and none that waits for another thread.
    first = end_with_parent
    return subprocess.Popen(command, cwd=ROOT, process_group=0, preexec_fn=first)  # noqa: PLW1509


def end_with_parent() -> None:
    """Have the system end a program whose supervisor was killed, where it can (on Linux)."""
    if sys.platform == "linux":
        LIBC.prctl(DEATH_SIGNAL, signal.SIGTERM)


def end(running: dict[str, subprocess.Popen[bytes]]) -> None:
    """End all programs, orderly if they do."""
    for process in running.values():
        process.terminate()
    for process in running.values():
        with suppress(subprocess.TimeoutExpired):
            process.wait(PATIENCE)
        end_group(process)


def end_group(process: subprocess.Popen[bytes]) -> None:
    """End what is left of a program and of those that it started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
