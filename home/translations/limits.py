"""How long a translated text may be: as long as the field that it fills."""

from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.core.validators import ProhibitNullCharactersValidator
from django.db.models import Field, Model
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.strings import StringValue, validate_translation_links

from exhibitions.blocks.short_text import ShortTextBlock


def limit_of(model: type[Model], field_path: str) -> int | None:
    """Return the most characters that a text may have, None where there is no limit.

    `field_path` is wagtail-localize's: field, then types and names of blocks, then `item` for
    a list's.
    """
    filled = filled_by(model, field_path)
    if isinstance(filled, RichTextField | blocks.RichTextBlock):
        return None
    return getattr(getattr(filled, "field", filled), "max_length", None)


def filled_by(model: type[Model], field_path: str) -> Field[Any, Any] | blocks.Block | None:
    """Return the field or block that a translated text fills, None where it is gone."""
    name, *steps = field_path.split(".")
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return None
    if not isinstance(field, StreamField):
        return field if isinstance(field, Field) else None
    block: blocks.Block = field.stream_block
    for step in steps:
        if isinstance(block, blocks.ListBlock):
            block = block.child_block
        elif step in getattr(block, "child_blocks", {}):
            block = block.child_blocks[step]
    return block


def fault_of(translated: StringTranslation, model: type[Model]) -> str:
    """Say why a text cannot be shown as it stands; empty if it can."""
    text = translated.data
    try:
        ProhibitNullCharactersValidator()(text)
    except ValidationError:
        return _("The text has an invisible character that cannot be kept. Type it anew.")
    limit = limit_of(model, translated.context.field_path)
    if limit is not None and len(text) > limit:
        return _("The text has %(count)d characters; %(limit)d are the most.") % {
            "count": len(text),
            "limit": limit,
        }
    filled = filled_by(model, translated.context.field_path)
    if isinstance(filled, ShortTextBlock) and (fault := filled.fault_of(text)):
        return fault
    try:
        StringValue.from_translated_html(text)
        validate_translation_links(translated.translation_of.data, text)
    except ValueError as broken:
        return str(broken)
    return ""


def mark(translated: StringTranslation, model: type[Model]) -> StringTranslation:
    """Note beside a text what is wrong with it; it is kept, and not shown to visitors."""
    fault = fault_of(translated, model)
    if fault or translated.has_error:
        translated.has_error, translated.field_error = bool(fault), fault
        translated.save(update_fields=["has_error", "field_error"])
    return translated


def mark_all(translation: Translation) -> int:
    """Mark the texts of a translation that are wrong, and return how many."""
    model: Any = translation.source.specific_content_type.model_class()
    segments = translation.source.stringsegment_set.all()
    rows = segments.get_translations(translation.target_locale).filter(has_error=False)
    marked = [
        mark(row, model).has_error for row in rows.select_related("context", "translation_of")
    ]
    return sum(marked)
