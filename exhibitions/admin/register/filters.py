"""What narrows the register. Most choices say how many artifacts each would leave."""

from typing import Any

from django.db.models import Q
from django.forms import NumberInput
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, RangeFilter
from django_filters.widgets import SuffixedMultiWidget

from exhibitions.admin.register import facets
from exhibitions.admin.register.lists import ExplorerFilters
from exhibitions.models import Artifact


class YearsWidget(SuffixedMultiWidget):
    """Two years; either may be left out."""

    template_name = "wagtailadmin/widgets/range_input.html"
    suffixes = ["from", "to"]

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        years = [
            NumberInput(attrs={"placeholder": said, "aria-label": said})
            for said in (_("From the year"), _("To the year"))
        ]
        super().__init__(years, attrs)

    def decompress(self, value: slice | None) -> list[int | None]:
        return [value.start, value.stop] if value else [None, None]


class YearsFilter(RangeFilter):
    """What may have been made in these years: by the earliest and latest year of its date."""

    def filter(self, pages: Any, value: slice | None) -> Any:
        if value and value.start is not None:
            open_end = Q(latest=None, earliest__isnull=False)
            pages = pages.filter(Q(latest__gte=value.start) | open_end)
        if value and value.stop is not None:
            pages = pages.filter(earliest__lte=value.stop)
        return pages


class ArtifactFilters(ExplorerFilters):
    accession_number__icontains = CharFilter(
        label=_("Accession number"), field_name="accession_number", lookup_expr="icontains"
    )
    object_type = facets.TypeFacet(label=_("Object type"))
    term = facets.TermFacet(label=_("Term"))
    person = CharFilter(label=_("Person"), field_name="names", lookup_expr="icontains")
    place = facets.PlaceFacet(label=_("Place of origin"))
    years = YearsFilter(label=_("Years"), widget=YearsWidget)
    rights_statement = facets.RightsFacet(label=_("Rights statement"))
    translated = facets.LanguageFacet(label=_("Languages"))
    room = facets.RoomFacet(label=_("Rooms"))
    lacking = facets.LackingFacet(label=_("To be mended"))
    live = facets.StatusFacet(label=_("Status"))

    useless = (*ExplorerFilters.useless, "owner")

    class Meta:
        model = Artifact
        fields: list[str] = []

    def __init__(self, *args: Any, language: str = "", **kwargs: Any) -> None:
        # Asked for by the facets, which the other filters' beginning makes.
        self.language = language
        super().__init__(*args, **kwargs)
        # What an item is comes first, who changed it last.
        for name in ("latest_revision_created_at", "edited_by"):
            self.filters[name] = self.filters.pop(name)

    @cached_property
    def terms(self) -> dict[str, facets.Choices]:
        return facets.terms()

    @property
    def facets(self) -> dict[str, facets.Facet]:
        return {name: one for name, one in self.filters.items() if isinstance(one, facets.Facet)}

    def count(self) -> dict[str, dict[str, int]]:
        """Return how many artifacts each choice of each facet would leave, beside what the other
        filters ask for; the form's choices say so too. A query or two for each facet."""
        asked = self.form.cleaned_data if self.is_valid() else {}
        found = {}
        for name, facet in self.facets.items():
            pages = self.queryset
            for other, value in asked.items():
                if other != name:
                    pages = self.filters[other].filter(pages, value)
            found[name] = facet.counts(pages)
            self.form.fields[name].widget.counts = found[name]
        return found
