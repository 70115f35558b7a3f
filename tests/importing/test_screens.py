"""The screens of an import without a browser: who may, what is said, and what goes on."""

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from exhibitions.models import Artifact, Collection, Term
from home.roles import TRANSLATORS
from importing.mapping import named
from importing.models import Import, PlannedRow, Profile
from importing.plans.running import work_through
from museum.core.models import User
from tests.importing.conftest import person
from tests.importing.sheets import csv_of, planned, ran, then, upload, xlsx_of

pytestmark = pytest.mark.django_db
HEAD = ("Accession number", "Title [he]", "Date", "Titre (fr)")
BELL = ("DM.1", "פעמון", "about 1889", "Cloche")
State = Import.State


def client_of(user: User) -> Client:
    client = Client(HTTP_ACCEPT_LANGUAGE="en")
    client.force_login(user)
    return client


def at(name: str, run: Import) -> str:
    return reverse(f"importing:{name}", args=[run.pk])


def send(client: Client, content: bytes, name: str = "list.csv") -> Any:
    return client.post(reverse("importing:start"), {"file": SimpleUploadedFile(name, content)})


def settings(run: Import, **more: str) -> dict[str, str]:
    said = {f"column-{place}": key for place, key in enumerate(run.columns)}
    return {**said, "encoding": "utf-8", "separator": "|", "source": "", **more}


def test_from_the_file_to_the_collection(curator: User) -> None:
    client = client_of(curator)
    response = send(client, csv_of(HEAD, BELL))
    run = Import.objects.get()
    assert response.url == at("columns", run)
    page = client.get(response.url).content.decode()
    assert "about 1889" in page and "Cloche" in page
    # A curator writes no French pages.
    assert run.columns == ["accession_number", "title:he", "date", ""]
    assert "Français" in page or "français" in page
    sent: Any = client.post(at("columns", run), settings(run))
    assert sent.url == at("plan", run)
    assert "import-progress" in client.get(at("plan", run)).content.decode()
    work_through()
    plan = client.get(at("plan", run)).content.decode()
    assert "about 1889" in plan and "Import 1 row" in plan
    client.post(at("run", run))
    assert client.get(at("progress", run)).json()["working"]
    work_through()
    assert Artifact.objects.get().title == "פעמון"
    # What was run is not run again.
    client.post(at("run", run))
    run.refresh_from_db()
    assert run.state == "done"
    assert "Take the whole import back" in client.get(at("plan", run)).content.decode()
    client.post(at("undo", run))
    work_through()
    assert not Artifact.objects.exists()


@pytest.mark.parametrize(
    "content, said",
    [
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0", "no spreadsheet"),
        (b"Title,title\n", "Row 1, column A, B"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_words(
    curator: User, content: bytes, said: str
) -> None:
    response = send(client_of(curator), content)
    assert response.status_code == 400
    assert said in response.content.decode()
    assert not Import.objects.exists()


def test_a_file_that_turns_out_bad_halfway_leaves_no_half_plan(curator: User) -> None:
    rows = [(f"DM.{number}", "פריט", "", "") for number in range(600)]
    run = planned(csv_of(HEAD, *rows) + b'"' + b"open\n" * 60_000, curator)
    assert (run.state, run.rows.count()) == ("failed", 0)
    assert "Row 602" in run.failure
    page = client_of(curator).get(at("plan", run)).content.decode()
    assert "quotation mark" in page


def test_a_file_that_is_gone_is_told(curator: User) -> None:
    run = upload(csv_of(HEAD, BELL), curator)
    run.path.unlink()
    assert then(run, State.PLANNING).state == "failed"
    assert "gone" in client_of(curator).get(at("plan", run)).content.decode()
    assert client_of(curator).get(at("columns", run)).status_code == 302


def test_the_same_field_twice_and_no_field_are_refused(curator: User) -> None:
    client = client_of(curator)
    run = upload(csv_of(HEAD, BELL), curator)
    twice = settings(run) | {"column-2": "title:he"}
    assert client.post(at("columns", run), twice).status_code == 400
    none = settings(run) | {f"column-{place}": "" for place in range(4)}
    assert client.post(at("columns", run), none).status_code == 400
    # A language that one may not write cannot be sent either.
    client.post(at("columns", run), settings(run) | {"column-3": "title:fr"})
    run.refresh_from_db()
    assert run.columns[3] == ""


def test_a_profile_maps_the_next_file(curator: User) -> None:
    client = client_of(curator)
    run = upload(csv_of(("No", "Bezeichnung"), ("DM.1", "פעמון")), curator)
    columns = {"column-0": "accession_number", "column-1": "title:he", "profile_name": "Our list"}
    client.post(at("columns", run), settings(run) | columns)
    assert Profile.objects.get().columns == {"no": "accession_number", "bezeichnung": "title:he"}
    other = upload(csv_of(("Bezeichnung", "Rest", "No"), ("גלובוס", "", "DM.2")), curator)
    response: Any = client.get(at("columns", other), {"profile": "Our list"})
    assert [one.key for one in response.context["columns"]] == ["title:he", "", "accession_number"]


def test_a_file_is_read_anew_in_the_letters_that_were_chosen(curator: User) -> None:
    client = client_of(curator)
    text = "Accession number;Title\nDM.1;àéà\n"
    run = upload(text.encode("cp1252"), curator)
    response: Any = client.get(at("columns", run))
    assert response.context["columns"][1].samples == ["איא"]
    client.post(at("columns", run), settings(run, encoding="cp1252"))
    response = client.get(at("columns", run))
    assert response.context["columns"][1].samples == ["àéà"]
    run.refresh_from_db()
    assert run.state == "columns"


def test_unsure_words_are_chosen_once_for_all_rows(museum: Collection, curator: User) -> None:
    term = Term.objects.create(
        vocabulary="object-type", slug="photo", name="תצלום", locale=museum.locale
    )
    client = client_of(curator)
    head = ("Accession number", "Title", "Type")
    run = planned(csv_of(head, ("DM.1", "א", "Foto"), ("DM.2", "ב", "Foto")), curator)
    response: Any = client.get(at("plan", run))
    assert [one["count"] for one in response.context["questions"]] == [2]
    client.post(at("choose", run), {"choice-0": str(term.pk)})
    work_through()
    assert list(run.rows.values_list("outcome", flat=True)) == ["new", "new"]


def test_filters_and_pages_of_a_long_plan(curator: User) -> None:
    rows = [(f"DM.{number}", f"פריט {number}", "", "") for number in range(60)]
    run = planned(csv_of(HEAD, *rows, ("", "בלי מספר", "", "")), curator)
    client = client_of(curator)
    page = client.get(at("plan", run)).content.decode()
    assert "p=2" in page
    response: Any = client.get(at("plan", run), {"show": "refused"})
    assert [one.row.number for one in response.context["rows"]] == [62]
    assert "p=2" in client.get(at("plan", run), {"show": "new"}).content.decode()
    assert client.get(at("plan", run), {"show": "?", "p": "x"}).status_code == 200


def test_thrown_away_with_its_file(curator: User) -> None:
    run = planned(csv_of(HEAD, BELL), curator)
    client_of(curator).post(at("discard", run))
    assert not run.path.exists()
    assert not PlannedRow.objects.exists()
    done = ran(csv_of(HEAD, BELL), curator)
    client_of(curator).post(at("discard", done))
    assert Import.objects.filter(pk=done.pk).exists()


def test_translators_neither_see_nor_do_anything(curator: User) -> None:
    run = planned(csv_of(HEAD, BELL), curator)
    client = client_of(person("translator", TRANSLATORS.name))
    assert "imports/" not in client.get(reverse("wagtailadmin_home")).content.decode()
    for name in ("run", "undo", "choose", "again", "discard"):
        assert client.post(at(name, run)).status_code in (302, 403)
    run.refresh_from_db()
    assert run.state == "planned"
    for name in ("plan", "columns", "progress"):
        assert client.get(at(name, run)).status_code in (302, 403)
    assert "imports/" in client_of(curator).get(reverse("wagtailadmin_home")).content.decode()


def test_a_curator_takes_back_what_they_ran_and_moderators_everything(
    curator: User, moderator: User
) -> None:
    run = ran(csv_of(HEAD, BELL), moderator)
    client_of(curator).post(at("undo", run))
    run.refresh_from_db()
    assert run.state == "done"
    run = ran(csv_of(HEAD, ("DM.2", "גלובוס", "", "")), curator)
    client_of(moderator).post(at("undo", run))
    run.refresh_from_db()
    assert run.state == "undoing"


def test_only_who_may_publish_has_changes_go_live(curator: User, moderator: User) -> None:
    run = upload(csv_of(HEAD, BELL), curator)
    client_of(curator).post(at("columns", run), settings(run, publishes="on"))
    run.refresh_from_db()
    assert not run.publishes
    then(run, State.COLUMNS)
    client_of(moderator).post(at("columns", run), settings(run, publishes="on"))
    run.refresh_from_db()
    assert run.publishes
    then(run, State.PLANNED)
    client_of(curator).post(at("run", run))
    run.refresh_from_db()
    assert run.state == "planned"


def test_a_workbook_needs_no_letters_chosen(curator: User) -> None:
    client = client_of(curator)
    send(client, xlsx_of(HEAD, BELL), "list.xlsx")
    run = Import.objects.get()
    page = client.get(at("columns", run)).content.decode()
    assert not re.search(r'name="encoding"', page)
    form = {name: value for name, value in settings(run).items() if name != "encoding"}
    response: Any = client.post(at("columns", run), form)
    assert response.url == at("plan", run)


@pytest.mark.parametrize(
    "heading, key",
    [
        ("Title [he]", "title:he"),
        ("TITLE", "title:he"),
        ("title_fr", "title:fr"),
        ("Titre (français)", "title:fr"),
        ("כותרת [es]", "title:es"),
        ("Título [Hebreo]", "title:he"),
        ("Numéro d’inventaire", "accession_number"),
        ("Date", "date"),
        ("Date in words [fr]", ""),
        ("Published [he]", ""),
        ("Hauteur (cm)", "height_cm"),
        ("Dimensions (cm)", ""),
        ("Type", "object_type"),
        ("", ""),
    ],
)
def test_headings_are_known_in_four_languages(heading: str, key: str) -> None:
    assert named(heading) == key
