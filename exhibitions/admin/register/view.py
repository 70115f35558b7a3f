"""The register: the artifacts of a collection as a table, of any length.

What it shows stands in its address: what is searched and filtered, the order, the page.
"""

from collections.abc import Sequence
from typing import Any

from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from wagtail.admin.ui.tables import Column
from wagtail.admin.ui.tables.pages import PageTable

from exhibitions.admin.register.columns import AT_FIRST, CHOICES, columns_of
from exhibitions.admin.register.filters import ArtifactFilters
from exhibitions.admin.register.found import Asked, may_edit
from exhibitions.admin.register.lists import MuseumExplorer
from exhibitions.admin.register.own import lasting, views_of
from exhibitions.models import Artifact, RegisterColumns
from museum.people import signed_in

NOT_SHOWN = ("description", "provenance", "search_description")


class RegisterTable(PageTable):
    """A row tells its page's id to the browser."""

    def get_row_attrs(self, instance: Artifact) -> dict[str, str]:
        return super().get_row_attrs(instance) | {"data-register-row": str(instance.pk)}

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(parent_context)
        return context | {"may_edit": parent_context.get("may_edit")}


class ArtifactRegister(MuseumExplorer):
    """The keys of all that fits are asked for first, and then the rows of one page of them."""

    results_template_name = "exhibitions/admin/register/results.html"
    template_name = "exhibitions/admin/register/register.html"
    table_class = RegisterTable
    default_ordering = "accession_number"

    @cached_property
    def chosen(self) -> list[str]:
        """The names of the columns that this person chose."""
        own = RegisterColumns.objects.filter(user=signed_in(self.request)).first()
        return own.names if own else list(AT_FIRST)

    @cached_property
    def explorable_columns(self) -> list[Column]:
        return columns_of(self.chosen)

    @property
    def show_ordering_column(self) -> bool:
        # Thousands of artifacts are sorted by what they are, not moved by hand.
        return False

    def get_ordering(self) -> str:
        asked: str = self.request.GET.get("ordering", "")
        return asked if asked in self.get_valid_orderings() else self.default_ordering

    def get_valid_orderings(self) -> list[str]:
        keys = [column.sort_key for column in self.columns if column.sort_key]
        return [*keys, *(f"-{key}" for key in keys)]

    @cached_property
    def asked(self) -> Asked:
        return Asked(signed_in(self.request), self.parent_page, self.request.GET)

    @cached_property
    def filters(self) -> ArtifactFilters:
        return self.asked.filters

    @cached_property
    def is_filtering(self) -> bool:
        return not self.filters.is_valid() or self.filters.form.has_changed()

    def get_queryset(self) -> QuerySet[Artifact]:
        return self.order_queryset(self.asked.pages)

    def order_queryset(self, pages: QuerySet[Artifact]) -> QuerySet[Artifact]:
        """Sort by a column; what has nothing there comes last either way."""
        column = F(self.ordering.lstrip("-"))
        falls = self.ordering.startswith("-")
        first = column.desc(nulls_last=True) if falls else column.asc(nulls_last=True)
        return pages.order_by(first, "-pk" if falls else "pk")

    def paginate_queryset(self, queryset: QuerySet[Artifact], page_size: int) -> Any:
        keys: Sequence[int] | QuerySet[Any] = queryset.values_list("pk", flat=True)
        if self.is_searching and not self.is_explicitly_ordered:
            fitting = set(keys)
            keys = [pk for pk in self.asked.hits if pk in fitting]
        paginator, page, shown, more = super().paginate_queryset(keys, page_size)
        page.object_list = self.fetched(list(shown))
        return paginator, page, page.object_list, more

    def fetched(self, keys: list[int]) -> list[Artifact]:
        """Return the artifacts of these ids, with all that a row asks for."""
        pages = Artifact.objects.filter(pk__in=keys).defer_streamfields().defer(*NOT_SHOWN)
        pages = pages.select_related("locale", "content_type").prefetch_workflow_states()
        found = {page.pk: page for page in pages.annotate_approved_schedule()}
        return [found[pk] for pk in keys if pk in found]

    @cached_property
    def header_more_buttons(self) -> list[Any]:
        by_hand = "ordering=ord"
        return [one for one in super().header_more_buttons if by_hand not in (one.url or "")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        if self.is_export:
            return context
        user = signed_in(self.request)
        counts = reverse("register:counts", args=[self.parent_page.pk])
        context |= {
            # The actions on what is chosen are those of artifacts, and not of pages of any type.
            "model_opts": Artifact._meta,
            "register": self.parent_page.pk,
            "counts_address": f"{counts}?{self.query}",
            "column_choices": [(one, one.name in self.chosen) for one in CHOICES],
            "here": self.here,
            "lists": views_of(user),
            "this_list": lasting(self.query),
            "may_edit": may_edit(user, self.parent_page),
        }
        return context

    @property
    def query(self) -> str:
        """What the address says of this list."""
        asked = self.request.GET.copy()
        asked.pop("_w_filter_fragment", None)
        return asked.urlencode()

    @property
    def here(self) -> str:
        return f"{self.index_url}?{self.query}" if self.query else str(self.index_url)

    @property
    def no_results_message(self) -> str:
        if not self.filters.is_valid():
            return gettext("This list asks for something that is no longer there.")
        return super().no_results_message
