"""Each role may do what its work needs, and nothing besides."""

from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from pytest_django import Settings
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, Page, PagePermissionTester
from wagtail.permissions import policy_registry

from exhibitions.models import StoryIndex
from home.founding import found_museum
from home.models import HomePage, PlainPage
from home.roles import ADMINISTRATORS, CURATORS, MODERATORS, TRANSLATORS, Role
from museum.core.models import User

pytestmark = pytest.mark.django_db
EVERYBODY = [CURATORS, TRANSLATORS, MODERATORS, ADMINISTRATORS]


@pytest.fixture
def home(founded: int) -> HomePage:
    return HomePage.objects.get(pk=founded)


def member(role: Role) -> User:
    user = get_user_model().objects.create_user(role.name.lower(), password="for this test")
    user.groups.add(Group.objects.get(name=role.name))
    return user


def rights(role: Role, page: Page) -> PagePermissionTester:
    return page.permissions_for_user(member(role))


def french(page: Page) -> Page:
    return page.get_translations().get(locale__language_code="fr")


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("role", EVERYBODY, ids=lambda role: role.name)
def test_everybody_enters_the_editor(role: Role, client: Client) -> None:
    client.force_login(member(role))
    assert client.get(reverse("wagtailadmin_home")).status_code == 200
    assert client.get(reverse("wagtailadmin_explore_root"), follow=True).status_code == 200


def test_the_editor_is_headed_by_the_museum_s_name(
    home: HomePage, client: Client, settings: Settings
) -> None:
    client.force_login(member(CURATORS))
    heading = client.get(reverse("wagtailadmin_home")).context["site_name"]
    assert heading == settings.WAGTAIL_SITE_NAME


def test_curators_write_in_the_source_language_only(home: HomePage) -> None:
    stories = StoryIndex.objects.child_of(home).get()
    assert rights(CURATORS, stories).can_add_subpage()
    curator = get_user_model().objects.get(username="curators")
    assert stories.permissions_for_user(curator).can_edit()
    assert not stories.permissions_for_user(curator).can_publish()
    assert not stories.permissions_for_user(curator).can_delete()
    assert not french(home).permissions_for_user(curator).can_edit()


def test_translators_write_in_the_other_languages_only(home: HomePage) -> None:
    tester = rights(TRANSLATORS, french(home))
    assert tester.can_edit()
    assert tester.can_publish()
    assert not tester.can_add_subpage()
    assert not tester.can_delete()
    leaf = french(StoryIndex.objects.child_of(home).get())
    assert leaf.is_leaf()
    assert not leaf.permissions_for_user(tester.user).can_delete()
    assert not home.permissions_for_user(tester.user).can_edit()
    assert tester.user.has_perm("wagtail_localize.submit_translation")


@pytest.mark.parametrize("role", [MODERATORS, ADMINISTRATORS], ids=lambda role: role.name)
def test_moderators_and_administrators_publish_everywhere(home: HomePage, role: Role) -> None:
    tester = rights(role, home)
    assert tester.can_publish()
    assert french(home).permissions_for_user(tester.user).can_publish()


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("role", "may_add"), [(CURATORS, True), (TRANSLATORS, False), (MODERATORS, True)]
)
def test_files(role: Role, may_add: bool) -> None:
    user = member(role)
    for model in (get_image_model(), get_document_model()):
        policy = policy_registry.get_by_type(model)
        assert policy.user_has_permission(user, "choose")
        assert policy.user_has_permission(user, "add") == may_add


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("role", EVERYBODY, ids=lambda role: role.name)
def test_only_administrators_manage_people_sites_and_languages(role: Role) -> None:
    user = member(role)
    for right in ("museum.add_user", "auth.change_group", "wagtailcore.change_site"):
        assert user.has_perm(right) == (role is ADMINISTRATORS)
    folders = policy_registry.get_by_type(Collection)
    assert folders.user_has_permission(user, "add") == (role is ADMINISTRATORS)
    assert not user.is_superuser


def test_a_curator_submits_and_a_moderator_approves(home: HomePage, client: Client) -> None:
    curator = member(CURATORS)
    page = PlainPage(title="על המוזיאון", slug="about", live=False, owner=curator)
    home.add_child(instance=page)
    page.save_revision(user=curator)
    workflow = page.get_workflow()
    assert workflow is not None
    assert workflow.name == workflow.tasks.get().name == "אישור לפרסום"
    workflow.start(page, curator)
    task_state = page.current_workflow_task_state
    client.force_login(member(MODERATORS))
    approve = reverse(
        "wagtailadmin_pages:workflow_action", args=[page.pk, "approve", task_state.pk]
    )
    assert client.post(approve, {"comment": ""}).status_code == 302
    page.refresh_from_db()
    assert page.live


def test_founding_again_keeps_what_administrators_changed(home: HomePage) -> None:
    group = Group.objects.get(name=CURATORS.name)
    group.page_permissions.all().delete()  # type: ignore[attr-defined]
    found_museum()
    assert not group.page_permissions.exists()  # type: ignore[attr-defined]
    assert set(Group.objects.values_list("name", flat=True)) == {role.name for role in EVERYBODY}


def test_whoever_may_everything_moves_and_deletes_pages(home: HomePage) -> None:
    page = home.add_child(instance=PlainPage(title="דף", slug="page"))
    rights = page.permissions_for_user(get_user_model().objects.create_superuser("owner"))
    assert rights.can_move() and rights.can_delete()


@pytest.mark.usefixtures("home")
def test_a_museum_that_was_founded_before_gets_the_rights_to_its_records() -> None:
    of_records = Permission.objects.filter(content_type__app_label="records")
    founded = {
        role.name: set(of_records.filter(group__name=role.name).values_list("codename", flat=True))
        for role in EVERYBODY
    }
    assert all(founded.values())
    for group in Group.objects.all():
        group.permissions.remove(*of_records)
    import_module("home.migrations.0008_rights_to_records").grant(apps, None)
    for name, wanted in founded.items():
        given = of_records.filter(group__name=name)
        assert set(given.values_list("codename", flat=True)) == wanted, name
