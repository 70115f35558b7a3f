"""A 3D object's block in the page editor: its details are set on the object itself."""

from typing import Any

from django import forms
from django.forms.widgets import Script
from django.http import HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET
from wagtail.admin.telepath import register
from wagtail.blocks.struct_block import StructBlockAdapter

from exhibitions.blocks.artifact_views import Object3DBlock
from media.models import Object3D

WORDS: dict[str, Promise] = {
    "open": _("Set the details on the object"),
    "close": _("Close the object"),
    "choose": _("Choose a 3D object first."),
    "loading": _("The object is being brought…"),
    "failed": _("The object cannot be shown here. Its details can be set as numbers below."),
    "view": _(
        "The object. A click sets a detail. Arrows turn it, plus and minus zoom, 0 shows the whole,"
        " Enter sets a detail in the middle; arrows then move it by a millimetre, Escape"
        " lets it go."
    ),
    "middle": _("Set in the middle of the view"),
    "undo": _("Undo"),
    "whole": _("The whole object"),
    "untitled": _("without a title yet"),
    "begin": _("Click the object where a detail is to be. Drag to turn it."),
    "chosen": _("Click the object to move the chosen detail, or use the arrows."),
    "set": _("Set at %(x)s, %(y)s, %(z)s cm."),
    "beside": _("There is no object at this place."),
    "undone": _("Undone."),
    "nothing": _("There is nothing to undo."),
}


class ObjectAdapter(StructBlockAdapter):
    """Gives the browser the words of the editor of points, and where it asks for a model."""

    js_constructor = "museum.objects.Object"

    def js_args(self, block: Object3DBlock) -> list[Any]:
        name, children, meta = super().js_args(block)
        own = {"words": WORDS, "address": reverse("room_editor:object", args=[0])}
        return [name, children, {**meta, **own}]

    @cached_property
    def media(self) -> forms.Media:
        return super().media + forms.Media(
            css={"all": ["museum/build/point-editor.css"]},
            js=[Script("museum/build/point-editor.js", type="module")],  # type: ignore[list-item]
        )


def register_objects() -> None:
    """Have the admin render 3D objects with the editor of points."""
    register(ObjectAdapter(), Object3DBlock)


@require_GET
def model(request: HttpRequest, object_id: int) -> JsonResponse:
    """Where an object's web model is; 404 while there is none."""
    item = get_object_or_404(Object3D, pk=object_id, web_model__state="ready")
    return JsonResponse({"model": item.web_address})
