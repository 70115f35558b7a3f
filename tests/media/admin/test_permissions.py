"""Only the right to delete destroys an original:
by deleting it or by putting another in its place.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection
from wagtail.permissions import policy_registry

from home.roles import CURATORS, MODERATORS, Role
from media.models import MuseumDocument, MuseumImage, MuseumMedia, Object3D, Track
from museum.core.models import User
from tests.exhibitions.room_factory import make_image
from tests.media import films

pytestmark = pytest.mark.django_db
Make = Callable[[User], Model]


def member(role: Role) -> User:
    user = User.objects.create_user(role.name.lower(), password="-")
    user.groups.add(Group.objects.get(name=role.name))
    return user


def image(by: User) -> MuseumImage:
    made = make_image(1, 90, 64)
    made.uploaded_by_user = by
    made.save()
    return made


def document(by: User) -> MuseumDocument:
    file = ContentFile(b"-", "rules.txt")
    return MuseumDocument.objects.create(title="Rules", file=file, uploaded_by_user=by)


def recording(by: User) -> MuseumMedia:
    file = ContentFile(b"-", "film.mp4")
    return MuseumMedia.objects.create(
        title="Film", file=file, duration=3, type="video", uploaded_by_user=by
    )


def solid(by: User) -> Object3D:
    return Object3D.objects.create(title="Box", file="box.glb", uploaded_by_user=by)


KINDS: list[tuple[Make, list[str], str]] = [
    (image, ["wagtailimages:delete", "wagtailimages:delete_multiple"], "wagtailimages:edit"),
    (document, ["wagtaildocs:delete", "wagtaildocs:delete_multiple"], "wagtaildocs:edit"),
    (recording, ["wagtailmedia:delete"], "wagtailmedia:edit"),
    (
        solid,
        ["wagtailsnippets_media_object3d:delete"],
        "wagtailsnippets_media_object3d:edit",
    ),
]


@pytest.mark.usefixtures("founded")
@pytest.mark.parametrize(("role", "may"), [(CURATORS, False), (MODERATORS, True)])
@pytest.mark.parametrize(("make", "deletes", "edit"), KINDS)
def test_deleting_is_a_right_of_its_own(
    make: Make, deletes: list[str], edit: str, role: Role, may: bool
) -> None:
    user = member(role)
    client = Client(HTTP_X_REQUESTED_WITH="XMLHttpRequest")
    client.force_login(user)
    for address in deletes:
        # Be it one's own upload.
        original: Any = make(user)
        client.post(reverse(address, args=[original.pk]))
        assert type(original).objects.filter(pk=original.pk).exists() != may, address
    original = make(user)
    options = original._meta
    many = reverse("wagtail_bulk_action", args=[options.app_label, options.model_name, "delete"])
    client.post(f"{many}?id={original.pk}")
    if make is not recording:  # wagtailmedia has no actions on many.
        assert type(original).objects.filter(pk=original.pk).exists() != may
    policy = policy_registry.get_by_type(type(original))
    assert policy.user_has_permission(user, "delete") == may
    assert policy.user_has_permission_for_instance(user, "delete", original) == may
    assert policy.user_has_permission_for_instance(user, "change", original)


@pytest.mark.usefixtures("founded")
@pytest.mark.parametrize(("make", "deletes", "edit"), KINDS)
def test_a_file_is_not_replaced_without_the_right_to_delete(
    make: Make, deletes: list[str], edit: str
) -> None:
    user = member(CURATORS)
    client = Client(HTTP_ACCEPT_LANGUAGE="en")
    client.force_login(user)
    original: Any = make(user)
    before = original.file.name
    data = {
        "title": "Other",
        "collection": Collection.get_first_root_node().pk,
        "file": SimpleUploadedFile(f"other{Path(before).suffix}", b"other"),
    }
    answer = client.post(reverse(edit, args=[original.pk]), data)
    errors = answer.context["form"].errors["file"]
    assert any("Replacing a file destroys" in str(error) for error in errors), errors
    assert type(original).objects.get(pk=original.pk).file.name == before
    del data["file"]
    client.post(reverse(edit, args=[original.pk]), data)
    assert type(original).objects.get(pk=original.pk).title == "Other"


@pytest.mark.usefixtures("founded")
@pytest.mark.parametrize(("role", "may"), [(CURATORS, False), (MODERATORS, True)])
def test_a_track_is_kept_like_its_recording(role: Role, may: bool) -> None:
    user = member(role)
    client = Client(HTTP_ACCEPT_LANGUAGE="en")
    client.force_login(user)
    film = recording(user)
    file = ContentFile(films.VTT.encode(), "words.vtt")
    track = Track.objects.create(recording=film, kind="captions", language="es", file=file)
    edit, delete = (
        reverse(f"recording_track_{action}", args=[film.pk, track.pk])
        for action in ("edit", "delete")
    )
    assert (delete in client.get(edit).content.decode()) == may
    page = client.get(reverse("wagtailmedia:edit", args=[film.pk])).content.decode()
    assert edit in page and (delete in page) == may
    # What is said of it may be changed.
    client.post(edit, {"kind": "subtitles", "language": "es"})
    assert Track.objects.get().kind == "subtitles"
    other = SimpleUploadedFile("other.vtt", films.VTT.replace("bell", "gong").encode())
    answer = client.post(edit, {"kind": "captions", "language": "es", "file": other})
    assert ("Replacing a file destroys" in answer.content.decode()) != may
    assert ("gong" in str(Track.objects.get().cues)) == may
    client.post(delete)
    assert Track.objects.exists() != may


@pytest.mark.usefixtures("founded")
def test_lists_show_curators_what_they_may_change() -> None:
    user = member(CURATORS)
    for make, _deletes, _edit in KINDS[:3]:
        original: Any = make(user)
        policy = policy_registry.get_by_type(type(original))
        listed = policy.instances_user_has_any_permission_for(user, ["change", "delete"])
        assert original in listed
        assert original not in policy.instances_user_has_permission_for(user, "delete")
        folders = policy.collections_user_has_any_permission_for(user, ["delete"])
        assert not folders.exists()
