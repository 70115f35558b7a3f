"""Names of languages where others ask for more than a code."""

from babel.core import get_global


def with_country(language: str, separator: str) -> str:
    """Return a language with its most likely country (CLDR): `fr-FR`, `fr_FR`."""
    code, _script, country = get_global("likely_subtags")[language].split("_")
    return f"{code}{separator}{country}"
