"""A password set anew by mail: asking for it costs the same whether there is
such an account or not.
"""

from typing import Any

from django.conf import settings
from django.utils import translation
from django_tasks import task
from wagtail.admin.forms.auth import PasswordResetForm

# What wagtail's view passes and the mail is written with.
PASSED = ("subject_template_name", "email_template_name", "extra_email_context")


class LaterResetForm(PasswordResetForm):
    """Leaves looking the account up, and the mail, to the work in the background."""

    def save(self, **options: Any) -> None:
        send.enqueue(
            self.cleaned_data["email"],
            translation.get_language() or settings.LANGUAGE_CODE,
            {name: options[name] for name in PASSED if options.get(name)},
        )


@task()
def send(email: str, language: str, options: dict[str, Any]) -> None:
    """Write to the accounts of an address, if there are any."""
    scheme, _colon, host = settings.WAGTAILADMIN_BASE_URL.partition("://")
    form = PasswordResetForm({"email": email})
    if form.is_valid():
        with translation.override(language):
            form.save(domain_override=host, use_https=scheme == "https", **options)
