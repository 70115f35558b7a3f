"""What an address of the register asks for: the artifacts of a collection that fit it."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, QueryDict
from django.utils.functional import cached_property
from wagtail.models import Page
from wagtail.permissions import policy_registry

from exhibitions.admin.register.filters import ArtifactFilters
from exhibitions.models import Artifact, Collection
from museum.core.models import User
from museum.core.wagtail_compat import paths_below

MOST_HITS = 10_000
"""Of a search, as many are listed; who finds more has not searched yet."""


class Asked:
    """A person, a collection, and what its address says: `q` for words, and the filters."""

    def __init__(self, user: User, collection: Page, data: QueryDict) -> None:
        self.user, self.collection, self.data = user, collection, data
        self.words = data.get("q", "").strip()

    @cached_property
    def everything(self) -> QuerySet[Artifact]:
        """The artifacts of this collection that the person may see."""
        return explorable(self.user).filter(path__range=paths_below(self.collection))

    @cached_property
    def hits(self) -> list[int]:
        """The ids of what the words find, the best first."""
        pages: Any = self.everything.order_by().only("pk")
        return [page.pk for page in pages.autocomplete(self.words)[:MOST_HITS]]

    @cached_property
    def with_words(self) -> QuerySet[Artifact]:
        return self.everything.filter(pk__in=self.hits) if self.words else self.everything

    @cached_property
    def filters(self) -> ArtifactFilters:
        language = self.collection.locale.language_code
        return ArtifactFilters(self.data, queryset=self.with_words, language=language)

    @cached_property
    def pages(self) -> QuerySet[Artifact]:
        """All that fits; nothing where a choice is no longer there: everything would mislead."""
        if not self.filters.is_valid():
            return self.with_words.none()
        return self.filters.filter_queryset(self.with_words)


def explorable(user: User) -> QuerySet[Artifact]:
    """Return the artifacts that a person may see in the editor."""
    if user.is_superuser:
        return Artifact.objects.all()
    pages = policy_registry.get_by_type(Page).explorable_instances(user)
    return Artifact.objects.filter(pk__in=pages.order_by().values("pk"))


def listed(user: User, pk: int) -> Collection:
    """Return a collection whose register this person may see. Raises Http404."""
    pages = policy_registry.get_by_type(Page).explorable_instances(user)
    found = Collection.objects.filter(pk=pk, page_ptr__in=pages.order_by().values("pk"))
    collection = found.select_related("locale").first()
    if collection is None:
        raise Http404
    return collection


def may_edit(user: User, collection: Page) -> bool:
    """May a person change a collection, and not only translate it?"""
    rights = collection.specific_deferred.permissions_for_user(user)
    return not rights.only_translates and rights.can_edit()
