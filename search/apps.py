"""App configuration."""

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Search")

    def ready(self) -> None:
        from wagtail.signals import page_published

        from museum.core.background.chores import Chore, register
        from search.indexing import index_again, remove_stale

        page_published.connect(index_again)
        register(Chore("search index", timedelta(days=1), remove_stale))
