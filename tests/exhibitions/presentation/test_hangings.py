"""An artifact says in which rooms it hangs, and leads to its very place."""

from collections.abc import Callable

import pytest
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from tests.exhibitions.room_factory import block_id, hung, make_museum, plinth, walls_of

pytestmark = pytest.mark.django_db


def test_it_leads_to_its_place_in_every_language(
    museum_home: Page, client: Client, translate: Callable[..., Page]
) -> None:
    hall = make_museum(museum_home)
    work, other = hall.artifact(1), hall.artifact(2)
    room = hall.room("החדר", walls_of("rectangle", {0: [hung(work, 300)]}), slug="hall")
    floor = [plinth(work, 500, 350)]
    also = hall.room("חדר אחר", walls_of("rectangle", {}), slug="also", floor=floor)
    page = client.get(work.address).content.decode()
    assert f'href="{room.address}#work-{block_id("hung work-1")}"' in page
    assert f'href="{also.address}#work-{block_id("plinth work-1")}"' in page
    assert "#work-" not in client.get(other.address).content.decode()
    french, french_room = translate(work, "fr"), translate(room, "fr", title="La salle")
    found = client.get(french.address).content.decode()
    assert f'href="{french_room.address}#work-{block_id("hung work-1")}"' in found
    assert also.address not in found
    PageViewRestriction.objects.create(page=room, restriction_type="login")
    page = client.get(work.address).content.decode()
    assert room.address not in page
    assert also.address in page
