"""Nobody gives, takes or borrows a right that they do not have."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page

from home.accounts import has_rights_of
from home.roles import ADMINISTRATORS, CURATORS, MODERATORS, TRANSLATORS, Role
from museum.core.models import User

pytestmark = pytest.mark.django_db
ROLES = (CURATORS, TRANSLATORS, MODERATORS, ADMINISTRATORS)


@pytest.fixture
def owner(founded: None) -> User:
    return User.objects.create_superuser("owner", "owner@example.org", "the owner's own")


@pytest.fixture
def member(founded: None) -> Callable[..., User]:
    def make(role: Role, name: str = "") -> User:
        user = User.objects.create_user(name or role.name.lower(), "a@example.org", "-")
        user.groups.add(Group.objects.get(name=role.name))
        return user

    return make


@pytest.fixture
def administrator(member: Callable[..., User]) -> User:
    return member(ADMINISTRATORS)


@pytest.fixture
def client(administrator: User) -> Client:
    client = Client(HTTP_X_REQUESTED_WITH="XMLHttpRequest")
    client.force_login(administrator)
    return client


def form(user: User | None = None, role: Role | None = None, **data: Any) -> dict[str, Any]:
    name = user.username if user else "new"
    filled: dict[str, Any] = {"username": name, "email": "b@example.org", "first_name": "N"}
    filled |= {"last_name": "N", "password1": "", "password2": "", "is_active": "on"}
    if role:
        filled["groups"] = [Group.objects.get(name=role.name).pk]
    return filled | data


PASSWORD = {"password1": "zu5-Regen-Haus", "password2": "zu5-Regen-Haus"}


@pytest.mark.usefixtures("founded")
def test_whose_rights_one_has(member: Callable[..., User]) -> None:
    groups = {role.name: Group.objects.get(name=role.name) for role in ROLES}
    people = {role.name: member(role) for role in ROLES}
    within = {
        name: [other for other, group in groups.items() if has_rights_of(user, group)]
        for name, user in people.items()
    }
    assert within[ADMINISTRATORS.name] == [role.name for role in ROLES]
    assert within[CURATORS.name] == [CURATORS.name]
    assert within[TRANSLATORS.name] == [TRANSLATORS.name]
    assert ADMINISTRATORS.name not in within[MODERATORS.name]


def test_an_administrator_makes_no_superuser(client: Client) -> None:
    add = reverse("wagtailusers_users:add")
    client.post(add, form(role=CURATORS, is_superuser="on", **PASSWORD))
    made = User.objects.get(username="new")
    assert not made.is_superuser
    assert [group.name for group in made.groups.all()] == [CURATORS.name]
    edit = reverse("wagtailusers_users:edit", args=[made.pk])
    assert client.post(edit, form(made, CURATORS, is_superuser="on")).status_code == 302
    made.refresh_from_db()
    assert not made.is_superuser


def test_an_administrator_edits_no_superuser(client: Client, owner: User) -> None:
    for name in ("edit", "delete"):
        address = reverse(f"wagtailusers_users:{name}", args=[owner.pk])
        assert client.get(address).status_code == 403
        assert client.post(address, form(owner, **PASSWORD)).status_code == 403
    owner.refresh_from_db()
    assert owner.check_password("the owner's own")
    assert owner.is_superuser and owner.is_active


@pytest.mark.parametrize(
    ("action", "data"),
    [
        ("assign_role", {"role": 1}),
        ("set_active_state", {"mark_as_active": "False"}),
        ("delete", {}),
    ],
)
def test_nor_among_many(client: Client, owner: User, action: str, data: dict[str, Any]) -> None:
    if "role" in data:
        data = {"role": Group.objects.get(name=CURATORS.name).pk}
    address = reverse("wagtail_bulk_action", args=["museum", "user", action])
    answer = client.post(f"{address}?id={owner.pk}", data)
    assert answer.status_code in (302, 403)
    owner = User.objects.get(pk=owner.pk)
    assert owner.is_active and not owner.groups.exists()


def test_an_administrator_does_not_raise_themselves(client: Client, administrator: User) -> None:
    group = Group.objects.create(name="More")
    group.permissions.add(Permission.objects.get(codename="delete_session"))
    edit = reverse("wagtailusers_users:edit", args=[administrator.pk])
    both = [Group.objects.get(name=ADMINISTRATORS.name).pk, group.pk]
    client.post(edit, form(administrator, groups=both, is_superuser="on"))
    address = reverse("wagtail_bulk_action", args=["museum", "user", "assign_role"])
    client.post(f"{address}?id={administrator.pk}", {"role": group.pk})
    administrator = User.objects.get(pk=administrator.pk)
    assert [one.name for one in administrator.groups.all()] == [ADMINISTRATORS.name]
    assert not administrator.is_superuser
    for name in ("edit", "delete"):
        for one in (group, Group.objects.get(name=ADMINISTRATORS.name)):
            own = reverse(f"wagtailusers_groups:{name}", args=[one.pk])
            assert client.get(own).status_code == 403


def empty_formsets(**data: Any) -> dict[str, Any]:
    prefixes = ("page_permissions", "collection_permissions", "image_permissions",
                "document_permissions", "media_permissions")  # fmt: skip
    counts = {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 1000}
    return {
        f"{prefix}-{name}": value for prefix in prefixes for name, value in counts.items()
    } | data


def test_who_manages_people_gives_only_what_they_have(founded: None) -> None:
    """Somebody who may manage accounts and groups, and nothing else."""
    clerk = User.objects.create_user("clerk", password="-")
    clerks = Group.objects.create(name="Clerks")
    codenames = ("add_user", "change_user", "add_group", "change_group", "access_admin")
    clerks.permissions.set(Permission.objects.filter(codename__in=codenames))
    clerk.groups.add(clerks)
    client = Client(HTTP_X_REQUESTED_WITH="XMLHttpRequest")
    client.force_login(clerk)
    add = reverse("wagtailusers_users:add")
    refused = client.post(add, form(role=ADMINISTRATORS, **PASSWORD))
    assert "groups" in refused.context["form"].errors
    root = Page.get_first_root_node()
    page = {"page_permissions-TOTAL_FORMS": 1, "page_permissions-0-page": root.pk,
            "page_permissions-0-permissions": ["publish_page"]}  # fmt: skip
    client.post(reverse("wagtailusers_groups:add"), empty_formsets(name="Raised", **page))
    assert not Group.objects.filter(name="Raised").exists()
    assert not GroupPagePermission.objects.filter(group__name="Raised").exists()
    client.post(reverse("wagtailusers_groups:add"), empty_formsets(name="Harmless"))
    assert Group.objects.filter(name="Harmless").exists()


def test_a_superuser_may_all_of_it(owner: User) -> None:
    client = Client()
    client.force_login(owner)
    add = reverse("wagtailusers_users:add")
    client.post(add, form(role=ADMINISTRATORS, is_superuser="on", **PASSWORD))
    made = User.objects.get(username="new")
    assert made.is_superuser
    assert [group.name for group in made.groups.all()] == [ADMINISTRATORS.name]
    edit = reverse("wagtailusers_groups:edit", args=[made.groups.get().pk])
    assert client.get(edit).status_code == 200
