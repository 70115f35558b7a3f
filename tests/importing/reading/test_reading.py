"""Spreadsheets as they come: whatever program saved them, a cell is what its curator sees."""

import csv
import tracemalloc
from datetime import date, datetime
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from importing.reading import Fault, Row, Unreadable, opened
from importing.reading.table import letters
from museum.core.spreadsheets.formulas import kept, marked, unmarked
from tests.importing.reading.corpus import BAD, workbook

HEBREW = "מספר;כותרת;מקום\nDM.1;ספר תורה;טטואן\nDM.2;פעמון בית הספר;תוניס\n"
FRENCH = "Numéro;Titre;Lieu\nDM.1;École de Tétouan, fondée à l’été;Tétouan\n"


def read(path: Path, **options: str) -> list[tuple[str, ...]]:
    table = opened(path, **options)
    return [table.headings, *(row.cells for row in table.rows())]


def plain(text: str) -> list[tuple[str, ...]]:
    return [tuple(line.split(";")) for line in text.splitlines()]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1255"]
)
@pytest.mark.parametrize("delimiter", list(",;\t|"))
def test_hebrew_is_read_in_every_encoding(tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(HEBREW.replace(";", delimiter).encode(encoding))
    assert read(path) == plain(HEBREW)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_french_is_read_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(FRENCH.encode(encoding))
    assert read(path) == plain(FRENCH)


def test_the_curators_word_on_the_letters_goes_first(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("a;b\nàéà;x\n".encode("cp1252"))
    assert read(path)[1][0] == "איא"
    assert read(path, encoding="cp1252")[1][0] == "àéà"
    with pytest.raises(Unreadable) as refused:
        read(path, encoding="utf-8")
    assert (refused.value.problem.fault, refused.value.problem.row) == (Fault.ENCODING, 1)


def test_rows_keep_their_numbers_over_empty_ones_and_cells_of_many_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('\nTitle,Note\n\nBell,"one\r\ntwo"\n,\nGlobe,\n')
    rows = list(opened(path).rows())
    assert [(row.number, row.cells) for row in rows] == [
        (4, ("Bell", "one\ntwo")),
        (6, ("Globe", "")),
    ]


def test_a_workbook_says_what_its_curator_sees(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    sheet.append(["n", "f", "d", "t", "b", "z", "x"])
    sheet.append(
        [1889.0, 12.1 + 0.2, date(1889, 5, 4), datetime(1889, 5, 4, 10, 30), True, 7, 1e21]
    )
    sheet["F2"].number_format = "0000"
    book.save(tmp_path / "a.xlsx")
    assert read(tmp_path / "a.xlsx")[1] == (
        *("1889", "12.3", "1889-05-04", "1889-05-04T10:30:00", "TRUE", "0007"),
        "1" + "0" * 21,
    )


def test_errors_and_cells_beside_the_table_are_told_of_their_row_alone(tmp_path: Path) -> None:
    workbook(tmp_path / "a.xlsx", ["Title", "Date"], ["#REF!", 1889], ["a", "b", None, "c"], ["d"])
    first, second, third = opened(tmp_path / "a.xlsx").rows()
    assert [(one.fault, one.row, one.column) for one in first.problems] == [
        (Fault.SPREADSHEET_ERROR, 2, "A")
    ]
    assert [(one.fault, one.row, one.column) for one in second.problems] == [
        (Fault.CELL_WITHOUT_HEADING, 3, "D")
    ]
    assert third == Row(4, ("d", ""))


def test_formulas_are_read_as_their_results(tmp_path: Path) -> None:
    workbook(tmp_path / "a.xlsx", ["Title"], ['=WEBSERVICE("http://example.org")'])
    assert read(tmp_path / "a.xlsx") == [("Title",)]


def test_a_million_empty_rows_take_no_time_and_no_memory(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["Title"])
    book.active.append(["Bell"])
    book.active.cell(1_000_000, 1).value = "far below"
    book.save(tmp_path / "a.xlsx")
    tracemalloc.start()
    rows = list(opened(tmp_path / "a.xlsx").rows())
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()
    assert [row.cells for row in rows] == [("Bell",)]


def test_only_the_sheet_in_front_is_read_and_said(tmp_path: Path) -> None:
    workbook(tmp_path / "a.xlsx", ["Title"], ["Bell"])
    book = load_workbook(tmp_path / "a.xlsx")
    book.create_sheet("Notes", 0).sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    table = opened(tmp_path / "a.xlsx")
    assert (table.note, table.headings) == ("Sheet", ("Title",))


@pytest.mark.parametrize("name", BAD)
def test_bad_files_are_refused_in_the_right_words(name: str, tmp_path: Path) -> None:
    make, fault = BAD[name]
    path = tmp_path / "bad"
    make(path)
    with pytest.raises(Unreadable) as refused:
        for _row in opened(path).rows():
            pass
    assert refused.value.problem.fault == fault


def test_a_refusal_names_row_and_column(tmp_path: Path) -> None:
    path = tmp_path / "bad"
    BAD["doubled headings"][0](path)
    with pytest.raises(Unreadable) as refused:
        opened(path)
    problem = refused.value.problem
    assert (problem.row, problem.column, problem.detail) == (1, "A, C", "title")
    assert [letters(place) for place in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_a_row_with_a_very_long_cell_is_told_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"Title,Date\n{'a' * 100_001},1\nBell,2\n")
    long, fine = opened(path).rows()
    assert [(one.fault, one.row, one.column) for one in long.problems] == [
        (Fault.LONG_CELL, 2, "A")
    ]
    assert long.cells == ("", "1")
    assert fine.problems == ()


@given(st.binary(max_size=300))
def test_bytes_of_any_kind_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any"
    for start in (b"", b"PK\x03\x04"):
        path.write_bytes(start + content)
        try:
            list(opened(path).rows())
        except Unreadable as refused:
            assert refused.problem.fault in Fault


CELL = st.text(
    st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), max_size=20
).map(str.strip)


@given(st.lists(st.tuples(CELL, CELL, CELL), max_size=6))
def test_what_is_written_as_csv_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, ...]]
) -> None:
    path = tmp_path_factory.getbasetemp() / "again.csv"
    out = StringIO()
    csv.writer(out).writerows([("one", "two", "three"), *[map(marked, row) for row in rows]])
    path.write_bytes(out.getvalue().encode("utf-8-sig"))
    assert read(path)[1:] == [row for row in rows if any(row)]


@given(st.text("'=+-@a", max_size=6))
def test_marks_before_formulas_are_taken_back_exactly(text: str) -> None:
    assert unmarked(marked(text)) == unmarked(kept(text)) == text
    assert not marked(text).startswith(tuple("=+-@"))
