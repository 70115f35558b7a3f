"""A room's walls and floor, as the contract of rooms stores them. All lengths are whole cm.

Wall n runs from its own corner to the corner of wall n+1, so the outline is always closed.
A work's x runs along its wall from the visitor's left, y is the height above the floor, and both
give the work's centre.
"""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import BlockGroup
from wagtail.images.blocks import ImageBlock
from wagtailmedia.blocks import VideoChooserBlock

from exhibitions.blocks.fields import CentimetresBlock, CodeBlock, ColourBlock
from exhibitions.blocks.short_text import ShortTextBlock
from exhibitions.blocks.story import WALL_TEXT_FEATURES
from exhibitions.blocks.voices import VoicesBlock
from exhibitions.geometry import constants
from exhibitions.vocabulary.choices import Frame, LabelSide, WallFinish

HEIGHT_ON_WALL_MAX = 1_000
IN_THE_VISIT = ("stop", "passed", "stay")


def along_wall(**kwargs: object) -> CentimetresBlock:
    """A centre along the wall, from the visitor's left."""
    return CentimetresBlock(
        label=_("From the left"),
        min_value=0,
        max_value=constants.WALL_MAX,
        help_text=_("Centre of the work, in cm from the wall's left end."),
        **kwargs,
    )


def above_floor() -> CentimetresBlock:
    """A centre's height above the floor; museums hang at eye level."""
    return CentimetresBlock(
        label=_("Height"),
        min_value=0,
        max_value=HEIGHT_ON_WALL_MAX,
        default=constants.EYE_LINE,
        help_text=_("Centre of the work, in cm above the floor."),
    )


def width(default: int) -> CentimetresBlock:
    """A width; the height of a picture follows from its own proportions."""
    return CentimetresBlock(
        label=_("Width"), min_value=1, max_value=constants.WALL_MAX, default=default
    )


def frame() -> blocks.ChoiceBlock:
    return blocks.ChoiceBlock(label=_("Frame"), choices=Frame.choices, default=Frame.WOOD)


def label_side() -> blocks.ChoiceBlock:
    return blocks.ChoiceBlock(label=_("Label"), choices=LabelSide.choices, default=LabelSide.RIGHT)


def stop() -> blocks.IntegerBlock:
    """A place in the visit that the curator gave; a number is the same in every language."""
    return blocks.IntegerBlock(
        label=_("Place in the visit"),
        required=False,
        min_value=1,
        max_value=999,
        help_text=_("Numbered works are met first, in this order; the rest along the walls."),
    )


def passed() -> blocks.BooleanBlock:
    return blocks.BooleanBlock(
        label=_("Passed by on the guided visit"),
        required=False,
        help_text=_("It keeps its place in the list; the visit does not stop before it."),
    )


def stay() -> blocks.IntegerBlock:
    return blocks.IntegerBlock(
        label=_("The visit stays (seconds)"),
        required=False,
        min_value=constants.STAY_MIN,
        max_value=constants.STAY_MAX,
        help_text=_("Where no voice speaks. Left empty: as long as reading takes."),
    )


def turn() -> CodeBlock:
    """The id of a detail of the artifact's first picture, the same in every language."""
    return CodeBlock(
        label=_("The visit turns to"),
        required=False,
        default="",
        max_length=64,
        help_text=_("A detail of the picture; the room editor offers them by name."),
    )


def caption() -> blocks.CharBlock:
    return blocks.CharBlock(label=_("Caption of this hanging"), required=False, max_length=255)


def why() -> ShortTextBlock:
    """What one would say to a visitor before this work; shown before its wall label."""
    return ShortTextBlock(
        label=_("Why it hangs here"),
        required=False,
        max_words=constants.WHY_WORDS,
        max_length=constants.WHY_LENGTH,
        rows=2,
        help_text=format_lazy(
            _("One or two sentences that visitors read or hear first, at most {limit} words."),
            limit=constants.WHY_WORDS,
        ),
    )


class HungArtifactBlock(blocks.StructBlock):
    artifact = blocks.PageChooserBlock(label=_("Artifact"), page_type="exhibitions.Artifact")
    why = why()
    voices = VoicesBlock()
    x = along_wall()
    y = above_floor()
    width = width(constants.WORK_WIDTH)
    frame = frame()
    label_side = label_side()
    caption = caption()
    stop = stop()
    passed = passed()
    stay = stay()
    turn = turn()

    class Meta:
        label = _("Artifact")
        icon = "image"
        form_layout = BlockGroup(
            children=["artifact", "why", "voices", "x", "y", "width"],
            settings=["frame", "label_side", "caption", *IN_THE_VISIT, "turn"],
        )


class HungPictureBlock(blocks.StructBlock):
    image = ImageBlock(label=_("Picture"))
    why = why()
    voices = VoicesBlock()
    x = along_wall()
    y = above_floor()
    width = width(constants.WORK_WIDTH)
    frame = frame()
    label_side = label_side()
    caption = caption()
    stop = stop()
    passed = passed()
    stay = stay()

    class Meta:
        label = _("Picture outside the catalogue")
        icon = "image"
        form_layout = BlockGroup(
            children=["image", "why", "voices", "x", "y", "width"],
            settings=["frame", "label_side", "caption", *IN_THE_VISIT],
        )


class HungTextBlock(blocks.StructBlock):
    text = blocks.RichTextBlock(label=_("Wall text"), features=WALL_TEXT_FEATURES)
    x = along_wall()
    y = above_floor()
    width = width(constants.TEXT_WIDTH)
    stop = stop()
    passed = passed()
    stay = stay()

    class Meta:
        label = _("Wall text")
        icon = "pilcrow"


class ScreenBlock(blocks.StructBlock):
    media = VideoChooserBlock(label=_("Film"))
    why = why()
    voices = VoicesBlock()
    x = along_wall()
    y = above_floor()
    width = width(constants.SCREEN_WIDTH)
    caption = caption()
    stop = stop()
    passed = passed()
    stay = stay()

    class Meta:
        label = _("Screen")
        icon = "media"


class DoorBlock(blocks.StructBlock):
    target = blocks.PageChooserBlock(
        label=_("Leads to"), page_type=["exhibitions.Room", "exhibitions.Exhibition"]
    )
    x = along_wall()
    width = CentimetresBlock(
        label=_("Width"),
        min_value=constants.DOOR_WIDTH_MIN,
        max_value=constants.DOOR_WIDTH_MAX,
        default=constants.DOOR[0],
    )
    height = CentimetresBlock(
        label=_("Height"),
        min_value=constants.DOOR_HEIGHT_MIN,
        max_value=constants.DOOR_HEIGHT_MAX,
        default=constants.DOOR[1],
    )

    class Meta:
        label = _("Door")
        icon = "home"


class WorksBlock(blocks.StreamBlock):
    artifact = HungArtifactBlock()
    picture = HungPictureBlock()
    text = HungTextBlock()
    screen = ScreenBlock()
    door = DoorBlock()

    class Meta:
        required = False
        max_num = 300


class WallBlock(blocks.StructBlock):
    name = blocks.CharBlock(label=_("Name"), required=False, max_length=80)
    corner_x = blocks.IntegerBlock(
        label=_("Corner, from the left"),
        min_value=-constants.WALL_MAX,
        max_value=constants.WALL_MAX,
        help_text=_("Where the wall begins in the plan, in cm to the right."),
    )
    corner_y = blocks.IntegerBlock(
        label=_("Corner, from the top"),
        min_value=-constants.WALL_MAX,
        max_value=constants.WALL_MAX,
        help_text=_("Where the wall begins in the plan, in cm down. Corners go clockwise."),
    )
    colour = ColourBlock(label=_("Colour"), required=False)
    finish = blocks.ChoiceBlock(
        label=_("Finish"), choices=WallFinish.choices, default=WallFinish.LIMEWASH
    )
    works = WorksBlock(label=_("Works"))

    class Meta:
        label = _("Wall")
        icon = "minus"
        form_layout = BlockGroup(
            children=["name", "works"], settings=["corner_x", "corner_y", "colour", "finish"]
        )


class WallsBlock(blocks.StreamBlock):
    """The outline of a room, wall by wall, clockwise as seen from above."""

    wall = WallBlock()

    class Meta:
        required = False
        max_num = 60


class StandingArtifactBlock(blocks.StructBlock):
    artifact = blocks.PageChooserBlock(label=_("Artifact"), page_type="exhibitions.Artifact")
    why = why()
    voices = VoicesBlock()
    x = blocks.IntegerBlock(label=_("From the left"), help_text=_("Centre in the plan, in cm."))
    y = blocks.IntegerBlock(label=_("From the top"), help_text=_("Centre in the plan, in cm."))
    rotation = blocks.IntegerBlock(
        label=_("Turned by"), default=0, min_value=0, max_value=359, help_text=_("Degrees.")
    )
    plinth_width = CentimetresBlock(
        label=_("Plinth width"), min_value=10, max_value=1_000, default=constants.PLINTH_SIDE
    )
    plinth_depth = CentimetresBlock(
        label=_("Plinth depth"), min_value=10, max_value=1_000, default=constants.PLINTH_SIDE
    )
    plinth_height = CentimetresBlock(
        label=_("Plinth height"), min_value=0, max_value=300, default=constants.PLINTH_HEIGHT
    )
    showcase = blocks.BooleanBlock(label=_("Under glass"), required=False)
    caption = caption()
    stop = stop()
    passed = passed()
    stay = stay()

    class Meta:
        label = _("Artifact on a plinth")
        icon = "image"
        form_layout = BlockGroup(
            children=["artifact", "why", "voices", "x", "y", "rotation"],
            settings=[
                *("plinth_width", "plinth_depth", "plinth_height"),
                *("showcase", "caption", *IN_THE_VISIT),
            ],
        )


class SeatBlock(blocks.StructBlock):
    x = blocks.IntegerBlock(label=_("From the left"), help_text=_("Centre in the plan, in cm."))
    y = blocks.IntegerBlock(label=_("From the top"), help_text=_("Centre in the plan, in cm."))
    rotation = blocks.IntegerBlock(
        label=_("Turned by"), default=0, min_value=0, max_value=359, help_text=_("Degrees.")
    )
    width = CentimetresBlock(
        label=_("Width"), min_value=30, max_value=600, default=constants.SEAT[0]
    )
    depth = CentimetresBlock(
        label=_("Depth"), min_value=30, max_value=300, default=constants.SEAT[1]
    )

    class Meta:
        label = _("Seat")
        icon = "minus"


class FloorBlock(blocks.StreamBlock):
    """What stands in a room."""

    artifact = StandingArtifactBlock()
    seat = SeatBlock()

    class Meta:
        required = False
        max_num = 100
