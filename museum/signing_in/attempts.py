"""How often a password may be wrong, by account and by address, and for how long one then waits.

Three counts, each with some free guesses and a wait that doubles up to a quarter of an hour: the
account from this address, the address for whatever account, and the account from wherever. The last
is what a stranger could use to shut somebody out; it does not hold where the account's owner signed
in lately, nor after a password was set anew by mail. What is refused during a wait is not counted,
so a wait ends when it said it would.

(django-axes was weighed: it locks by account or address alone, knows neither pages behind a
password nor what a guess costs, and needs two tables and a middleware for what is a screenful
here.)
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from unicodedata import normalize

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from museum.signing_in.models import Attempt

LONGEST = timedelta(minutes=15)
FIRST = timedelta(seconds=15)
KEPT = timedelta(days=1)
LATELY = timedelta(days=60)


@dataclass(frozen=True)
class Count:
    """Guesses of one kind: some are `free` within a `window`."""

    key: str
    free: int
    window: timedelta


class TooManyAttempts(ValidationError):
    """One has to wait; the message says how long. Forms show it like any other error."""


def digest(*parts: str) -> str:
    told = "\n".join(normalize("NFKC", part).casefold().strip() for part in parts)
    return salted_hmac("museum.signing_in", told, algorithm="sha256").hexdigest()


def counts(door: str, account: str, address: str) -> list[Count]:
    """Return what is counted of guesses at a `door` (log-in, a page's password, password reset)."""
    kinds = [
        Count(digest(door, "both", account, address), 5, LONGEST),
        Count(digest(door, "address", address), 25, LONGEST),
    ]
    if not Attempt.objects.filter(key=known(account, address), until__gt=timezone.now()).exists():
        kinds.append(Count(digest(door, "account", account), 40, timedelta(hours=1)))
    return kinds


def known(account: str, address: str) -> str:
    return digest("known", account, address)


def check(kinds: Iterable[Count]) -> None:
    """Raises TooManyAttempts while one has to wait."""
    keys = [kind.key for kind in kinds]
    now = timezone.now()
    waits = Attempt.objects.filter(key__in=keys, until__gt=now).values_list("until", flat=True)
    if until := max(filter(None, waits), default=None):
        raise TooManyAttempts(wait_sentence(until - now), code="wait")


def wait_sentence(wait: timedelta) -> str:
    seconds = int(wait.total_seconds()) + 1
    if seconds < 60:
        told = ngettext("%(count)d second", "%(count)d seconds", seconds) % {"count": seconds}
    else:
        minutes = -(-seconds // 60)
        told = ngettext("%(count)d minute", "%(count)d minutes", minutes) % {"count": minutes}
    return _("There were too many attempts. Try again in %(time)s.") % {"time": told}


@transaction.atomic
def failed(kinds: Iterable[Count]) -> None:
    """Count a wrong guess."""
    now = timezone.now()
    Attempt.objects.filter(since__lt=now - KEPT).exclude(until__gt=now).delete()
    for kind in kinds:
        row, _created = Attempt.objects.select_for_update().get_or_create(
            key=kind.key, defaults={"since": now}
        )
        if row.since < now - kind.window and not (row.until and row.until > now - kind.window):
            row.count, row.since = 0, now
        row.count += 1
        row.until = until(row.count - kind.free, now)
        row.save()


def until(over: int, now: datetime) -> datetime | None:
    return now + min(FIRST * 2 ** min(over - 1, 10), LONGEST) if over > 0 else None


@transaction.atomic
def succeeded(door: str, account: str, address: str) -> None:
    """Forget the wrong guesses before the right one, and remember where its owner is."""
    now = timezone.now()
    Attempt.objects.filter(key__in=[digest(door, "both", account, address)]).delete()
    Attempt.objects.update_or_create(
        key=known(account, address), defaults={"since": now, "until": now + LATELY}
    )
