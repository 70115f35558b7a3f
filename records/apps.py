"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RecordsConfig(AppConfig):
    name = "records"
    verbose_name = _("Records")

    def ready(self) -> None:
        from museum.core import shell
        from records import signals  # noqa: F401  (registers the receivers)
        from records.models import KINDS

        shell.lists += [(model.section, model._meta.verbose_name_plural) for model in KINDS]
