"""Passwords are checked seldom enough to be guessed never, and few at a time."""

from threading import BoundedSemaphore
from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest
from django.utils.translation import gettext as _

from museum.core.models import User
from museum.signing_in import attempts
from museum.signing_in.client_address import client_address

DOOR = "log-in"
# Checking a password takes a core for a third of a second, by design. One is checked at a time in a
# process and one waits; a process has more threads than that, which go on serving pages.
CHECKING = BoundedSemaphore(1)
AT_THE_DOOR = BoundedSemaphore(2)
PATIENCE = 5.0


class GuardedBackend(ModelBackend):
    """Django's accounts, behind limits by account and address. Raises TooManyAttempts in words."""

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        **kwargs: Any,
    ) -> User | None:
        account = username or kwargs.get(User.USERNAME_FIELD) or ""
        if request is None or password is None:
            return super().authenticate(request, username, password, **kwargs)
        address = client_address(request)
        kinds = attempts.counts(DOOR, account, address)
        attempts.check(kinds)
        user = self.one_at_a_time(request, account, password)
        if user is None:
            attempts.failed(kinds)
        else:
            attempts.succeeded(DOOR, account, address)
        return user

    def one_at_a_time(self, request: HttpRequest, account: str, password: str) -> User | None:
        busy = attempts.TooManyAttempts(
            _("Many people are signing in just now. Try again in a few seconds."), code="busy"
        )
        if not AT_THE_DOOR.acquire(blocking=False):
            raise busy
        try:
            if not CHECKING.acquire(timeout=PATIENCE):
                raise busy
            try:
                return super().authenticate(request, account, password)
            finally:
                CHECKING.release()
        finally:
            AT_THE_DOOR.release()
