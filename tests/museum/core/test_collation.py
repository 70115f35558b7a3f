"""Lists are sorted as the languages' dictionaries sort."""

import pytest

from museum.core.collation import sort_key


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("es", ["Tánger", "Teherán", "Tetuán", "Túnez"]),
        ("es", ["cuna", "cuña", "cuño", "cúpula"]),
        ("es", ["nube", "ñandú", "oda"]),
        ("fr", ["école", "élève", "Iran", "œuvre", "outil"]),
        ("he", ["בגדאד", "בַּרְזֶל", "דמשק", "תטואן"]),
        ("en", ["bell", "Ben", "“Berta”", "co-op", "coop 2"]),
    ],
)
def test_words_stand_in_the_order_of_their_letters(language: str, wanted: list[str]) -> None:
    mixed = [*wanted[1:], wanted[0]]
    assert sorted(mixed, key=lambda word: sort_key(word, language)) == wanted
