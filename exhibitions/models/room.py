"""Room: walls, works and doors. The page is the truth; the 3D walk is a view of it."""

from collections.abc import Iterable
from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.rich_text import get_text_for_indexing as plain_text
from wagtail.search import index

from exhibitions.blocks import FloorBlock, WallsBlock
from exhibitions.geometry.limits import ROOM_HEIGHT_MAX, ROOM_HEIGHT_MIN
from exhibitions.models import open_questions
from exhibitions.models.base import INTRODUCTION_FEATURES
from exhibitions.models.exhibition import Exhibition
from exhibitions.models.room_form import RoomForm
from exhibitions.vocabulary.choices import FloorFinish, Light
from museum.core.models import MuseumPage, ShareImage
from museum.core.visibility import public


class Room(MuseumPage):
    """A closed plan whose walls carry works. All lengths are whole cm."""

    introduction = RichTextField(
        _("introduction"),
        features=INTRODUCTION_FEATURES,
        blank=True,
        help_text=_("The wall text at the entrance: what this room is about."),
    )
    height = models.PositiveIntegerField(
        _("height (cm)"),
        default=360,
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
    ]
    search_fields = [
        *MuseumPage.search_fields,
        index.SearchField("introduction"),
        index.SearchField("walls"),
    ]

    class Meta:
        verbose_name = _("room")
        verbose_name_plural = _("rooms")

    @property
    def meta_description(self) -> str:
        return self.search_description or Truncator(plain_text(self.introduction)).chars(200)

    def share_image(self) -> ShareImage | None:
        """Return its exhibition's picture: a room has none of its own."""
        return self.exhibition.share_image()

    def open_questions(self) -> Iterable[str]:
        return open_questions.of_room(self)

    @cached_property
    def exhibition(self) -> Exhibition:
        """The exhibition that the room belongs to. One query."""
        return Exhibition.objects.ancestor_of(self).select_related("hero_image").get()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from exhibitions.presentation import exhibition_drawing, room_drawing, room_list, scene

        context = super().get_context(request, *args, **kwargs)
        context["exhibition"] = self.exhibition
        lookup = room_list.look_up(self)
        walls, floor = room_list.read(self, lookup)
        context["groups"] = room_list.groups(walls, floor)
        context["plan"] = room_drawing.draw(self, walls, floor)
        built = scene.build(self, lookup)
        # A preview shows what no address holds yet.
        if getattr(request, "is_preview", False):
            context["scene"] = built
        else:
            context["scene_address"] = scene.address(built)
        shown = ("title", "url_path", "translation_key", "walls")
        rooms = public(Room.objects.child_of(self.exhibition)).order_by("path").only(*shown)
        context["rooms"] = list(rooms)
        context["floor_plan"] = exhibition_drawing.draw(context["rooms"])
        return context
