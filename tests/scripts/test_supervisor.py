"""Programs that fall are started again, and none outlives its supervisor."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from scripts.console import ROOT

PROGRAM = """
import sys
from scripts import supervisor
supervisor.PAUSE = 0.05
child = "import os, sys, time; print(os.getpid(), file=open(sys.argv[1], 'a')); time.sleep(99)"
supervisor.keep_running({"child": [sys.executable, "-c", child, sys.argv[1]]})
"""


def until(condition: Callable[[], object]) -> None:
    latest = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < latest
        time.sleep(0.01)


def lives(pid: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1][:3]
    except FileNotFoundError:
        return False


@pytest.fixture
def started(tmp_path: Path) -> Path:
    return tmp_path / "started"


def pids(started: Path) -> list[int]:
    return [int(line) for line in started.read_text().split()] if started.exists() else []


@pytest.fixture
def supervisor(started: Path) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-c", PROGRAM, str(started)]
    with subprocess.Popen(command, cwd=ROOT) as process:
        until(lambda: pids(started))
        yield process
        process.kill()


def test_a_killed_program_is_started_again(
    supervisor: subprocess.Popen[bytes], started: Path
) -> None:
    os.kill(pids(started)[0], signal.SIGKILL)
    until(lambda: len(pids(started)) == 2)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems cannot")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_no_program_outlives_its_supervisor(
    number: signal.Signals, supervisor: subprocess.Popen[bytes], started: Path
) -> None:
    supervisor.send_signal(number)
    supervisor.wait()
    until(lambda: not lives(pids(started)[0]))
