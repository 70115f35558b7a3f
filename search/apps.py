"""App configuration."""

from typing import Any

from django.apps import AppConfig
from django.db.models import Model
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Search")

    def ready(self) -> None:
        from wagtail.signals import page_published

        page_published.connect(index_again)


def index_again(instance: Model, **kwargs: Any) -> None:
    """Index a published page once more: Wagtail does it before terms and the like are saved."""
    from modelsearch.signal_handlers import post_save_signal_handler

    post_save_signal_handler(instance)
