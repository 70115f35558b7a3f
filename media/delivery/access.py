"""Who may have a file: whoever may see a page that shows it, and those who work in the museum.

An address that nobody can guess is not enough: what only drafts and locked pages show is given out
to nobody else, and what was public may be kept for ten minutes. Wagtail's reference index knows
which pages show what.
"""

from collections.abc import Callable, Iterator
from http import HTTPStatus
from typing import TypeVar

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import IntegerField, Model, Q, QuerySet
from django.db.models.functions import Cast
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.cache import patch_cache_control
from wagtail.models import CollectionViewRestriction, Page, ReferenceIndex

from media.models import MuseumDocument, MuseumImage, MuseumMedia, Object3D
from museum.core.requests import known
from museum.core.visibility import Visitor, visible

Response = TypeVar("Response", bound=HttpResponseBase)
KEPT = 10 * 60
"""Seconds for which a public file may be kept without asking again."""

Holder = tuple[type[Model], int]


Find = Callable[[str], Model | None]
OWNERS: dict[str, Find] = {
    "images": lambda path: MuseumImage.objects.filter(renditions__file=path).first(),
    "recordings": lambda path: MuseumMedia.objects.filter(renditions__file=path).first(),
    "tracks": lambda path: MuseumMedia.objects.filter(tracks__file=path).first(),
    "models": lambda path: Object3D.objects.filter(web_model__file=path).first(),
}
"""The folders of MEDIA_ROOT with files for visitors, and how each finds what a file, by its path
there, was made from. An app above adds its own."""


def owner(path: str) -> Model | None:
    """Return what a file of the public folders was made from.

    `path` is its place below MEDIA_ROOT.
    """
    find = OWNERS.get(path.partition("/")[0])
    return find(path) if find else None


def give(request: HttpRequest, thing: Model | None, response: Callable[[], Response]) -> Response:
    """Return a response with a file of `thing`, kept by all if all may see it, else by nobody.

    Raises Http404 where the visitor may see no page that shows it.
    """
    if thing is None:
        raise Http404
    everybody = is_shown(thing, Visitor())
    if not (everybody or may_see(request, thing)):
        raise Http404
    given = response()
    if given.status_code == HTTPStatus.SERVICE_UNAVAILABLE:
        # It is still being made.
        return given
    if everybody:
        patch_cache_control(given, public=True, max_age=KEPT)
        # Manifests name files too, for the viewers of other museums.
        given["Access-Control-Allow-Origin"] = "*"
    else:
        patch_cache_control(given, private=True, no_cache=True)
    return given


def may_see(request: HttpRequest, thing: Model) -> bool:
    """May this visitor see a file that not everybody may see?"""
    return is_known(request) and (works_here(request) or is_shown(thing, Visitor(request)))


def is_known(request: HttpRequest) -> bool:
    """Has the visitor a session? Without one there is nothing to ask for."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES


def works_here(request: HttpRequest) -> bool:
    """May the visitor enter the editor, whose previews and choosers show every file?"""
    return bool(request.user.has_perm("wagtailadmin.access_admin"))


def is_shown(thing: Model, visitor: Visitor) -> bool:
    """Does a page that the visitor may see show a thing, itself or as a part of another?

    What was made from a page itself is shown by that page.
    """
    if isinstance(thing, Page):
        return visible(Page.objects.filter(pk=thing.pk), visitor).exists()
    if not in_open_folder(thing, visitor):
        return False
    shown = visible(pages_with([(type(thing), thing.pk)]), visitor).exists()
    if shown or not isinstance(thing, MuseumImage):
        return shown
    whole = list(holders(thing))
    return bool(whole) and visible(pages_with(whole), visitor).exists()


def in_open_folder(thing: Model, visitor: Visitor) -> bool:
    """Is the folder of a document open to the visitor, or that of the document whose page it is?

    Wagtail locks the documents of a folder alone.
    """
    locks = known.once("folder locks", folder_locks)
    document = thing.document if locks and isinstance(thing, MuseumImage) else thing
    if not locks or not isinstance(document, MuseumDocument):
        return True
    path = document.collection.path
    return all(visitor.passes(lock) for lock in locks if path.startswith(lock.collection.path))


def folder_locks() -> list[CollectionViewRestriction]:
    """Return what closes folders of documents, with the folders."""
    return list(CollectionViewRestriction.objects.select_related("collection"))


def holders(image: MuseumImage) -> Iterator[Holder]:
    """Yield what a picture is part of: a document's page,
    the poster of a 3D object or recording.
    """
    if image.document_id:
        yield MuseumDocument, image.document_id
    for pk in Object3D.objects.filter(poster=image).values_list("pk", flat=True):
        yield Object3D, pk
    recordings = MuseumMedia.objects.filter(Q(poster=image) | Q(still=image))
    for pk in recordings.values_list("pk", flat=True):
        yield MuseumMedia, pk


def pages_with(things: list[Holder]) -> "QuerySet[Page]":
    """Return the pages whose published content names one of the things."""
    named = Q()
    for model, pk in things:
        kind = ContentType.objects.get_for_model(model)
        named |= Q(to_content_type=kind, to_object_id=str(pk))
    rows = ReferenceIndex.objects.filter(
        named, base_content_type=ContentType.objects.get_for_model(Page)
    )
    ids = rows.annotate(page=Cast("object_id", IntegerField())).values("page")
    return Page.objects.filter(pk__in=ids).order_by()
