"""Formatted texts in a cell: plain, a paragraph a line; and back."""

import re
from html import unescape

from django.utils.html import escape, strip_tags

ENDS = re.compile(r"(</(?:p|h\d|li|blockquote)>|<(?:br|hr)\s*/?>)", re.IGNORECASE)


def as_text(markup: str) -> str:
    """Return the words of a formatted text; what stands below one another stays so."""
    return tidy(unescape(strip_tags(ENDS.sub(r"\1\n", markup))))


def as_markup(text: str) -> str:
    """Return a text as paragraphs, of which `as_text` makes the same text again."""
    return "".join(f"<p>{escape(line)}</p>" for line in tidy(text).splitlines())


def tidy(text: str) -> str:
    """Return a text without empty lines, and without spaces that nobody sees."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)
