"""The history of a room: each saved draft says what was done in it."""

import json
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.views.pages.history import PageHistoryView
from wagtail.models import Revision

from exhibitions.geometry.changes import changes
from exhibitions.geometry.stored import StoredRoom, read_room
from exhibitions.models import Room
from exhibitions.vocabulary.room_changes import summarise

BESIDE_THE_WALLS = (
    *("title", "introduction", "height", "floor_finish", "light"),
    *("start_x", "start_y", "start_heading", "slug", "seo_title", "search_description"),
)
"""The fields that a row of the history names when they changed."""


class RoomHistory(PageHistoryView):
    """Wagtail's own, with what was done in each version. One query more, for a page of rows."""

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        drafts = [
            entry
            for entry in context["object_list"]
            if entry.content_changed and entry.revision and entry.previous_revision_id
        ]
        earlier = Revision.objects.filter(pk__in=[one.previous_revision_id for one in drafts])
        contents = dict(earlier.values_list("pk", "content"))
        for entry in drafts:
            before = contents[entry.previous_revision_id]
            if done := what_was_done(before, entry.revision.content):
                entry.message = _("%(action)s: %(done)s") % {"action": entry.message, "done": done}
        return context


def what_was_done(before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    """Say shortly what differs between the contents of two revisions of a room."""
    said = summarise(changes(read_content(before), read_content(after)))
    names = [
        str(Room._meta.get_field(name).verbose_name)
        for name in BESIDE_THE_WALLS
        if before.get(name) != after.get(name)
    ]
    fields = _("changed: %(fields)s") % {"fields": _(", ").join(names)} if names else ""
    return "; ".join(part for part in (said, fields) if part)


def read_content(content: Mapping[str, Any]) -> StoredRoom:
    """Return the room that a revision holds."""
    start = (content.get("start_x"), content.get("start_y"), content.get("start_heading"))
    walls, floor = (json.loads(content.get(name) or "[]") for name in ("walls", "floor"))
    return read_room(walls, floor, content.get("height"), start)
