"""Dates: what is accepted, what they mean, how they read, and what a curator is told."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given, settings
from hypothesis import strategies as st

from exhibitions.blocks.fields import DateBlock
from exhibitions.vocabulary.dates import (
    DATE_HELP,
    DateError,
    clean,
    earliest_year,
    format_edtf,
    latest_year,
    parse,
    validate_edtf,
)
from exhibitions.vocabulary.dates.reading import days_in_month

LANGUAGES = ("he", "es", "fr", "en")

ENGLISH = {
    "1862": "1862",
    "0033": "33",
    "-0499": "500 BCE",
    "1889-05": "May 1889",
    "1889-05-12": "12 May 1889",
    "1889-05-12T10:30:00": "12 May 1889",
    "1862?": "probably 1862",
    "1889~": "about 1889",
    "1889%": "probably about 1889",
    "1889-05-12~": "about 12 May 1889",
    "1889?-05": "probably May 1889",
    "1950S2": "about 1950",
    "188X": "1880s",
    "188X~": "about the 1880s",
    "18XX": "19th century",
    "10XX": "11th century",
    "20XX": "21st century",
    "18XX?": "probably the 19th century",
    "1X62": "between 1062 and 1962",
    "1889-XX": "1889",
    "1889-05-XX": "May 1889",
    "1889-21": "spring 1889",
    "1889-33": "January–March 1889",
    "1862/1883": "1862–1883",
    "1889~/1892?": "about 1889 – probably 1892",
    "188X/189X": "1880s – 1890s",
    "1889-05/1889-07": "May–July 1889",
    "1889-05-12/1889-05-18": "12–18 May 1889",
    "1889-05-12/1889-06-18": "12 May – 18 June 1889",
    "1889-05-12/1890-06-18": "12 May 1889 – 18 June 1890",
    "1873/..": "since 1873",
    "1873/": "from 1873 (end unknown)",
    "../1873": "until 1873",
    "../1978~": "until about 1978",
    "/1873": "until 1873 (start unknown)",
    "../1889-05-12": "until 12 May 1889",
    "[1889..1898]": "between 1889 and 1898",
    "[1889-05-12..1889-06-01]": "between 12 May 1889 and 1 June 1889",
    "[1889,1898]": "1889 or 1898",
    "[1889,1891,1898]": "1889, 1891 or 1898",
    "[..1898]": "1898 or earlier",
    "[1889..]": "1889 or later",
    "{1889,1898}": "1889 and 1898",
}


@pytest.mark.parametrize(("text", "expected"), ENGLISH.items())
def test_reads_naturally_in_english(text: str, expected: str) -> None:
    parse(text)
    assert format_edtf(text, "en") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("he", "1889-05-12", "12 במאי 1889"),
        ("he", "1889-05", "מאי 1889"),
        ("he", "1889-05-12/1889-05-18", "12–18 במאי 1889"),
        ("es", "1889-05-12", "12 de mayo de 1889"),
        ("es", "1889-05", "mayo de 1889"),
        ("es", "1889-05-12/1889-06-18", "12 de mayo – 18 de junio de 1889"),
        ("fr", "1889-05-12", "12 mai 1889"),
        ("fr", "1889-05-01", "1er mai 1889"),
        ("fr", "1889-05/1889-07", "mai–juillet 1889"),
    ],
)
def test_months_and_order_follow_the_language(language: str, text: str, expected: str) -> None:
    assert format_edtf(text, language) == expected


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("1862", 1862, 1862),
        ("188X", 1880, 1889),
        ("18XX", 1800, 1899),
        ("-05XX", -599, -500),
        ("1950S2", 1900, 1999),
        ("1862/1883", 1862, 1883),
        ("1873/..", 1873, None),
        ("1873/", 1873, None),
        ("../1873", None, 1873),
        ("[1889,1898..]", 1889, None),
        ("[1889..1898]", 1889, 1898),
        ("{1898,1889}", 1889, 1898),
        ("", None, None),
        ("circa 1889", None, None),
        ("1889-13", None, None),
    ],
)
def test_years_for_sorting(text: str, earliest: int | None, latest: int | None) -> None:
    assert (earliest_year(text), latest_year(text)) == (earliest, latest)


@pytest.mark.usefixtures("in_english")
@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("", "Write a date"),
        ("circa 1889", "instead of words"),
        ("סביב 1889", "instead of words"),
        ("12/05/1889", "year first"),
        ("12.5.1889", "year first"),
        ("05/1889", "year first"),
        ("1889-5-2", "two digits"),
        ("1889-98", "with a slash"),
        ("1889–1898", "with a slash"),
        ("896", "four digits"),
        ("Y1E999999999", "four digits"),
        ("1889-02-30", "no such day"),
        ("1900-02-29", "no such day"),
        ("1889-13-02", "no such day"),
        ("1883/1862", "earlier than the beginning"),
        ("1889-05-12/1889-05-11", "earlier than the beginning"),
        ("1889//1890", "cannot read"),
        ("../..", "cannot read"),
        ("1889-XX/1890", "cannot read"),
        ("[1889..1898", "cannot read"),
        ("१८८९", "cannot read"),
        ("\x00", "cannot read"),
        ("5689", "1928/1929"),
        ("5689~", "1928/1929"),
        ("5689-01-01", "Hebrew calendar"),
        ("5622/5650", "1889/1890"),
        ("[5622,5650]", "Hebrew calendar"),
        ("568X", "Hebrew calendar"),
        ("2560", "still far away"),
        ("1862/9999", "still far away"),
        ("[" + "1889," * 2000 + "1890]", "cannot read"),
    ],
)
def test_a_slip_gets_a_word_of_help(text: str, hint: str) -> None:
    with pytest.raises(DateError) as caught:
        parse(text)
    assert hint in str(caught.value)
    with pytest.raises(ValidationError):
        validate_edtf(text)


def test_a_stored_text_that_is_no_date_is_shown_as_it_is() -> None:
    assert format_edtf("circa 1889", "fr") == "circa 1889"
    assert format_edtf("", "he") == ""


def test_invisible_direction_marks_do_no_harm() -> None:
    assert format_edtf("\u200f1862/1883\u200e", "en") == "1862–1883"
    assert parse("\u20681862\u2069").earliest == 1862


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("\u22120499", "-0499"),
        ("\u20110499", "-0499"),
        ("1889\u201005\u201112", "1889-05-12"),
        ("1889\u221205", "1889-05"),
        ("1889\uff5e", "1889~"),
        ("1862\u20441883", "1862/1883"),
        ("1873/\u2026", "1873/.."),
        ("\u00a01889\u200b", "1889"),
        ("1889\u00ad-05", "1889-05"),
    ],
)
def test_signs_of_a_word_processor_are_those_of_edtf(typed: str, edtf: str) -> None:
    assert parse(typed) == parse(edtf)
    assert clean(typed) == edtf
    assert DateBlock().clean(typed) == edtf


def test_years_that_may_still_come_are_taken() -> None:
    assert parse("20XX").earliest == 2000
    soon = datetime.date.today().year + 1
    assert parse(str(soon)).latest == soon


@pytest.mark.usefixtures("in_english")
def test_the_help_says_how_years_before_1_are_counted() -> None:
    assert "500 BCE is -0499" in str(DATE_HELP)
    assert format_edtf("-0499", "en") == "500 BCE"
    assert format_edtf("0000", "en") == "1 BCE"


@st.composite
def edtf_points(draw: st.DrawFn) -> tuple[int, str]:
    """A year, and a year, month or day of it with any doubt."""
    year = draw(st.integers(1, 2050))
    text = f"{year:04}"
    precision = draw(st.sampled_from(("year", "month", "day")))
    if precision != "year":
        month = draw(st.integers(1, 12))
        text += f"-{month:02}"
        if precision == "day":
            text += f"-{draw(st.integers(1, days_in_month(year, month))):02}"
    return year, text + draw(st.sampled_from(("", "?", "~", "%")))


@settings(deadline=None)
@given(edtf_points(), st.sampled_from(LANGUAGES))
def test_every_date_is_shown_with_its_year(point: tuple[int, str], language: str) -> None:
    year, text = point
    date = parse(text)
    assert date.earliest == date.latest == year
    assert str(year) in format_edtf(text, language)


@settings(deadline=None)
@given(edtf_points(), edtf_points(), st.sampled_from(("{}/{}", "[{},{}]")))
def test_spans_and_choices_keep_their_order(
    one: tuple[int, str], other: tuple[int, str], form: str
) -> None:
    (first, start), (last, end) = sorted((one, other))
    if form == "{}/{}" and first == last:
        end = start
    date = parse(form.format(start, end))
    assert (date.earliest, date.latest) == (first, last)
    for language in LANGUAGES:
        shown = format_edtf(date.text, language)
        assert str(first) in shown and str(last) in shown


@settings(deadline=None)
@given(st.text(max_size=60) | st.text("0123456789-/.?~%X[]{},SY", max_size=40))
def test_no_text_breaks_the_museum(text: str) -> None:
    """Any text either is a date with its years in order or is refused with a message."""
    try:
        date = parse(text)
    except DateError as error:
        assert str(error)
    else:
        if date.earliest is not None and date.latest is not None:
            assert date.earliest <= date.latest
    for language in LANGUAGES:
        assert isinstance(format_edtf(text, language), str)
