"""Blocks for values that are the same in every language: dates, colours, ids and original words.

wagtail-localize sends every CharBlock to translators; a plain FieldBlock it copies.
"""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from wagtail.blocks import FieldBlock, IntegerBlock

from exhibitions.vocabulary.dates import DATE_HELP
from exhibitions.vocabulary.dates.fields import DateFormField
from media.models import hex_colour


class CodeBlock(FieldBlock):
    """One line that is never translated."""

    def __init__(self, required: bool = True, **kwargs: Any) -> None:
        self.options = {
            "required": required,
            "help_text": kwargs.pop("help_text", None),
            "max_length": kwargs.pop("max_length", 255),
            "validators": kwargs.pop("validators", ()),
        }
        super().__init__(**kwargs)

    @cached_property
    def field(self) -> forms.Field:
        return forms.CharField(**self.options)

    def get_searchable_content(self, value: str) -> list[str]:
        return [value] if value else []


class OriginalTextBlock(CodeBlock):
    """Several lines in the language that they were written in, whatever the page's language."""

    @cached_property
    def field(self) -> forms.Field:
        return forms.CharField(
            widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
            **{**self.options, "max_length": 20_000},
        )

    class Meta:
        icon = "pilcrow"


class DateBlock(CodeBlock):
    """A date, written in words or in EDTF and kept as EDTF: 1862-12-23, 1889~ or 1862/1883.

    A draft takes what is no date yet, and shows it as it stands; publishing asks for one.
    """

    @cached_property
    def field(self) -> forms.Field:
        help_text = self.options["help_text"] or DATE_HELP
        return DateFormField(required=self.options["required"], help_text=help_text)

    def clean(self, value: str) -> str:
        """Return EDTF."""
        try:
            cleaned: str = super().clean(value)
            return cleaned
        except ValidationError:
            if self.is_deferred_validation:
                return value
            raise

    class Meta:
        icon = "date"


class ColourBlock(CodeBlock):
    """A colour as `#rrggbb`."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=7, validators=[hex_colour], **kwargs)

    class Meta:
        icon = "paint"


class CentimetresBlock(IntegerBlock):
    """A length in whole centimetres."""

    class Meta:
        icon = "arrows-up-down"
