"""Citations: in the page's language and styles,
and for reference managers without a sign misread.
"""

import json
import re
from collections.abc import Callable
from datetime import date
from html import unescape

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from exhibitions.models import Artifact
from exhibitions.vocabulary.dates import csl_date
from museum.core.citations import bibtex, bibtex_text, in_style, one_line, ris

COMMANDS = {
    r"\textbackslash{}": "\\",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
} | {f"\\{sign}": sign for sign in "{}#$%&_"}
RECORD = {
    "id": "museum-1",
    "type": "webpage",
    "title": "פנקס & {כיתה}: 100%_של בית",
    "author": [{"literal": "כי״ח"}],
    "issued": {"date-parts": [[1862]]},
    "number": "DM.1",
    "container-title": "המוזיאון",
    "URL": "https://museum.example/he/x/",
    "language": "he",
    "accessed": {"date-parts": [[2026, 11, 25]]},
}


def read_bibtex(text: str) -> str:
    """What BibTeX prints of an escaped text."""
    pattern = "|".join(re.escape(command) for command in COMMANDS)
    return re.sub(pattern, lambda match: COMMANDS[match[0]], text)


@given(st.text())
def test_bibtex_reads_back_what_was_written(text: str) -> None:
    assert read_bibtex(bibtex_text(text)) == one_line(text)


@given(st.text(min_size=1))
def test_an_entry_stays_one_entry_whatever_a_title_says(title: str) -> None:
    entry = bibtex({**RECORD, "title": title})
    bare = re.sub(r"\\[{}]", "", entry)
    assert bare.count("{") == bare.count("}")
    assert (
        entry.startswith("@online{museum-1,\n") and entry.endswith("}\n\n") or entry.endswith("}\n")
    )
    lines = ris({**RECORD, "title": title}).split("\r\n")
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines[:-1])
    assert [line[:2] for line in lines].count("ER") == 1


def test_styles_speak_the_pages_language() -> None:
    hebrew = in_style(RECORD, "Chicago")
    assert "כי״ח" in hebrew and "25 נובמבר 2026" in hebrew
    assert "25 novembre 2026" in in_style({**RECORD, "language": "fr"}, "Chicago")
    assert "(1862)" in in_style({**RECORD, "language": "en"}, "APA")


@pytest.mark.parametrize(
    ("edtf", "wanted"),
    [
        ("1862-12-23", {"date-parts": [[1862, 12, 23]]}),
        ("1862", {"date-parts": [[1862]]}),
        ("1889~", {"date-parts": [[1889]], "circa": True}),
        ("1862/1883", {"date-parts": [[1862], [1883]]}),
        ("188X", {"date-parts": [[1880], [1889]]}),
        ("[1889,1898]", {"date-parts": [[1889], [1898]]}),
        ("-0499", {"date-parts": [[-500]]}),
        ("0000", {"date-parts": [[-1]]}),
        ("-0499/0001", {"date-parts": [[-500], [1]]}),
        ("-0499-03-01", {"date-parts": [[-500, 3, 1]]}),
        ("1873/..", None),
        ("", None),
    ],
)
def test_dates_are_as_exact_as_they_are_known(edtf: str, wanted: dict | None) -> None:
    assert csl_date(edtf) == wanted


@pytest.mark.parametrize(
    ("edtf", "biblatex", "ris_lines", "apa"),
    [
        ("1862-12-23", "1862-12-23", ["PY  - 1862", "DA  - 1862/12/23/"], "(1862"),
        ("1862-12", "1862-12", ["PY  - 1862", "DA  - 1862/12//"], "(1862"),
        ("0896", "0896", ["PY  - 0896", "DA  - 0896///"], "(896"),
        ("1862/1883", "1862/1883", ["DA  - ///1862-1883"], "(1862–1883)"),
        ("-0499", "-0499", ["DA  - ///500 BCE"], "(500"),
        ("0000", "0000", ["DA  - ///1 BCE"], "(1"),
        ("-0499/0010", "-0499/0010", ["DA  - ///500 BCE-10"], "(500"),
    ],
)
def test_no_reader_misreads_a_year(
    edtf: str, biblatex: str, ris_lines: list[str], apa: str
) -> None:
    found = {**RECORD, "language": "en", "issued": csl_date(edtf)}
    assert f"  date = {{{biblatex}}},\n" in bibtex(found)
    dates = [line for line in ris(found).split("\r\n") if line[:2] in ("PY", "DA")]
    assert dates == ris_lines
    styled = in_style(found, "APA")
    assert apa in styled and "(-" not in styled and "0000" not in styled


@pytest.mark.django_db
def test_every_page_says_how_it_is_cited(
    client: Client, artifact: Callable[..., Artifact], museum: dict
) -> None:
    page = artifact("פנקס <כיתה>", "aiu-9", date="1862")
    page.people = [{"type": "person", "value": {"name": "דוד כהן", "role": "author", "note": ""}}]
    page.save_revision().publish()
    body = client.get(f"/he/cite/{page.translation_key}/").content.decode()
    assert "<כיתה>" not in body
    assert "דוד כהן. " in unescape(body) and "@online{" in body
    link = f"/he/cite/{page.translation_key}/"
    assert link in client.get(page.address).content.decode()
    for other in (museum["story"], museum["community"]):
        assert client.get(f"/he/cite/{other.translation_key}/").status_code == 200
    assert client.get(f"/fr/cite/{page.translation_key}/").status_code == 404
    page.unpublish()
    assert client.get(link).status_code == 404


@pytest.mark.django_db
def test_reference_managers_get_a_file(client: Client, artifact: Callable[..., Artifact]) -> None:
    page = artifact("פנקס", "aiu-9", date="1862~")
    address = f"/he/cite/{page.translation_key}/citation."
    answers = {kind: client.get(address + kind) for kind in ("bib", "ris", "json")}
    assert {answer.status_code for answer in answers.values()} == {200}
    assert "date = {1862}" in answers["bib"].content.decode()
    assert "TI  - פנקס" in answers["ris"].content.decode()
    [found] = json.loads(answers["json"].content)
    assert found["issued"] == {"date-parts": [[1862]], "circa": True}
    assert found["accessed"]["date-parts"][0][0] >= date(2020, 1, 1).year
    assert client.get(address + "exe").status_code == 404


def test_a_page_without_a_maker_is_the_museums_own_and_names_it_once() -> None:
    found = {name: value for name, value in RECORD.items() if name != "author"}
    found |= {"language": "en", "container-title": "Digital Museum", "title": "A bell"}
    for style in ("Chicago", "APA"):
        styled = in_style(found, style)
        assert styled.startswith("Digital Museum. ")
        assert styled.count("Digital Museum") == 1
        assert styled.count("A bell") + styled.count("A Bell") == 1


@pytest.mark.parametrize(
    ("language", "title", "wanted"),
    [
        ("en", "“The School Opened”: A Letter", "“‘The School Opened’: A Letter”"),
        ("he", "”בית הספר נפתח היום”: מכתב", "‘בית הספר נפתח היום’: מכתב"),
        ("fr", "« L’école est ouverte » : une lettre", "“L’école est ouverte” : une lettre"),
        ("he", 'פנקס של כי"ח', 'פנקס של כי"ח'),
    ],
)
def test_quotation_marks_are_not_doubled(language: str, title: str, wanted: str) -> None:
    styled = in_style({**RECORD, "language": language, "title": title}, "Chicago")
    assert wanted in styled
    assert "““" not in styled and "””" not in styled


@pytest.mark.django_db
def test_a_switch_of_language_stays_with_the_citation(
    client: Client, artifact: Callable[..., Artifact], translate: Callable[..., Artifact]
) -> None:
    page = artifact("פנקס", "aiu-9")
    translate(page, "fr")
    shown = client.get(f"/he/cite/{page.translation_key}/").content.decode()
    assert f"?to=%2Ffr%2Fcite%2F{page.translation_key}%2F" in shown


@pytest.mark.django_db
def test_a_switch_of_language_keeps_the_filters(
    client: Client, museum: dict, translate: Callable[..., Artifact]
) -> None:
    index = museum["artifact"].get_parent().specific
    translate(index, "fr")
    shown = client.get(f"{index.address}?type=map&page=1").content.decode()
    assert "?to=%2Ffr%2Fcollection%2F%3Ftype%3Dmap%26page%3D1" in shown
    assert 'hreflang="fr" href="' in shown
    assert "type=map" not in shown.partition("</head>")[0]
