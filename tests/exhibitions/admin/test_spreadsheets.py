"""What a list shows is taken home as a spreadsheet: in every language, and run by no program."""

import csv
from collections.abc import Callable, Iterator
from io import BytesIO, StringIO
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation
from openpyxl import Workbook, load_workbook
from wagtail.models import Page

from exhibitions.models import Artifact
from museum.core.spreadsheets import export
from museum.core.spreadsheets.formulas import FORMULA_STARTS
from tests.exhibitions.room_factory import Museum, make_museum

pytestmark = pytest.mark.django_db
FORMULA = '=HYPERLINK("http://example.org","x")'


@pytest.fixture
def small(museum_home: Page, translate: Callable[..., Page]) -> Museum:
    museum = make_museum(museum_home)
    bell = museum.artifact(1)
    bell.title, bell.date, bell.credit_line = "פעמון", "1889~", FORMULA
    bell.height_cm, bell.description = "12.5", "<p>ראשון.</p><p>שני &amp; שלישי.</p>"
    bell.save_revision().publish()
    translate(bell, "fr", title="Cloche")
    museum.artifact(2)
    return museum


def asked(client: Client, parent: Page, **query: str) -> bytes:
    response: Any = client.get(reverse("wagtailadmin_explore", args=[parent.pk]), query)
    assert response.status_code == 200
    # Another language is active by the time that the file is sent.
    with translation.override("es"):
        return b"".join(response.streaming_content)


def rows_of(body: bytes) -> list[dict[str, str]]:
    assert body.startswith(export.BYTE_ORDER_MARK)
    return list(csv.DictReader(StringIO(body.decode("utf-8-sig"))))


@pytest.mark.usefixtures("in_english")
def test_a_list_is_a_table_in_every_language(admin_client: Client, small: Museum) -> None:
    rows = rows_of(asked(admin_client, small.collection, export="csv"))
    assert [row["Accession number"] for row in rows] == ["DM.0001", "DM.0002"]
    bell = rows[0]
    assert (bell["Title [he]"], bell["Title [fr]"], bell["Title [es]"]) == ("פעמון", "Cloche", "")
    assert (bell["Date"], bell["Date in words [fr]"]) == ("1889~", "vers 1889")
    assert bell["Description [he]"].split() == ["ראשון.", "שני", "&", "שלישי."]
    assert bell["Published [fr]"] == "yes"
    assert bell["Address [fr]"].endswith("/fr/collection/work-1/")


@pytest.mark.usefixtures("in_english")
def test_what_is_searched_and_filtered_is_what_is_taken(
    admin_client: Client, small: Museum
) -> None:
    filtered = asked(admin_client, small.collection, export="csv", accession_number__icontains="01")
    assert [row["Accession number"] for row in rows_of(filtered)] == ["DM.0001"]
    found = asked(admin_client, small.collection, export="csv", q="פעמון")
    assert [row["Accession number"] for row in rows_of(found)] == ["DM.0001"]


@pytest.fixture
def in_hebrew() -> Iterator[None]:
    with translation.override("he"):
        yield


@pytest.mark.usefixtures("in_hebrew")
def test_an_office_program_opens_it_as_it_is(admin_client: Client, small: Museum) -> None:
    [sheet] = load_workbook(BytesIO(asked(admin_client, small.collection, export="xlsx")))
    assert sheet.sheet_view.rightToLeft
    assert sheet.freeze_panes == "A2"
    cells = [cell for row in sheet.iter_rows() for cell in row]
    formulas = [cell for cell in cells if cell.value == FORMULA]
    assert {cell.data_type for cell in formulas} == {"s"}
    assert 12.5 in [cell.value for cell in cells if cell.data_type == "n"]


@pytest.mark.usefixtures("in_english")
def test_no_cell_is_run_as_a_formula(admin_client: Client, small: Museum) -> None:
    [bell, _two] = rows_of(asked(admin_client, small.collection, export="csv"))
    assert bell["Credit line [he]"] == f"'{FORMULA}"


@pytest.mark.parametrize("start", FORMULA_STARTS)
def test_every_start_of_a_formula_is_made_safe(start: str) -> None:
    assert export.safe(f"{start}1+1") == f"'{start}1+1"


@pytest.mark.parametrize("value", ["plain", "'quoted", "", 5, -5, "1889~", "a=b"])
def test_other_values_stay_as_they_are(value: str | int) -> None:
    assert export.safe(value) == value


def test_a_control_character_that_the_format_cannot_hold_is_left_out() -> None:
    sheet = Workbook().active
    assert export.text_cell(sheet, "a\x0bb\x00").value == "ab"


@pytest.mark.usefixtures("in_english")
def test_a_longer_list_asks_no_more(
    admin_client: Client, small: Museum, monkeypatch: pytest.MonkeyPatch
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked_for:
            asked(admin_client, small.collection, export="csv")
        return len(asked_for)

    queries()
    few = queries()
    for number in range(3, 9):
        small.artifact(number)
    assert queries() == few
    assert Artifact.objects.count() == 9
    monkeypatch.setattr(export, "TOGETHER", 4)
    assert queries() == few + 1
