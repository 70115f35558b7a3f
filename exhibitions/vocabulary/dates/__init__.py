"""Dates as museums know them: exact, about, probably, between, since, a decade, a century.

Curators write the Extended Date/Time Format (EDTF, ISO 8601-2); visitors read the date in their
own language. The `edtf` package decides what is valid, `reading` takes a valid date apart and
`display` says it in Hebrew, Spanish, French or English.
"""

from .display import format_edtf
from .errors import DATE_HELP, DateError
from .reading import (
    EDTFDate,
    clean,
    csl_date,
    earliest_year,
    extent,
    latest_year,
    parse,
    validate_edtf,
)
from .written import AmbiguousDate, Reading, to_edtf, understand

__all__ = [
    "DATE_HELP",
    "AmbiguousDate",
    "DateError",
    "EDTFDate",
    "Reading",
    "clean",
    "csl_date",
    "earliest_year",
    "extent",
    "format_edtf",
    "latest_year",
    "parse",
    "to_edtf",
    "understand",
    "validate_edtf",
]
