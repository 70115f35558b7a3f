"""The search page: one field; what was found stands in groups, in the visitor's language."""

from collections import defaultdict
from dataclasses import dataclass, field
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
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from exhibitions.listing import cards
from exhibitions.listing.kinds import PLAIN_NAME, kind_of, kind_of_type, kinds
from museum.core.languages import codes
from museum.core.visibility import Visitor, audience, visible

from . import passages
from .asking import QUOTED, Asked, bears, understand
from .backend import MAX_QUERY_CHARACTERS
from .models import note_miss
from .names import records
from .names.dictionary import Dictionary, Entity, dictionary
from .names.suggestions import names_only, suggest, vocabulary

IN_GROUP = 6
PER_PAGE = 24
MOST_TITLES = 1_000
"""Of the pages whose titles say the asked words: as many are ordered by how much they say else."""


@dataclass(frozen=True)
class Group:
    """The results of one kind: pages as `cards`, records as `hits`.

    `more_url` leads to all of them where only the first are shown.
    """

    kind: str
    kind_label: str
    cards: list[cards.Card]
    total: int
    more_url: str = ""
    hits: list[records.Hit] = field(default_factory=list)


@dataclass(frozen=True)
class OtherLanguage:
    """What the same words find in another language of the museum."""

    code: str
    name: str
    direction: str
    url: str
    total: int


Found = dict[str, dict[str, list[int]]]
"""Page ids by language and kind, the most relevant first."""
Records = dict[str, list[Entity]]
"""Records by kind."""


FEW = 2
"""Results, up to which other words are proposed too."""


@dataclass(frozen=True)
class Results:
    """What a query found: public pages in all languages, and records."""

    asked: Asked
    pages: Found
    records: Records

    def __bool__(self) -> bool:
        return bool(self.pages or self.records)

    def total(self, language: str) -> int:
        pages = sum(map(len, self.pages.get(language, {}).values()))
        return pages + sum(map(len, self.records.values()))


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Results for `?q=` by kind, or with `?kind=` all of that kind, a page at a time.

    Where nothing is found, what is spelled nearly so is searched for instead, and says so.
    """
    typed = query = request.GET.get("q", "").strip()[:MAX_QUERY_CHARACTERS]
    kind = request.GET.get("kind", "")
    language = get_language()
    names = dictionary()
    results = results_for(query, names, request)
    proposed = ""
    if results.asked.query is not None and results.total(language) <= FEW:
        proposed = suggest(query, names_only(names) if results else vocabulary(names))
    if results.asked.query is not None and not results:
        if request.method == "GET":
            note_miss(query)
        if proposed and not QUOTED.search(query):
            nearly = results_for(proposed, names, request)
            if nearly.total(language):
                query, proposed, results = proposed, "", nearly
    context: dict[str, Any] = {
        "query": query,
        "typed": typed,
        "proposed": proposed,
        "total": results.total(language),
        "explanations": records.explanations(results.asked, language),
        "other_languages": other_languages(results.pages, language, query),
        **grouped(results, kind, query, request.GET.get("page")),
    }
    response = render(request, "search/search.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response


def results_for(query: str, names: Dictionary, request: HttpRequest) -> Results:
    """Look for a query in pages and records. Three queries, and those of the visitor's rights."""
    asked = understand(query, names)
    return Results(asked, find(asked, audience(request)), records.find(asked, names))


def grouped(results: Results, kind: str, query: str, number: str | None) -> dict[str, Any]:
    """Return the groups as the template shows them: one page of a kind, or the first of each."""
    language, asked, told = get_language(), results.asked, results.records
    here = results.pages.get(language, {})
    if kind not in here and kind not in told:
        groups = [
            *first_records(told, asked, language, query),
            *first_of_each_kind(here, asked, language, query),
        ]
        return {"groups": sorted(groups, key=lambda group: -named(group, asked))}
    listed = here.get(kind) or records.hits(told[kind], asked, language)
    page = Paginator(listed, PER_PAGE).get_page(number)
    return {
        "groups": [all_of_a_kind(kind, page, asked, language)],
        "page_obj": page,
        "filter_query": urlencode({"q": query, "kind": kind}) + "&",
        "all_kinds_url": "?" + urlencode({"q": query}),
    }


def find(asked: Asked, visitor: Visitor) -> Found:
    """Ids of the public pages that contain all words, in all languages. Two queries.

    What bears the asked name comes first, then what has it in its title, then the newest.
    Aliases repeat a page that is not translated yet under another language's address; the page
    itself is found in its own.
    """
    found: Found = defaultdict(lambda: defaultdict(list))
    if asked.query is None:
        return found
    results = get_search_backend().search(asked.query, Page.objects.all()).annotate_score("titled")
    pages = visible(results.get_queryset().filter(alias_of=None), visitor)
    # Joins would be made for each of thousands of results; there are few kinds and languages.
    languages = codes()
    rows = list(pages.values_list("pk", "content_type_id", "locale_id", "title", "titled"))
    for place in in_order(asked, [title if titled else "" for *_, title, titled in rows]):
        pk, content_type, locale, *_ = rows[place]
        found[languages[locale]][kind_of_type(content_type)].append(pk)
    return found


def in_order(asked: Asked, titles: list[str]) -> list[int]:
    """Return the places of titles in a list: those first that are most of all what was asked."""
    shares = [bears(asked, title) if title else 0.0 for title in titles[:MOST_TITLES]]
    first = sorted(range(len(shares)), key=lambda place: -shares[place])
    return [*first, *range(len(shares), len(titles))]


def first_of_each_kind(
    here: dict[str, list[int]], asked: Asked, language: str, query: str
) -> list[Group]:
    """The most relevant pages of each kind, with the way to the others. Five queries."""
    first = {kind: here[kind][:IN_GROUP] for kind in (*kinds(), PLAIN_NAME) if kind in here}
    by_id = cards_by_id([pk for ids in first.values() for pk in ids], language)
    groups = []
    for kind, ids in first.items():
        total = len(here[kind])
        shown = [by_id[pk] for pk in ids if pk in by_id]
        passages.add(shown, asked.words, language)
        more = more_url(query, kind) if total > len(ids) else ""
        groups.append(Group(kind, str(kind_of(kind).plural), shown, total, more))
    return groups


def first_records(told: Records, asked: Asked, language: str, query: str) -> list[Group]:
    """The records of each kind that bear the asked name most of all."""
    groups = []
    for kind, entities in told.items():
        hits = records.hits(entities, asked, language)
        more = more_url(query, kind) if len(hits) > IN_GROUP else ""
        shown = hits[:IN_GROUP]
        groups.append(Group(kind, records.label(kind), [], len(hits), more, shown))
    return groups


def more_url(query: str, kind: str) -> str:
    return "?" + urlencode({"q": query, "kind": kind})


def named(group: Group, asked: Asked) -> float:
    """Return how much of a name among the first results the asked words are."""
    shares = [
        *(bears(asked, card.title) for card in group.cards),
        *(hit.share for hit in group.hits),
    ]
    return max(shares, default=0.0)


def all_of_a_kind(kind: str, page: PageOfResults, asked: Asked, language: str) -> Group:
    """One page of the results of a kind. Two queries, and four for the passages."""
    listed, total = list(page.object_list), page.paginator.count
    if kind in records.MODELS:
        return Group(kind, records.label(kind), [], total, hits=listed)
    by_id = cards_by_id(listed, language)
    shown = [by_id[pk] for pk in listed if pk in by_id]
    passages.add(shown, asked.words, language)
    return Group(kind, str(kind_of(kind).plural), shown, total)


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
