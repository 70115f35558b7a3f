"""Speak to the person at the terminal: steps with visible progress, one clear sentence on failure."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
VAR = ROOT / "var"

_LINES_SHOWN_ON_FAILURE = 40
_SECONDS_BETWEEN_SIGNS_OF_LIFE = 10


def say(text: str = "") -> None:
    """Print a line of progress at once; standard output stays free for results."""
    print(text, file=sys.stderr, flush=True)


def fail(sentence: str) -> NoReturn:
    """End the command with one sentence that says what is wrong and what helps."""
    raise SystemExit(f"✗ {sentence}")


def step(title: str, command: Sequence[str | Path], env: dict[str, str] | None = None) -> None:
    """Run a command in the project's folder, showing that it works; its output only if it fails."""
    started = time.monotonic()
    say(f"· {title} …")
    process = subprocess.Popen(
        [str(part) for part in command],
        cwd=ROOT,
        env={**os.environ, **(env or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    finished = threading.Event()
    threading.Thread(target=_show_life, args=(title, started, finished), daemon=True).start()
    lines: deque[str] = deque(maxlen=_LINES_SHOWN_ON_FAILURE)
    try:
        assert process.stdout is not None
        lines.extend(process.stdout)
        code = process.wait()
    except KeyboardInterrupt:
        process.wait()
        fail(f"Stopped during: {title}. The same command goes on from there.")
    finally:
        finished.set()
    if code:
        say("".join(lines).rstrip())
        fail(f"{title} failed (exit code {code}); the lines above say why.")
    say(f"✓ {title} ({time.monotonic() - started:.0f} s)")


def _show_life(title: str, started: float, finished: threading.Event) -> None:
    """Say every few seconds that a long step goes on."""
    while not finished.wait(_SECONDS_BETWEEN_SIGNS_OF_LIFE):
        say(f"    {title}: {time.monotonic() - started:.0f} s")
