"""What pytest watches over while it runs: time limits, and what is left in the temporary folder.

A plugin of `tests/conftest.py`.
"""

import faulthandler
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

# A test that takes longer hangs; `@pytest.mark.limit(900)` gives one more. On a machine that does
# other things besides, each gets a smaller share, and so more time.
SECONDS = 300
FOLDER = pytest.StashKey[Path]()
LEFT = pytest.StashKey[list[str]]()
TERMINAL = pytest.StashKey[IO[str]]()


def pytest_configure(config: pytest.Config) -> None:
    capture = config.pluginmanager.getplugin("capturemanager")
    with capture.global_and_fixture_disabled():
        config.stash[TERMINAL] = os.fdopen(os.dup(2), "w")
    if not is_worker(config):
        config.stash[FOLDER] = Path(tempfile.mkdtemp(prefix="museum-tests-"))
        os.environ["TMPDIR"] = str(config.stash[FOLDER])  # For workers, browsers and servers too.
        tempfile.tempdir = None


def is_worker(config: pytest.Config) -> bool:
    return hasattr(config, "workerinput")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """End the process of a test that hangs, with the stack of every thread.
    xdist names the test.
    """
    faulthandler.dump_traceback_later(limit(item), exit=True, file=item.config.stash[TERMINAL])
    try:
        return (yield)
    finally:
        faulthandler.cancel_dump_traceback_later()


def limit(item: pytest.Item) -> float:
    """Return how many seconds a test may take, as the machine is now."""
    marker = item.get_closest_marker("limit")
    seconds = marker.args[0] if marker else SECONDS
    return seconds * max(1, os.getloadavg()[0] / (os.cpu_count() or 1))


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a run that leaves files behind, and remove them."""
    if folder := session.config.stash.get(FOLDER, None):
        left = [path.name for path in folder.iterdir() if not path.name.startswith("pytest-of-")]
        session.config.stash[LEFT] = left
        if left and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED
        shutil.rmtree(folder, ignore_errors=True)


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    if left := config.stash.get(LEFT, None):
        terminalreporter.section("left in the temporary folder", red=True)
        terminalreporter.write_line(" ".join(sorted(left)))
