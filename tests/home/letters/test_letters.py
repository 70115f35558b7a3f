"""A letter to the museum: written without scripts, kept once, sent on, read, deleted in time."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from home.letters import outbox
from home.letters.models import KEPT, Letter
from museum.core.models import User

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("founded")]
ADDRESS = "/en/letter/"
WRITTEN = {
    "topic": "lending",
    "name": "Rachel Cohen",
    "email": "rachel@example.org",
    "text": "My grandmother kept a school bell.",
}


def key(client: Client) -> str:
    return str(client.get(ADDRESS).context["form"]["key"].value())


def write(client: Client, **changed: Any) -> Any:
    return client.post(ADDRESS, WRITTEN | {"key": key(client)} | changed)


@pytest.fixture
def reader(founded: int) -> User:
    person = User.objects.create_user("dana", "dana@example.org", "-")
    person.groups.add(Group.objects.get(name="Curators"))
    return person


def test_a_letter_is_kept_and_its_writer_thanked(client: Client) -> None:
    answer = write(client)
    assert (answer.status_code, answer["Location"]) == (302, "/en/letter/sent/")
    assert client.get("/en/letter/sent/").status_code == 200
    letter = Letter.objects.get()
    assert (letter.name, letter.email, letter.text) == tuple(list(WRITTEN.values())[1:])
    assert (letter.language, letter.topic, letter.is_answered) == ("en", "lending", False)


def test_what_is_sent_twice_arrives_once(client: Client) -> None:
    same = key(client)
    for _turn in range(2):
        assert write(client, key=same).status_code == 302
    assert Letter.objects.count() == 1


def test_nothing_typed_is_lost_with_a_mistake(client: Client) -> None:
    answer = write(client, email="rachel")
    assert answer.status_code == 400
    page = answer.content.decode()
    assert WRITTEN["text"] in page
    assert 'aria-describedby="id_email_error"' in page
    assert 'id="id_email_error"' in page
    assert not Letter.objects.exists()


@pytest.mark.parametrize("bad", [{"text": "x" * 5001}, {"topic": "?"}, {"key": "1"}, {"name": ""}])
def test_bad_letters_are_refused_in_words(client: Client, bad: dict[str, str]) -> None:
    assert write(client, **bad).status_code == 400
    assert not Letter.objects.exists()


def test_programs_are_not_heard(client: Client) -> None:
    assert write(client, website="https://example.org").status_code == 302
    assert not Letter.objects.exists()


def test_one_stranger_can_send_only_so_many(client: Client) -> None:
    statuses = [write(client, text=f"{turn}").status_code for turn in range(8)]
    assert statuses[:5] == [302] * 5
    assert statuses[-1] == 429
    kept = Letter.objects.count()
    assert kept < 8
    assert write(Client(REMOTE_ADDR="192.0.2.7")).status_code == 302
    assert Letter.objects.count() == kept + 1


def test_the_form_is_protected_and_nobodys_cache_keeps_it() -> None:
    client = Client(enforce_csrf_checks=True)
    page = client.get(ADDRESS)
    assert "no-store" in page["Cache-Control"]
    assert client.post(ADDRESS, WRITTEN).status_code == 403
    token = client.cookies["csrftoken"].value
    sent = WRITTEN | {"key": page.context["form"]["key"].value(), "csrfmiddlewaretoken": token}
    assert client.post(ADDRESS, sent).status_code == 302


def test_it_is_mailed_to_those_who_answer(reader: User, client: Client) -> None:
    write(client)
    outbox.send_waiting()
    outbox.send_waiting()
    [sent] = mail.outbox
    assert sent.bcc == ["dana@example.org"]
    assert sent.reply_to == ["rachel@example.org"]
    assert WRITTEN["text"] in sent.body
    assert Letter.objects.get().mailed_at


def test_a_mail_server_that_is_down_loses_nothing(
    reader: User,
    client: Client,
    monkeypatch: pytest.MonkeyPatch,
    settings: Settings,
    caplog: pytest.LogCaptureFixture,
) -> None:
    write(client)

    def refuse(*args: Any) -> None:
        raise ConnectionRefusedError(WRITTEN["email"])

    with monkeypatch.context() as down:
        down.setattr("django.core.mail.EmailMessage.send", refuse)
        outbox.send_waiting()
    assert Letter.objects.get().mailed_at is None
    assert "ConnectionRefusedError" in caplog.text
    assert all(told not in caplog.text for told in WRITTEN.values())
    outbox.send_waiting()
    assert len(mail.outbox) == 1


def test_letters_are_deleted_in_time(client: Client) -> None:
    write(client)
    outbox.forget_old()
    assert Letter.objects.count() == 1
    Letter.objects.update(received_at=timezone.now() - KEPT - timedelta(hours=1))
    outbox.forget_old()
    assert not Letter.objects.exists()


def test_it_is_read_and_marked_in_the_editor(reader: User, client: Client) -> None:
    write(client)
    letter = Letter.objects.get()
    client.force_login(reader)
    assert "Rachel Cohen" in client.get("/admin/letters/").content.decode()
    page = client.get(f"/admin/letters/edit/{letter.pk}/").content.decode()
    assert WRITTEN["text"] in page
    client.post(
        f"/admin/letters/edit/{letter.pk}/", {"is_answered": "on", "text": "something else"}
    )
    letter.refresh_from_db()
    assert (letter.is_answered, letter.text) == (True, WRITTEN["text"])
    assert client.get("/admin/letters/new/").status_code == 302
    stranger = User.objects.create_user("noa", "noa@example.org", "-")
    stranger.groups.add(Group.objects.get(name="Translators"))
    client.force_login(stranger)
    assert client.get(f"/admin/letters/edit/{letter.pk}/").status_code == 302
