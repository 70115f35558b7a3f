"""The details of a picture in the page editor, drawn on the picture above their plain form."""

from typing import Any

from django import forms
from django.forms.widgets import Script
from django.urls import reverse
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.telepath import register
from wagtail.blocks.struct_block import StructBlockAdapter

from exhibitions.blocks.artifact_views import ViewedPictureBlock

WORDS: dict[str, Promise] = {
    "editor": _("Details on the picture"),
    "add": _("New detail"),
    "undo": _("Undo"),
    "redo": _("Redo"),
    "keys": _(
        "Draw a detail with the mouse, or press N · Tab: next detail · arrows: 1%, with Shift 5%, "
        "with Alt resize · Enter: its words · Delete: remove · Ctrl+Z: undo"
    ),
    "detail": _("Detail %(number)s, %(title)s"),
    "untitled": _("without a title"),
    "measures": _(
        "%(x)s%% from the left, %(y)s%% from the top, %(width)s%% wide, %(height)s%% high"
    ),
    "added": _("Detail added."),
    "removed": _("Detail removed."),
    "undone": _("Undone"),
    "redone": _("Redone"),
    "nothing": _("Nothing to undo"),
}


class ViewedPictureAdapter(StructBlockAdapter):
    """Gives the browser the words, and the address where it finds the picture."""

    js_constructor = "museum.regions.ViewedPicture"

    def js_args(self, block: ViewedPictureBlock) -> list[Any]:
        name, children, meta = super().js_args(block)
        words = {key: str(text).replace("%%", "%") for key, text in WORDS.items()}
        return [name, children, {**meta, "words": words, "images": reverse("room_editor:images")}]

    @cached_property
    def media(self) -> forms.Media:
        return super().media + forms.Media(
            css={"all": ["museum/build/region-editor.css"]},
            js=[Script("museum/build/region-editor.js", type="module")],  # type: ignore[list-item]
        )


def register_regions() -> None:
    """Have the admin render an artifact's pictures with their details."""
    register(ViewedPictureAdapter(), ViewedPictureBlock)
