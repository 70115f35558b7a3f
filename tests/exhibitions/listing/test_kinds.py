"""A page type says of itself what lists, searches and relations show of it.

Nothing else lists types.
"""

import pytest
from django.apps import apps
from wagtail.models import Page

from exhibitions.listing import cards
from exhibitions.listing.kinds import PLAIN, kind_name, kind_of, kinds
from exhibitions.models import Collection, Room
from exhibitions.models.relations import RelatedMixin, related_types


def test_the_kinds_stand_in_the_order_in_which_a_visitor_reads_them() -> None:
    assert list(kinds()) == ["artifact", "community", "story", "exhibition", "room"]
    places = [kind.place for kind in kinds().values()]
    assert len(set(places)) == len(places)


@pytest.mark.parametrize("name", ["artifact", "community", "story", "exhibition", "room"])
def test_a_kind_names_fields_of_its_own_model(name: str) -> None:
    model = apps.get_model("exhibitions", name)
    kind = kind_of(name)
    for field in (*kind.fields, *([kind.image] if kind.image else [])):
        assert model._meta.get_field(field).model is model, field
    assert str(kind.name) != str(kind.plural)


def test_a_page_type_that_says_nothing_is_a_plain_page() -> None:
    assert kind_name(Collection) == kind_name(Page) == kind_name(None) == "page"
    assert kind_of("page") is PLAIN


def test_relations_lead_to_every_type_that_may_be_related() -> None:
    types = [kind_name(model) for model in related_types()]
    assert types == ["artifact", "community", "story", "exhibition"]
    assert all(issubclass(model, RelatedMixin) for model in related_types())
    assert not issubclass(Room, RelatedMixin)


@pytest.mark.django_db
def test_the_chooser_of_related_pages_offers_them(admin_client, museum: dict[str, Page]) -> None:
    page = museum["artifact"]
    form = admin_client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    for name in ("artifact", "community", "story", "exhibition"):
        assert f"exhibitions.{name}" in form.lower()


@pytest.mark.django_db
def test_cards_of_mixed_pages_take_two_queries_and_keep_their_order(
    museum: dict[str, Page], django_assert_max_num_queries
) -> None:
    pages = Page.objects.filter(pk__in=[page.pk for page in museum.values()]).order_by("-path")
    order = list(pages.values_list("pk", flat=True))
    cards.for_pages(pages, "he")
    with django_assert_max_num_queries(2):
        shown = cards.for_pages(pages, "he")
    assert [card.pk for card in shown] == order
    groups = cards.by_kind(shown)
    assert list(groups) == [name for name in (*kinds(), "page") if name in groups]
