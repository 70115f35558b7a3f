"""The walls' StreamField in the page editor, drawn by the room editor above its plain form."""

from typing import Any

from django import forms
from django.conf import settings
from django.forms.widgets import Script
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language_info
from wagtail.admin.telepath import register
from wagtail.blocks.stream_block import StreamBlockAdapter

from exhibitions.admin.editors.room.editor_texts import editor_texts
from exhibitions.blocks import WallsBlock


def native_name(code: str) -> str:
    return str(get_language_info(code)["name_local"])


class WallsAdapter(StreamBlockAdapter):
    """Gives the browser the words and addresses that the room editor needs with the walls."""

    js_constructor = "museum.rooms.Walls"

    def js_args(self, block: WallsBlock) -> list[Any]:
        name, children, initial, meta = super().js_args(block)
        addresses = {
            "artifacts": reverse("room_editor:artifacts"),
            "images": reverse("room_editor:images"),
            "rooms": reverse("room_editor:rooms"),
            "door": reverse("room_editor:door", args=[0]),
            "uploads": reverse("ingest:uploads"),
        }
        meta |= {"words": editor_texts(), "addresses": addresses}
        meta["languages"] = [[code, native_name(code)] for code, _name in settings.LANGUAGES]
        return [name, children, initial, meta]

    @cached_property
    def media(self) -> forms.Media:
        return super().media + forms.Media(
            css={"all": ["museum/build/room-editor.css"]},
            js=[Script("museum/build/room-editor.js", type="module")],  # type: ignore[list-item]
        )


def register_walls() -> None:
    """Have the admin render walls with the room editor."""
    register(WallsAdapter(), WallsBlock)
