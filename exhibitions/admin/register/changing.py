"""A change of one artifact: who may make it, what it does to a draft, and how it is taken back.

A live page with a draft is changed twice, in what visitors see and in the draft: nothing else of
the draft is published. Who may not publish changes the draft alone.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.db.models import Case, CharField, Exists, OuterRef, Q, QuerySet, Value, When
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision, WorkflowState
from wagtail.permissions import policy_registry
from wagtail_localize.models import Translation

from exhibitions.models import Artifact
from museum.core.models import User

Alter = Callable[[Artifact], None]

REASONS: dict[str, Promise] = {
    "alias": _("It shows another page: that one is changed instead."),
    "translation": _("It is a translation: its source is changed instead."),
    "right": _("You may not change it."),
    "publish": _("You may not publish it, nor take it back."),
    "locked": _("It is locked."),
    "workflow": _("It waits for approval."),
    "scheduled": _("A version of it waits for its day of publication."),
}


class Refused(Exception):
    """A change that is not made; the message says why, in the language of who asks."""


def with_refusal(pages: QuerySet[Artifact], user: User, publishes: bool = False) -> "QuerySet[Any]":
    """Annotate `refused`: the code of the reason why a person may not change a page; "" is none."""
    policy = policy_registry.get_by_type(Page)

    def may(right: str) -> Q:
        mine = policy.instances_user_has_permission_for(user, right)
        return Q(pk__in=mine.order_by().values("pk"))

    followed = Translation.objects.filter(
        source__object_id=OuterRef("translation_key"),
        target_locale=OuterRef("locale"),
        enabled=True,
    )
    waiting = WorkflowState.objects.filter(status=WorkflowState.STATUS_IN_PROGRESS)
    scheduled = Revision.page_revisions.filter(approved_go_live_at__isnull=False)
    conditions = {
        "alias": Q(alias_of__isnull=False),
        "translation": Exists(followed),
        "right": ~may("change"),
        **({"publish": ~may("publish")} if publishes else {}),
        "locked": Q(locked=True) & ~Q(locked_by=user),
        "workflow": Q(pk__in=ids_of(waiting)),
        "scheduled": Q(pk__in=ids_of(scheduled)),
    }
    cases = [When(condition, then=Value(code)) for code, condition in conditions.items()]
    return pages.annotate(refused=Case(*cases, default=Value(""), output_field=CharField()))


def ids_of(rows: QuerySet[Any]) -> list[int]:
    return [int(pk) for pk in rows.values_list("object_id", flat=True) if str(pk).isdigit()]


def refuse_or_get(pk: int, user: User, publishes: bool = False) -> Artifact:
    """Return the page as it stands now. Raises Refused."""
    found = with_refusal(Artifact.objects.filter(pk=pk), user, publishes).first()
    if found is None:
        raise Refused(gettext("It is no longer there."))
    if found.refused:
        raise Refused(str(REASONS[found.refused]))
    return found


def may_publish(page: Artifact, user: User) -> bool:
    return page.permissions_for_user(user).can_publish()


@dataclass
class Change:
    """What was made of one page, with the ids of the versions before and after it."""

    draft_before: int
    public_before: int | None
    was_live: bool
    had_draft: bool
    touched: bool = False
    """Has what visitors see been changed?"""
    after: int | None = None

    @classmethod
    def of(cls, page: Artifact) -> "Change":
        # A page that a program made may have no version yet to come back to.
        draft = page.get_latest_revision() or page.save_revision(changed=False, clean=False)
        public = None
        if page.live:
            public = snapshot(page).pk if page.has_unpublished_changes else draft.pk
        return cls(draft.pk, public, page.live, page.has_unpublished_changes, after=draft.pk)


def snapshot(page: Artifact) -> Revision:
    """Keep what visitors see as a version, which the page's draft stays before."""
    return Revision.objects.create(
        content_object=page,
        base_content_type=page.get_base_content_type(),
        content=page.serializable_data(),
        object_str=str(page),
    )


def version(pk: int) -> Artifact:
    """Return an older version of a page, with what the page itself has of now."""
    found: Artifact = Revision.objects.get(pk=pk).as_object()
    return found


@transaction.atomic
def change(pk: int, user: User, alter: Alter, names: set[str]) -> Change:
    """Alter an artifact, and check the fields of these names and the record's own rules.

    Raises Refused.
    """
    page = refuse_or_get(pk, user)
    made = Change.of(page)
    made.touched = page.live and may_publish(page, user)
    if made.touched and made.had_draft:
        public = altered(Artifact.objects.get(pk=pk), alter, names)
        public.save_revision(user=user, clean=False).publish(user=user)
    draft = altered(version(made.draft_before), alter, names)
    if not page.live:
        draft.save(clean=False)
    revision = draft.save_revision(user=user, log_action=True, clean=False)
    if made.touched and not made.had_draft:
        revision.publish(user=user)
    made.after = revision.pk
    return made


def altered(page: Artifact, alter: Alter, names: set[str]) -> Artifact:
    """Alter one version of a page. Raises Refused where the museum's rules forbid the outcome."""
    alter(page)
    fields = {field.name for field in page._meta.fields}
    try:
        page.clean_fields(exclude=fields - names)
        page.clean()
    except ValidationError as error:
        raise Refused(said(error)) from error
    return page


def said(error: ValidationError) -> str:
    """Return an error as a sentence, with the name of its field."""
    if not hasattr(error, "error_dict"):
        return " ".join(error.messages)
    texts = []
    for name, faults in error.error_dict.items():
        text = " ".join(" ".join(fault.messages) for fault in faults)
        is_field = name != NON_FIELD_ERRORS
        label = Artifact._meta.get_field(name).verbose_name if is_field else ""  # type: ignore[union-attr]
        texts.append(f"{label}: {text}" if label else text)
    return " ".join(texts)


@transaction.atomic
def set_live(pk: int, user: User, live: bool) -> Change:
    """Publish the latest version of an artifact, or take the page back. Raises Refused."""
    page = refuse_or_get(pk, user, publishes=True)
    made = Change.of(page)
    made.touched = True
    if live:
        required = {field.name for field in page._meta.fields if not field.blank}
        altered(version(made.draft_before), lambda one: None, required)
        Revision.objects.get(pk=made.draft_before).publish(user=user)
    else:
        page.unpublish(user=user)
    return made


@transaction.atomic
def take_back(pk: int, user: User, made: Any) -> None:
    """Bring back what was before a `Change`. Raises Refused, also for what was edited since."""
    page = refuse_or_get(pk, user, publishes=made.touched)
    if page.latest_revision_id != made.after:
        raise Refused(gettext("It was edited since."))
    wanted = {made.draft_before, made.public_before} - {None}
    if Revision.objects.filter(pk__in=wanted).count() < len(wanted):
        raise Refused(gettext("The version before is no longer kept."))
    if made.touched and not made.was_live:
        page.unpublish(user=user)
        return
    if made.touched:
        again(made.public_before, user).publish(user=user)
    if not made.touched or made.had_draft:
        draft = again(made.draft_before, user)
        if not page.live:
            draft.as_object().save(clean=False)
        elif not made.had_draft:
            Page.objects.filter(pk=pk).update(has_unpublished_changes=False)


def again(revision: int, user: User) -> Revision:
    """Return a new version with an older one's content."""
    made: Revision = version(revision).save_revision(user=user, log_action=True, clean=False)
    return made
