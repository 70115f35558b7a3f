"""What the guide says before a work, recorded: one recording for each language.

The recordings stand side by side in every language's page, so that each is made once. A page plays
that of its own language alone.
"""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.list_block import ListBlockValidationError, ListValue
from wagtailmedia.blocks import AudioChooserBlock


class VoiceBlock(blocks.StructBlock):
    language = blocks.ChoiceBlock(label=_("Language"), choices=settings.LANGUAGES)
    media = AudioChooserBlock(label=_("Recording"))

    class Meta:
        label = _("Voice")
        icon = "media"


class VoicesBlock(blocks.ListBlock):
    """At most one recording for each of the museum's languages."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            VoiceBlock(),
            label=_("Recorded voices"),
            default=[],
            max_num=len(settings.LANGUAGES),
            help_text=_(
                "Someone who says why it hangs here: one recording for each language."
                " Where there is none, visitors read the text."
            ),
            **kwargs,
        )

    def clean(self, value: ListValue) -> ListValue:
        """Return the voices. Raises ListBlockValidationError at a second one of a language."""
        cleaned = super().clean(value)
        twice: dict[int, ValidationError] = {}
        known: set[str] = set()
        for place, voice in enumerate(cleaned):
            language = voice["language"]
            if language and language in known:
                twice[place] = ValidationError(
                    _("There is a voice in this language already. Change that one.")
                )
            known.add(language)
        if twice:
            raise ListBlockValidationError(block_errors=twice)
        return cleaned
