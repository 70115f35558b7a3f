"""What may be seen, and by whom: the one answer, for pages, lists, counts, links,
files and exports.

A page is visible to a visitor while it is live, in its time, and not closed to them. A restriction
closes its page, the pages below, and all of these in every language and under every alias, wherever
they stand in the tree: a language is never a way around a lock. Only an editor's word limits a
restriction to one language (`museum.core.models.OneLanguageOnly`).
"""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from django.conf import settings
from django.contrib.auth.models import PermissionsMixin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import BaseViewRestriction, DraftStateMixin, Page, PageViewRestriction
from wagtail.permission_policies.pages import PagePermissionPolicy

from museum.core.requests import known

P = TypeVar("P", bound=Page)
D = TypeVar("D", bound=DraftStateMixin)
T = TypeVar("T")


@dataclass(frozen=True)
class Area:
    """Parts of the page tree: pages without children, and pages with all that is below them.

    Single pages are told apart for the database: it takes thousands in a list, few in a condition.
    """

    single: frozenset[str] = frozenset()
    branches: tuple[str, ...] = ()

    @classmethod
    def below(cls, pages: Iterable[tuple[str, int]]) -> "Area":
        """Return the area below pages, which are given by their path and number of children."""
        ordered = sorted(pages)
        branches: list[str] = []
        for path, children in ordered:
            if children and not path.startswith(tuple(branches)):
                branches.append(path)
        within = tuple(branches)
        single = (path for path, _children in ordered if not path.startswith(within))
        return cls(frozenset(single), within)

    def __bool__(self) -> bool:
        return bool(self.single or self.branches)

    def __contains__(self, path: object) -> bool:
        return path in self.single or str(path).startswith(self.branches)

    def __or__(self, other: "Area") -> "Area":
        pages = [(path, 1) for path in (*self.branches, *other.branches)]
        return Area.below([*pages, *((path, 0) for path in self.single | other.single)])

    @property
    def paths(self) -> list[str]:
        """The paths below which the area lies."""
        return [*self.single, *self.branches]

    @property
    def condition(self) -> Q:
        """The pages of the area, for a query of pages."""
        found = Q(path__in=self.single) if self.single else Q(pk__in=[])
        for path in self.branches:
            found |= Q(path__startswith=path)
        return found


class Visitor:
    """Who asks: the sender of a request, or without one everybody.

    One query where nothing is restricted; asked once, however many lists are looked through.
    """

    def __init__(self, request: HttpRequest | None = None) -> None:
        self.request = request
        self.found: dict[Hashable, Any] = {}

    def once(self, key: Hashable, find: Callable[[], T]) -> T:
        """Return what `find` finds: once a response, for everybody as `known.once` has it."""
        if key not in self.found:
            self.found[key] = known.once(key, find) if self.request is None else find()
        found: T = self.found[key]
        return found

    @cached_property
    def restrictions(self) -> list[PageViewRestriction]:
        """Every restriction in the museum, with its page."""
        every = PageViewRestriction.objects.select_related("page", "one_language_only")
        return known.once("restrictions", lambda: list(every))

    @property
    def closed(self) -> Area:
        """What this visitor may not see."""
        return self.once("closed", self.find_closed)

    def find_closed(self) -> Area:
        locked = [one for one in self.restrictions if not self.passes(one)]
        if len(locked) < len(self.restrictions):
            # `museum.core.requests.middleware.LockMiddleware` keeps the response from everybody
            # else.
            self.request.behind_lock = True  # type: ignore[union-attr]
        return reach(locked)

    def passes(self, restriction: BaseViewRestriction) -> bool:
        """Does the visitor have the password, the account or the group? By Wagtail's own rules."""
        if self.request is None:
            return False
        if getattr(self.request, "is_preview", False):
            # Whoever may edit a page sees in its preview what those see whom it is for.
            return True
        # Without a session there is nothing to look up; asking for it would mark the response as
        # one that depends on cookies.
        if settings.SESSION_COOKIE_NAME not in self.request.COOKIES:
            return False
        return bool(restriction.accept_request(self.request))

    def shown(self, pages: "QuerySet[P]") -> "QuerySet[P]":
        """Return those of the pages that have been published for visitors."""
        return published(pages)

    def may_see(self, path: str) -> bool:
        """Is the live page at this path of the tree open to the visitor?"""
        return path not in self.closed


class Editor(Visitor):
    """Who looks at a draft: sees also what is not public, as far as they may edit it.

    Made for previews and drafts alone, which only those see who may edit the page.
    """

    def passes(self, restriction: PageViewRestriction) -> bool:
        """Whatever is closed is shown as those see it whom it is for."""
        return True

    def shown(self, pages: "QuerySet[P]") -> "QuerySet[P]":
        user = getattr(self.request, "user", None)
        if not isinstance(user, PermissionsMixin):
            return published(pages)
        mine = PagePermissionPolicy().instances_user_has_permission_for(user, "change")
        return pages.filter(is_published() | Q(pk__in=mine.order_by().values("pk")))


def everybody_at(page: Page) -> Visitor:
    """Return everybody, as already asked about a page that was found for a response."""
    return getattr(page, "_everybody", None) or Visitor()


def audience(request: HttpRequest) -> Visitor:
    """Return for whom the page of a response is made: for everybody, if everybody may open it.

    A public page is the same for all and may be cached. What stands on a page behind a lock is
    shown to those whom the lock let in.
    """
    page: Page | None = getattr(request, "museum_page", None)
    known: tuple[Page | None, Visitor] | None = getattr(request, "_audience", None)
    if known is None or known[0] is not page:
        everybody = everybody_at(page) if page else Visitor()
        is_open = page is None or everybody.may_see(page.path)
        known = (page, everybody if is_open else Visitor(request))
        request._audience = known  # type: ignore[attr-defined]
    return known[1]


def rehearsal(request: HttpRequest) -> Visitor:
    """Return for whom what a page shows is fetched where its drafts are tried.

    That is the editor in a preview, and the page's audience everywhere else.
    """
    return Editor(request) if getattr(request, "is_preview", False) else audience(request)


def is_published() -> Q:
    """The condition that a page is live and in its time."""
    now = timezone.now()
    has_begun = Q(go_live_at=None) | Q(go_live_at__lte=now)
    goes_on = Q(expire_at=None) | Q(expire_at__gt=now)
    return has_begun & goes_on & Q(live=True)


def published(pages: "QuerySet[D]") -> "QuerySet[D]":
    """Return the pages or records that are live and in their time, whoever may open them."""
    return pages.filter(is_published())


def visible(pages: "QuerySet[P]", visitor: Visitor | None = None) -> "QuerySet[P]":
    """Return the pages that a visitor may see; without a visitor, those that everybody may see."""
    visitor = visitor or Visitor()
    closed = visitor.closed
    return visitor.shown(pages.exclude(closed.condition) if closed else pages)


def restrictions_on(page: Page) -> list[PageViewRestriction]:
    """Return the restrictions that close a page, by whichever way they reach it."""
    everybody = everybody_at(page)
    if everybody.may_see(page.path):
        return []
    return [one for one in everybody.restrictions if page.path in reach([one])]


def reach(found: Iterable[PageViewRestriction]) -> Area:
    """Return what restrictions close. No query for none, else as many as there are detours."""
    here: list[Page] = []
    everywhere: list[Page] = []
    for one in found:
        (here if hasattr(one, "one_language_only") else everywhere).append(one.page)
    return spread(here, across_languages=False) | spread(everywhere, across_languages=True)


def spread(pages: Iterable[Page], *, across_languages: bool) -> Area:
    """Return the area below pages, with whatever repeats a page of it: aliases,
    and translations.
    """
    area = added = Area.below((page.path, page.numchild) for page in pages)
    while added:
        within = Page.objects.filter(added.condition).order_by()
        rows = set(repeating("alias_of", within.values("pk"), area))
        if across_languages:
            rows |= set(repeating("translation_key", within.values("translation_key"), area))
        added = Area.below(rows)
        area |= added
    return area


def repeating(field: str, values: QuerySet[Page], known: Area) -> "QuerySet[Page]":
    """Return path and number of children of the pages outside an area that share these values."""
    found = Page.objects.filter(**{f"{field}__in": values}).exclude(known.condition)
    return found.order_by().values_list("path", "numchild")
