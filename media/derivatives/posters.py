"""A 3D object's poster: what is seen before it is turned,
photographed where a browser is at hand.
"""

from pathlib import Path

from django.conf import settings
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _

from media.derivatives import queue
from media.derivatives.browser import chromium, headless_browser
from media.derivatives.failure import noted
from media.models import MuseumImage, Object3D, Poster

PREFIX = "poster-of-"
"""The names of the files of posters that the museum made itself begin so."""


def is_at_hand() -> bool:
    """Is there a browser?

    One that the settings name and that is not there has its absence noted.
    """
    try:
        return settings.POSTERS and bool(chromium.find())
    except FileNotFoundError:
        return True


def request_poster(item: Object3D) -> None:
    """Ask for the poster of an object that has none, where a browser is at hand."""
    if item.poster_id or not is_at_hand():
        return
    values = {"file_name": str(item.file.name), "state": Poster.State.WAITING, "reason": ""}
    row, _created = Poster.objects.update_or_create(object=item, defaults=values)
    queue.ask_again(row)


@queue.makes(Poster)
def make(row: Poster) -> None:
    """Make an object's poster, noting the state.

    An object without a web model has its reason noted.

    A poster that a curator chose meanwhile stays. Any other failure is noted too, and raised.
    """
    words = _("The poster could not be made: %(reason)s You may choose a picture yourself.")
    with noted(row, headless_browser.NoPicture, words=words):
        item = Object3D.objects.get(pk=row.object_id)
        if not item.poster_id:
            store(row, headless_browser.photograph(model_of(item)))
        row.note(Poster.State.READY)


def model_of(item: Object3D) -> Path:
    """Return the file of an object's web model. Raises NoPicture where it is not ready."""
    if not item.web_address:
        raise headless_browser.NoPicture(_("The object itself is not ready for the web."))
    return Path(item.web_model.file.path)


def store(row: Poster, picture: bytes) -> None:
    """Give the object its poster, unless it was deleted, replaced or given another meanwhile."""
    item = row.object
    file = ContentFile(picture, f"{PREFIX}{item.pk}.webp")
    image = MuseumImage(title=item.title, file=file, collection=item.collection)
    for name in ("credit", "rights_statement", "source", "uploaded_by_user"):
        setattr(image, name, getattr(item, name))
    image.save()
    same = Object3D.objects.filter(pk=item.pk, poster=None, file=row.file_name)
    if not same.update(poster=image):
        image.delete()
        return
    # Saved as well as updated: artifacts that show the object hear of it.
    Object3D.objects.get(pk=item.pk).save(update_fields=["poster"])


def discard(item: Object3D) -> None:
    """Remove the poster that the museum made of an object; one that a curator chose stays."""
    if item.poster and is_made_here(item.poster):
        poster, item.poster = item.poster, None
        Object3D.objects.filter(pk=item.pk).update(poster=None)
        poster.delete()


def is_made_here(poster: MuseumImage) -> bool:
    """Was this poster made by the museum, rather than chosen by a curator?"""
    return Path(poster.file.name).name.startswith(PREFIX)
