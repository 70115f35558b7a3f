"""Where in an artifact the words stand: on which page of its document,
or when in its film or sound.

The result then leads there: to the page, or to the line of the transcript, and the browser marks
the words (https://wicg.github.io/scroll-to-text-fragment/).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django.utils.translation import gettext as _

from exhibitions.listing.cards import Card, Passage
from exhibitions.models import Artifact
from exhibitions.presentation import artifact_views
from media.delivery.players import Player, clock, transcript_line
from media.models import MuseumImage, MuseumMedia

from .hebrew import bare_words
from .normalise import normalise, run_together

BEFORE, AFTER = 8, 16
"""Words of an excerpt before the first that was found, and from it on."""
MOST_PAGES = 500
"""Of documents whose own words are looked through, where nobody has transcribed them."""
MOST_CHARACTERS = 300_000
"""What is looked through for one page of results.

The results beyond lead to the artifact itself.
"""

Texts = dict[int, dict[int, str]]
"""What was read of documents, by document and page."""


@dataclass(frozen=True)
class Part:
    """A page or a spoken line: its place in the address, and what is written there, line by line.

    The words of a page that nobody has transcribed stand in its picture alone: not `is_marked`.
    """

    label: str
    name: str
    lines: list[str]
    is_marked: bool = True


def add(cards: Iterable[Card], words: AbstractSet[str], language: str) -> None:
    """Note in artifacts' cards where the words of a query stand. At most four queries.

    The words are in search spelling, with the other spellings and forms that were searched for.
    """
    wanted = {card.pk: card for card in cards if card.kind == "artifact"}
    if not wanted or not words:
        return
    views = {
        page.pk: page.views.raw_data
        for page in Artifact.objects.filter(pk__in=wanted).only("views").order_by()
    }
    recordings, texts = fetched(views.values()), read(views.values())
    left = MOST_CHARACTERS
    for pk, card in wanted.items():
        best, most = None, 0
        for part in parts(views.get(pk, []), recordings, texts, language):
            text = " ".join(part.lines)
            left -= len(text)
            if left < 0:
                return
            plain = run_together(text)
            if not any(word in plain for word in words):
                continue
            found = len(words & words_of(text))
            if found > most:
                best, most = part, found
            if most == len(words):
                break
        if best:
            card.passage = passage(best, words, card.url)


def fetched(views: Iterable[Any]) -> dict[int, MuseumMedia]:
    ids = {
        view["value"]["media"]
        for raw in views
        for view in raw
        if view["type"] in ("video", "audio")
    }
    found = MuseumMedia.objects.filter(pk__in=ids).prefetch_related("tracks") if ids else []
    return {recording.pk: recording for recording in found}


def read(views: Iterable[Any]) -> Texts:
    """Return what stands on the pages of documents, as it was read from their files."""
    ids = {
        view["value"]["document"] for raw in views for view in raw if view["type"] == "pages"
    } - {None}
    found: Texts = defaultdict(dict)
    pages = MuseumImage.objects.filter(document_id__in=ids).exclude(page_text="")
    rows = pages.order_by("page_number", "document_id")[:MOST_PAGES] if ids else pages.none()
    for document, page, text in rows.values_list("document_id", "page_number", "page_text"):
        found[document or 0][page or 0] = text
    return found


def parts(
    views: Any, recordings: dict[int, MuseumMedia], texts: Texts, language: str
) -> Iterator[Part]:
    """Yield what is written on an artifact's pages and said in its recordings, in their order."""
    kinds: list[str] = []
    for number, view in enumerate(views, start=1):
        value = view["value"]
        if view["type"] == "pages":
            yield from pages(value, artifact_views.page_prefix(number, kinds), texts)
        elif recording := recordings.get(value.get("media") or 0):
            text = Player(recording, language).transcript
            for place, (start, _end, line) in enumerate(text.cues if text else (), start=1):
                yield Part(clock(start), transcript_line(recording, place), [line])
        kinds.append(view["type"])


def pages(value: Any, prefix: str, texts: Texts) -> Iterator[Part]:
    """Yield the pages of a document: what was transcribed of each, else what was read."""
    written = {one["value"]["page"]: one["value"] for one in value["transcriptions"]}
    said = texts.get(value.get("document") or 0, {})
    for page in sorted({*written, *said}):
        own = written.get(page, {})
        text = "\n".join(filter(None, (own.get("text"), own.get("translation"))))
        label, name = _("Page %(number)d") % {"number": page}, f"{prefix}{page}"
        yield Part(label, name, (text or said.get(page, "")).splitlines(), bool(text))


def words_of(text: str) -> set[str]:
    """Return a text's words as the index has them."""
    plain = normalise(text)
    return {*plain.split(), *bare_words(plain).split()}


def passage(part: Part, words: AbstractSet[str], url: str) -> Passage:
    """Return the place as a card shows it."""
    line = max(part.lines, key=lambda line: len(words & words_of(line)))
    spoken = line.split()
    first = next((place for place, word in enumerate(spoken) if words & words_of(word)), 0)
    begin, end = max(0, first - BEFORE), first + AFTER
    excerpt = " ".join(spoken[begin:end])
    marked = f":~:text={quote(excerpt, safe='').replace('-', '%2D')}" if part.is_marked else ""
    return Passage(
        label=part.label,
        text=f"{'…' if begin else ''}{excerpt}{'…' if end < len(spoken) else ''}",
        url=f"{url}#{part.name}{marked}",
    )
