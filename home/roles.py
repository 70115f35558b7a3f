"""The four roles of the museum's people, and what each may do.

They are given their rights once, when the museum is founded; afterwards the administrators change
them in the editor. Publishing goes by Wagtail's own workflow: a curator submits, a moderator
approves. A translation's source has been approved already, so its translator publishes it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Task,
    Workflow,
)

from home.models import HomePage

WAGTAILS_EDITORS = "Editors"
WAGTAILS_WORKFLOW = "Moderators approval"
ENTER = "wagtailadmin.access_admin"
TRANSLATE = "wagtail_localize.submit_translation"
FILE_MODELS = ("wagtailimages.image", "wagtaildocs.document", "wagtailmedia.media")
FOLDERS = "wagtailcore.collection"
# What Wagtail keeps a collection at a time, or page by page, is no right of the whole museum.
NOT_OVERALL = {"wagtailimages", "wagtaildocs", "wagtailmedia"}


def to_records(*rights: str) -> tuple[str, ...]:
    """Return rights to people, schools and places."""
    kinds = ("person", "school", "place")
    return tuple(f"records.{right}_{kind}" for kind in kinds for right in rights)


@dataclass(frozen=True)
class Role:
    """Rights to pages, to files and to the folders that these lie in (Wagtail's collections), and
    rights of the whole museum, as `app.codename`.
    """

    name: str
    pages: tuple[str, ...]
    files: tuple[str, ...]
    overall: tuple[str, ...]
    folders: tuple[str, ...] = ()


CURATORS = Role(
    "Curators",
    pages=("add", "change"),
    files=("add", "change", "choose"),
    overall=(
        ENTER,
        TRANSLATE,
        "exhibitions.add_term",
        "exhibitions.change_term",
        "media.add_object3d",
        "media.change_object3d",
        "home.view_letter",
        "home.change_letter",
        *to_records("add", "change"),
    ),
)
TRANSLATORS = Role(
    "Translators",
    pages=("change", "publish"),
    files=("choose",),
    overall=(
        ENTER,
        TRANSLATE,
        "exhibitions.change_term",
        *to_records("change", "publish"),
    ),
)
MODERATORS = Role(
    "Moderators",
    pages=("add", "bulk_delete", "change", "lock", "publish", "unlock"),
    files=("add", "change", "choose", "delete"),
    overall=(
        ENTER,
        TRANSLATE,
        "exhibitions.add_term",
        "exhibitions.change_term",
        "exhibitions.delete_term",
        "media.add_object3d",
        "media.change_object3d",
        "media.delete_object3d",
        *to_records("add", "change", "delete", "lock", "publish", "unlock"),
    ),
)
ADMINISTRATORS = Role(
    "Administrators",
    MODERATORS.pages,
    MODERATORS.files,
    overall=(),
    folders=("add", "change", "delete"),
)


@transaction.atomic
def found_roles(source: HomePage) -> None:
    """Make the roles of a museum whose source-language home page is `source`, unless they exist."""
    name_workflow()
    if Group.objects.filter(name=CURATORS.name).exists():
        return
    Group.objects.filter(name=WAGTAILS_EDITORS, user=None).delete()
    root = Page.get_first_root_node()
    found_role(CURATORS, [source], named(CURATORS.overall))
    found_role(TRANSLATORS, source.get_translations(), named(TRANSLATORS.overall))
    found_role(MODERATORS, [root], named(MODERATORS.overall))
    found_role(ADMINISTRATORS, [root], grantable())


def name_workflow() -> None:
    """Name Wagtail's workflow and its one step, which buttons speak of, in the source language."""
    with translation.override(settings.LANGUAGE_CODE):
        name = _("Approval for publishing")
    for model in (Workflow, Task):
        model.objects.filter(name=WAGTAILS_WORKFLOW).update(name=name)


def found_role(role: Role, pages: Iterable[Page], overall: Iterable[Permission]) -> None:
    """Give a role its rights below `pages`, over files, and in the whole museum; no others."""
    group, _created = Group.objects.get_or_create(name=role.name)
    group.permissions.set(overall)
    GroupPagePermission.objects.filter(group=group).delete()
    for page in pages:
        for right in role.pages:
            GroupPagePermission.objects.create(group=group, page=page, permission_type=right)
    GroupCollectionPermission.objects.filter(group=group).delete()
    everything = Collection.get_first_root_node()
    wanted = [model.replace(".", f".{right}_") for model in FILE_MODELS for right in role.files]
    wanted += [FOLDERS.replace(".", f".{right}_") for right in role.folders]
    for permission in named(wanted):
        GroupCollectionPermission.objects.create(
            group=group, collection=everything, permission=permission
        )


def named(names: Iterable[str]) -> list[Permission]:
    """Return the permissions of these names, `app.codename`, that exist in this museum."""
    wanted = set(names)
    found = Permission.objects.select_related("content_type").filter(
        codename__in={name.partition(".")[2] for name in wanted}
    )
    return [one for one in found if f"{one.content_type.app_label}.{one.codename}" in wanted]


def grantable() -> list[Permission]:
    """Return every permission that Wagtail's form for groups offers: people, sites, terms, …"""
    # Those of people and of terms are offered once the editor's addresses are known.
    import_module(settings.ROOT_URLCONF)
    offered = [
        permission for hook in hooks.get_hooks("register_permissions") for permission in hook()
    ]
    return [one for one in offered if one.content_type.app_label not in NOT_OVERALL]
