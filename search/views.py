"""The search page: one field; what was found stands in groups, in the visitor's language."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.paginator import Page as PageOfResults
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, get_language_info, override
from django.views.decorators.http import require_safe
from wagtail.models import Locale, Page
from wagtail.search.backends import get_search_backend

from exhibitions.listing import cards
from exhibitions.listing.kinds import PLAIN_NAME, kind_of, kind_of_type, kinds
from museum.core.visibility import Visitor, audience, visible

from . import asking, passages
from .backend import MAX_QUERY_CHARACTERS, normalise_query

IN_GROUP = 6
PER_PAGE = 24


@dataclass(frozen=True)
class Group:
    """The results of one kind; `more_url` leads to all of them if `cards` shows only the first."""

    kind: str
    kind_label: str
    cards: list[cards.Card]
    total: int
    more_url: str = ""


@dataclass(frozen=True)
class OtherLanguage:
    """What the same words find in another language of the museum."""

    code: str
    name: str
    direction: str
    url: str
    total: int


# Page ids by language and kind, the most relevant first.
Found = dict[str, dict[str, list[int]]]


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Results for `?q=` by kind, or with `?kind=` all of that kind, a page at a time."""
    query = request.GET.get("q", "").strip()[:MAX_QUERY_CHARACTERS]
    kind = request.GET.get("kind", "")
    language = get_language()
    found = find(query, audience(request))
    here = found.get(language, {})
    context: dict[str, Any] = {
        "query": query,
        "total": sum(map(len, here.values())),
        "other_languages": other_languages(found, language, query),
    }
    if kind in here:
        page = Paginator(here[kind], PER_PAGE).get_page(request.GET.get("page"))
        context["groups"] = all_of_a_kind(here, kind, page, language)
        passages.add(context["groups"][0].cards, query, language)
        context["page_obj"] = page
        context["filter_query"] = urlencode({"q": query, "kind": kind}) + "&"
        context["all_kinds_url"] = "?" + urlencode({"q": query})
    else:
        context["groups"] = first_of_each_kind(here, language, query)
    response = render(request, "search/search.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response


def find(query: str, visitor: Visitor) -> Found:
    """Ids of the public pages that contain all words, in all languages. Two queries.

    Aliases repeat a page that is not translated yet under another language's address; the page
    itself is found in its own.
    """
    found: Found = defaultdict(lambda: defaultdict(list))
    if not normalise_query(query):
        return found
    results = get_search_backend().search(asking.read(query), Page.objects.all())
    pages = visible(results.get_queryset().filter(alias_of=None), visitor)
    # Joins would be made for each of thousands of results; there are few kinds and languages.
    languages = dict(Locale.objects.values_list("pk", "language_code"))
    for pk, content_type, locale in pages.values_list("pk", "content_type_id", "locale_id"):
        found[languages[locale]][kind_of_type(content_type)].append(pk)
    return found


def first_of_each_kind(here: dict[str, list[int]], language: str, query: str) -> list[Group]:
    """The most relevant of each kind, with the way to the others. Five queries.

    The kind whose title is most of all what was asked for comes first.
    """
    first = {kind: here[kind][:IN_GROUP] for kind in (*kinds(), PLAIN_NAME) if kind in here}
    by_id = cards_by_id([pk for ids in first.values() for pk in ids], language)
    groups = []
    for kind, ids in first.items():
        total = len(here[kind])
        more = "?" + urlencode({"q": query, "kind": kind}) if total > len(ids) else ""
        shown = [by_id[pk] for pk in ids if pk in by_id]
        passages.add(shown, query, language)
        groups.append(Group(kind, str(kind_of(kind).plural), shown, total, more))
    return sorted(groups, key=lambda group: -named(group, query))


def named(group: Group, query: str) -> float:
    """Return how much of a title among the first results the asked words are."""
    return max((asking.share_of_title(query, card.title) for card in group.cards), default=0.0)


def all_of_a_kind(
    here: dict[str, list[int]], kind: str, page: PageOfResults, language: str
) -> list[Group]:
    """One page of the results of a kind. Two queries."""
    ids = list(page.object_list)
    by_id = cards_by_id(ids, language)
    shown = [by_id[pk] for pk in ids if pk in by_id]
    return [Group(kind, str(kind_of(kind).plural), shown, len(here[kind]))]


def cards_by_id(ids: list[int], language: str) -> dict[int, cards.Card]:
    if not ids:
        return {}
    return {card.pk: card for card in cards.for_pages(Page.objects.filter(pk__in=ids), language)}


def other_languages(found: Found, language: str, query: str) -> list[OtherLanguage]:
    """The other languages with results, in the order of the settings."""
    offers = []
    for code, _name in settings.LANGUAGES:
        total = sum(map(len, found.get(code, {}).values()))
        if total and code != language:
            info = get_language_info(code)
            with override(code):
                url = f"{reverse('search')}?{urlencode({'q': query})}"
            direction = "rtl" if info["bidi"] else "ltr"
            offers.append(OtherLanguage(code, info["name_local"], direction, url, total))
    return offers
