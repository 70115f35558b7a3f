"""What is done again and again: when it is due, by one worker alone, and what a monitor learns."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from django.utils.timezone import localtime

from home.models import HomePage, PlainPage
from museum.core.background import chores, workers
from museum.core.background.chores import Chore, ChoreRecord

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What an hourly chore has done; it is the only one."""
    calls: list[str] = []
    monkeypatch.setattr(chores, "CHORES", {})
    chores.register(Chore("hourly", HOUR, lambda: calls.append("done"), at_start=True))
    yield calls


def hourly() -> Chore:
    return chores.CHORES["hourly"]


def set_back(**times: timedelta) -> None:
    ChoreRecord.objects.update(**{name: timezone.now() - ago for name, ago in times.items()})


def test_a_chore_is_done_at_the_start_and_again_when_it_is_due(done: list[str]) -> None:
    assert chores.do_if_due(hourly(), "a")
    assert not chores.do_if_due(hourly(), "a")
    set_back(begun_at=HOUR)
    assert chores.do_if_due(hourly(), "a")
    assert done == ["done", "done"]


def test_one_worker_does_it_and_a_dead_one_is_succeeded_at_once(done: list[str]) -> None:
    with workers.enrolled() as one:
        record = ChoreRecord.objects.create(name="hourly")
        assert chores.claim(record, one.key)
        assert not chores.claim(ChoreRecord(name="hourly"), "other")
        set_back(begun_at=HOUR * 3)
        assert not chores.do_if_due(hourly(), "other")
    assert chores.do_if_due(hourly(), "other")


def test_a_failure_is_noted_and_tried_again_when_due(done: list[str]) -> None:
    def fail() -> None:
        raise OSError("no room")

    broken = Chore("broken", HOUR, fail, at_start=True)
    assert chores.do_if_due(broken, "a")
    record = ChoreRecord.objects.get(name="broken")
    assert (record.failure, record.done_at, record.worker) == ("OSError: no room", None, "")
    assert not chores.do_if_due(broken, "a")


def test_what_can_wait_is_first_done_an_interval_after_the_start() -> None:
    later = Chore("later", HOUR, lambda: None)
    assert not chores.do_if_due(later, "a")
    set_back(noted_at=HOUR)
    assert chores.do_if_due(later, "a")


class TestHealth:
    @pytest.fixture(autouse=True)
    def every_chore_done(self, museum_home: HomePage) -> None:
        now = timezone.now()
        for name in chores.CHORES:
            ChoreRecord.objects.create(name=name, begun_at=now, done_at=now)

    def late(self, name: str, ago: timedelta) -> None:
        ChoreRecord.objects.filter(name=name).update(done_at=timezone.now() - ago)

    def test_names_every_chore_and_when_it_was_done(self, client: Client) -> None:
        answer = client.get("/healthz").json()
        assert answer["status"] == "ok"
        assert set(answer["work"]) >= {"schedule", "old sessions", "half-done uploads"}
        assert all(answer["work"].values())
        assert answer["overdue"] == {}

    def test_names_what_is_overdue_and_goes_on_serving(self, client: Client) -> None:
        self.late("schedule", timedelta(minutes=10))
        self.late("half-done uploads", timedelta(days=3))
        response = client.get("/healthz")
        assert response.status_code == 200
        assert response.json()["status"] == "overdue"
        assert set(response.json()["overdue"]) == {"schedule", "half-done uploads"}

    def test_a_schedule_that_stands_still_is_no_museum_to_show(self, client: Client) -> None:
        self.late("schedule", timedelta(minutes=30))
        response = client.get("/healthz")
        assert (response.status_code, response.json()["failing"]) == (503, "schedule")


class TestSchedule:
    @pytest.fixture
    def page(self, museum_home: HomePage) -> PlainPage:
        return museum_home.add_child(instance=PlainPage(title="זמני", slug="for-a-while"))

    def test_a_worker_takes_back_what_has_expired(self, page: PlainPage, client: Client) -> None:
        PlainPage.objects.filter(pk=page.pk).update(expire_at=timezone.now() - HOUR)
        call_command("work", batch=True)
        page.refresh_from_db()
        assert (page.live, page.expired) == (False, True)
        assert client.get(page.url or "/he/for-a-while/").status_code == 404

    def test_a_worker_publishes_what_is_due(self, page: PlainPage) -> None:
        page.unpublish()
        page.go_live_at = timezone.now() + HOUR
        revision = page.save_revision()
        revision.publish()
        page.refresh_from_db()
        assert not page.live
        revision.refresh_from_db()
        revision.approved_go_live_at = timezone.now() - HOUR
        revision.content["go_live_at"] = revision.approved_go_live_at.isoformat()
        revision.save()
        call_command("work", batch=True)
        page.refresh_from_db()
        assert page.live

    @pytest.mark.usefixtures("in_english")
    def test_the_editor_says_whose_time_it_is(self, page: PlainPage, admin_client: Client) -> None:
        form = admin_client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
        assert form.count("In the museum’s own time, Asia/Jerusalem.") == 2
        account = admin_client.get("/admin/account/").content.decode()
        assert "current_time_zone" not in account

    def test_a_time_is_the_museum_s(self, page: PlainPage, admin_client: Client) -> None:
        page.expire_at = localtime().replace(2030, 7, 1, 12, 0, 0, 0)
        page.save_revision()
        form = admin_client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
        assert 'value="2030-07-01 12:00"' in form
