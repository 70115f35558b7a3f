"""Two translators on one text: the second is told, sees both, and loses no letter."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from django.urls import reverse
from wagtail_localize.models import StringTranslation, Translation

from exhibitions.models import Artifact, Term
from home.roles import CURATORS
from home.translating import translate
from museum.core.models import User

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


def address(translation: Translation, path: str = "title") -> str:
    segment = translation.source.stringsegment_set.filter(context__path=path).first()
    return reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])


def send(client: Client, method: str, url: str, **data: str) -> Any:
    body = encode_multipart(BOUNDARY, data)
    return getattr(client, method)(url, body, content_type=MULTIPART_CONTENT)


def title(translation: Translation) -> StringTranslation:
    return StringTranslation.objects.get(
        context__path="title",
        context__object_id=translation.source.object_id,
        locale=translation.target_locale,
    )


@pytest.fixture
def second(member: Callable[..., User]) -> Client:
    client = Client(HTTP_ACCEPT_LANGUAGE="en")
    client.force_login(member(name="second"))
    return client


@pytest.mark.parametrize("method", ["put", "delete"])
@pytest.mark.parametrize("seen", [{"seen": "Un globe"}, {}])
def test_the_second_is_told_and_nothing_is_lost(
    method: str, seen: dict[str, str], translation: Translation, translator: Client, second: Client
) -> None:
    url = address(translation)
    assert send(translator, "put", url, value="Globe terrestre", seen="Un globe").status_code == 200
    refused = send(second, method, url, value="Le globe", **seen)
    assert refused.status_code == 409
    answer = refused.json()
    assert answer["theirs"] == "Globe terrestre"
    assert answer["by"] == "translators"
    assert "translators has translated this text meanwhile" in answer["detail"]
    assert title(translation).data == "Globe terrestre"
    knowing = {"value": "Le globe", "seen": "Globe terrestre"}
    assert send(second, method, url, **knowing).status_code == 200
    rows = StringTranslation.objects.filter(context__path="title", data="Le globe")
    assert rows.exists() == (method == "put")


def test_who_writes_the_same_is_not_told(
    translation: Translation, translator: Client, second: Client
) -> None:
    send(translator, "put", address(translation), value="Globe", seen="Un globe")
    assert send(second, "put", address(translation), value="Globe", seen="x").status_code == 200


def test_one_s_own_text_is_corrected_at_will(translation: Translation, translator: Client) -> None:
    for text in ("Globe", "Le globe"):
        assert send(translator, "put", address(translation), value=text).status_code in (200, 201)
    assert title(translation).data == "Le globe"


def test_a_text_that_is_too_long_is_kept_and_marked(
    translation: Translation, translator: Client
) -> None:
    answer = send(translator, "put", address(translation), value="g" * 300, seen="Un globe")
    assert answer.status_code == 200
    assert answer.json()["error"] == "The text has 300 characters; 255 are the most."
    assert title(translation).data == "g" * 300
    answer = send(translator, "put", address(translation), value="Globe", seen="g" * 300)
    assert answer.json()["error"] is None


@pytest.mark.parametrize("data", [{}, {"value": ""}])
def test_nothing_sent_is_answered_in_words(
    data: dict[str, str], translation: Translation, translator: Client
) -> None:
    answer = send(translator, "put", address(translation), **data)
    assert (answer.status_code, answer.json()) == (400, {"detail": "Send a text."})


def test_curators_and_strangers_write_no_translation(
    translation: Translation, member: Callable[..., User], client: Client
) -> None:
    assert send(client, "put", address(translation), value="x").status_code == 302
    client.force_login(member(CURATORS))
    assert send(client, "put", address(translation), value="x").status_code == 403
    assert title(translation).data == "Un globe"


def test_a_text_of_another_page_is_not_found_here(
    work: Artifact, translation: Translation, translator: Client, french: Any
) -> None:
    term = Term.objects.create(vocabulary="subject", slug="bell", name="פעמון", locale=work.locale)
    translate(term, Term(vocabulary="subject", slug="bell", name="cloche"), french)
    other = Translation.objects.get(source__object_id=term.translation_key)
    segment = other.source.stringsegment_set.get(context__path="name")
    url = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
    assert send(translator, "put", url, value="x").status_code in (302, 404)
    assert not StringTranslation.objects.filter(data="x").exists()
