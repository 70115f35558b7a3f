"""Factories of every page type, with every block that it can hold filled with words and numbers.

The values are made from the blocks' own definitions, so a new block cannot be forgotten.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4

import factory
import wagtail_factories
from django.core.files.base import ContentFile
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock
from wagtail.models import Locale, Page, Site
from wagtail.snippets.blocks import SnippetChooserBlock
from wagtailmedia.blocks import AbstractMediaChooserBlock, AudioChooserBlock

from exhibitions import models
from exhibitions.blocks.fields import CodeBlock, ColourBlock, DateBlock
from home.models import HomePage, PlainPage
from media.models import MuseumDocument, MuseumMedia
from media.rights import RightsStatement
from tests.exhibitions.room_factory import make_image
from tests.media.solids import solid, uploaded

_words = count(1)
Fill = Callable[[blocks.Block], Any]


def words() -> str:
    """A text that occurs nowhere else."""
    return f"מילים {next(_words)}"


def rich() -> str:
    return f"<p>{words()} <b>{words()}</b></p>"


def document() -> int:
    return MuseumDocument.objects.create(title="Rules", file=ContentFile(b"-", "rules.txt")).pk


def media(kind: str) -> int:
    file = ContentFile(b"-", f"{kind}.mp4")
    return MuseumMedia.objects.create(title=kind, file=file, duration=3, type=kind).pk


def object_3d() -> int:
    """Store a small box; what is made from it for the web is not waited for."""
    with TemporaryDirectory() as folder:
        return uploaded(solid(Path(folder, "box.glb"))).pk


class Filler:
    """Raw values for blocks; `pages` are the targets of page choosers by their model's name.

    A stream gets a block of each kind, or `most` of them.
    """

    def __init__(self, pages: dict[str, Page], most: int | None = None) -> None:
        self.pages = pages
        self.most = most
        self.picture = make_image(1, 90, 64)

    def __call__(self, block: blocks.Block) -> Any:
        """Return a raw value of a block, filled to the last field."""
        for kind, make in self.makers():
            if isinstance(block, kind):
                return make(block)
        raise TypeError(f"no factory for {type(block).__name__}")

    def makers(self) -> list[tuple[type[blocks.Block], Fill]]:
        """Return how each kind of block is filled, the narrower kinds first."""
        return [
            (ImageBlock, self.image),
            (blocks.StreamBlock, self.stream),
            (blocks.ListBlock, self.items),
            (blocks.StructBlock, self.struct),
            (DateBlock, lambda block: "1862~"),
            (ColourBlock, lambda block: "#1d3557"),
            (CodeBlock, lambda block: "as written"),
            (blocks.ChoiceBlock, lambda block: list(block.field.choices)[-1][0]),
            (blocks.RichTextBlock, lambda block: rich()),
            (blocks.URLBlock, lambda block: "https://example.org/"),
            (blocks.CharBlock | blocks.TextBlock, lambda block: words()),
            (blocks.BooleanBlock, lambda block: True),
            (blocks.IntegerBlock, self.number),
            (blocks.FloatBlock, lambda block: min(35.5, block.field.max_value or 35.5)),
            (blocks.DecimalBlock, lambda block: "35.5"),
            (blocks.PageChooserBlock, self.page),
            (DocumentChooserBlock, lambda block: document()),
            (SnippetChooserBlock, lambda block: object_3d()),
            (AudioChooserBlock, lambda block: media("audio")),
            (AbstractMediaChooserBlock, lambda block: media("video")),
        ]

    def stream(self, block: blocks.StreamBlock) -> list[dict[str, Any]]:
        kinds = list(block.child_blocks.items())[: self.most]
        return [item(name, self(child)) for name, child in kinds]

    def items(self, block: blocks.ListBlock) -> list[dict[str, Any]]:
        return [item("item", self(block.child_block)) for _ in range(2)]

    def struct(self, block: blocks.StructBlock) -> dict[str, Any]:
        return {name: self(child) for name, child in block.child_blocks.items()}

    def image(self, block: ImageBlock) -> dict[str, Any]:
        return {"image": self.picture.pk, "alt_text": words(), "decorative": False}

    def number(self, block: blocks.IntegerBlock) -> int:
        return (block.field.min_value or 0) + 7

    def page(self, block: blocks.PageChooserBlock) -> int:
        return next(page.pk for page in self.pages.values() if isinstance(page, block.target_model))


def item(name: str, value: Any) -> dict[str, Any]:
    return {"type": name, "value": value, "id": str(uuid4())}


class MuseumPageFactory(wagtail_factories.PageFactory):
    """A published page in the source language."""

    title = factory.LazyFunction(words)
    slug = factory.LazyFunction(lambda: f"page-{next(_words)}")

    class Meta:
        abstract = True


class HomeFactory(MuseumPageFactory):
    introduction = factory.LazyFunction(rich)

    class Meta:
        model = HomePage


class PlainPageFactory(HomeFactory):
    class Meta:
        model = PlainPage


class ExhibitionIndexFactory(HomeFactory):
    class Meta:
        model = models.ExhibitionIndex


class CommunityIndexFactory(HomeFactory):
    class Meta:
        model = models.CommunityIndex


class StoryIndexFactory(HomeFactory):
    class Meta:
        model = models.StoryIndex


class CollectionFactory(HomeFactory):
    class Meta:
        model = models.Collection


class ArtifactFactory(MuseumPageFactory):
    accession_number = factory.Sequence("DM.{}".format)
    medium = factory.LazyFunction(words)
    height_cm = Decimal("30.5")
    width_cm = Decimal("20.0")
    depth_cm = Decimal("0.1")
    date = "1862/1883"
    place_of_origin = factory.LazyFunction(words)
    description = factory.LazyFunction(rich)
    provenance = factory.LazyFunction(words)
    credit_line = factory.LazyFunction(words)
    rights_statement = RightsStatement.CC0

    class Meta:
        model = models.Artifact


class CommunityFactory(HomeFactory):
    country = "MA"
    latitude = Decimal("35.5700")
    longitude = Decimal("-5.3700")

    class Meta:
        model = models.Community


class StoryFactory(MuseumPageFactory):
    subject = factory.LazyFunction(words)
    place = factory.LazyFunction(words)
    years = "1862/1900"
    narrator = factory.LazyFunction(words)
    standfirst = factory.LazyFunction(words)

    class Meta:
        model = models.Story


class ExhibitionFactory(HomeFactory):
    palette = "brass"
    opens_on = date(2026, 1, 1)
    closes_on = date(2027, 1, 1)

    class Meta:
        model = models.Exhibition


class RoomFactory(HomeFactory):
    height = 420
    start_x = 100
    start_y = 200
    start_heading = 90

    class Meta:
        model = models.Room


# In an order in which every page finds its parent: factory and the parent's model.
TREE: list[tuple[type[MuseumPageFactory], type[Page]]] = [
    (ExhibitionIndexFactory, HomePage),
    (CommunityIndexFactory, HomePage),
    (StoryIndexFactory, HomePage),
    (CollectionFactory, HomePage),
    (PlainPageFactory, HomePage),
    (ArtifactFactory, models.Collection),
    (CommunityFactory, models.CommunityIndex),
    (StoryFactory, models.StoryIndex),
    (ExhibitionFactory, models.ExhibitionIndex),
    (RoomFactory, models.Exhibition),
]


def make_home() -> HomePage:
    """Make the museum's home page in Hebrew, published at the site's root."""
    hebrew = Locale.objects.get(language_code="he")
    home = HomePage(title="מוזיאון", slug="museum", locale=hebrew)
    Page.get_first_root_node().add_child(instance=home)
    site = Site.objects.get(is_default_site=True)
    site.root_page = home
    site.save()
    return home


def make_tree(home: HomePage, most: int | None = None) -> dict[str, Page]:
    """Make one page of every type below `home`, every block of it filled, published.

    With `most` a stream has only so many blocks. Returns the pages by the names of their models,
    home included.
    """
    pages: dict[str, Page] = {"HomePage": home}
    for make, parent in TREE:
        model = make._meta.model
        pages[model.__name__] = make(parent=pages[parent.__name__], locale=home.locale)
    fill = Filler(pages, most)
    for name, page in pages.items():
        for field in streams(page):
            setattr(page, field.name, fill(field.stream_block))
        if any(one.name == "hero_image" for one in page._meta.fields):
            page.hero_image, page.hero_alt = fill.picture, words()
        if name == "Artifact":
            term = models.Term.objects.create(
                vocabulary="subject", slug="bell", name=words(), locale=home.locale
            )
            page.terms = [models.ArtifactTerm(term=term)]
            page.relations = [models.Relation(related=pages["Story"])]
        page.save_revision().publish()
    return {name: page.specific_class.objects.get(pk=page.pk) for name, page in pages.items()}


def about_a_globe(home: HomePage, collection: models.Collection) -> dict[str, Page]:
    """Make one page of most kinds about a globe, in Hebrew; return them by their kind."""
    communities = home.add_child(instance=models.CommunityIndex(title="קהילות", slug="communities"))
    stories = home.add_child(instance=models.StoryIndex(title="סיפורים", slug="stories"))
    return {
        "artifact": collection.add_child(
            instance=models.Artifact(title="גלוֹבּוּס של כי״ח", accession_number="aiu-1")
        ),
        "community": communities.add_child(
            instance=models.Community(
                title="תטואן",
                slug="tetouan",
                country="MA",
                introduction="<p>גלובוס בכל כיתה</p>",
            )
        ),
        "story": stories.add_child(
            instance=models.Story(
                title="מורה עם גלובוס",
                slug="teacher",
                subject="מורה",
                standfirst="שנה אחת",
                years="1889~",
            )
        ),
        "page": home.add_child(instance=PlainPage(title="על גלובוס", slug="about")),
    }


def translate(page: Page, language: str, **texts: str) -> Page:
    """Publish a page in another language, together with the pages above it."""
    locale, _ = Locale.objects.get_or_create(language_code=language)
    if existing := page.get_translation_or_none(locale):
        return existing.specific
    if page.get_parent().depth > 1:
        translate(page.get_parent().specific, language)
    translation = page.copy_for_translation(locale)
    for name, text in texts.items():
        setattr(translation, name, text)
    translation.save_revision().publish()
    return translation


def streams(page: Page) -> list[Any]:
    """Return the StreamFields of a page."""
    return [field for field in page._meta.fields if hasattr(field, "stream_block")]
