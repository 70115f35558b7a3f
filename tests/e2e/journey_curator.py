"""What a curator does on a room's journey: hang, lead, draft, preview, translate, restore."""

from collections.abc import Callable

from django.urls import reverse
from playwright.sync_api import expect
from wagtail.models import Locale
from wagtail.models import Page as WagtailPage
from wagtail_localize.models import Translation

from exhibitions.models import Room
from tests.e2e.curator import DRAFT, hung_works, middle, save, wait_for_editor
from tests.e2e.journey import BY_KEYS, BY_MOUSE, TITLES, Journey

DOORS = ("first", "second")


def begin(journey: Journey) -> None:
    """A new room from the L template."""
    page, exhibition = journey.curator, journey.museum.exhibition
    page.goto(f"{journey.url}/admin/pages/add/exhibitions/room/{exhibition.pk}/")
    wait_for_editor(page)
    page.locator("[name=title]").fill(TITLES["en"])
    page.locator('[data-template="l"]').click()
    assert len(hung_works(page)) == 6
    journey.picture(page, "plan")


def open_room(journey: Journey) -> None:
    page = journey.curator
    page.goto(f"{journey.url}/admin/pages/{journey.room().pk}/edit/")
    wait_for_editor(page)


def hang_by_mouse(journey: Journey) -> None:
    """Works 1 to 12 onto two walls, each where it is let go."""
    page = journey.curator
    walls = page.locator(".re-toolbar select")
    for wall, length, first in ((0, 1200, 0), (5, 1000, 6)):
        walls.select_option(str(wall))
        page.locator(".room-editor").evaluate("(editor) => editor.scrollIntoView()")
        for place in range(6):
            face = page.locator(".re-wall-face").bounding_box()
            assert face
            x = face["x"] + face["width"] * (100 + place * (length - 200) / 5) / length
            thing = page.locator(".re-tray-work").nth(first + place)
            thing.scroll_into_view_if_needed()
            page.mouse.move(*middle(thing))
            page.mouse.down()
            page.mouse.move(x, face["y"] + face["height"] * 0.5, steps=2)
            page.mouse.move(x, face["y"] + face["height"] * 0.55)
            page.mouse.up()
        assert len(hung_works(page)[wall]) == 6
    assert journey.hung() == BY_MOUSE
    expect(page.locator(".re-finding-error")).to_have_count(0)
    journey.picture(page, "by-mouse")


def hang_by_keys(journey: Journey) -> None:
    """Works 13 to 24 onto three walls; the mouse rests."""
    page, press = journey.curator, journey.curator.keyboard.press
    before = journey.hung()
    page.locator(".re-tray-work").nth(BY_MOUSE).focus()
    for count in range(BY_KEYS):
        if count % 4 == 0:
            press("PageDown")
        press("Enter")
        # Past the button that stands the work on a plinth, to the next work.
        press("Tab")
        press("Tab")
    assert journey.hung() == before + BY_KEYS
    assert [len(wall) for wall in hung_works(page)] == [6, 4, 4, 4, 0, 6]
    expect(page.locator(".re-finding-error")).to_have_count(0)
    journey.picture(page, "by-keys")


def lead_through_doors(journey: Journey) -> None:
    """Doors to two rooms, and their doors back in those rooms' drafts."""
    page = journey.curator
    for title in DOORS:
        page.locator(".re-toolbar select").select_option("4")
        page.locator("[data-command=add_door]").click()
        page.locator("[data-field=target]").select_option(label=title)
        page.locator("[data-command=door_back]").click()
        expect(page.locator(".re-notice")).to_contain_text(f"The draft of “{title}” now has a door")
    journey.picture(page, "doors")


def keep_as_draft(journey: Journey) -> None:
    """All of it in the draft, none of it in what visitors see."""
    page = journey.curator
    save(page, DRAFT)
    wait_for_editor(page)
    room = journey.room()
    draft = room.get_latest_revision_as_object()
    everything = BY_MOUSE + BY_KEYS + len(DOORS)
    assert sum(len(wall["value"]["works"]) for wall in draft.walls.raw_data) == everything
    assert sum(len(wall["value"]["works"]) for wall in room.walls.raw_data) == BY_MOUSE


def preview(journey: Journey) -> None:
    """The draft as visitors would see it."""
    page = journey.curator.context.new_page()
    page.goto(journey.url + reverse("wagtailadmin_pages:view_draft", args=[journey.room().pk]))
    expect(page.locator("[data-kind=artifact]")).to_have_count(BY_MOUSE + BY_KEYS)
    journey.picture(page, "preview")
    page.close()


def publish_the_doors_back(journey: Journey) -> None:
    """The curators of the other rooms take over the doors that they were given."""
    for room in Room.objects.filter(title__in=DOORS):
        assert not room.walls.raw_data[0]["value"]["works"]
        room.latest_revision.publish()


def translate(journey: Journey, language: str, translate_page: Callable[..., WagtailPage]) -> None:
    """Have the room translated by the translators' way: their words, the same geometry."""
    page, room = journey.curator, journey.room()
    locale = Locale.objects.get_or_create(language_code=language)[0]
    translate_page(journey.museum.exhibition, language)
    for other in Room.objects.filter(title__in=DOORS, locale=room.locale):
        translate_page(other, language)
    page.goto(journey.url + reverse("wagtail_localize:submit_page_translation", args=[room.pk]))
    page.locator(f"[name=locales][value='{locale.pk}']").check()
    page.locator("form [type=submit]").last.click()
    page.wait_for_url("**/pages/*/edit/**")
    made = Translation.objects.get(source__object=room.translation_key, target_locale=locale)
    words = made.export_po()
    given = {"title": TITLES[language], "slug": f"sailors-{language}"}
    for entry in words:
        entry.msgstr = given.get(entry.msgctxt, f"{entry.msgid} ({language})")
    assert made.import_po(words) == []
    made.save_target(publish=True)
    assert placements(journey.room(language)) == placements(room)
    journey.picture(page, f"translate-{language}")


def placements(room: Room) -> list[tuple[str, int]]:
    """Id and place along the wall of everything that hangs."""
    walls = room.walls.raw_data
    return [(one["id"], one["value"]["x"]) for wall in walls for one in wall["value"]["works"]]


def restore_the_first(journey: Journey) -> None:
    """The first published version becomes the draft again, and is published."""
    page, room = journey.curator, journey.room()
    first = next(
        one
        for one in room.revisions.order_by("created_at", "pk")
        if len(placements(one.as_object())) == BY_MOUSE
    )
    page.goto(
        journey.url + reverse("wagtailadmin_pages:revisions_revert", args=[room.pk, first.pk])
    )
    wait_for_editor(page)
    assert journey.hung() == BY_MOUSE
    journey.picture(page, "restored")
    save(page)
