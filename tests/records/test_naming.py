"""A reader sees the name of their own language, else of their script, else the preferred."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.naming import NameKind, choose, direction_of, script_of


@dataclass
class Written:
    text: str
    language: str = ""
    kind: str = "preferred"

    @property
    def written_in(self) -> str:
        return script_of(self.text)


TETOUAN = [
    Written("Tétouan", "fr"),
    Written("תטואן", "he"),
    Written("تطوان", "ar", "official"),
    Written("Tettauen", "", "variant"),
]


@pytest.mark.parametrize(
    ("text", "script", "direction"),
    [
        ("תטואן", "Hebr", "rtl"),
        ("Tétouan", "Latn", "ltr"),
        ("الجديدة", "Arab", "rtl"),
        ("Θεσσαλονίκη", "Grek", "ltr"),
        ("София", "Cyrl", "ltr"),
        ("טנג׳יר (Tanger, a)", "Latn", "ltr"),
        ("1862", "", "auto"),
        ("", "", "auto"),
    ],
)
def test_the_letters_say_the_script(text: str, script: str, direction: str) -> None:
    assert script_of(text) == script
    assert direction_of(script_of(text)) == direction


@pytest.mark.parametrize(
    ("language", "shown"), [("he", "תטואן"), ("fr", "Tétouan"), ("es", "Tétouan")]
)
def test_readers_see_their_own_name(language: str, shown: str) -> None:
    naming = choose(TETOUAN, language)
    assert naming.shown and naming.shown.text == shown
    assert [name.text for name in naming.others] == [
        name.text for name in TETOUAN if name.text != shown
    ]


def test_the_script_comes_before_the_kind() -> None:
    names = [Written("تطوان", "ar"), Written("Tettauen", "", "variant")]
    assert choose(names, "fr").shown == names[1]
    assert choose(names, "he").shown == names[0]


NAME = st.builds(
    Written,
    st.sampled_from(["תטואן", "Tetuán", "Tétouan", "تطوان", "София", "1862"]),
    st.sampled_from(["", "he", "fr", "es", "ar", "bg"]),
    st.sampled_from(NameKind.values),
)


@given(st.lists(NAME, max_size=8), st.sampled_from(["he", "es", "fr", "en"]))
def test_no_name_is_lost_or_said_twice(names: list[Written], language: str) -> None:
    naming = choose(names, language)
    texts = [name.text for name in ([naming.shown] if naming.shown else []) + naming.others]
    assert sorted(texts) == sorted({name.text for name in names})
    if any(name.language == language for name in names):
        assert naming.shown and naming.shown.language == language
