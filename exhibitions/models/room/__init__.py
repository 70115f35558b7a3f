"""Room: walls, works and doors. The page is the truth; the 3D walk is a view of it."""

from collections.abc import Iterable
from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from exhibitions.blocks import FloorBlock, WallsBlock
from exhibitions.geometry.constants import ROOM_HEIGHT, ROOM_HEIGHT_MAX, ROOM_HEIGHT_MIN
from exhibitions.geometry.stored import StoredRoom, read_room
from exhibitions.listing.kinds import Kind, Label, summary
from exhibitions.models.base import INTRODUCTION_FEATURES, untranslated
from exhibitions.models.exhibition import Exhibition
from exhibitions.models.relations import NextPageMixin, next_page_panel
from exhibitions.models.room.form import RoomForm
from exhibitions.models.room.plan import problems_of
from exhibitions.vocabulary import open_questions
from exhibitions.vocabulary.choices import FloorFinish, Light
from museum.core.models import MuseumPage, ShareImage
from museum.core.visibility import Visitor, visible


def label(page: Any, language: str) -> Label:
    return {"summary": summary(page.introduction)}


class Room(NextPageMixin, MuseumPage):
    """A closed plan whose walls carry works. All lengths are whole cm."""

    route_related = ("locale", "picture")

    introduction = RichTextField(
        _("introduction"),
        features=INTRODUCTION_FEATURES,
        blank=True,
        help_text=_("The wall text at the entrance: what this room is about."),
    )
    height = models.PositiveIntegerField(
        _("height (cm)"),
        default=ROOM_HEIGHT,
        validators=[MinValueValidator(ROOM_HEIGHT_MIN), MaxValueValidator(ROOM_HEIGHT_MAX)],
        help_text=_("From floor to ceiling."),
    )
    floor_finish = models.CharField(
        _("floor finish"), max_length=20, choices=FloorFinish.choices, default=FloorFinish.OAK
    )
    light = models.CharField(_("light"), max_length=20, choices=Light.choices, default=Light.DUSK)
    start_x = models.IntegerField(
        _("visitor starts at x (cm)"),
        null=True,
        blank=True,
        help_text=_("In the plan, to the right."),
    )
    start_y = models.IntegerField(
        _("visitor starts at y (cm)"), null=True, blank=True, help_text=_("In the plan, down.")
    )
    start_heading = models.PositiveIntegerField(
        _("visitor looks towards (degrees)"),
        default=0,
        validators=[MaxValueValidator(359)],
        help_text=_("0 is up in the plan, 90 is right."),
    )
    walls = StreamField(
        WallsBlock(),
        blank=True,
        verbose_name=_("walls"),
        help_text=_("Clockwise as seen from above; at least three."),
    )
    floor = StreamField(FloorBlock(), blank=True, verbose_name=_("on the floor"))

    kind = Kind(_("Room"), _("Rooms"), place=5, fields=("introduction",), label=label)
    base_form_class = RoomForm
    parent_page_types = ["exhibitions.Exhibition"]
    subpage_types: list[str] = []
    page_description = _("Walls with works, to read as a page or to walk in 3D.")
    content_panels = [
        *MuseumPage.content_panels,
        FieldPanel("introduction"),
        FieldPanel("walls"),
        FieldPanel("floor"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("height"), FieldPanel("floor_finish")]),
                FieldPanel("light"),
                FieldRowPanel(
                    [FieldPanel("start_x"), FieldPanel("start_y"), FieldPanel("start_heading")]
                ),
            ],
            heading=_("Space and light"),
        ),
        next_page_panel(),
    ]
    search_fields = [
        *MuseumPage.search_fields,
        index.SearchField("introduction"),
        index.SearchField("walls"),
        index.SearchField("floor"),
    ]

    class Meta:
        verbose_name = _("room")
        verbose_name_plural = _("rooms")

    @property
    def meta_description(self) -> str:
        return self.search_description or summary(self.introduction, 200)

    def share_image(self) -> ShareImage | None:
        """Return its exhibition's picture: a room has none of its own."""
        return self.exhibition.share_image()

    def open_questions(self) -> Iterable[str]:
        """Name the problems and warnings of the room's plan, each once."""
        codes = (problem.code.replace("_", "-") for problem in problems_of(self.stored))
        yield from dict.fromkeys(f"{open_questions.ROOM}{code}" for code in codes)
        yield from untranslated(self)

    @property
    def stored(self) -> StoredRoom:
        """The room as it is stored, read anew; who shows it reads it once and hands it on."""
        return read_room(
            self.walls.raw_data,
            self.floor.raw_data,
            self.height,
            (self.start_x, self.start_y, self.start_heading),
            self.pk,
        )

    @cached_property
    def exhibition(self) -> Exhibition:
        """The exhibition that the room belongs to. One query."""
        return Exhibition.objects.ancestor_of(self).select_related("hero_image").get()


def rooms_of(exhibition: Exhibition, visitor: Visitor | None = None) -> models.QuerySet[Room]:
    """Return the visible rooms of an exhibition in the order of the walk."""
    return visible(Room.objects.child_of(exhibition), visitor).order_by("path")
