"""The catalogue's repeated records: people, inscriptions, sources, names, numbers, schools."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import BlockGroup

from exhibitions.blocks.fields import CodeBlock, DateBlock, OriginalTextBlock
from exhibitions.vocabulary.choices import Audience, Language, Role, Script


class PersonBlock(blocks.StructBlock):
    name = blocks.CharBlock(label=_("Name"), max_length=120)
    role = blocks.ChoiceBlock(label=_("Role"), choices=Role.choices)
    note = blocks.CharBlock(label=_("Note"), required=False, max_length=255)

    class Meta:
        label = _("Person")
        icon = "user"


class InscriptionBlock(blocks.StructBlock):
    language = blocks.ChoiceBlock(label=_("Language"), choices=Language.choices)
    text = OriginalTextBlock(
        label=_("Text"), help_text=_("As it stands on the item, line by line; never translated.")
    )
    transcription = OriginalTextBlock(
        label=_("Transcription"),
        required=False,
        help_text=_("The same words in other letters, where the script needs it."),
    )
    translation = blocks.TextBlock(label=_("Translation"), required=False)

    class Meta:
        label = _("Inscription")
        icon = "edit"
        form_layout = BlockGroup(
            children=["language", "text", "translation"], settings=["transcription"]
        )


class SourceBlock(blocks.StructBlock):
    citation = blocks.CharBlock(label=_("Citation"), max_length=500)
    url = blocks.URLBlock(label=_("Address"), required=False)

    class Meta:
        label = _("Source")
        icon = "link"


class CreditBlock(blocks.StructBlock):
    role = blocks.CharBlock(label=_("Role"), max_length=120)
    names = blocks.CharBlock(label=_("Names"), max_length=500)

    class Meta:
        label = _("Credit")
        icon = "group"


class NameBlock(blocks.StructBlock):
    text = CodeBlock(label=_("Name"), max_length=120, help_text=_("In its own script."))
    language = blocks.ChoiceBlock(label=_("Language"), choices=Language.choices)
    script = blocks.ChoiceBlock(label=_("Script"), choices=Script.choices)
    period = DateBlock(label=_("Period"), required=False)
    note = blocks.CharBlock(label=_("Note"), required=False, max_length=255)

    class Meta:
        label = _("Name")
        icon = "tag"
        form_layout = BlockGroup(
            children=["text", "language", "script"], settings=["period", "note"]
        )


class PopulationBlock(blocks.StructBlock):
    date = DateBlock(label=_("Date"))
    number = blocks.IntegerBlock(label=_("People"), min_value=0, max_value=10_000_000)
    note = blocks.CharBlock(label=_("Note"), required=False, max_length=255)
    source = blocks.CharBlock(label=_("Source"), max_length=255)

    class Meta:
        label = _("Population")
        icon = "group"


class SchoolBlock(blocks.StructBlock):
    name = blocks.CharBlock(label=_("Name"), max_length=255)
    opened = DateBlock(label=_("Opened"), required=False)
    closed = DateBlock(label=_("Closed"), required=False)
    audience = blocks.ChoiceBlock(label=_("For"), choices=Audience.choices)
    pupils = blocks.IntegerBlock(
        label=_("Pupils"), required=False, min_value=0, max_value=1_000_000
    )
    pupils_date = DateBlock(label=_("Pupils counted in"), required=False)
    note = blocks.CharBlock(label=_("Note"), required=False, max_length=500)
    source = blocks.CharBlock(label=_("Source"), required=False, max_length=255)

    class Meta:
        label = _("School")
        icon = "home"
        form_layout = BlockGroup(
            children=["name", "opened", "closed", "audience"],
            settings=["pupils", "pupils_date", "note", "source"],
        )
