"""Canvases: what each of an artifact's views shows or lets hear, in the curator's order."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

from django.utils.translation import gettext

from exhibitions.exports.iiif import annotations, recordings
from exhibitions.exports.iiif.addresses import Absolute, Json, optional, plain_address
from exhibitions.exports.iiif.pictures import copies, painting, thumbnail
from exhibitions.presentation.wall_label_record import LanguageMap, Record, View
from exhibitions.vocabulary import choices
from media.models import Credited, MuseumMedia, WebModel

EMPTY_SIDE = 1000
"""Width and height in px of the canvas of an artifact that nothing is to be seen of (yet)."""
MODEL_SIZE = {"width": 1600, "height": 1200}
"""The canvas of a 3D object in px, in the proportions of its poster where it has none."""


@dataclass
class ViewCanvases:
    """One view of a manifest; `direction` is that in which pages turn, empty without pages."""

    place: int
    label: LanguageMap
    canvases: list[Json] = field(default_factory=list)
    chapters: list[Json] = field(default_factory=list)
    direction: str = ""


def canvases(record: Record, address: str, absolute: Absolute) -> list[ViewCanvases]:
    """Return the views that are ready to be looked at; one empty canvas where none is."""
    builder = Builder(record, address, absolute)
    found = [builder.view(view) for view in record.views]
    shown = [view for view in found if view and view.canvases]
    if shown:
        return shown
    empty = {"width": EMPTY_SIDE, "height": EMPTY_SIDE}
    title = record.words(lambda page: page.title)
    return [ViewCanvases(1, title, [canvas(f"{address}/canvas/1", title, empty)])]


@dataclass
class Builder:
    """Makes a record's canvases; `address` is the manifest's."""

    record: Record
    address: str
    absolute: Absolute

    def view(self, view: View) -> ViewCanvases | None:
        """Return a view's canvases, none while its files are in work; None for a plain download."""
        make = {
            "picture": self.picture,
            "pages": self.pages,
            "object": self.object,
            "video": self.recording,
            "audio": self.recording,
        }.get(view.kind)
        if make is None:
            return None
        shown = ViewCanvases(view.place, self.label(view))
        shown.canvases = list(make(view, shown))
        return shown

    def label(self, view: View) -> LanguageMap:
        """Return what a view is called: its caption, its description, or the artifact's title."""
        titles = self.record.words(lambda page: page.title)
        described = view.block.struct("image").words("alt_text") if view.kind == "picture" else {}
        return {**titles, **described, **view.block.words("caption")}

    def canvas_address(self, view: View, number: int = 0) -> str:
        page = f"-{number}" if number else ""
        return f"{self.address}/canvas/{view.place}{page}"

    def picture(self, view: View, shown: ViewCanvases) -> Iterator[Json]:
        image = self.record.holdings.images.get(view.block.struct("image")["image"])
        if body := painting(image, self.absolute):
            address = self.canvas_address(view)
            made = canvas(address, shown.label, size_of(body), [body])
            made |= optional("thumbnail", thumbnail(image, self.absolute))
            yield made | self.held(image) | self.details(view, made)

    def pages(self, view: View, shown: ViewCanvases) -> Iterator[Json]:
        language = view.block["language"] or ""
        shown.direction = turns(language)
        transcribed = {text["page"]: text for text in view.block.items("transcriptions")}
        for page in self.record.holdings.pages.get(view.block["document"], []):
            if body := painting(page, self.absolute):
                number = page.page_number or 0
                made = canvas(
                    self.canvas_address(view, number),
                    self.record.words(partial(page_label, number=number)),
                    size_of(body),
                    [body],
                )
                made |= optional("thumbnail", thumbnail(page, self.absolute))
                texts = annotations.transcription(transcribed.get(number), language, made)
                made |= self.held(page) | optional("annotations", texts)
                taken = copies(self.record, page, view.place, self.absolute, number)
                yield made | optional("rendering", taken)

    def object(self, view: View, shown: ViewCanvases) -> Iterator[Json]:
        """A 3D object as the IIIF 3D group's viewers take it: a model painted on a canvas."""
        found = self.record.holdings.objects.get(view.block["object"])
        model: WebModel | None = getattr(found, "web_model", None)
        if found is None or model is None or not ready(model):
            return
        address = self.canvas_address(view)
        poster = painting(found.poster, self.absolute)
        body = {
            "id": self.absolute(model.file.url),
            "type": "Model",
            "format": "model/gltf-binary",
            "label": shown.label,
        }
        # Viewers that turn no models show the poster, the choice's first half.
        bodies = [poster, body] if poster else [body]
        made = canvas(address, shown.label, size_of(poster) if poster else MODEL_SIZE, bodies)
        made |= optional("thumbnail", thumbnail(found.poster, self.absolute))
        yield made | self.held(found) | self.details(view, made)

    def recording(self, view: View, shown: ViewCanvases) -> Iterator[Json]:
        found = self.record.holdings.recordings.get(view.block["media"])
        playable = recordings.versions(found) if found else []
        if found is None or not playable or not found.duration:
            return
        address = self.canvas_address(view)
        largest = max((file for _version, file in playable), key=lambda file: file.height or 0)
        extent: Json = {"duration": found.duration}
        if largest.width and largest.height:
            extent |= {"width": largest.width, "height": largest.height}
        bodies = [recordings.body(found, *one, self.absolute) for one in playable]
        made = canvas(address, shown.label, extent, bodies)
        shown.chapters = recordings.chapters(found, made)
        made |= self.poster(found, address, shown.label) | self.held(found)
        yield made | optional("annotations", annotations.tracks(found, made, self.absolute))

    def details(self, view: View, made: Json) -> Json:
        """Return what curators point out on a canvas."""
        sounds = self.record.holdings.recordings
        found = annotations.details(view.block, made, sounds, self.absolute)
        return optional("annotations", found)

    def held(self, file: Credited | None) -> Json:
        """Return a file's own rights and credit, where they are others than the artifact's."""
        if file is None:
            return {}
        source = self.record.source
        own = file.rights_statement != source.rights_statement
        credit = self.record.words(lambda _: gettext(file.credit)) if file.credit else {}
        lines = self.record.words(lambda page: page.credit_line)
        label = self.record.words(lambda _: gettext("Credit line"))
        statement = {"label": label, "value": credit}
        return {
            **optional("rights", plain_address(file.rights_statement) if own else ""),
            **optional("requiredStatement", statement if credit not in ({}, lines) else None),
        }

    def poster(self, media: MuseumMedia, address: str, label: LanguageMap) -> Json:
        """Return what is seen before a film plays, or while a sound is heard."""
        image = media.poster or media.still
        body = painting(image, self.absolute)
        if body is None:
            return {}
        name = "placeholderCanvas" if media.type == "video" else "accompanyingCanvas"
        small = optional("thumbnail", thumbnail(image, self.absolute))
        return {name: canvas(f"{address}/poster", label, size_of(body), [body]), **small}


def canvas(
    address: str, label: LanguageMap, extent: Json, bodies: list[Json] | None = None
) -> Json:
    """Return a canvas of an extent in px and seconds, with one body painted on it, or a choice."""
    bodies = bodies or []
    body = bodies[0] if len(bodies) == 1 else {"type": "Choice", "items": bodies}
    page = annotations.page(f"{address}/page", [])
    if bodies:
        painted = annotations.annotation(f"{address}/painting", "painting", body, address)
        page["items"].append(painted)
    return {"id": address, "type": "Canvas", "label": label, **extent, "items": [page]}


def size_of(body: Json) -> Json:
    return {"width": body["width"], "height": body["height"]}


def ready(made: WebModel) -> bool:
    return bool(made.file)


def turns(language: str) -> str:
    """Return the direction in which a book in a language turns;
    Ladino is mostly in Hebrew letters.
    """
    left_to_right = choices.direction(language) == "ltr"
    return "left-to-right" if left_to_right else "right-to-left"


def page_label(_page: object, number: int) -> str:
    return gettext("Page %(number)d") % {"number": number}
