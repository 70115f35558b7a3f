"""Languages where others ask for more, or for less, than a code."""

from babel.core import get_global
from wagtail.models import Locale

from museum.core.requests import known


def codes() -> dict[int, str]:
    """Return the codes of the languages by the ids that pages have them by."""
    return known.once("languages", lambda: dict(Locale.objects.values_list("pk", "language_code")))


def with_country(language: str, separator: str) -> str:
    """Return a language with its most likely country (CLDR): `fr-FR`, `fr_FR`."""
    code, _script, country = get_global("likely_subtags")[language].split("_")
    return f"{code}{separator}{country}"
