"""The editor's menu, in a museum's words and in the order of its work.

Wagtail lists what each of its parts registers; here it is put together: what the museum shows, whom
and what it knows, its files, its words, and what waits to be translated.
"""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem
from wagtail.models import Page
from wagtail.permissions import policy_registry

from exhibitions.models import Collection, CommunityIndex, ExhibitionIndex, StoryIndex
from museum.people import signed_in

# What the museum shows: the page that holds all of a kind, and how the menu names and draws it.
SECTIONS = (
    (ExhibitionIndex, _("Exhibitions"), "list-ul"),
    (Collection, _("Collection"), "image"),
    (CommunityIndex, _("Communities"), "group"),
    (StoryIndex, _("Stories"), "openquote"),
)
FIRST_SECTION = 110
FILES = (
    "ingest:add",
    "wagtailimages:index",
    "wagtailmedia:index",
    "wagtaildocs:index",
    "wagtailsnippets_media_object3d:list",
)
TRANSLATIONS = "wagtail_localize:translations_report"


def arrange(request: HttpRequest, items: list[MenuItem]) -> None:
    """Put the menu together for one person, of what Wagtail would show them."""
    items += sections(request)
    addresses = {reverse(name) for name in FILES}
    files = [item for item in items if item.url in addresses]
    if files:
        items[:] = [item for item in items if item not in files]
        menu = Menu(items=files)
        items.append(
            SubmenuMenuItem(_("Files"), menu, name="files", icon_name="folder-inverse", order=300)
        )
    items.append(
        MenuItem(
            _("Translations"),
            reverse(TRANSLATIONS),
            name="translations",
            icon_name="globe",
            order=330,
        )
    )


def sections(request: HttpRequest) -> list[MenuItem]:
    """Return the ways to the lists of exhibitions, of the collection, of communities and stories
    that a person may look into, in the source language where they may. One query."""
    types = ContentType.objects.get_for_models(*(model for model, _label, _icon in SECTIONS))
    explorable = policy_registry.get_by_type(Page).explorable_instances(signed_in(request))
    lists = explorable.filter(content_type__in=types.values()).order_by("path")
    found: dict[int, int] = {}
    for kind, pk, code in lists.values_list("content_type_id", "pk", "locale__language_code"):
        if code == settings.LANGUAGE_CODE:
            found[kind] = pk
        else:
            found.setdefault(kind, pk)
    return [
        MenuItem(
            label,
            reverse("wagtailadmin_explore", args=[found[types[model].pk]]),
            name=model._meta.model_name,
            icon_name=icon,
            order=FIRST_SECTION + place,
        )
        for place, (model, label, icon) in enumerate(SECTIONS)
        if types[model].pk in found
    ]


def without_translations(request: HttpRequest, items: list[MenuItem]) -> None:
    """Leave out of the reports what the menu leads to itself."""
    items[:] = [item for item in items if item.url != reverse(TRANSLATIONS)]
