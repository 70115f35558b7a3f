"""The dashboard's panel “What waits”: reviews, translations, rights and alternative texts."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, OuterRef, QuerySet
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component
from wagtail.models import Locale, Page, TaskState
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail_localize.models import Translation

from exhibitions.admin.returned import reason_of, returned_to
from exhibitions.admin.translations import with_waiting
from exhibitions.models import Artifact, ExhibitionIndex
from media.admin import background
from media.models import Derivative
from museum.core.visibility import published

SHOWN = 5


@dataclass(frozen=True)
class Item:
    """One thing that waits, and where its work is done."""

    title: str
    url: str
    note: str = ""


@dataclass(frozen=True)
class Group:
    """Things that wait for the same; `more` is how many are not shown."""

    name: str | Promise
    items: list[Item]
    count: int

    @property
    def more(self) -> int:
        return self.count - len(self.items)


class WaitingPanel(Component):
    """What waits for this person, the first few of each kind."""

    name = "waiting"
    template_name = "exhibitions/admin/waiting.html"
    order = 110

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        user = parent_context["request"].user
        groups = [
            returned(user),
            reviews_by_others(user),
            *translations(user),
            *catalogue(user),
            failed_work(user),
        ]
        return {"groups": [group for group in groups if group.count], "begin": begin(user)}


def edit_address(pk: int) -> str:
    return reverse("wagtailadmin_pages:edit", args=[pk])


def group(name: Promise, pages: QuerySet[Any]) -> Group:
    """Return pages to edit as a group. Two queries."""
    shown = pages.select_related("locale").order_by("-latest_revision_created_at", "pk")[:SHOWN]
    items = [
        Item(page.draft_title or page.title, edit_address(page.pk), page.locale.language_code)
        for page in shown
    ]
    return Group(name, items, pages.count())


def returned(user: AbstractBaseUser) -> Group:
    """Return what this person submitted and a reviewer gave back, with the reason."""
    states = returned_to(user)
    items = [
        Item(revision.object_str, edit_address(int(revision.object_id)), reason_of(state))
        for state in states[:SHOWN]
        if (revision := state.current_task_state and state.current_task_state.revision)
    ]
    return Group(_("Returned to you with a request for changes"), items, states.count())


def reviews_by_others(user: AbstractBaseUser) -> Group:
    """Return what waits for the word of others, for those who may publish it themselves.

    What waits for this person's own word has a panel of Wagtail's.
    """
    mine = PagePermissionPolicy().instances_user_has_permission_for(user, "publish")
    keys = mine.order_by().annotate(key=Cast("pk", CharField())).values("key")
    states = TaskState.objects.filter(
        status=TaskState.STATUS_IN_PROGRESS, revision__object_id__in=keys
    )
    pages = ContentType.objects.get_for_model(Page)
    states = states.filter(revision__base_content_type=pages)
    states = states.exclude(pk__in=TaskState.objects.reviewable_by(user).values("pk"))
    rows = states.select_related("revision", "task").order_by("started_at", "pk")
    items = [
        Item(row.revision.object_str, edit_address(int(row.revision.object_id)), row.task.name)
        for row in rows[:SHOWN]
    ]
    return Group(_("Waiting for a review by others"), items, states.count())


def begin(user: AbstractBaseUser) -> str:
    """Return where a new exhibition is begun, or nothing for those who may not."""
    index = ExhibitionIndex.objects.filter(locale__language_code=settings.LANGUAGE_CODE).first()
    if index is None or not index.permissions_for_user(user).can_add_subpage():
        return ""
    return reverse("wagtailadmin_pages:add", args=["exhibitions", "exhibition", index.pk])


def translations(user: AbstractBaseUser) -> Iterable[Group]:
    """Return translations that are missing, out of date, incomplete, or ready to publish."""
    mine = PagePermissionPolicy().instances_user_has_permission_for(user, "change")
    source = Page.objects.filter(
        locale__language_code=settings.LANGUAGE_CODE, depth__gt=1, alias_of=None
    )
    yield missing(published(source))
    waiting = with_waiting(Translation.objects.filter(enabled=True))
    for name, rows in (
        (_("Translations out of date"), waiting.filter(outdated=True)),
        (_("Translations with texts missing"), waiting.filter(incomplete=True)),
    ):
        yield group(name, mine.filter(alias_of=None).filter(Exists(rows.filter(**TARGET))))
    ready = waiting.filter(incomplete=False, outdated=False)
    drafts = mine.filter(live=False, alias_of=None)
    yield group(_("Translations ready to publish"), drafts.filter(Exists(ready.filter(**TARGET))))


# A translation's page in its own language.
TARGET = {
    "source__object": OuterRef("translation_key"),
    "target_locale": OuterRef("locale"),
}


def missing(source: QuerySet[Page]) -> Group:
    """Return the published pages that a language does not have; translation starts at the link."""
    items: list[Item] = []
    count = 0
    for locale in Locale.objects.exclude(language_code=settings.LANGUAGE_CODE):
        twins = Page.objects.filter(
            translation_key=OuterRef("translation_key"), locale=locale, alias_of=None
        )
        lacking = source.filter(~Exists(twins)).order_by("-last_published_at", "pk")
        count += lacking.count()
        items += [
            Item(page.title, submit_address(page), locale.language_code) for page in lacking[:SHOWN]
        ]
    return Group(_("Translations missing"), items[:SHOWN], count)


def submit_address(page: Page) -> str:
    return reverse("wagtail_localize:submit_page_translation", args=[page.pk])


def catalogue(user: AbstractBaseUser) -> Iterable[Group]:
    """Return artifacts of the source language that lack what the law and visitors need."""
    mine = PagePermissionPolicy().instances_user_has_permission_for(user, "change")
    artifacts = Artifact.objects.filter(
        locale__language_code=settings.LANGUAGE_CODE, pk__in=mine.values("pk")
    )
    yield group(_("Artifacts without rights statement"), artifacts.filter(rights_statement=""))
    yield group(
        _("Artifacts without alternative text"),
        artifacts.filter(lead_image__isnull=False, lead_alt=""),
    )


def failed_work(user: AbstractBaseUser) -> Group:
    """Return what could not be made of an original, with the reason."""
    name = _("Background work that failed")
    if not background.may_see(user):
        return Group(name, [], 0)
    failed = Derivative.State.FAILED
    rows = background.rows_of(background.everything(failed)[:SHOWN], user)
    address = f"{reverse('background_work')}?state={failed}"
    items = [Item(str(row.derivative), address, row.derivative.reason) for row in rows]
    return Group(name, items, background.count(failed))
