"""The report across rooms: every finding in the reader's language, with the way to mend it."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from exhibitions.models import Artifact, Room
from exhibitions.presentation.room_checks import findings_of
from tests.exhibitions.room_factory import (
    Museum,
    block_id,
    door,
    hung,
    make_museum,
    plinth,
    walls_of,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


@pytest.fixture
def museum(museum_home: Page) -> Museum:
    return make_museum(museum_home)


def texts(room: Room) -> list[str]:
    return [one.text for one in findings_of([room])[room.pk]]


def test_a_finding_of_every_kind(museum: Museum) -> None:
    first, second, third, gone = (museum.artifact(number) for number in range(4))
    Artifact.objects.filter(pk=second.pk).update(lead_alt="")
    third.unpublish()
    other = museum.room("other", walls_of("rectangle", {}))
    other.unpublish()
    works = [
        *(hung(first, 300), hung(second, 340)),
        *(hung(third, 990), hung(gone, 700)),
        *(door("narrow", other, 500, width=80), door("nowhere", other, 150)),
    ]
    works[-1]["value"]["target"] = None
    floor = [plinth(museum.artifact(4), 500, 40)]
    room = museum.room("room", walls_of("rectangle", {0: works}), floor=floor)
    gone.delete()
    found = {one.text: one for one in findings_of([room, other])[room.pk]}
    for part in (
        "overlaps its neighbour",
        "beyond the wall",
        "blocks a door",
        "a wheelchair needs 90 cm",
        "no door back",
        "no alternative text",
        "not translated into Spanish, French, English",
        "Not published",
        "Deleted from the catalogue",
        "visitors see no door",
        "Nothing is chosen",
    ):
        assert any(part in text for text in found), part
    beyond = next(one for text, one in found.items() if "beyond the wall" in text)
    assert (beyond.place, beyond.block) == (third.title, block_id("hung work-2"))
    assert next(iter(found.values())).severity == "error", "errors stand first"


def test_more_works_than_a_telephone_loads(museum: Museum) -> None:
    artifact = museum.artifact(1)
    works = [hung(artifact, 5 + 15 * place, width=10) | {"id": f"w{place}"} for place in range(61)]
    room = museum.room("room", walls_of("rectangle", {0: works}))
    assert any(text.startswith("61 works") for text in texts(room))


def test_a_well_hung_room_has_nothing_to_mend(museum: Museum, translate: Any) -> None:
    artifact = museum.artifact(1)
    for language in ("es", "fr", "en"):
        translate(artifact, language)
    assert texts(museum.room("room", walls_of("rectangle", {0: [hung(artifact, 500)]}))) == []
    assert texts(museum.room("empty", [])) == []


def test_the_report_leads_to_the_work_in_the_drafts_editor(
    admin_client: Client, museum: Museum
) -> None:
    room = museum.room("a-room", walls_of("rectangle", {0: [hung(museum.artifact(1), 300)]}))
    room.walls[0].value["works"][0].value["x"] = 995
    room.save_revision()
    page = admin_client.get(reverse("room_report")).content.decode()
    address = reverse("wagtailadmin_pages:edit", args=[room.pk])
    assert f"{address}#block-{block_id('hung work-1')}" in page
    assert "beyond the wall" in page
    assert museum.exhibition.title in page
    sheet = admin_client.get(reverse("room_report"), {"export": "csv"})
    assert "beyond the wall" in b"".join(sheet.streaming_content).decode()  # type: ignore[attr-defined]
    assert reverse("room_report") in admin_client.get(reverse("wagtailadmin_home")).content.decode()


def test_the_report_is_in_the_readers_language(
    client: Client, admin_user: Any, museum: Museum
) -> None:
    museum.room("room", walls_of("rectangle", {0: [hung(museum.artifact(1), 995)]}))
    client.force_login(admin_user)
    page = client.get(reverse("room_report"), headers={"Accept-Language": "fr"}).content.decode()
    assert "Accrochage des salles" in page
    assert "non traduite" in page or "n’est pas traduite" in page


def test_its_queries_do_not_grow_with_rooms_and_works(
    museum: Museum, django_assert_num_queries: Any
) -> None:
    def rooms(count: int) -> list[Room]:
        artifacts = [museum.artifact(len(museum.artifacts)) for _ in range(count)]
        works = [hung(artifact, 100 + 90 * place) for place, artifact in enumerate(artifacts)]
        return [
            museum.room(f"r{count}-{n}", walls_of("rectangle", {0: works})) for n in range(count)
        ]

    few, many = rooms(1), rooms(5)
    few_queries = 3
    with django_assert_num_queries(few_queries):
        findings_of(few)
    with django_assert_num_queries(few_queries):
        findings_of(many)


def test_who_may_edit_no_page_sees_no_report(client: Client, django_user_model: Any) -> None:
    client.force_login(django_user_model.objects.create_user("visitor", "", "pass"))
    assert client.get(reverse("room_report")).status_code == 302


def test_labels_without_room_pictures_of_another_shape_and_rooms_without_doors(
    museum: Museum,
) -> None:
    beside, replaced = museum.artifact(1), museum.artifact(2, width=900, height=220)
    Artifact.objects.filter(pk=replaced.pk).update(width_cm=45, height_cm=70)
    other = museum.room("other", walls_of("rectangle", {}))
    works = [hung(beside, 300), door("door", other, 420), hung(replaced, 800)]
    room = museum.room("room", walls_of("rectangle", {0: works}))
    found = findings_of([room, other])
    said = [finding.text for finding in found[room.pk]]
    assert any("label has no room on that side" in text for text in said)
    assert any("45 by 70 cm; the picture's shape makes it 45 by 11 cm" in text for text in said)
    assert not any("has no door, and" in text for text in said)
    without = "This room has no door, and its exhibition has 2 rooms. Visitors cannot walk on."
    assert without in [finding.text for finding in found[other.pk]]
    assert not any("has no door, and" in text for text in texts(other)), "alone, as far as known"
