"""What the room editor asks of the server; everything else it knows from the page's form."""

import json

from django.conf import settings
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST
from wagtail.models import Locale
from wagtail.permissions import policy_registry

from exhibitions.admin.editors.room import descriptions
from exhibitions.admin.editors.room.doors import NoPlace, add_door_back
from exhibitions.models import Artifact, Exhibition, Room
from media.ingest.permissions import collections
from media.models import MuseumImage, MuseumMedia
from museum.people import signed_in

PAGE_LENGTH = 40
MOST_IDS = 500


def ids_of(request: HttpRequest) -> list[int] | None:
    """Read `ids=1,2,3`; None without it."""
    listed = request.GET.get("ids")
    if listed is None:
        return None
    try:
        return [int(one) for one in listed.split(",") if one][:MOST_IDS]
    except ValueError as error:
        raise BadRequest("ids are whole numbers") from error


@require_GET
def artifacts(request: HttpRequest) -> JsonResponse:
    """Artifacts by `ids`, or those of `locale` and of a `type` that `q` finds, from `offset` on."""
    if (ids := ids_of(request)) is not None:
        chosen = Artifact.objects.filter(pk__in=ids)
        return JsonResponse({"items": descriptions.describe_artifacts(chosen)})
    code = request.GET.get("locale") or settings.LANGUAGE_CODE
    locale = get_object_or_404(Locale, language_code=code)
    offset = request.GET.get("offset") or "0"
    if not offset.isdecimal():
        raise BadRequest("offset is a whole number")
    kind = request.GET.get("type") or ""
    if kind and not kind.isdecimal():
        raise BadRequest("type is the id of a term")
    every = Artifact.objects.filter(locale=locale).order_by("accession_number")
    if kind:
        every = every.filter(object_type=int(kind))
    query = (request.GET.get("q") or "").strip()[:200]
    if query:
        matching = every.search(query, order_by_relevance=True)
        pks = [artifact.pk for artifact in matching[int(offset) : int(offset) + PAGE_LENGTH + 1]]
    else:
        pks = list(every.values_list("pk", flat=True)[int(offset) :][: PAGE_LENGTH + 1])
    order = {pk: place for place, pk in enumerate(pks)}
    items = descriptions.describe_artifacts(Artifact.objects.filter(pk__in=pks[:PAGE_LENGTH]))
    items.sort(key=lambda item: order[item["id"]])
    more = len(pks) > PAGE_LENGTH
    return JsonResponse({"items": items, "more": more, "types": descriptions.object_types()})


@require_GET
def images(request: HttpRequest) -> JsonResponse:
    """Pictures outside the catalogue by `ids`, of those that the user may choose."""
    policy = policy_registry.get_by_type(MuseumImage)
    allowed = policy.instances_user_has_any_permission_for(request.user, ["choose"])
    items = descriptions.describe_images(allowed.filter(pk__in=ids_of(request) or []))
    return JsonResponse({"items": items})


@require_GET
def rooms(request: HttpRequest) -> JsonResponse:
    """The rooms of the exhibition of `room` or `parent` as their drafts are: doors, walls,
    looks. And the collection to which the curator may add recordings, 0 for none.
    """
    exhibition = exhibition_of(request)
    siblings = Room.objects.child_of(exhibition).order_by("path")
    drafts = [room.get_latest_revision_as_object() for room in siblings]
    items = [
        {
            "id": room.pk,
            "title": room.get_admin_display_title(),
            "editable": room.permissions_for_user(request.user).can_edit(),
            "live": room.live,
            "doors": room.stored.doors,
            "walls": descriptions.bare_walls(room),
            "space": {name: getattr(room, name) for name in descriptions.SPACE},
        }
        for room in drafts
    ]
    place = collections(signed_in(request), MuseumMedia).order_by("path").first()
    answer = {"exhibition": exhibition.pk, "palette": exhibition.palette, "items": items}
    return JsonResponse({**answer, "collection": place.pk if place else 0})


def exhibition_of(request: HttpRequest) -> Exhibition:
    """The exhibition that the asked room is in, or will be."""
    room, parent = request.GET.get("room") or "", request.GET.get("parent") or ""
    if room.isdecimal():
        return get_object_or_404(Room, pk=room).exhibition
    if parent.isdecimal():
        return get_object_or_404(Exhibition, pk=parent)
    raise BadRequest("room or parent is the id of a page")


@require_POST
def make_door(request: HttpRequest, page_id: int) -> JsonResponse:
    """Give another room's draft its door back into `room`, `width` × `height` cm."""
    other = get_object_or_404(Room, pk=page_id)
    permissions = other.permissions_for_user(request.user)
    if not permissions.can_edit() or permissions.page_locked():
        raise PermissionDenied
    try:
        wanted = json.loads(request.body)
        pk, width, height = (int(wanted[name]) for name in ("room", "width", "height"))
    except (ValueError, KeyError, TypeError) as error:
        raise BadRequest("room, width and height are whole numbers") from error
    room = get_object_or_404(Room, pk=pk)
    if not room.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    names = {"room": other.get_admin_display_title()}
    edit = reverse("wagtailadmin_pages:edit", args=[other.pk])
    try:
        made = add_door_back(other, room, width, height, request.user)
    except NoPlace:
        notice = _("No wall of “%(room)s” has room for a door of this size.") % names
        return JsonResponse({"made": False, "notice": notice, "edit": edit}, status=409)
    if made:
        notice = _("The draft of “%(room)s” now has a door back into this room.") % names
    else:
        notice = _("“%(room)s” has a door into this room already.") % names
    return JsonResponse({"made": made, "notice": notice, "edit": edit})
