"""What there is to see and hear of an artifact, and the details that curators point out in it.

Where something lies (a page number, a region, a point) is the same in every language; the words are
translated.
"""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import BlockGroup
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock
from wagtailmedia.blocks import AudioChooserBlock

from exhibitions.blocks.fields import OriginalTextBlock
from exhibitions.blocks.story import AudioBlock, DocumentBlock, PictureBlock, VideoBlock
from exhibitions.vocabulary.choices import Language


def per_cent(label: Any, **kwargs: Any) -> blocks.FloatBlock:
    """A length in per cent of the picture's width or height, from its top left corner."""
    return blocks.FloatBlock(label=label, min_value=0, max_value=100, **kwargs)


class RegionBlock(blocks.StructBlock):
    """A detail of a picture: a rectangle in per cent (`xywh=percent:` of W3C media fragments)."""

    title = blocks.CharBlock(label=_("Title"), max_length=120)
    text = blocks.TextBlock(label=_("Text"), required=False)
    audio = AudioChooserBlock(label=_("Sound"), required=False)
    x = per_cent(_("From the left (%)"), default=40)
    y = per_cent(_("From the top (%)"), default=40)
    width = per_cent(_("Width (%)"), default=20)
    height = per_cent(_("Height (%)"), default=20)

    class Meta:
        label = _("Detail")
        icon = "crosshairs"
        form_layout = BlockGroup(
            children=["title", "text"], settings=["audio", "x", "y", "width", "height"]
        )


class PointBlock(blocks.StructBlock):
    """A detail of a 3D object: a point on its surface in metres and the way that it faces,
    as glTF has them.
    """

    title = blocks.CharBlock(label=_("Title"), max_length=120)
    text = blocks.TextBlock(label=_("Text"), required=False)
    audio = AudioChooserBlock(label=_("Sound"), required=False)
    x = blocks.FloatBlock(label="x (m)", default=0)
    y = blocks.FloatBlock(label="y (m)", default=0)
    z = blocks.FloatBlock(label="z (m)", default=0)
    normal_x = blocks.FloatBlock(label=_("faces x"), default=0, min_value=-1, max_value=1)
    normal_y = blocks.FloatBlock(label=_("faces y"), default=0, min_value=-1, max_value=1)
    normal_z = blocks.FloatBlock(label=_("faces z"), default=1, min_value=-1, max_value=1)

    class Meta:
        label = _("Detail")
        icon = "crosshairs"
        form_layout = BlockGroup(
            children=["title", "text"],
            settings=["audio", "x", "y", "z", "normal_x", "normal_y", "normal_z"],
        )


class ViewedPictureBlock(PictureBlock):
    details = blocks.ListBlock(RegionBlock(), label=_("Details"), default=[], max_num=40)

    class Meta:
        form_layout = BlockGroup(children=["image", "caption"], settings=["details"])


class TranscribedPageBlock(blocks.StructBlock):
    page = blocks.IntegerBlock(label=_("Page"), min_value=1, max_value=5_000)
    text = OriginalTextBlock(
        label=_("Transcription"),
        help_text=_("As it stands on the page, line by line; never translated."),
    )
    translation = blocks.TextBlock(
        label=_("Translation"),
        required=False,
        help_text=_("A line for each line of the transcription, where it can be."),
    )

    class Meta:
        label = _("Page")
        icon = "doc-full"


class PagesBlock(blocks.StructBlock):
    """A document of many pages, turned in its own language's direction."""

    document = DocumentChooserBlock(label=_("Document"))
    language = blocks.ChoiceBlock(
        label=_("Language"),
        choices=Language.choices,
        help_text=_("Its direction is the direction in which the pages turn."),
    )
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=255)
    transcriptions = blocks.ListBlock(
        TranscribedPageBlock(), label=_("Transcriptions"), default=[], max_num=1_000
    )

    class Meta:
        label = _("Pages")
        icon = "copy"
        description = _("A PDF or a TIFF of many pages, to be read page by page.")
        form_layout = BlockGroup(
            children=["document", "language", "caption"], settings=["transcriptions"]
        )


class Object3DBlock(blocks.StructBlock):
    object = SnippetChooserBlock("media.Object3D", label=_("3D object"))
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=255)
    details = blocks.ListBlock(PointBlock(), label=_("Details"), default=[], max_num=40)

    class Meta:
        label = _("3D object")
        icon = "view"
        description = _("A scan or model that visitors turn and look at from all sides.")
        # The details are in sight: they are set on the object above them.
        form_layout = BlockGroup(children=["object", "caption", "details"])


class ViewsBlock(blocks.StreamBlock):
    """What there is to see and hear of an artifact, in order; the first picture represents it."""

    picture = ViewedPictureBlock()
    pages = PagesBlock()
    object = Object3DBlock()
    video = VideoBlock()
    audio = AudioBlock()
    document = DocumentBlock()

    class Meta:
        required = False
