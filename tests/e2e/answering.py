"""Which requests the tests' server is still answering.

A page that is closed leaves its last request to the server: an autosave, say, that writes while the
database is being emptied for the next test, so that each waits for the other.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.signals import request_finished, request_started
from django.test.client import ClientHandler

SECONDS = 30


@contextmanager
def to_the_last() -> Iterator[None]:
    """Wait at the end until every request begun meanwhile is answered; TimeoutError after 30 s."""
    state = threading.Condition()
    begun = 0

    def count(step: int, sender: Any) -> None:
        nonlocal begun
        if sender is not ClientHandler:  # Django's own client answers itself, within the test.
            with state:
                begun += step
                state.notify_all()

    def start(sender: Any, **_: Any) -> None:
        count(1, sender)

    def finish(sender: Any, **_: Any) -> None:
        count(-1, sender)

    request_started.connect(start)
    request_finished.connect(finish)
    try:
        yield
        with state:
            if not state.wait_for(lambda: begun <= 0, timeout=SECONDS):
                raise TimeoutError(f"The tests' server still answers {begun} requests.")
    finally:
        request_started.disconnect(start)
        request_finished.disconnect(finish)
