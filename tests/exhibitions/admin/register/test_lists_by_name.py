"""Lists of the register by name: one's own, and those for all editors."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from exhibitions.models import Collection, RegisterView
from home.founding import found_museum
from home.roles import CURATORS, TRANSLATORS
from museum.core.models import User

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


@pytest.fixture
def collection() -> Collection:
    return Collection.objects.child_of(found_museum()).get()


@pytest.fixture
def french(collection: Collection) -> Collection:
    return Collection.objects.get(locale__language_code="fr")


def someone(name: str, role: str) -> Client:
    user = User.objects.create_user(name)
    user.groups.add(Group.objects.get(name=role))
    client = Client(HTTP_ACCEPT_LANGUAGE="en")
    client.force_login(user)
    return client


def save(client: Client, collection: Collection, **data: Any) -> Any:
    return client.post(reverse("register:save", args=[collection.pk]), data, follow=True)


def seen(client: Client, collection: Collection) -> str:
    address = reverse("wagtailadmin_explore", args=[collection.pk])
    return client.get(address).content.decode()


def test_a_list_is_kept_by_its_name_for_oneself_or_for_all(collection: Collection) -> None:
    ann, ben = someone("ann", CURATORS.name), someone("ben", CURATORS.name)
    query = "lacking=rights&ordering=-earliest&p=3&q=&_w_filter_fragment=1"
    save(ann, collection, name="My own", query=query)
    save(ann, collection, name="Without rights", query=query, shared="on")
    assert '?lacking=rights&amp;ordering=-earliest"' in seen(ann, collection)
    assert "Without rights" in seen(ben, collection)
    assert "My own" not in seen(ben, collection)
    save(ann, collection, name="My own", query="live=false")
    assert RegisterView.objects.get(name="My own").query == "live=false"


def test_a_list_without_a_name_is_refused_in_words(collection: Collection) -> None:
    response = save(someone("ann", CURATORS.name), collection, name="  ", query="live=true")
    assert "required" in response.content.decode()
    assert not RegisterView.objects.exists()


def test_a_list_is_taken_away_by_its_owner_or_an_editor(collection: Collection) -> None:
    ann, ben = someone("ann", CURATORS.name), someone("ben", CURATORS.name)
    save(ann, collection, name="Own", query="")
    save(ann, collection, name="For all", query="", shared="on")
    own, shared = RegisterView.objects.order_by("-name")
    for view, status in ((own, 404), (shared, 200)):
        address = reverse("register:forget", args=[collection.pk, view.pk])
        assert ben.post(address, follow=True).status_code == status
    assert list(RegisterView.objects.all()) == [own]


def test_translators_keep_lists_for_themselves_alone(french: Collection) -> None:
    translator = someone("tal", TRANSLATORS.name)
    save(translator, french, name="For all", query="", shared="on")
    assert not RegisterView.objects.exists()
    save(translator, french, name="Own", query="")
    assert "Own" in seen(translator, french)
