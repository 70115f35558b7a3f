"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ExhibitionsConfig(AppConfig):
    name = "exhibitions"
    verbose_name = _("Exhibitions")

    def ready(self) -> None:
        from django.core.checks import register

        from exhibitions import signals  # noqa: F401  (registers the receivers)
        from exhibitions.blocks.nesting import check_nesting

        register(check_nesting)
