"""A date in the words of the visitor's language.

Month names and the order of day, month and year come from CLDR through Babel; the museum's own
phrases come from its catalogues. Phrases never depend on a word's gender or case: where a
language needs an article ("le 12 mai"), the date itself is translated with it.
"""

from functools import cache, lru_cache

from babel import Locale
from babel.dates import parse_pattern
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from .reading import EDTFDate, Missing, Point, Span, read

# British order for English: the day comes first, as in the museum's other languages.
_CLDR_LOCALES = {"en": "en_GB"}


@lru_cache(maxsize=16384)
def format_edtf(text: str, language: str) -> str:
    """The date for people, in `language` (he, es, fr or en).

    Text that is no date stays as it is.
    """
    date = read(text)
    if date is None:
        return text
    with translation.override(language):
        return _Speaker(language).date(date)


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(_CLDR_LOCALES.get(language, language).replace("-", "_"))


class _Speaker:
    """Says dates in one language, which must be the active one."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.locale = _locale(language)

    def date(self, date: EDTFDate) -> str:
        if len(date.parts) == 1:
            part = date.parts[0]
            return self.choice(part) if date.choice else self.part(part)
        phrases = [self.part(part) for part in date.parts]
        words = {"dates": ", ".join(phrases[:-1]), "last": phrases[-1]}
        return (_("%(dates)s or %(last)s") if date.choice else _("%(dates)s and %(last)s")) % words

    def choice(self, part: Point | Span) -> str:
        """One unknown day out of a span."""
        match part:
            case Span(start=Point() as start, end=Point() as end):
                return self.between(start, end)
            case Span(start=Missing(), end=Point() as end):
                return _("%(date)s or earlier") % {"date": self.point(end)}
            case Span(start=Point() as start):
                return _("%(date)s or later") % {"date": self.point(start)}
        return self.part(part)

    def part(self, part: Point | Span) -> str:
        if isinstance(part, Point):
            return self.point(part)
        match part.start, part.end:
            case Point() as start, Point() as end:
                return self.span(start, end)
            case Point() as start, end:
                words = {"date": self.point(start, inline=True)}
                if end is Missing.UNKNOWN:
                    return _("from %(date)s (end unknown)") % words
                return _("since %(date)s") % words
            case start, Point() as end:
                phrase = self.until(end)
                unknown = start is Missing.UNKNOWN
                return _("%(phrase)s (start unknown)") % {"phrase": phrase} if unknown else phrase
        return ""

    def until(self, end: Point) -> str:
        words = {"date": self.point(end, inline=True)}
        if _is_qualified(end):
            # Translators: such as "until about 1978" or "until probably 1978".
            return pgettext("qualified date", "until %(date)s") % words
        if end.kind in ("year", "month"):
            return pgettext("year or month", "until %(date)s") % words
        return _("until %(date)s") % words

    def between(self, start: Point, end: Point) -> str:
        words = {
            "start": self.point(start, inline=True),
            "end": self.point(end, inline=True),
        }
        if start.kind == end.kind == "year":
            return pgettext("years", "between %(start)s and %(end)s") % words
        return _("between %(start)s and %(end)s") % words

    def span(self, start: Point, end: Point) -> str:
        """`1862–1883`, `12–18 May 1889`, `May–July 1889`: what both ends share is said once."""
        if _is_qualified(start) or _is_qualified(end):
            return f"{self.point(start)} – {self.point(end)}"
        kinds = {start.kind, end.kind}
        if kinds == {"year"}:
            return f"{_year(start.number)}–{_year(end.number)}"
        if len(kinds) == 1 and start.year == end.year:
            if kinds == {"month"}:
                return f"{self._month_name(start)}–{self.point(end)}"
            if kinds == {"day"} and start.month == end.month:
                return self._calendar(end, day=f"{self._day(start)}–{self._day(end)}")
            if kinds == {"day"}:
                return f"{self._calendar(start, skeleton='MMMMd')} – {self.point(end)}"
        return f"{self.point(start)} – {self.point(end)}"

    def point(self, point: Point, inline: bool = False) -> str:
        """One date with its doubts.

        `inline` after a preposition, with the article it takes there.
        """
        if not _is_qualified(point):
            return self.inline(point) if inline else self.bare(point)
        phrase = self.inline(point)
        if point.approximate:
            phrase = _("about %(date)s") % {"date": phrase}
        if point.uncertain:
            phrase = _("probably %(date)s") % {"date": phrase}
        return phrase

    def bare(self, point: Point) -> str:
        """The date as it stands alone on a label."""
        match point.kind:
            case "day":
                return self._calendar(point)
            case "month":
                return self._calendar(point, skeleton="yMMMM")
            case "season":
                return self.season(point)
            case "decade":
                # Translators: "1880s"; %(year)s is the decade's first year.
                return pgettext("decade", "%(year)ss") % {"year": point.number}
            case "century":
                words = {"century": self.century(point)}
                # Translators: %(century)s is "19th" in English, "XIX" in Spanish, "XIXe" in French.
                return pgettext("century", "%(century)s century") % words
            case "range":
                words = {"start": _year(point.first[0]), "end": _year(point.last[0])}
                return pgettext("years", "between %(start)s and %(end)s") % words
        return _year(point.number)

    def inline(self, point: Point) -> str:
        """The date inside a phrase, with an article where the language wants one."""
        match point.kind:
            case "day":
                # Translators: a day inside a phrase, such as "about 12 May 1889".
                return pgettext("day in a phrase", "%(date)s") % {"date": self.bare(point)}
            case "decade":
                # Translators: such as "about the 1880s"; %(year)s is the decade's first year.
                return pgettext("decade in a phrase", "the %(year)ss") % {"year": point.number}
            case "century":
                words = {"century": self.century(point)}
                return pgettext("century in a phrase", "the %(century)s century") % words
        return self.bare(point)

    def century(self, point: Point) -> str:
        number = point.number // 100 + 1
        if self.language == "en":
            return f"{number}{_english_ordinal(number)}"
        if self.language == "fr":
            return _roman(number) + ("er" if number == 1 else "e")
        return _roman(number) if self.language == "es" else str(number)

    def season(self, point: Point) -> str:
        """Seasons by name (21–32, both hemispheres); other parts of the year by their months."""
        names = (
            pgettext("season", "spring %(year)s"),
            pgettext("season", "summer %(year)s"),
            pgettext("season", "autumn %(year)s"),
            pgettext("season", "winter %(year)s"),
        )
        number = point.season or 0
        if number <= 32:
            return names[(number - 21) % 4] % {"year": _year(point.number)}
        return self.span(Point(point.year, point.first[1]), Point(point.year, point.last[1]))

    def _calendar(self, point: Point, skeleton: str = "", day: str = "") -> str:
        """Fill CLDR's pattern by hand: Babel's own formatter knows no years before 1."""
        if skeleton:
            pattern = self.locale.datetime_skeletons[skeleton]
        else:
            pattern = self.locale.date_formats["long"]
        month = self._month_name(point)
        words = {"d": day or self._day(point), "MMMM": month, "LLLL": month}
        return str(parse_pattern(pattern).format) % {**words, "y": _year(point.number)}

    def _month_name(self, point: Point) -> str:
        return self.locale.months["format"]["wide"][point.month or 1]

    def _day(self, point: Point) -> str:
        """The day's number; the first is an ordinal in French, which CLDR leaves out."""
        return "1er" if self.language == "fr" and point.day == 1 else str(point.day)


def _year(year: int) -> str:
    """Years before the common era are counted as historians do: -499 is 500 BCE."""
    return str(year) if year > 0 else _("%(year)s BCE") % {"year": 1 - year}


def _is_qualified(point: Point) -> bool:
    return point.uncertain or point.approximate


def _english_ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _roman(number: int) -> str:
    """Roman numerals as far as centuries of four-digit years go (1 to 100)."""
    tens = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC", "C")
    units = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return tens[number // 10] + units[number % 10]
