"""What the museum's workers do with letters: send them on by mail, and delete them in time."""

import logging
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from home.letters.models import KEPT, Letter
from museum.core.addresses import whole
from museum.core.models import User

logger = logging.getLogger(__name__)

MAY_ANSWER = "home.change_letter"
BACKEND = "museum.signing_in.backend.GuardedBackend"


def readers() -> list[str]:
    """Return the addresses of those who may answer letters."""
    people = User.objects.with_perm(MAY_ANSWER, backend=BACKEND).filter(is_active=True)
    return sorted({person.email for person in people if person.email})


def send_waiting() -> None:
    """Send on what was not sent yet, oldest first.

    A mail server that does not answer loses nothing: the letters wait, and are tried again.
    """
    to = readers()
    if not to:
        return
    for letter in Letter.objects.filter(mailed_at=None).order_by("received_at"):
        try:
            mail(letter, to)
        except (OSError, SMTPException) as failure:
            # The server's own words may repeat what was sent.
            logger.warning("Letters wait: no mail could be sent (%s).", type(failure).__name__)
            return
        Letter.objects.filter(pk=letter.pk).update(mailed_at=timezone.now())


def mail(letter: Letter, to: list[str]) -> None:
    """Send one letter to those who answer. Raises OSError or SMTPException."""
    with translation.override(settings.LANGUAGE_CODE):
        subject = _("A letter to the museum: %(topic)s") % {"topic": letter.get_topic_display()}
        address = whole(reverse("letters:edit", args=[letter.pk]))
        lines = [
            _("From %(name)s, %(email)s") % {"name": letter.name, "email": letter.email},
            letter.text,
            _("Mark it as answered: %(address)s") % {"address": address},
        ]
    message = EmailMessage(subject, "\n\n".join(lines), bcc=to, reply_to=[letter.email])
    message.send()


def forget_old() -> None:
    """Delete the letters whose time has passed."""
    Letter.objects.filter(received_at__lt=timezone.now() - KEPT).delete()
