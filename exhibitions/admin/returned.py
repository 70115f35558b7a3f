"""Pages that a reviewer gave back: said when their author opens them, and on the dashboard."""

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page, WorkflowState

from museum.core.models import User


def returned_to(user: AbstractBaseUser) -> QuerySet[WorkflowState]:
    """Return what this person submitted and somebody asked changes of, the newest first."""
    states = WorkflowState.objects.filter(
        status=WorkflowState.STATUS_NEEDS_CHANGES, requested_by=user
    )
    return states.select_related("current_task_state__revision").order_by("-pk")


def reason_of(state: WorkflowState) -> str:
    """Return what the reviewer wrote, or nothing."""
    task_state = state.current_task_state
    return task_state.comment if task_state else ""


def tell_of_changes(request: HttpRequest, page: Page) -> None:
    """Say on the page's editor that changes are asked for, by whom and why."""
    if request.method != "GET" or "_w_hydrate_view" in request.GET:
        return
    state = page.current_workflow_state
    if not state or state.status != WorkflowState.STATUS_NEEDS_CHANGES:
        return
    task_state = state.current_task_state
    reviewer: User | None = task_state.finished_by if task_state else None
    values = {
        "name": (reviewer.get_full_name() or reviewer.get_username()) if reviewer else "",
        "reason": reason_of(state),
    }
    if values["reason"]:
        text = _("%(name)s asks for changes to this page: “%(reason)s”") % values
    else:
        text = _("%(name)s asks for changes to this page, without giving a reason.") % values
    messages.warning(request, text)
