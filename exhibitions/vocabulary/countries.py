"""Countries as ISO 3166-1 alpha-2 codes, named in every language by the Unicode locale data."""

from functools import lru_cache

from babel import Locale
from django.utils.functional import lazy
from django.utils.translation import get_language

# Two letters, in the Unicode data, minus its private and collective codes (Europe, United Nations
# …).
EXCLUDED = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}


@lru_cache(maxsize=2048)
def country_name(code: str, language: str) -> str:
    """Return the country's name in `language`, or in English where it has none."""
    return Locale.parse(language).territories.get(code) or Locale("en").territories.get(code, code)


def _name_now(code: str) -> str:
    return country_name(code, get_language() or "en")


_lazy_name = lazy(_name_now, str)

COUNTRIES = sorted(
    (
        (code, _lazy_name(code))
        for code in map(str, Locale("en").territories)
        if len(code) == 2 and code.isalpha() and code not in EXCLUDED
    ),
    key=lambda pair: country_name(pair[0], "en"),
)
