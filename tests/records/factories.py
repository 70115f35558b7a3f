"""Factories of people, schools and places, published with a name."""

from itertools import count
from typing import Any

from wagtail.models import Locale

from records.models import Person, PersonName, Place, PlaceName, School, SchoolName

_numbers = count(1)
NAMES = {Person: PersonName, Place: PlaceName, School: SchoolName}


def make(model: Any, *names: Any, **fields: Any) -> Any:
    """Make a published record; a name is its text and language, or also its kind."""
    locale = Locale.objects.get(language_code="he")
    record: Any = model(**{"slug": f"record-{next(_numbers)}", "locale": locale, **fields})
    rows = [dict(zip(("text", "language", "kind"), name, strict=False)) for name in names]
    record.names = [NAMES[model](sort_order=place, **row) for place, row in enumerate(rows)]
    record.save()
    return record
