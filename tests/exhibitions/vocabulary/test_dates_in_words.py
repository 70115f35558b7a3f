"""Dates as people write them: what is understood, what is asked, and what is refused."""

import contextlib
import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyluach.dates import HebrewDate

from exhibitions.vocabulary.dates import (
    AmbiguousDate,
    DateError,
    format_edtf,
    parse,
    to_edtf,
    understand,
)
from exhibitions.vocabulary.dates.words import TABLES

LANGUAGES = ("he", "es", "fr", "en")

UNDERSTOOD = {
    # EDTF stays
    "1862": "1862",
    "1889-05-12": "1889-05-12",
    "1889~": "1889~",
    "1862/1883": "1862/1883",
    "[1889..1898]": "[1889..1898]",
    # About, probably
    "c. 1889": "1889~",
    "ca 1889": "1889~",
    "c1889": "1889~",
    "circa 1889": "1889~",
    "vers 1889": "1889~",
    "1889 environ": "1889~",
    "hacia 1889": "1889~",
    "בערך 1889": "1889~",
    "בסביבות 1889": "1889~",
    "vers le 12 mai 1889": "1889-05-12~",
    "1889?": "1889?",
    "1889 (?)": "1889?",
    "probablement 1889": "1889?",
    "כנראה בסביבות 1889": "1889%",
    "vers 1889 ?": "1889%",
    "[1889]": "1889",
    # Days, months, seasons
    "3 mars 1862": "1862-03-03",
    "1er mai 1889": "1889-05-01",
    "May 12th, 1889": "1889-05-12",
    "17 de marzo de 1862": "1862-03-17",
    "12 במאי 1889": "1889-05-12",
    "ב־12 במאי 1889": "1889-05-12",
    "Sept. 1862": "1862-09",
    "FÉVRIER 1862": "1862-02",
    "fevrier 1862": "1862-02",
    "מאי 1889": "1889-05",
    "setiembre de 1936": "1936-09",
    "printemps 1862": "1862-21",
    "été 1862": "1862-22",
    "otoño de 1862": "1862-23",
    "winter 1862": "1862-24",
    "סתיו 1862": "1862-23",
    "about spring 1889": "1889-03~/1889-05~",
    # Numbers
    "23.12.1862": "1862-12-23",
    "23/12/1862": "1862-12-23",
    "12/23/1862": "1862-12-23",
    "4/4/1862": "1862-04-04",
    "12/1862": "1862-12",
    "3.IV.1862": "1862-04-03",
    "23-XII-1862": "1862-12-23",
    # Decades and centuries
    "1880s": "188X",
    "the 1880's": "188X",
    "années 1880": "188X",
    "los años 1880": "188X",
    "década de 1880": "188X",
    "שנות ה־1880": "188X",
    "שנות ה-80 של המאה ה-19": "188X",
    "שנות השמונים של המאה התשע עשרה": "188X",
    "the eighties of the 19th century": "188X",
    "années quatre-vingt du XIXe siècle": "188X",
    "19th century": "18XX",
    "nineteenth century": "18XX",
    "XIXe siècle": "18XX",
    "XIXème s.": "18XX",
    "siglo XIX": "18XX",
    "s. XIX": "18XX",
    "המאה ה-19": "18XX",
    "המאה הי״ט": "18XX",
    "c. 19th century": "18XX~",
    "XVIIIe-XIXe siècles": "17XX/18XX",
    "siglos XVIII-XIX": "17XX/18XX",
    "5th century BCE": "-04XX",
    # Parts of them
    "late 19th century": "[1870..1899]",
    "mid-19th century": "[1830..1869]",
    "early 20th century": "[1900..1929]",
    "fin du XIXe siècle": "[1870..1899]",
    "milieu du XIXe siècle": "[1830..1869]",
    "finales del siglo XIX": "[1870..1899]",
    "principios de los años 1930": "[1930..1932]",
    "סוף המאה ה-19": "[1870..1899]",
    "תחילת המאה ה-20": "[1900..1929]",
    "première moitié du XIXe siècle": "[1800..1849]",
    "segunda mitad del siglo XIX": "[1850..1899]",
    "המחצית השנייה של המאה ה־19": "[1850..1899]",
    "le dernier quart du XVIIIe siècle": "[1775..1799]",
    "fin 1889": "[1889-09..1889-12]",
    "début mai 1889": "[1889-05-01..1889-05-09]",
    "late 18th – early 19th century": "1770/1829",
    "vers la fin du XIXe siècle": "1870~/1899~",
    # From, to, between
    "1862–1883": "1862/1883",
    "1862 - 1883": "1862/1883",
    "from 1862 to 1883": "1862/1883",
    "de 1862 à 1883": "1862/1883",
    "desde 1862 hasta 1883": "1862/1883",
    "מ־1862 עד 1883": "1862/1883",
    "12–18 May 1889": "1889-05-12/1889-05-18",
    "May 12–18, 1889": "1889-05-12/1889-05-18",
    "12 May – 18 June 1889": "1889-05-12/1889-06-18",
    "du 12 au 18 mai 1889": "1889-05-12/1889-05-18",
    "del 12 al 18 de mayo de 1889": "1889-05-12/1889-05-18",
    "December 1862 / January 1863": "1862-12/1863-01",
    "ca. 1880–1890": "1880~/1890",
    "600–500 BCE": "-0599/-0499",
    "between 1889 and 1898": "[1889..1898]",
    "entre 1889 et 1898": "[1889..1898]",
    "entre 1889 y 1898": "[1889..1898]",
    "בין 1889 ל־1898": "[1889..1898]",
    "בין השנים 1889 ו-1898": "[1889..1898]",
    "entre les années 1880 et 1890": "[1880..1890]",
    "entre mai et juillet 1889": "[1889-05..1889-07]",
    "probably between 1889 and 1898": "1889?/1898?",
    # Before, after, since, until
    "before 1900": "[..1899]",
    "avant 1900": "[..1899]",
    "antes de 1900": "[..1899]",
    "לפני 1900": "[..1899]",
    "before the 19th century": "[..1799]",
    "before May 1889": "[..1889-04]",
    "before 1 March 1892": "[..1892-02-29]",
    "avant 1900 environ": "../1899~",
    "after 1900": "[1901..]",
    "après le 31 décembre 1899": "[1900-01-01..]",
    "después de 1900": "[1901..]",
    "אחרי 1900": "[1901..]",
    "no later than 1900": "[..1900]",
    "1898 or earlier": "[..1898]",
    "since 1873": "1873/..",
    "desde 1873": "1873/..",
    "since the 1880s": "1880/..",
    "jusqu’en 1873": "../1873",
    "עד 1873": "../1873",
    # Choices
    "1862 or 1863": "[1862,1863]",
    "1862 ou 1863": "[1862,1863]",
    "1862 o 1863": "[1862,1863]",
    "1862 או 1863": "[1862,1863]",
    "1862, 1863 or 1864": "[1862,1863,1864]",
    "3 or 4 May 1889": "[1889-05-03,1889-05-04]",
    # The Hebrew calendar
    "תר״ן": "1889/1890",
    'תר"ן': "1889/1890",
    "תר''ן": "1889/1890",
    "תר”ן": "1889/1890",
    "תרן": "1889/1890",
    "ה׳תר״ן": "1889/1890",
    "ה'תר\"ן": "1889/1890",
    "התר״ן": "1889/1890",
    "שנת תר״ן": "1889/1890",
    "בשנת תר״ן": "1889/1890",
    "תָּרַ״ן": "1889/1890",
    "תשד״מ": "1983/1984",
    "תר״ן-תר״ס": "1889/1900",
    "בין תר״ן לתר״ס": "[1889..1900]",
    "5689": "1928/1929",
    "שנת 5689": "1928/1929",
    "5650-5660": "1889/1900",
    "בערך תר״ן": "1889~/1890~",
    "לפני תר״ן": "[..1888]",
    "כ״ג בטבת תרכ״ג": "1863-01-14",
    'כ"ג טבת ה\'תרכ"ג': "1863-01-14",
    "23 Tevet 5623": "1863-01-14",
    "23 de Tevet de 5623": "1863-01-14",
    "ל׳ בשבט תרכ״ג": "1863-02-19",
    "כסלו תר״ן": "1889-11-24/1889-12-23",
    "Kislev 1889": "1889-11-24/1889-12-23",
    "א׳ באדר ב׳ תש״ח": "1948-03-12",
    "מכ״ג בטבת תרכ״ג עד כ״ה בטבת תרכ״ג": "1863-01-14/1863-01-16",
    "כב בטבת תרכג": "1863-01-13",
    "כ״ב בטבת תרכ״ג": "1863-01-13",
    "Hanukkah 1949": "1949-12-16/1949-12-23",
    "Hanouka 1949": "1949-12-16/1949-12-23",
    "Januca 1949": "1949-12-16/1949-12-23",
    "חנוכה תש״ט": "1948-12-27/1949-01-03",
    "בחנוכה תש״ט": "1948-12-27/1949-01-03",
    "Roch Hachana 1905": "1905-09-30/1905-10-01",
    "Pessah 1950": "1950-04-02/1950-04-09",
    "פורים תרפ״ט": "1929-03-26",
    "ט״ו בשבט תרפ״ט": "1929-01-26",
    "Mimouna 1949": "1949-04-22",
}


@pytest.mark.parametrize(("text", "edtf"), UNDERSTOOD.items())
def test_what_people_write_is_understood(text: str, edtf: str) -> None:
    assert to_edtf(text) == edtf
    assert parse(edtf)


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("3/4/1862", ("1862-04-03", "1862-03-04")),
        ("3.4.1862", ("1862-04-03", "1862-03-04")),
        ("vers 3/4/1862", ("1862-04-03~", "1862-03-04~")),
        ("’62", ("1862", "1962")),
        ("23.12.62", ("1862-12-23", "1962-12-23")),
        ("1889-98", ("1889/1898",)),
        ("1862/63", ("1862/1863",)),
        ("années 80", ("188X", "198X")),
        ("שנות ה-80", ("188X", "198X")),
        ("1800s", ("180X", "18XX")),
        ("from 1889", ("1889", "1889/..")),
        ("1889..", ("1889/..", "[1889..]")),
        ("1889…", ("1889/..", "[1889..]")),
        ("1889...", ("1889/..", "[1889..]")),
        ("..1889", ("../1889", "[..1889]")),
        ("1862 .. 1883", ("1862/1883", "[1862..1883]")),
        ("896", ("0896",)),
        ("ח׳ באדר תרפ״ט", ("1929-02-18", "1929-03-20")),
    ],
)
def test_what_a_text_leaves_open_is_asked_and_never_guessed(
    text: str, choices: tuple[str, ...]
) -> None:
    reading = understand(text)
    assert (reading.edtf, reading.choices) == ("", choices)
    with pytest.raises(AmbiguousDate) as caught:
        to_edtf(text)
    assert caught.value.choices == choices
    assert all(parse(choice) for choice in choices)


def test_edtf_that_people_write_for_years_too_says_what_else_it_may_mean() -> None:
    reading = understand("1921-22")
    assert (reading.edtf, reading.choices) == ("1921-22", ("1921/1922",))
    assert understand("1889-05").choices == ()


@pytest.mark.usefixtures("in_english")
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "Write a date"),
        ("une vieille photo", "“une”, “vieille”, “photo”"),
        ("1889 bleu", "this word in a date: “bleu”"),
        ("turn of the century", "“turn”"),
        ("May", "not the date that they make"),
        ("of of of", "not the date that they make"),
        ("winter 1862/63", "not the date that they make"),
        ("mai 1889 mai 1890", "not the date that they make"),
        ("30 février 1862", "no such day"),
        ("31/2/1862", "no such day"),
        ("29 במרץ 1862 30 בפברואר", "not the date that they make"),
        ("ל׳ בטבת תרכ״ג", "no such day"),
        ("א׳ באדר ב׳ תש״י", "no such day"),
        ("1898–1889", "earlier than the beginning"),
        ("entre 1898 et 1889", "earlier than the beginning"),
        ("1889, 1890", "cannot read"),
        ("2560", "still far away"),
        ("in 2560", "still far away"),
        ("1889 " * 30, "cannot read"),
        ("१८८९", "cannot read"),
        ("🕎", "cannot read"),
    ],
)
def test_what_is_not_understood_is_told(text: str, told: str) -> None:
    with pytest.raises(DateError) as caught:
        understand(text)
    assert told in str(caught.value)


@pytest.mark.parametrize("kind", ["era", "feast", "hebrew_month", "ordinal", "part", "season"])
def test_every_language_has_words_for_the_same(kind: str) -> None:
    values = [list(table[kind]) for table in TABLES.values()]
    assert values == [values[0]] * len(LANGUAGES)


@st.composite
def points(draw: st.DrawFn, exact: bool = False) -> str:
    year = draw(st.integers(1001, 2024))
    day = datetime.date(year, draw(st.integers(1, 12)), draw(st.integers(1, 28)))
    forms = [f"{year}", f"{year}-{day.month:02}", day.isoformat()]
    if not exact:
        forms += [f"{year // 100}XX", f"{year // 10}X" if year // 10 % 10 else f"{year}"]
        return draw(st.sampled_from(forms)) + draw(st.sampled_from(("", "", "?", "~", "%")))
    return draw(st.sampled_from([*forms, f"{year}-21", f"{year}-24"]))


@st.composite
def edtf_texts(draw: st.DrawFn) -> str:
    one, other = draw(points(exact=True)), draw(points(exact=True))
    forms = ("{0}/{1}", "[{0}..{1}]", "{0}/..", "../{0}", "{0}/", "/{0}", "[..{0}]", "[{0}..]")
    sets = ("[{0},{1}]", "{{{0},{1}}}", "[{0},{0},{1}]")
    form = draw(st.sampled_from(("{2}", "{2}", *forms, *sets)))
    return form.format(*sorted((one, other)), draw(points()))


@settings(deadline=None, max_examples=150)
@given(edtf_texts(), st.sampled_from(LANGUAGES))
def test_what_visitors_read_is_understood_again(edtf: str, language: str) -> None:
    try:
        parse(edtf)
    except DateError:
        return
    shown = format_edtf(edtf, language)
    reading = understand(shown)
    assert reading.edtf == edtf
    assert format_edtf(reading.edtf, language) == shown


@settings(deadline=None)
@given(st.integers(5400, 5790), st.integers(1, 13), st.integers(1, 30))
def test_every_day_of_the_hebrew_calendar_is_found(year: int, month: int, day: int) -> None:
    try:
        date = HebrewDate(year, month, day)
    except ValueError:
        return
    assert to_edtf(date.hebrew_date_string()) == date.to_pydate().isoformat()
    assert to_edtf(date.hebrew_date_string(thousands=True)) == date.to_pydate().isoformat()
    assert to_edtf(f"{date:%*y}") == f"{year - 3761}/{year - 3760}"


WORDS = """
vers 1889 c. 12 mai May – - / , ? ~ תר״ן ב ל מאי בין between entre 5650 62 3 siècle XIX century
19 th s années שנות late fin of de or ou and et (?) ' " . before avant Hanukkah טבת כ״ג
"""
words = st.sampled_from(WORDS.split())


@settings(deadline=None)
@given(st.text(max_size=60) | st.lists(words, max_size=14).map(" ".join))
def test_no_text_breaks_the_reader(text: str) -> None:
    """Any text is understood as valid EDTF, offered as such, or refused with a sentence."""
    try:
        reading = understand(text)
    except DateError as error:
        assert str(error)
    else:
        assert reading.edtf or reading.choices
        for edtf in filter(None, (reading.edtf, *reading.choices)):
            assert parse(edtf)


def test_the_words_of_a_long_text_are_looked_at_a_bounded_number_of_times() -> None:
    for text in ("3/4/1862, " * 9 + "or 1889", "de " * 33, "about " * 16, "12-" * 33):
        with contextlib.suppress(DateError):
            assert not understand(text[:100]).edtf
