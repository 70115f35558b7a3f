"""One spelling for search, whatever the keyboard, the language or the century."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.hebrew import bare_words
from search.normalise import normalise, run_together


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("בֵּית־סֵפֶר", "בית ספר"),
        ("בְּרֵאשִׁ֖ית בָּרָ֣א", "בראשית ברא"),
        ("\ufb2aלום", "שלום"),  # shin with its dot as one presentation form
        ("כי״ח", "כיח"),
        ('כי"ח', "כיח"),
        ("כי''ח", "כיח"),
        ("ג׳רבה, צ'רנוביץ", "גרבה צרנוביץ"),
        ("״שלום״ אמר", "שלום אמר"),
        ("אליאנס (1860–1914)", "אליאנס 1860 1914"),
        ("מלך מלכים", "מלך מלכים"),
        ("ייִדיש ױ", "יידיש וי"),
        ("L’École de garçons à Édirne", "l ecole de garcons a edirne"),
        ("ESPAÑA, peñón; ¿qué?", "espana penon que"),
        ("œuvre Æther", "oeuvre aether"),
        ("Straße", "strasse"),
        ("İzmir ırmak", "izmir irmak"),
        ("Łódź", "lodz"),
        ("ʿAbd al-Ḥaʾim", "abd al haim"),
        ("مُحَمَّد أحمـــد", "محمد احمد"),
        ("١٨٨٩", "1889"),
        ("AIU.1889-05/12", "aiu 1889 05 12"),
        ("\u200fתטואן\u200e \u2067Tétouan\u2069", "תטואן tetouan"),
        ("co\u00adopé\u200dration", "cooperation"),
        ("ﬁnance № ²", "finance no 2"),
        ("🏛️ 🎒", ""),
        ("\x00a\x00", "a"),
        ("\ud800", ""),
        ('* OR "NEAR(" ^a:b -c\' %s', "or near a b c s"),
        ("", ""),
        ("   \t\n", ""),
    ],
)
def test_brings_spellings_together(written: str, words: str) -> None:
    assert normalise(written) == words


ANY_TEXT = st.text(st.characters(codec=None), max_size=200)


@settings(deadline=None)
@given(ANY_TEXT)
def test_is_stable(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@settings(deadline=None)
@given(ANY_TEXT)
def test_leaves_only_letters_digits_and_single_spaces(text: str) -> None:
    words = normalise(text)
    assert words == " ".join(words.split())
    assert all(
        unicodedata.category(c)[0] in "LN" or unicodedata.category(c) == "Mc"
        for c in words.replace(" ", "")
    )


@settings(deadline=None)
@given(ANY_TEXT)
def test_a_quick_look_misses_no_word(text: str) -> None:
    plain = run_together(text)
    assert all(word in plain for word in normalise(text).split())


@given(ANY_TEXT)
def test_case_and_composition_make_no_difference(text: str) -> None:
    assert normalise(unicodedata.normalize("NFC", text)) == normalise(text)
    assert normalise(text.lower()) == normalise(text.lower().casefold())


@pytest.mark.parametrize(
    ("words", "bare"),
    [
        ("הספר", "ספר"),
        ("ושבבית", "שבבית בבית בית"),
        ("כשהילדים", "שהילדים הילדים ילדים"),
        ("בירושלים מירושלים", "ירושלים"),
        ("ספר בן הבן של", ""),
        ("the school 1889", ""),
        ("", ""),
    ],
)
def test_finds_the_word_behind_hebrew_prefixes(words: str, bare: str) -> None:
    assert bare_words(words) == bare
