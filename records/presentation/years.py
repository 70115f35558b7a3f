"""Years as visitors read them in the active language."""

import re

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from exhibitions.vocabulary.dates import earliest_year, format_edtf, latest_year

# A set that is open at its beginning (EDTF level 2): known at that time, and perhaps earlier.
BY = re.compile(r"\[\.\.([^.,\]]+)\]")
EXACT = re.compile(r"\d{4}(-\d\d){0,2}")
LAST = 9999


def said(date: str) -> str:
    """Say an EDTF date; nothing for none."""
    return format_edtf(date, get_language()) if date else ""


def opening(date: str) -> str:
    """Say when a school opened; one that is only known to exist at a time opened by then."""
    if known := BY.fullmatch(date):
        return _("by %(date)s") % {"date": said(known[1])}
    return said(date)


def life(born: str, died: str) -> str:
    """Say the years of a life; nothing where none is known."""
    if born and died:
        return f"{said(born)} – {said(died)}"
    if born:
        return _("born %(date)s") % {"date": said(born)}
    return _("died %(date)s") % {"date": said(died)} if died else ""


def exact(date: str) -> str:
    """Return a date as ISO 8601 where it is certain, for machines; empty otherwise."""
    return date if EXACT.fullmatch(date) else ""


def order(date: str) -> int:
    """Return the year that a list is sorted by; what has no date comes last."""
    years = [year for year in (earliest_year(date), latest_year(date)) if year is not None]
    return years[0] if years else LAST
