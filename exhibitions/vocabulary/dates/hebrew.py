"""The Hebrew calendar: numbers in letters, days, months, years and feasts in the common era.

The arithmetic is pyluach's. A day begins on the evening before; what is given is the day on which
it ends, as calendars print it.
"""

import datetime

from pyluach.dates import HebrewDate

Days = tuple[datetime.date, datetime.date]

_UNITS_TENS_HUNDREDS = [*range(1, 10), *range(10, 100, 10), *range(100, 500, 100)]
_VALUES = dict(zip("אבגדהוזחטיכלמנסעפצקרשת", _UNITS_TENS_HUNDREDS, strict=True))
_VALUES |= {final: _VALUES[letter] for final, letter in zip("ךםןףץ", "כמנפצ", strict=True)}

# pyluach counts from Nisan; Adar is the twelfth, and the first of two in a leap year.
MONTHS = {
    "nisan": 1,
    "iyar": 2,
    "sivan": 3,
    "tammuz": 4,
    "av": 5,
    "elul": 6,
    "tishri": 7,
    "heshvan": 8,
    "kislev": 9,
    "tevet": 10,
    "shevat": 11,
    "adar 1": 12,
    "adar 2": 13,
}
# Month, first day, and how many days; as kept outside the land of Israel, where that differs.
_FEASTS = {
    "rosh hashanah": ("tishri", 1, 2),
    "yom kippur": ("tishri", 10, 1),
    "sukkot": ("tishri", 15, 7),
    "simhat torah": ("tishri", 23, 1),
    "hanukkah": ("kislev", 25, 8),
    "tu bishvat": ("shevat", 15, 1),
    "purim": ("adar 2", 14, 1),
    "passover": ("nisan", 15, 8),
    "mimouna": ("nisan", 23, 1),
    "lag baomer": ("iyar", 18, 1),
    "shavuot": ("sivan", 6, 2),
    "tisha beav": ("av", 9, 1),
}
_SATURDAY = 5
ERA = 3761
"""The Hebrew year 1 began in the autumn of 3761 BCE; 5689 therefore in that of 1928."""


def numeral(word: str) -> int | None:
    """The number that a word of Hebrew letters is, as days and years are written; else None.

    A year may have its thousands before it (ה'תר"ן), or its ה alone; the others leave out 5000.
    Without geresh or gershayim only what can hardly be a word is a number: כג, תרן. What is neither
    a day nor a year is none, but letters before one: מכ"ג is "from the 23rd", not 63.
    """
    letters = [_VALUES.get(letter, 0) for letter in word if letter not in "'\""]
    if not letters or 0 in letters:
        return None
    is_marked = len(letters) < len(word)
    thousands, rest = 0, letters
    if len(letters) > 2 and letters[0] in (4, 5) and (word[1] == "'" or letters[1] >= 100):
        thousands, rest = letters[0] * 1000, letters[1:]
    if len(rest) > 1 and rest[0] < rest[1]:
        return None  # the letters before a word: בכ"ג, לתר"ן
    number = sum(rest)
    if not is_marked and (len(rest) == 1 or rest != sorted(rest, reverse=True) or number < 400):
        return number if len(rest) == 2 and 10 < number <= 30 else None
    return thousands + number if number <= 30 or number >= 100 else None


def year_of(number: int) -> int | None:
    """The full Hebrew year for a number in letters; None for what is no year of this museum."""
    if 100 <= number < 1000:
        return number + 5000
    return number if 4000 <= number < 6000 else None


def year(number: int) -> tuple[int, int]:
    """The two years of the common era that a Hebrew year has a part of."""
    return number - ERA, number - ERA + 1


def months(name: str, number: int) -> list[int]:
    """The month of the year `number`, as pyluach counts; both where a leap year has two Adars."""
    if name == "adar":
        return [12, 13] if is_leap(number) else [12]
    if name in ("adar 1", "adar 2") and not is_leap(number):
        return []
    return [MONTHS[name]]


def days(name: str, number: int, day: int | None = None) -> list[Days]:
    """The days of a month, or its one `day`, in the year `number`; empty for what it has not."""
    found = []
    for month in months(name, number):
        last = 30 if _is_day(number, month, 30) else 29
        if day is None:
            found.append((_date(number, month, 1), _date(number, month, last)))
        elif 1 <= day <= last:
            found.append((_date(number, month, day),) * 2)
    return found


def feast(name: str, number: int) -> Days:
    """The first and the last day of a feast in the Hebrew year `number`."""
    month, day, length = _FEASTS[name]
    if month == "adar 2" and not is_leap(number):
        month = "adar 1"
    first = _date(number, MONTHS[month], day)
    if name == "tisha beav" and first.weekday() == _SATURDAY:
        first += datetime.timedelta(days=1)
    return first, first + datetime.timedelta(days=length - 1)


def is_leap(number: int) -> bool:
    """Whether the Hebrew year has thirteen months (seven years of nineteen)."""
    return (7 * number + 1) % 19 < 7


def _date(number: int, month: int, day: int) -> datetime.date:
    date: datetime.date = HebrewDate(number, month, day).to_pydate()
    return date


def _is_day(number: int, month: int, day: int) -> bool:
    try:
        HebrewDate(number, month, day)
    except ValueError:
        return False
    return True
