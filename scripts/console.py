"""Speak to the person at the terminal: steps with visible progress,
one clear sentence on failure.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
VAR = ROOT / "var"

LINES_SHOWN_ON_FAILURE = 40
SECONDS_BETWEEN_SIGNS_OF_LIFE = 10


def say(text: str = "") -> None:
    """Print a line of progress at once; standard output stays free for results."""
    print(text, file=sys.stderr, flush=True)


def fail(sentence: str) -> NoReturn:
    """End the command with one sentence that says what is wrong and what helps."""
    raise SystemExit(f"✗ {sentence}")


@contextmanager
def progress(title: str) -> Iterator[None]:
    """Say that a piece of work begins, goes on, and is done. An interruption becomes a sentence."""
    started = time.monotonic()
    say(f"· {title} …")
    finished = threading.Event()
    threading.Thread(target=_show_life, args=(title, started, finished), daemon=True).start()
    try:
        yield
    except KeyboardInterrupt:
        fail(f"Stopped during: {title}. The same command goes on from there.")
    finally:
        finished.set()
    say(f"✓ {title} ({time.monotonic() - started:.0f} s)")


def step(title: str, command: Sequence[str | Path], env: dict[str, str] | None = None) -> None:
    """Run a command in the project's folder as one step; its output is shown only if it fails."""
    with progress(title):
        result = subprocess.run(
            [str(part) for part in command],
            cwd=ROOT,
            env={**os.environ, **(env or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
        if result.returncode:
            say("".join(result.stdout.splitlines(keepends=True)[-LINES_SHOWN_ON_FAILURE:]).rstrip())
            fail(f"{title} failed (exit code {result.returncode}); the lines above say why.")


def _show_life(title: str, started: float, finished: threading.Event) -> None:
    """Say every few seconds that a long step goes on."""
    while not finished.wait(SECONDS_BETWEEN_SIGNS_OF_LIFE):
        say(f"    {title}: {time.monotonic() - started:.0f} s")
