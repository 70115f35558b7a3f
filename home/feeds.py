"""Atom feeds of what is new, a feed a language and kind."""

from datetime import datetime
from typing import Any

from django.contrib.syndication.views import Feed
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language

from exhibitions.listing.kinds import kind_name, models_of_kinds
from museum.core import shell
from museum.core.addresses import whole
from museum.core.models import MuseumPage
from museum.core.visibility import visible

ITEMS = 20


class NewPages(Feed[MuseumPage, shell.Shell]):
    """The pages of one kind in the active language, the newest first. Four queries."""

    feed_type = Atom1Feed

    def __init__(self, model: Any) -> None:
        self.model = model
        self.heading = model.kind.feed_title
        self.name = f"{kind_name(model)}_feed"

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> shell.Shell:
        return shell.build(request)

    def title(self, frame: shell.Shell) -> str:
        return f"{self.heading} · {frame.site_name}"

    def link(self, frame: shell.Shell) -> str:
        return whole(frame.home_url)

    def feed_url(self) -> str:
        return whole(reverse(self.name))

    def feed_guid(self) -> str:
        """Its own address: the feeds of a language have the same link."""
        return self.feed_url()

    def author_name(self, frame: shell.Shell) -> str:
        return frame.site_name

    def items(self) -> QuerySet[Any]:
        pages = self.model.objects.filter(locale__language_code=get_language(), alias_of=None)
        return visible(pages).order_by("-first_published_at", "-pk")[:ITEMS]

    def item_title(self, item: MuseumPage) -> str:
        return item.title

    def item_description(self, item: MuseumPage) -> str:
        return item.meta_description

    def item_link(self, item: MuseumPage) -> str:
        return whole(item.address)

    def item_guid(self, item: MuseumPage) -> str:
        """An identity that outlives a move to another address."""
        return f"urn:uuid:{item.translation_key}#{item.language}"

    def item_pubdate(self, item: MuseumPage) -> datetime | None:
        return item.first_published_at

    def item_updateddate(self, item: MuseumPage) -> datetime | None:
        return item.last_published_at


def feeds() -> dict[str, NewPages]:
    """Return a feed for each page type that states one, by the names in their addresses."""
    stated = {model.kind.feed: NewPages(model) for model in models_of_kinds() if model.kind.feed}
    return dict(sorted(stated.items()))


def links(request: HttpRequest) -> dict[str, Any]:
    """Give templates the feeds in the active language, title and address of each."""
    return {
        "feeds": [{"title": feed.heading, "url": reverse(feed.name)} for feed in feeds().values()]
    }
