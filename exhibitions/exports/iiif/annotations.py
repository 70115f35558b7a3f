"""Annotations: the details that curators point out, transcriptions, translations and captions."""

from django.conf import settings
from django.utils import translation
from django.utils.html import format_html, linebreaks
from django.utils.safestring import SafeString, mark_safe

from exhibitions.exports.iiif.addresses import Absolute, Json
from exhibitions.presentation.wall_label_record import BlockInLanguages, LanguageMap
from media.models import MuseumMedia, Track

Recordings = dict[int, MuseumMedia]
WORDS = ("captions", "subtitles", "chapters", "descriptions")


def page(address: str, items: list[Json]) -> Json:
    return {"id": address, "type": "AnnotationPage", "items": items}


def annotation(address: str, motivation: str, body: Json | list[Json], target: str) -> Json:
    kinds = {"id": address, "type": "Annotation", "motivation": motivation}
    return {**kinds, "body": body, "target": target}


def details(
    view: BlockInLanguages, canvas: Json, recordings: Recordings, absolute: Absolute
) -> list[Json]:
    """Return the details of a view on its canvas, each in all languages; none without details."""
    address = canvas["id"]
    items = []
    for number, detail in enumerate(view.items("details"), start=1):
        body = [*texts(detail), *sounds(recordings.get(detail["audio"]), absolute)]
        target = f"{address}{region(detail, canvas)}"
        items.append(annotation(f"{address}/detail/{number}", "commenting", body, target))
    return [page(f"{address}/details", items)] if items else []


def region(detail: BlockInLanguages, canvas: Json) -> str:
    """Return a rectangle in per cent as a fragment in px of the canvas; empty for a 3D point."""
    if detail["width"] is None:
        return ""
    across, down = canvas["width"] / 100, canvas["height"] / 100
    left, top = round(detail["x"] * across), round(detail["y"] * down)
    width = max(1, min(round(detail["width"] * across), canvas["width"] - left))
    height = max(1, min(round(detail["height"] * down), canvas["height"] - top))
    return f"#xywh={left},{top},{width},{height}"


def texts(detail: BlockInLanguages) -> list[Json]:
    """Return title and text of a detail, a body for each language."""
    written = detail.words("text")
    return [
        text_body(detail_markup(title, written.get(code, [""])[0]), code, "text/html")
        for code, [title] in detail.words("title").items()
    ]


def detail_markup(title: str, text: str) -> SafeString:
    paragraphs = mark_safe(linebreaks(text, autoescape=True) if text else "")
    return format_html("<p><b>{}</b></p>{}", title, paragraphs)


def text_body(value: str, language: str, kind: str = "text/plain") -> Json:
    return {"type": "TextualBody", "value": value, "language": language, "format": kind}


def sounds(recording: MuseumMedia | None, absolute: Absolute) -> list[Json]:
    """Return the sound of a detail, once it can be played."""
    renditions = recording.renditions.all() if recording else []
    playable = [one for one in renditions if one.file]
    return [
        {"id": absolute(one.file.url), "type": "Sound", "format": one.media_type or "audio/mp4"}
        for one in playable[:1]
    ]


def transcription(page_text: BlockInLanguages | None, language: str, canvas: Json) -> list[Json]:
    """Return a page's transcription in the document's language, and its translations."""
    if page_text is None:
        return []
    address = canvas["id"]
    original = [text_body(page_text["text"], language)] if page_text["text"] else []
    translated = [text_body(text, code) for code, [text] in page_text.words("translation").items()]
    named = {"transcription": original, "translation": translated}
    items = [
        annotation(f"{address}/{name}", "supplementing", body, address)
        for name, body in named.items()
        if body
    ]
    return [page(f"{address}/texts", items)] if items else []


def tracks(recording: MuseumMedia, canvas: Json, absolute: Absolute) -> list[Json]:
    """Return the captions and other timed words of a film or sound, a file for each language."""
    address = canvas["id"]
    items = [
        annotation(
            f"{address}/track/{track.pk}", "supplementing", track_body(track, absolute), address
        )
        for track in recording.tracks.all()
        if track.kind in WORDS
    ]
    return [page(f"{address}/tracks", items)] if items else []


def track_body(track: Track, absolute: Absolute) -> Json:
    return {
        "id": absolute(track.file.url),
        "type": "Text",
        "format": "text/vtt",
        "language": track.language,
        "label": track_label(track),
    }


def track_label(track: Track) -> LanguageMap:
    """Name a track's kind and language in every language of the museum."""
    found: LanguageMap = {}
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            found[code] = [f"{track.get_language_display()} ({track.get_kind_display()})"]
    return found
