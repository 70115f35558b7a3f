"""From a table to the collection: what is planned is shown, what is shown is run, all goes back."""

import csv
import fcntl
from collections.abc import Callable
from io import StringIO
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import call_command
from django.db import OperationalError
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale

from exhibitions.models import Artifact, Collection, Term
from home.translating import translate
from importing.artifacts import writing
from importing.models import Import, PlannedRow, SourceIdentity, folder
from importing.plans import running
from importing.plans.running import work_through
from museum.core.models import User
from tests.exhibitions.room_factory import make_image
from tests.importing.sheets import csv_of, outcomes, planned, ran, row, states, then

pytestmark = pytest.mark.django_db
HEAD = ("Accession number", "Title [he]", "Date", "Height (cm)")
BELL = ("DM.1", "פעמון", "about 1889", "12,5")
GLOBE = ("DM.2", "גלובוס", "1890", "")
State, Outcome = Import.State, PlannedRow.Outcome


def artifact(number: str, language: str = "he") -> Artifact:
    return Artifact.objects.get(accession_number=number, locale__language_code=language)


def latest(number: str) -> Any:
    return artifact(number).get_latest_revision_as_object()


def make(museum: Collection, number: str, title: str, live: bool = True, **fields: Any) -> Artifact:
    page = museum.add_child(
        instance=Artifact(title=title, accession_number=number, live=live, **fields)
    )
    revision = page.save_revision()
    if live:
        revision.publish()
    return artifact(number)


def test_new_rows_become_drafts_of_who_ran_them(curator: User) -> None:
    run = planned(csv_of(HEAD, BELL, GLOBE), curator)
    assert outcomes(run) == ["new", "new"]
    assert not Artifact.objects.exists()
    then(run, State.RUNNING)
    bell = artifact("DM.1")
    assert (bell.title, bell.date, str(bell.height_cm)) == ("פעמון", "1889~", "12.5")
    assert (bell.live, bell.owner, bell.latest_revision.user) == (False, curator, curator)
    assert bell.earliest == 1889
    assert states(run) == ["done", "done"]
    # What the museum took is in the plan; the rest of the file is not kept.
    assert not run.path.exists()


def test_what_came_in_is_found_by_search_at_once(curator: User) -> None:
    ran(csv_of(HEAD, BELL), curator)
    assert [page.title for page in Artifact.objects.search("פעמון")] == ["פעמון"]


def test_one_process_works_at_a_time(curator: User) -> None:
    run = planned(csv_of(HEAD, BELL), curator)
    run.go(State.RUNNING)
    with (folder() / "lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        call_command("work_imports")
        assert not Artifact.objects.exists()
    call_command("work_imports")
    assert Artifact.objects.exists()


def test_the_same_file_twice_changes_nothing(curator: User) -> None:
    ran(csv_of(HEAD, BELL, GLOBE), curator)
    before = {page.pk: page.latest_revision_id for page in Artifact.objects.all()}
    again = ran(csv_of(HEAD, BELL, GLOBE), curator)
    assert outcomes(again) == ["same", "same"]
    assert {page.pk: page.latest_revision_id for page in Artifact.objects.all()} == before


def test_a_change_of_a_published_page_is_a_draft_until_it_is_published(
    museum: Collection, curator: User
) -> None:
    make(museum, "DM.1", "פעמון", date="1880", medium="נחושת")
    run = planned(csv_of((*HEAD, "Medium"), ("DM.1", "פעמון גדול", "1889", "", "")), curator)
    assert [(one["field"], one["before"], one["after"]) for one in row(run, 2).changes] == [
        ("title", "פעמון", "פעמון גדול"),
        ("date", "1880", "1889"),
    ]
    then(run, State.RUNNING)
    page = artifact("DM.1")
    assert (page.live, page.title, page.has_unpublished_changes) == (True, "פעמון", True)
    # An empty cell has taken nothing away.
    assert (latest("DM.1").title, latest("DM.1").medium) == ("פעמון גדול", "נחושת")


def test_who_may_publish_has_changes_go_live(museum: Collection, moderator: User) -> None:
    make(museum, "DM.1", "פעמון")
    make(museum, "DM.2", "גלובוס", live=False)
    rows = (("DM.1", "פעמון גדול", "", ""), ("DM.2", "גלובוס גדול", "", ""))
    ran(csv_of(HEAD, *rows), moderator, publishes=True)
    assert (artifact("DM.1").title, artifact("DM.1").has_unpublished_changes) == (
        "פעמון גדול",
        False,
    )
    assert (artifact("DM.2").title, artifact("DM.2").live) == ("גלובוס גדול", False)


def test_a_draft_of_somebody_is_not_published_with_a_change(
    museum: Collection, moderator: User
) -> None:
    for number in ("DM.1", "DM.2"):
        make(museum, number, "פעמון")
        draft = artifact(number)
        draft.medium = "לא גמור"
        draft.save_revision()
    rows = (("DM.1", "פעמון גדול", "", ""), ("DM.2", "פעמון", "", ""))
    run = ran(csv_of(HEAD, *rows), moderator, publishes=True)
    assert outcomes(run) == ["refused", "same"]
    assert "draft" in row(run, 2).reasons[0]
    assert (artifact("DM.1").medium, latest("DM.1").medium) == ("", "לא גמור")


@pytest.mark.parametrize("mark", ["[empty]", "[Vide]", "[ריק]"])
def test_a_marked_cell_empties_a_field(museum: Collection, curator: User, mark: str) -> None:
    make(museum, "DM.1", "פעמון", date="1880", height_cm="3", live=False)
    run = ran(csv_of(HEAD, ("DM.1", mark, mark, mark)), curator)
    assert outcomes(run) == ["refused"]
    ran(csv_of(HEAD, ("DM.1", "", mark, mark)), curator)
    assert (artifact("DM.1").date, artifact("DM.1").height_cm) == ("", None)


def test_rows_that_cannot_be_taken_say_why_and_the_others_go_on(
    museum: Collection, curator: User
) -> None:
    make(museum, "DM.7", "נעול", locked=True)
    make(museum, "DM.8", "אחד", live=False)
    run = ran(
        csv_of(
            HEAD,
            ("", "בלי מספר", "", ""),
            ("DM.3", "", "", ""),
            ("DM.4", "תאריך", "une vieille photo", ""),
            ("DM.5", "מידה", "", "wide"),
            ("DM.6", "אחת", "", "", "beside"),
            ("DM.7", "אחר", "", ""),
            ("DM.1", "פעמון", "", ""),
            ("DM.1", "פעמון שני", "", ""),
            ("DM.9", "א" * 256, "", ""),
            ("DM/*", "כוכב", "", ""),
        ),
        curator,
    )
    assert outcomes(run) == ["refused"] * 6 + ["new"] + ["refused"] * 3
    reasons = [" ".join(one.reasons) for one in run.rows.all()]
    for words, said in zip(
        (
            *("accession number", "title", "vieille", "wide", "column E", "locked", ""),
            *("Row 8", "255", "letters"),
        ),
        reasons,
        strict=True,
    ):
        assert words in said
    assert set(Artifact.objects.values_list("accession_number", flat=True)) == {
        *("DM.1", "DM.7", "DM.8")
    }


def test_an_item_is_known_by_its_identifier_in_the_source(curator: User) -> None:
    head = ("id", *HEAD)
    ran(csv_of(head, ("77", *BELL)), curator, source="Omeka")
    assert SourceIdentity.objects.get().source_id == "77"
    again = ran(csv_of(head, ("77", "DM.100", "", "", "")), curator, source="Omeka")
    assert outcomes(again) == ["changed"]
    assert artifact("DM.100").title == "פעמון"
    elsewhere = planned(csv_of(head, ("77", "DM.200", "אחר", "", "")), curator, source="Elsewhere")
    assert outcomes(elsewhere) == ["new"]


def test_a_number_that_another_artifact_has_is_refused(museum: Collection, curator: User) -> None:
    ran(csv_of(("id", *HEAD), ("77", *BELL), ("78", *GLOBE)), curator)
    run = planned(csv_of(("id", *HEAD), ("77", "DM.2", "", "", "")), curator)
    assert outcomes(run) == ["refused"]
    assert "גלובוס" in row(run, 2).reasons[0]


def test_a_page_edited_between_plan_and_run_is_left(museum: Collection, curator: User) -> None:
    page = make(museum, "DM.1", "פעמון", live=False)
    run = planned(csv_of(HEAD, BELL, GLOBE), curator)
    page.date = "1700"
    page.save_revision()
    then(run, State.RUNNING)
    assert states(run) == ["refused", "done"]
    assert "edited" in row(run, 2).reasons[0]
    assert latest("DM.1").date == "1700"


def test_a_number_taken_between_plan_and_run_is_refused(museum: Collection, curator: User) -> None:
    run = planned(csv_of(HEAD, BELL), curator)
    make(museum, "DM.1", "אחר")
    assert states(then(run, State.RUNNING)) == ["refused"]
    assert Artifact.objects.count() == 1


def test_a_run_that_was_killed_goes_on_without_a_double(
    curator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [(f"DM.{number}", f"פריט {number}", "", "") for number in range(6)]
    run = planned(csv_of(HEAD, *rows), curator)
    write, done = writing.Writer.write, []

    def killed(self: Any) -> Any:
        trace = write(self)
        done.append(self.row.number)
        if len(done) == 4:
            raise OperationalError("killed in the middle of a row")
        return trace

    monkeypatch.setattr(writing.Writer, "write", killed)
    run.go(State.RUNNING)
    with pytest.raises(OperationalError):
        work_through()
    assert Artifact.objects.count() == 3
    monkeypatch.setattr(writing.Writer, "write", write)
    work_through()
    run.refresh_from_db()
    assert (run.state, states(run)) == ("done", ["done"] * 6)
    assert Artifact.objects.count() == 6


def test_rows_are_left_to_the_next_time_once_the_time_is_over(
    museum: Collection, curator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "TOGETHER", 2)
    rows = [(f"DM.{number}", f"פריט {number}", "", "") for number in range(4)]
    run = planned(csv_of(HEAD, *rows), curator)
    clock = iter([0.0, 5.0, 15.0])
    monkeypatch.setattr(running, "time", SimpleNamespace(monotonic=lambda: next(clock)))
    run.go(State.RUNNING)
    work_through(10.0)
    run.refresh_from_db()
    assert (run.state, states(run)) == ("running", ["done", "done", "planned", "planned"])
    monkeypatch.undo()
    work_through()
    run.refresh_from_db()
    assert (run.state, states(run)) == ("done", ["done"] * 4)


def test_undo_takes_all_back_but_what_was_edited_later(museum: Collection, curator: User) -> None:
    make(museum, "DM.1", "פעמון ישן", date="1800")
    make(museum, "DM.3", "שלישי", live=False)
    third = ("DM.3", "שלישי", "1900", "")
    run = ran(
        csv_of(("id", *HEAD), *[(n, *r) for n, r in enumerate((BELL, GLOBE, third))]), curator
    )
    later = artifact("DM.3")
    later.medium = "עץ"
    later.save_revision()
    then(run, State.UNDOING)
    assert states(run) == ["undone", "undone", "left"]
    assert "edited" in row(run, 4).reasons[0]
    assert (latest("DM.1").title, latest("DM.1").date) == ("פעמון ישן", "1800")
    assert not artifact("DM.1").has_unpublished_changes
    assert not Artifact.objects.filter(accession_number="DM.2").exists()
    assert latest("DM.3").date == "1900"
    assert list(SourceIdentity.objects.values_list("source_id", flat=True)) == ["2"]


def test_what_undo_takes_back_is_live_again(museum: Collection, moderator: User) -> None:
    make(museum, "DM.1", "פעמון ישן")
    run = ran(csv_of(HEAD, BELL), moderator, publishes=True)
    assert artifact("DM.1").title == "פעמון"
    then(run, State.UNDOING)
    assert (artifact("DM.1").title, artifact("DM.1").live) == ("פעמון ישן", True)


def test_a_new_page_that_was_published_or_used_stays(museum: Collection, curator: User) -> None:
    run = ran(csv_of(HEAD, BELL), curator)
    artifact("DM.1").get_latest_revision().publish()
    then(run, State.UNDOING)
    assert states(run) == ["left"]
    assert artifact("DM.1").live


class TestObjectTypes:
    HEAD = ("Accession number", "Title [he]", "Type")

    @pytest.fixture(autouse=True)
    def terms(self, museum: Collection) -> None:
        for slug, he, fr in (("photo", "תצלום", "Photographie"), ("book", "ספר", "Livre")):
            term = Term.objects.create(
                vocabulary="object-type", slug=slug, name=he, locale=museum.locale
            )
            french = Locale.objects.get(language_code="fr")
            translate(term, Term(vocabulary="object-type", slug=slug, name=fr), french)

    def test_are_known_in_every_language(self, curator: User) -> None:
        ran(csv_of(self.HEAD, ("DM.1", "א", "livre"), ("DM.2", "ב", "תצלום")), curator)
        assert artifact("DM.1").object_type.slug == "book"
        assert artifact("DM.2").object_type.slug == "photo"

    def test_that_are_unsure_wait_for_the_curators_word(self, curator: User) -> None:
        run = planned(csv_of(self.HEAD, ("DM.1", "א", "Photografie")), curator)
        assert outcomes(run) == ["unsure"]
        option = row(run, 2).options[0]
        assert option["text"] == "Photografie"
        assert option["options"][0][1] in ("תצלום", "Photographie")
        run.choices = {"object_type": {"Photografie": option["options"][0][0]}}
        run.save()
        assert outcomes(then(run, State.PLANNING)) == ["new"]
        then(run, State.RUNNING)
        assert artifact("DM.1").object_type.slug == "photo"


def test_pictures_come_by_the_names_of_their_files(museum: Collection, curator: User) -> None:
    first, second = make_image(1), make_image(2)
    type(first).objects.filter(pk=first.pk).update(original_name="DM.1_recto.TIF")
    type(first).objects.filter(pk=second.pk).update(original_name="DM.1_verso.tif")
    head = (*HEAD, "Pictures")
    names = "dm.1_recto.tif | scans/DM.1_verso.tif"
    ran(csv_of(head, (*BELL, names)), curator)
    assert [view.value["image"].pk for view in artifact("DM.1").views] == [first.pk, second.pk]
    assert artifact("DM.1").lead_image == first
    assert outcomes(planned(csv_of(head, (*BELL, names)), curator)) == ["same"]
    missing = planned(csv_of(head, (*GLOBE, "no.jpg")), curator)
    assert "no.jpg" in row(missing, 2).reasons[0]


class TestLanguages:
    HEAD = ("Accession number", "Title [he]", "Title [fr]", "Description [he]", "Description [fr]")
    ROW = ("DM.1", "פעמון", "Cloche", "אחת\nשתיים", "Une & une\nDeux")

    def test_a_new_artifact_comes_with_its_translations(self, moderator: User) -> None:
        ran(csv_of(self.HEAD, self.ROW), moderator)
        french = artifact("DM.1", "fr")
        assert (french.title, french.live) == ("Cloche", False)
        assert french.description.count("<p") == 2
        assert "Une &amp; une" in french.description
        assert outcomes(planned(csv_of(self.HEAD, self.ROW), moderator)) == ["same"]

    def test_words_for_a_published_translation_wait_for_their_translator(
        self,
        museum: Collection,
        moderator: User,
        django_capture_on_commit_callbacks: Callable[..., Any],
    ) -> None:
        page = make(museum, "DM.1", "פעמון")
        french = Locale.objects.get(language_code="fr")
        with django_capture_on_commit_callbacks(execute=True):
            translate(page, Artifact(title="Cloche", slug=page.slug), french)
        table = csv_of(self.HEAD, ("DM.1", "", "Une cloche", "", ""))
        run = ran(table, moderator)
        assert states(run) == ["done"]
        assert artifact("DM.1", "fr").title == "Cloche"
        assert outcomes(planned(table, moderator)) == ["same"]
        then(run, State.UNDOING)
        assert outcomes(planned(table, moderator)) == ["changed"]
        with django_capture_on_commit_callbacks(execute=True):
            ran(table, moderator, publishes=True)
        assert artifact("DM.1", "fr").title == "Une cloche"

    def test_undo_takes_translations_back(self, museum: Collection, moderator: User) -> None:
        page = make(museum, "DM.1", "פעמון", live=False)
        run = ran(csv_of(self.HEAD, self.ROW), moderator)
        assert artifact("DM.1", "fr").title == "Cloche"
        then(run, State.UNDOING)
        assert states(run) == ["undone"]
        assert list(Artifact.objects.values_list("pk", flat=True)) == [page.pk]
        assert latest("DM.1").description == ""

    def test_a_translation_with_other_paragraphs_is_refused(self, moderator: User) -> None:
        run = planned(csv_of(self.HEAD, ("DM.1", "א", "A", "אחת\nשתיים", "Une seule")), moderator)
        assert outcomes(run) == ["refused"]
        assert "2" in row(run, 2).reasons[0]


@pytest.mark.usefixtures("in_english")
def test_what_is_exported_and_imported_again_changes_nothing(
    museum: Collection, moderator: User, admin_client: Client
) -> None:
    term = Term.objects.create(
        vocabulary="object-type", slug="bell", name="פעמון", locale=museum.locale
    )
    rights = "https://creativecommons.org/publicdomain/mark/1.0/"
    texts = {
        "title": "=1+1 פעמון “גדול”",
        "description": '<p>ראשון <b>מודגש</b>.</p><ul><li>א &amp; ב</li><li>"ג"</li></ul>',
        "provenance": "שורה\n\n  שורה שנייה, “עם” פסיק",
        "medium": "'=נחושת; עץ",
        "credit_line": "-מתנה",
        "place_of_origin": "@טטואן",
    }
    whole = make(
        museum,
        "DM.1",
        **texts,
        date="1889~/1898",
        object_type=term,
        height_cm="12.5",
        width_cm="100",
        rights_statement=rights,
    )
    make(museum, "DM.2", "טיוטה", live=False, date="188X")
    ahead = make(museum, "DM.3", "פורסם", date="1800")
    ahead.title = "טיוטה חדשה"
    ahead.save_revision()
    for code, words in (("fr", "Cloche"), ("es", "Campana"), ("en", "Bell")):
        twin = {name: texts[name].replace("פעמון", words) for name in texts}
        locale = Locale.objects.get(language_code=code)
        translate(whole, Artifact(slug=whole.slug, **twin), locale)
    revisions = set(Artifact.objects.values_list("latest_revision_id", flat=True))
    for kind in ("csv", "xlsx"):
        response: Any = admin_client.get(
            reverse("wagtailadmin_explore", args=[museum.pk]), {"export": kind}
        )
        content = b"".join(response.streaming_content) if kind == "csv" else response.getvalue()
        if kind == "csv":
            assert len(list(csv.DictReader(StringIO(content.decode("utf-8-sig"))))) == 3
        run = ran(content, moderator)
        assert [(one.outcome, one.changes, one.reasons) for one in run.rows.all()] == [
            ("same", [], [])
        ] * 3
    assert set(Artifact.objects.values_list("latest_revision_id", flat=True)) == revisions
