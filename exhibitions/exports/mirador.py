"""A page of ours with Mirador, the viewer of many museums, for one of our own manifests.

Mirador speaks neither Hebrew nor Spanish; its texts come from the museum's catalogues.
"""

from uuid import UUID

from csp.constants import NONCE
from csp.decorators import csp_update
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from exhibitions.exports.iiif import manifest_address
from exhibitions.models import Artifact
from museum.core.visibility import Visitor, visible

# Mirador's own keys; `{{…}}` is filled in by it.
WORDS = {
    "aboutThisItem": _("About this item"),
    "annotationCanvasLabel_1/1": _("Page: [{{label}}]"),
    "annotationCanvasLabel_1/2": _("Left: [{{label}}]"),
    "annotationCanvasLabel_2/2": _("Right: [{{label}}]"),
    "annotations": _("Annotations"),
    "attributionTitle": _("Rights"),
    "book": _("Facing pages"),
    "canvasIndex": _("Contents"),
    "collection": _("Collection"),
    "closeCompanionWindow": _("Close panel"),
    "collapseSection": _("Close “{{section}}”"),
    "collapseSidePanel": _("Close the side panel"),
    "currentItem": _("This page"),
    "currentItem_1/1": _("This page"),
    "currentItem_1/2": _("Left page"),
    "currentItem_2/2": _("Right page"),
    "digitizedView": _("Picture"),
    "displayNoAnnotations": _("Show none on the picture"),
    "errorDialogConfirm": _("Close"),
    "errorDialogTitle": _("Something went wrong"),
    "exitFullScreen": _("Leave full screen"),
    "expandSection": _("Open “{{section}}”"),
    "expandSidePanel": _("Open the side panel"),
    "fullScreen": _("Full screen"),
    "gallery": _("Gallery"),
    "highlightAllAnnotations": _("Show all on the picture"),
    "iiif_homepage": _("Page in the museum"),
    "iiif_manifest": _("IIIF manifest"),
    "iiif_renderings": _("Downloads"),
    "iiif_seeAlso": _("Data"),
    "itemList": _("List of pages"),
    "jsError": _("Technical details"),
    "links": _("Links"),
    "miradorViewer": _("Viewer"),
    "moveCompanionWindowToBottom": _("Move below"),
    "moveCompanionWindowToRight": _("Move to the side"),
    "nextCanvas": _("Next"),
    "off": _("Off"),
    "openCompanionWindow_annotations": _("Annotations"),
    "openCompanionWindow_attribution": _("Rights"),
    "openCompanionWindow_canvas": _("Contents"),
    "openCompanionWindow_info": _("Information"),
    "openInCompanionWindow": _("Open in a panel of its own"),
    "pagination": _("{{current}} of {{total}}"),
    "position": _("Position"),
    "previousCanvas": _("Previous"),
    "related": _("Related"),
    "resource": _("Item"),
    "retry": _("Try again"),
    "right": _("Right"),
    "bottom": _("Below"),
    "rights": _("Rights"),
    "scroll": _("Scroll"),
    "showingNumAnnotations": _("Annotations: {{number}}"),
    "showCollection": _("Show the collection"),
    "sidebarPanelsNavigation": _("Panels"),
    "single": _("One page"),
    "tableOfContentsList": _("Contents"),
    "thumbnailList": _("Small pictures"),
    "thumbnailNavigation": _("Small pictures"),
    "thumbnails": _("Small pictures"),
    "toggleWindowSideBar": _("Side bar"),
    "tryAgain": _("Try again"),
    "view": _("View"),
    "window": _("Window: {{label}}"),
    "windowMenu": _("View and small pictures"),
    "windowNavigation": _("Window"),
    "windowPluginButtons": _("Options"),
    "workspace": _("Workspace"),
    "zoomIn": _("Closer"),
    "zoomOut": _("Farther"),
    "zoomReset": _("The whole picture"),
}
PLURALS = ("one", "two", "many", "other")


def mirador_texts() -> dict[str, str]:
    """Return Mirador's texts in the active language.

    Numbers stand behind, so no word has to agree.
    """
    found = {key: str(text) for key, text in WORDS.items()}
    counted = found.pop("showingNumAnnotations")
    return found | {f"showingNumAnnotations_{plural}": counted for plural in PLURALS}


@require_safe
@csp_update({"style-src": [NONCE]})  # type: ignore[arg-type]
def mirador(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show a public artifact in Mirador, in the language of the address.

    Raises Http404 where there is no such artifact in this language. Only this page's styles may be
    made by scripts, by those that know the nonce.
    """
    found = Artifact.objects.filter(translation_key=key, locale__language_code=get_language())
    artifact = visible(found, Visitor(request)).first()
    if artifact is None:
        raise Http404
    request.museum_page = artifact  # type: ignore[attr-defined]
    manifest = manifest_address(artifact)
    context = {"artifact": artifact, "manifest": manifest, "words": mirador_texts()}
    return render(request, "exhibitions/mirador.html", context)
