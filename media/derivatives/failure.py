"""How work in the background is noted on its row, and why it failed, in one line for curators."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from django.utils.translation import gettext as _

from media.files import limits
from media.files.reasons import first_line
from media.models import Derivative
from media.validation import Refused
from museum.core.full_disk import is_full

logger = logging.getLogger(__name__)


@contextmanager
def noted(row: Derivative, *expected: type[Exception], words: str = "") -> Iterator[None]:
    """Note on a derivative's row that it is in work, and why the work within failed, if it does.

    It ends quietly for a file that cannot be used: Refused, TooLarge, or what is `expected` of a
    library. Any other failure (a full disk, say) is noted too, and raised. `words` as in `explain`.
    """
    unusable: tuple[type[Exception], ...] = (Refused, limits.TooLarge, *expected)
    row.note(Derivative.State.WORKING)
    try:
        yield
    except unusable as reason:
        logger.warning("%s %s: %s", type(row).__name__, row.pk, reason)
        row.note(Derivative.State.FAILED, explain(reason, words))
    except Exception as failure:
        row.note(Derivative.State.FAILED, explain(failure, words))
        raise


def explain(failure: Exception, words: str = "") -> str:
    """Return a failure's reason, in the active language.

    `words` are a kind's own, with a place for the `reason` as the system says it.
    """
    if isinstance(failure, limits.TooLarge | Refused):
        return str(failure)
    if is_full(failure):
        return _("The server's disk is full. Once there is room, try again: the original is safe.")
    if not words and isinstance(failure, FileNotFoundError):
        return _("The original is not on the disk. Ask the operators to bring it back from a copy.")
    reason = first_line(failure) or type(failure).__name__
    return (words or _("This could not be made: %(reason)s")) % {"reason": reason}
