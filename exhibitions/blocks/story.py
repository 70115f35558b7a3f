"""The body of a page: texts, pictures, films, places and moments."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import BlockGroup
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock
from wagtailmedia.blocks import AudioChooserBlock, VideoChooserBlock

from exhibitions.blocks.fields import DateBlock

TEXT_FEATURES = ["bold", "italic", "link", "ol", "ul"]
WALL_TEXT_FEATURES = ["h3", *TEXT_FEATURES]

TEXTS = _("Texts")
PICTURES = _("Pictures")
LISTENING = _("Films, sounds and files")
FACTS = _("Facts and places")
WAYS = _("Ways on")


def template(name: str) -> str:
    """Return the path of a body block's template."""
    return f"exhibitions/blocks/{name}.html"


class WallTextBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"), required=False, max_length=120)
    text = blocks.RichTextBlock(label=_("Text"), features=WALL_TEXT_FEATURES)

    class Meta:
        label = _("Text")
        icon = "pilcrow"
        group = TEXTS
        template = template("wall_text")
        description = _("Paragraphs, with a heading where a new thought begins.")
        preview_value = {
            "heading": _("The first bell"),
            "text": _("A school day began when the bell was heard in the whole street."),
        }


class QuotationBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Quotation"))
    speaker = blocks.CharBlock(label=_("Speaker"), max_length=120)
    source = blocks.CharBlock(
        label=_("Source"),
        required=False,
        max_length=255,
        help_text=_("Where the words are recorded."),
    )

    class Meta:
        label = _("Quotation")
        icon = "openquote"
        group = TEXTS
        template = template("quotation")
        description = _("Somebody's own words, with the name of who spoke or wrote them.")
        form_layout = BlockGroup(children=["text", "speaker"], settings=["source"])
        preview_value = {"text": _("All Israel are responsible for one another."), "speaker": "—"}


class PictureBlock(blocks.StructBlock):
    image = ImageBlock(label=_("Picture"))
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=255)

    class Meta:
        label = _("Picture")
        icon = "image"
        group = PICTURES
        template = template("picture")
        description = _("One picture in its own proportions; it is never cropped.")


class PicturePairBlock(blocks.StructBlock):
    pictures = blocks.ListBlock(PictureBlock(), label=_("Pictures"), min_num=2, max_num=2)

    class Meta:
        label = _("Picture pair")
        icon = "duplicate"
        group = PICTURES
        template = template("picture_pair")
        description = _("Two pictures side by side, to compare.")


class GalleryBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    pictures = blocks.ListBlock(PictureBlock(), label=_("Pictures"), min_num=1, max_num=50)

    class Meta:
        label = _("Gallery")
        icon = "image"
        group = PICTURES
        template = template("gallery")
        description = _("Several pictures in a row, each with its caption.")


class VideoBlock(blocks.StructBlock):
    media = VideoChooserBlock(label=_("Film"))
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=255)

    class Meta:
        label = _("Video")
        icon = "media"
        group = LISTENING
        template = template("video")
        description = _("A film; nothing loads before it is played.")


class AudioBlock(blocks.StructBlock):
    media = AudioChooserBlock(label=_("Sound"))
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=255)

    class Meta:
        label = _("Audio")
        icon = "media"
        group = LISTENING
        template = template("audio")
        description = _("A voice, a song or another sound; it never starts by itself.")


class DocumentBlock(blocks.StructBlock):
    document = DocumentChooserBlock(label=_("Document"))
    title = blocks.CharBlock(label=_("Title"), max_length=120)
    description = blocks.TextBlock(label=_("Description"), required=False)

    class Meta:
        label = _("Document")
        icon = "doc-full"
        group = LISTENING
        template = template("document")
        description = _("A file that visitors can download.")


class FactBlock(blocks.StructBlock):
    label = blocks.CharBlock(label=_("What"), max_length=120)
    value = blocks.CharBlock(label=_("How much, who or when"), max_length=255)

    class Meta:
        label = _("Fact")


class FactsTableBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=120)
    facts = blocks.ListBlock(FactBlock(), label=_("Facts"), min_num=1, max_num=40)

    class Meta:
        label = _("Facts table")
        icon = "table"
        group = FACTS
        template = template("facts_table")
        description = _("A short table of two columns.")
        preview_value = {
            "title": _("The network"),
            "facts": [{"label": _("Schools"), "value": "280"}],
        }


class MapPlaceBlock(blocks.StructBlock):
    name = blocks.CharBlock(label=_("Name"), max_length=120)
    latitude = blocks.FloatBlock(
        label=_("Latitude"),
        min_value=-90,
        max_value=90,
        help_text=_("Degrees north of the equator, −90 to 90."),
    )
    longitude = blocks.FloatBlock(
        label=_("Longitude"),
        min_value=-180,
        max_value=180,
        help_text=_("Degrees east of Greenwich, −180 to 180."),
    )
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=255)

    class Meta:
        label = _("Map place")
        icon = "site"
        group = FACTS
        template = template("map_place")
        description = _("Where something happened.")
        preview_value = {"name": "תטואן", "latitude": 35.57, "longitude": -5.37}


class TimelineMomentBlock(blocks.StructBlock):
    date = DateBlock(label=_("Date"))
    title = blocks.CharBlock(label=_("Title"), max_length=120)
    text = blocks.RichTextBlock(label=_("Text"), features=TEXT_FEATURES, required=False)

    class Meta:
        label = _("Timeline moment")
        icon = "history"
        group = FACTS
        template = template("timeline_moment")
        description = _("A date and what happened. Neighbouring moments form one line.")
        preview_value = {"date": "1862-12-23", "title": _("The school opens"), "text": ""}


class RelatedWorksBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    works = blocks.ListBlock(
        blocks.PageChooserBlock(page_type="exhibitions.Artifact"), label=_("Works"), min_num=1
    )

    class Meta:
        label = _("Related works")
        icon = "list-ul"
        group = WAYS
        template = template("related_works")
        description = _("Works of the collection, each with its wall label.")


class CallOutBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=120)
    text = blocks.RichTextBlock(label=_("Text"), features=TEXT_FEATURES)
    link = blocks.PageChooserBlock(label=_("Leads to"), required=False)
    link_text = blocks.CharBlock(label=_("Words of the link"), required=False, max_length=80)

    class Meta:
        label = _("Call-out")
        icon = "info-circle"
        group = WAYS
        template = template("call_out")
        description = _("An invitation: to another page, to lend, to write to the museum.")
        form_layout = BlockGroup(children=["title", "text"], settings=["link", "link_text"])


class BodyBlock(blocks.StreamBlock):
    """What a curator can put into a page, in the order of reading."""

    wall_text = WallTextBlock()
    quotation = QuotationBlock()
    picture = PictureBlock()
    picture_pair = PicturePairBlock()
    gallery = GalleryBlock()
    video = VideoBlock()
    audio = AudioBlock()
    document = DocumentBlock()
    facts_table = FactsTableBlock()
    map_place = MapPlaceBlock()
    timeline_moment = TimelineMomentBlock()
    related_works = RelatedWorksBlock()
    call_out = CallOutBlock()

    class Meta:
        required = False
