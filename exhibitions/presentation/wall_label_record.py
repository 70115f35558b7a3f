"""An artifact's record in every language at once, for what leaves the museum:
manifests and linked data.

The source-language page says what there is; its translations say the same in other words. Views are
read from the StreamFields' raw data, so that their number and the languages' cost no queries.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Q
from django.http import Http404
from django.utils import translation
from wagtail.models import Page

from exhibitions.models import Artifact, Term
from media.derivatives import renditions
from media.models import DocumentPages, MuseumDocument, MuseumImage, MuseumMedia, Object3D
from museum.core.visibility import Visitor, visible

LanguageMap = dict[str, list[str]]
Raw = dict[str, Any]


def in_languages(model: type[Page], key: UUID, visitor: Visitor) -> list[Any]:
    """Return the visible translations of a page, the source language first. Raises Http404."""
    every = model.objects.filter(translation_key=key).select_related("locale")
    return source_first(visible(every, visitor))


def source_first(pages: Iterable[Any]) -> list[Any]:
    """Return pages with those in the museum's source language first. Raises Http404 for none."""
    found = sorted(pages, key=lambda page: page.locale.language_code != settings.LANGUAGE_CODE)
    if not found:
        raise Http404
    return found


def by_key(pages: Iterable[Any]) -> dict[UUID, list[Any]]:
    """Return pages by what they are translations of, the source language first."""
    groups: dict[UUID, list[Any]] = {}
    for page in pages:
        groups.setdefault(page.translation_key, []).append(page)
    return {key: source_first(group) for key, group in groups.items()}


def language_map(pages: Iterable[Any], text: Callable[[Any], str]) -> LanguageMap:
    """Return a language map of what `text` says of each page.

    Languages that say nothing are left out.
    """
    found: LanguageMap = {}
    for page in pages:
        with translation.override(page.language):
            if value := str(text(page) or "").strip():
                found[page.language] = [value]
    return found


@dataclass(frozen=True)
class BlockInLanguages:
    """One block's raw value in every language. What is shared is read from the source's."""

    values: dict[str, Raw]

    def __getitem__(self, name: str) -> Any:
        """Return what the source language has under a name; None for nothing."""
        return next(iter(self.values.values())).get(name)

    def words(self, name: str) -> LanguageMap:
        """Return a text in all languages that have it."""
        texts = ((code, str(value.get(name) or "").strip()) for code, value in self.values.items())
        return {code: [text] for code, text in texts if text}

    def struct(self, name: str) -> "BlockInLanguages":
        """Return a block within this one."""
        return BlockInLanguages(
            {code: value.get(name) or {} for code, value in self.values.items()}
        )

    def items(self, name: str) -> list["BlockInLanguages"]:
        """Return the blocks of a list within this one, by their ids the same in every language."""
        lists = {code: value.get(name) or [] for code, value in self.values.items()}
        return [item for _kind, item in matched(lists)]


def matched(lists: dict[str, Iterable[Raw]]) -> Iterator[tuple[str, BlockInLanguages]]:
    """Yield kind and value of each block of the first language's list, with its translations."""
    by_id = {
        code: {one.get("id") or place: one for place, one in enumerate(blocks)}
        for code, blocks in lists.items()
    }
    for block_id, block in next(iter(by_id.values()), {}).items():
        twins = {code: one[block_id]["value"] for code, one in by_id.items() if block_id in one}
        yield block["type"], BlockInLanguages(twins)


@dataclass(frozen=True)
class View:
    """One of an artifact's views, the first has `place` 1."""

    kind: str
    place: int
    block: BlockInLanguages


@dataclass
class Holdings:
    """The files that views show, by their ids, with all that is made of them."""

    images: dict[int, MuseumImage] = field(default_factory=dict)
    documents: dict[int, MuseumDocument] = field(default_factory=dict)
    pages: dict[int, list[MuseumImage]] = field(default_factory=dict)
    objects: dict[int, Object3D] = field(default_factory=dict)
    recordings: dict[int, MuseumMedia] = field(default_factory=dict)

    def pictures(self) -> Iterator[MuseumImage | None]:
        """Yield every picture among them: views, pages of documents, posters."""
        yield from self.images.values()
        for group in self.pages.values():
            yield from group
        yield from (one.poster for one in self.objects.values())
        yield from (one.poster or one.still for one in self.recordings.values())


class Record:
    """An artifact in all languages. `pages` are its public pages, the source language first."""

    def __init__(self, pages: list[Artifact]) -> None:
        self.pages = pages
        self.source = pages[0]

    def words(self, text: Callable[[Artifact], str]) -> LanguageMap:
        """Return what `text` says of each page, by language."""
        return language_map(self.pages, text)

    @cached_property
    def views(self) -> list[View]:
        """What there is to see and hear, in the curator's order."""
        lists = {page.language: page.views.raw_data for page in self.pages}
        numbered = enumerate(matched(lists), start=1)
        return [View(kind, place, block) for place, (kind, block) in numbered]

    @cached_property
    def holdings(self) -> Holdings:
        """Every file of the views, the pictures with their renditions."""
        renditions.prefetch([self.source.lead_image, *self.files.pictures()])
        return self.files

    @cached_property
    def files(self) -> Holdings:
        """Every file of the views. As many queries for a hundred views as for one of each kind.

        A document has pages once all of them are there.
        """
        wanted: dict[str, set[int]] = {
            name: set() for name in ("image", "document", "object", "media")
        }
        for view in self.views:
            for name, pk in chosen(view):
                wanted[name].add(pk)
        found = Holdings()
        if wanted["image"] or wanted["document"]:
            ready = Q(document__paging__state=DocumentPages.State.READY)
            whole = Q(document__in=wanted["document"]) & ready
            images = MuseumImage.objects.filter(Q(pk__in=wanted["image"]) | whole)
            for image in images.select_related("tiles").order_by("page_number"):
                if image.document_id in wanted["document"]:
                    found.pages.setdefault(image.document_id, []).append(image)
                else:
                    found.images[image.pk] = image
        if wanted["document"]:
            found.documents = MuseumDocument.objects.in_bulk(wanted["document"])
        if wanted["object"]:
            objects = Object3D.objects.select_related("web_model", "poster__tiles")
            found.objects = objects.in_bulk(wanted["object"])
        if wanted["media"]:
            media = MuseumMedia.objects.prefetch_related("renditions", "tracks")
            media = media.select_related("poster__tiles", "still__tiles")
            found.recordings = media.in_bulk(wanted["media"])
        return found

    @cached_property
    def terms(self) -> dict[str, list["TermWords"]]:
        """The item's type, materials, techniques and subjects in all languages, by vocabulary."""
        ids = [self.source.object_type_id, *(link.term_id for link in self.source.terms.all())]
        keys = Term.objects.filter(pk__in=[pk for pk in ids if pk]).values("translation_key")
        rows = Term.objects.filter(translation_key__in=keys).select_related("locale")
        found: dict[UUID, TermWords] = {}
        for row in rows:
            term = found.setdefault(row.translation_key, TermWords(row.vocabulary, row.slug))
            term.words[row.locale.language_code] = [row.name]
        grouped: dict[str, list[TermWords]] = {}
        for term in found.values():
            grouped.setdefault(term.vocabulary, []).append(term)
        return grouped


@dataclass
class TermWords:
    """A term of a vocabulary with its names in all languages."""

    vocabulary: str
    slug: str
    words: LanguageMap = field(default_factory=dict)


def chosen(view: View) -> Iterator[tuple[str, int]]:
    """Yield the files that a view shows: the name of their chooser, and their ids."""
    block = view.block
    if view.kind == "picture":
        yield from (("image", pk) for pk in [block.struct("image")["image"]] if pk)
    for name in ("document", "object", "media"):
        if pk := block[name]:
            yield name, pk
    for detail in block.items("details"):
        if pk := detail["audio"]:
            yield "media", pk
