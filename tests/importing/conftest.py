"""What the tests of imports share: a museum with its collection, and a curator."""

import pytest
from django.contrib.auth.models import Group

from exhibitions.models import Collection
from home.models import HomePage
from home.roles import CURATORS, MODERATORS
from museum.core.models import User


def person(name: str, role: str) -> User:
    user = User.objects.create_user(name, password="-")
    user.groups.add(Group.objects.get(name=role))
    return user


@pytest.fixture
def museum(db: None, founded: int) -> Collection:
    """A founded museum's collection, in the source language."""
    return Collection.objects.child_of(HomePage.objects.get(pk=founded)).get()


@pytest.fixture
def curator(museum: Collection) -> User:
    return person("curator", CURATORS.name)


@pytest.fixture
def moderator(museum: Collection) -> User:
    return person("moderator", MODERATORS.name)
