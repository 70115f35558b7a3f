"""Fields for dates: written as people write them, stored as EDTF.

The words that somebody typed are not kept: the field shows EDTF afterwards, with what visitors read
beside it. Only a draft keeps what is no date yet, as it was typed, and publishing asks for one.
"""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.widgets import Script
from django.utils.translation import get_language_info

from . import errors
from .display import format_edtf
from .errors import DATE_HELP, DateError
from .reading import MAX_LENGTH, clean, validate_edtf
from .written import to_edtf, understand

LONGEST = 60
"""Characters of EDTF that a column has room for."""


class NotYetADate(str):
    """What a draft keeps in place of a date."""


def shown(text: str) -> dict[str, Any]:
    """What a text says, for the template beside the field: the date as visitors read it, what else
    it may mean, or the sentence that says what is not understood.
    """
    if not text.strip():
        return {}
    try:
        reading = understand(text)
    except DateError as error:
        return {"told": error.message}
    return {"edtf": reading.edtf, "said": _said(reading.edtf), "choices": reading.choices}


def _said(edtf: str) -> list[dict[str, Any]]:
    """The date in the museum's languages; those that say it alike together."""
    found: dict[str, list[dict[str, str]]] = {}
    for code, _ in settings.LANGUAGES if edtf else ():
        info = get_language_info(code)
        language = {"code": code, "name": info["name_local"]}
        found.setdefault(format_edtf(edtf, code), []).append(language)
    return [{"words": words, "languages": languages} for words, languages in found.items()]


class DateInput(forms.TextInput):
    """A line for a date, with what was understood below it (`frontend/admin/date-in-words`)."""

    template_name = "exhibitions/admin/date_input.html"

    class Media:
        css = {"all": ["museum/build/date-in-words.css"]}
        js = [Script("museum/build/date-in-words.js", type="module")]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, {"dir": "auto", **(attrs or {})})
        return {**context, **shown(value or "")}


class DateFormField(forms.CharField):
    """Takes a date in words or in EDTF, and gives EDTF."""

    widget = DateInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"help_text": DATE_HELP, **kwargs, "max_length": MAX_LENGTH})

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        try:
            edtf = to_edtf(text) if text else ""
        except DateError as error:
            if getattr(self, "is_deferred_validation", False) and len(text) <= LONGEST:
                return NotYetADate(text)
            raise ValidationError(error.message, code="invalid_date") from error
        if len(edtf) > LONGEST:
            raise ValidationError(errors.TOO_LONG, code="invalid_date")
        return edtf


class EDTFField(models.CharField):
    """A date in EDTF (ISO 8601-2). For the database it is text, as migrations see it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"max_length": LONGEST, **kwargs})

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", list(args), kwargs

    def clean(self, value: Any, model_instance: models.Model | None) -> Any:
        """Return the date in EDTF's own signs."""
        cleaned = super().clean(value, model_instance)
        if not cleaned or isinstance(cleaned, NotYetADate):
            return cleaned
        validate_edtf(cleaned)
        return clean(cleaned)

    def get_prep_value(self, value: Any) -> Any:
        prepared = super().get_prep_value(value)
        return str(prepared) if isinstance(prepared, str) else prepared

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        return super().formfield(**{"form_class": DateFormField, "help_text": DATE_HELP, **kwargs})
