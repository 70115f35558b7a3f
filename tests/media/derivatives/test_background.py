"""Work in the background: seen, tried again, made by a worker, and made anew by a command."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from io import StringIO
from pathlib import Path
from urllib.parse import quote

import pytest
import pyvips
from django.conf import settings as settings_of_django
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from media.derivatives import queue, registry, tiles
from media.derivatives import worker as working
from media.derivatives.failure import explain
from media.files import vips
from media.files.temporary_folders import PREFIX, sweep, work_folder
from media.models import Derivative, Ladder, Tiles
from media.upkeep import sweep_folders
from museum.core.background import workers
from museum.core.background.workers import Worker
from tests.media.delivery.iiif_rules import check_service
from tests.media.ingest.test_add_files import curator
from tests.media.pictures import drawn, sizes_only, uploaded
from tests.media.shown import on_a_page
from tests.media.validation import corpus

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
State = Derivative.State


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    sizes_only(monkeypatch, 256)


@pytest.fixture
def failed(tmp_path: Path, django_capture_on_commit_callbacks: Callable) -> Tiles:
    """A picture whose tiles failed; the reason has passed."""
    drawn(2600, 1700).write_to_file(str(tmp_path / "map.jpg"))
    with django_capture_on_commit_callbacks(execute=True):
        row = uploaded(tmp_path / "map.jpg", "the map").tiles
    row.note(State.FAILED, "The disk was full.")
    shutil.rmtree(tiles.folder(row.key))
    return row


def test_every_kind_of_derivative_is_registered() -> None:
    assert {kind.model for kind in registry.KINDS} == set(Derivative.__subclasses__())


def test_the_report_says_what_failed_and_why(failed: Tiles, admin_client: Client) -> None:
    page = admin_client.get(reverse("background_work")).content.decode()
    assert "the map" in page
    assert "The disk was full." in page
    assert "failed (1)" in page
    ready = admin_client.get(reverse("background_work"), {"state": "ready"}).content.decode()
    assert "The disk was full." not in ready
    dashboard = admin_client.get("/admin/").content.decode()
    assert "Background work that failed" in dashboard


def test_a_failure_is_tried_again_by_those_who_may_change_the_picture(failed: Tiles) -> None:
    address = reverse("background_retry", args=["tiles", failed.pk])
    stranger = curator("noa", "wagtailimages.add_image")
    assert stranger.post(address).status_code == 302
    failed.refresh_from_db()
    assert failed.state == State.FAILED
    helper = curator("ruth", "wagtailimages.change_image")
    assert "Try again" in helper.get(reverse("background_work")).content.decode()
    assert helper.get(address).status_code == 405
    helper.post(address)
    failed.refresh_from_db()
    assert (failed.state, failed.reason) == (State.READY, "")
    assert tiles.folder(failed.key).exists()


def test_an_unknown_kind_is_not_found(admin_client: Client) -> None:
    response = admin_client.post("/admin/reports/background/nonsense/1/", follow=True)
    assert response.status_code == 404


@pytest.fixture
def by_workers(settings: Settings) -> None:
    """Have derivatives wait for a worker, as in every museum but the tests'."""
    settings.DERIVATIVES = "workers"


@pytest.mark.usefixtures("by_workers")
def test_a_worker_makes_what_waits(tmp_path: Path) -> None:
    drawn(2600, 1700).write_to_file(str(tmp_path / "map.jpg"))
    image = uploaded(tmp_path / "map.jpg")
    assert image.tiles.state == image.steps.state == State.WAITING
    assert working.waiting() == sum(kind.rows().count() for kind in registry.KINDS) >= 2
    call_command("work", batch=True)
    assert working.waiting() == 0
    assert Tiles.objects.get(image=image).state == State.READY
    assert Ladder.objects.get(image=image).state == State.READY


def test_all_kinds_are_made_anew_with_a_line_each(failed: Tiles) -> None:
    said = StringIO()
    call_command("rebuild_derivatives", stdout=said)
    assert "tiles 1/1 the map" in said.getvalue()
    assert "ladder 1/1 the map" in said.getvalue()
    failed.refresh_from_db()
    assert failed.state == State.READY
    steps = Ladder.objects.get()
    rendition = steps.image.renditions.get()
    rendition.file.storage.delete(rendition.file.name)
    call_command("rebuild_derivatives", "--kind", "ladder", "--all", stdout=StringIO())
    assert steps.image.renditions.get().file.storage.exists(steps.image.renditions.get().file.name)


def test_a_terminal_sees_a_bar(failed: Tiles, monkeypatch: pytest.MonkeyPatch) -> None:
    said = StringIO()
    monkeypatch.setattr(said, "isatty", lambda: True, raising=False)
    call_command("rebuild_derivatives", stdout=said)
    assert "█" * 24 in said.getvalue()


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("by_workers")
def test_a_worker_that_is_killed_while_it_tiles_is_succeeded(
    tmp_path: Path, settings: Settings, client: Client
) -> None:
    """A worker of its own, as operators run it, is killed.

    The next one makes what it left half-made.
    """
    drawn(7000, 7000).write_to_file(str(tmp_path / "map.jpg"))
    settings.VAR_DIR = tmp_path
    image = uploaded(tmp_path / "map.jpg", "the map")
    on_a_page(image)
    row = image.tiles
    row.image.steps.note(State.READY)
    process = worker(tmp_path)
    try:
        until(lambda: list(tiles.root().rglob("*.jpg")), process)
        row.refresh_from_db()
        assert row.worker in workers.alive()
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    row.refresh_from_db()
    assert (row.state, row.attempts) == (State.WORKING, 1)
    assert workers.alive() == set()
    assert client.get(f"/iiif/{row.key}/info.json").status_code == 404
    call_command("work", batch=True)
    row.refresh_from_db()
    assert (row.state, row.attempts, row.worker) == (State.READY, 2, "")
    assert not Worker.objects.exists()
    sweep_folders()
    assert [path.name for path in tiles.root().iterdir()] == [row.key]
    check_service(client.get(f"/iiif/{row.key}/info.json").json(), tiles.folder(row.key))


def worker(var: Path) -> subprocess.Popen[bytes]:
    """Start a worker on the test's database and files, in a group of processes of its own."""
    found = connection.settings_dict
    address = f"sqlite:///{found['NAME']}"
    if connection.vendor == "postgresql":
        who = f"{quote(found['USER'])}:{quote(found['PASSWORD'])}@" if found["USER"] else ""
        host = quote(found["HOST"], safe="") + (f":{found['PORT']}" if found["PORT"] else "")
        address = f"postgresql://{who}{host}/{found['NAME']}"
    command = [sys.executable, "manage.py", "work"]
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "museum.settings.dev",
        "DATABASE_URL": address,
        "MUSEUM_VAR": str(var),
    }
    root = settings_of_django.BASE_DIR
    return subprocess.Popen(command, cwd=root, env=environment, start_new_session=True)


def until(condition: Callable[[], object], process: subprocess.Popen[bytes]) -> None:
    """Wait until something is true, for at most two minutes and as long as the process lives."""
    latest = time.monotonic() + 120
    while not condition():
        assert process.poll() is None, "it ended before it could be killed"
        assert time.monotonic() < latest
        time.sleep(0.005)


def test_work_that_is_going_on_is_not_swept(tmp_path: Path) -> None:
    abandoned = tmp_path / f"{PREFIX}killed"
    abandoned.mkdir()
    with work_folder(tmp_path) as work:
        assert sweep(tmp_path) == 1
        assert work.exists() and not abandoned.exists()
    assert not work.exists()


def test_what_is_ready_is_not_made_again(failed: Tiles) -> None:
    registry.BY_NAME["tiles"].start(failed)
    mark = tiles.folder(failed.key) / "mark"
    mark.touch()
    assert not queue.make(Tiles, failed.pk)
    assert mark.exists()


def test_two_workers_never_make_the_same_derivative(failed: Tiles) -> None:
    failed.note(State.WAITING, attempts=0)
    assert queue.take(Tiles, failed.pk, "first")
    assert not queue.take(Tiles, failed.pk, "second")
    failed.refresh_from_db()
    assert failed.worker == "first"


def test_what_a_living_worker_makes_is_not_asked_for_again(
    failed: Tiles, settings: Settings
) -> None:
    settings.DERIVATIVES = "workers"
    with workers.enrolled() as one:
        failed.note(State.WAITING, attempts=0)
        assert queue.take(Tiles, failed.pk, one.key)
        registry.BY_NAME["tiles"].start(failed)
        working.take_up_abandoned()
        failed.refresh_from_db()
        assert failed.state == State.WORKING
    working.take_up_abandoned()
    failed.refresh_from_db()
    assert failed.state == State.WAITING


def test_a_file_over_which_workers_fall_is_given_up_and_may_be_tried_again(
    failed: Tiles, settings: Settings
) -> None:
    settings.DERIVATIVES = "workers"
    failed.note(State.WAITING, attempts=0)
    for _time in range(working.ATTEMPTS):
        assert queue.take(Tiles, failed.pk, "dead")
        working.take_up_abandoned()
    failed.refresh_from_db()
    assert failed.state == State.FAILED
    assert "ended 3 times without a word" in failed.reason
    registry.BY_NAME["tiles"].start(failed)
    assert (failed.state, failed.attempts) == (State.WAITING, 0)


def test_an_orderly_end_gives_back_what_was_begun(failed: Tiles, settings: Settings) -> None:
    settings.DERIVATIVES = "workers"
    failed.note(State.WAITING, attempts=0)
    assert queue.take(Tiles, failed.pk, "one")
    working.give_back("one")
    failed.refresh_from_db()
    assert (failed.state, failed.worker, failed.attempts) == (State.WAITING, "", 0)


def test_a_full_disk_leaves_no_half_made_tiles(
    failed: Tiles, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """/dev/full answers every write as a full disk does."""

    def onto_a_full_disk(source: str, target: Path, *sizes: int) -> None:
        with Path("/dev/full").open("wb", buffering=0) as disk:
            disk.write(corpus.jpeg())

    with monkeypatch.context() as patched, pytest.raises(OSError, match="No space"):
        patched.setattr(tiles, "write_whole", onto_a_full_disk)
        tiles.make(failed)
    failed.refresh_from_db()
    assert failed.state == State.FAILED
    assert "disk is full" in failed.reason
    assert client.get(f"/iiif/{failed.key}/info.json").status_code == 404
    assert list(tiles.root().iterdir()) == []


def test_a_picture_s_own_page_tells_of_its_original_and_its_failure(
    failed: Tiles, admin_client: Client
) -> None:
    page = admin_client.get(f"/admin/images/{failed.image_id}/").content.decode()
    assert failed.image.sha256 in page.replace("<wbr>", "")
    assert "map.jpg" in page
    assert "The disk was full." in page


@pytest.mark.parametrize("pixels", [1, vips.LARGE], ids=["here", "in a process of its own"])
def test_libvips_s_full_disk_is_said_in_the_museum_s_own_words(tmp_path: Path, pixels: int) -> None:
    drawn(900, 700).write_to_file(str(tmp_path / "map.jpg"))
    (tmp_path / "full.jpg").symlink_to("/dev/full")
    with pytest.raises(pyvips.Error) as failure:
        vips.run("write_copy", pixels, str(tmp_path / "map.jpg"), str(tmp_path / "full.jpg"), "900")
    assert "disk is full" in explain(failure.value, "Not made: %(reason)s")
    with pytest.raises(pyvips.Error) as failure:
        vips.run("write_copy", pixels, str(tmp_path / "none.jpg"), "x.jpg", "900")
    assert "none.jpg" in explain(failure.value)
