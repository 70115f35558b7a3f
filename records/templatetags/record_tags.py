"""Tags of the records' pages: each fetches what its page shows."""

from typing import Any

from django import template
from django.template import Context
from django.utils.text import capfirst
from django.utils.translation import get_language

from museum.core.shell import Link
from records.models import Record
from records.presentation.faces import face_of
from records.presentation.years import opening, said

register = template.Library()
register.filter(opening)
register.filter(said)


@register.simple_tag
def face(record: Record) -> Any:
    """Return a record as its page shows it."""
    return face_of(record)


@register.simple_tag(takes_context=True)
def trail(context: Context, record: Record) -> list[Link]:
    """Return the way from home to a record."""
    name = capfirst(str(record._meta.verbose_name_plural))
    return [
        Link(str(context["site_name"]), str(context["home_url"])),
        Link(name, f"/{get_language()}/{record.section}/"),
    ]
