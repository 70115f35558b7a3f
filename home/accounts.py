"""People and groups in the editor: nobody gives, takes or borrows a right that they do not have.

A superuser may everything. Anybody else may change only accounts and groups whose rights they have
themselves, never their own groups, and never a superuser's account.
"""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.models import GroupCollectionPermission, GroupPagePermission
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views import groups, users

from museum.core.models import User


def has_rights_of(user: User, group: Group) -> bool:
    """Has a person every right that a group has, wherever it has it?"""
    if user.is_superuser:
        return True
    own = user.get_all_permissions()
    given = group.permissions.values_list("content_type__app_label", "codename")
    if any(f"{app}.{codename}" not in own for app, codename in given):
        return False
    return all(covers(user, group, kind) for kind in ("page", "collection"))


def covers(user: User, group: Group, kind: str) -> bool:
    """Has a person the group's rights below each page, or each folder of files,
    that it has them?
    """
    model = GroupPagePermission if kind == "page" else GroupCollectionPermission
    columns = ("permission", f"{kind}__path")
    own = list(model.objects.filter(group__user=user).values_list(*columns))
    return all(
        any(right == held and path.startswith(root) for held, root in own)
        for right, path in model.objects.filter(group=group).values_list(*columns)
    )


def may_manage(user: User, other: User) -> bool:
    """May a person change another's account? Whoever could sign in as them had their rights."""
    if user.is_superuser:
        return True
    if other.is_superuser:
        return False
    return all(has_rights_of(user, group) for group in other.groups.all())


class GuardedForm:
    """A form of an account, filled `by` somebody."""

    def guard(self, by: User, own: bool) -> None:
        if by.is_superuser:
            return
        fields: Any = self.fields  # type: ignore[attr-defined]
        if superuser := fields.get("is_superuser"):
            superuser.disabled = True
            superuser.help_text = _("Only one who has it gives this right.")
        within = [group.pk for group in Group.objects.all() if has_rights_of(by, group)]
        fields["groups"].queryset = Group.objects.filter(pk__in=within)
        fields["groups"].disabled = own


class NewAccountForm(GuardedForm, UserCreationForm):
    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.guard(by, own=False)


class AccountForm(GuardedForm, UserEditForm):
    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.guard(by, own=self.instance == by)


class Asked:
    """A view whose form is told who fills it."""

    request: HttpRequest

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "by": self.request.user}  # type: ignore[misc]


class OfAccount:
    """A view of an account that one must be allowed to manage."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_manage(request.user, self.get_object()):  # type: ignore[arg-type, attr-defined]
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]


class AddAccount(Asked, users.CreateView):
    """A new account."""


class EditAccount(OfAccount, Asked, users.EditView):
    """An account; one's own, too, but not one's own groups."""


class DeleteAccount(OfAccount, users.DeleteView):
    """Takes an account away."""


class UserViewSet(users.UserViewSet):
    """Wagtail's, guarded. A copy of an account would have its rights."""

    add_view_class = AddAccount
    edit_view_class = EditAccount
    delete_view_class = DeleteAccount
    copy_view_enabled = False

    def get_form_class(self, for_update: bool = False) -> type:
        return AccountForm if for_update else NewAccountForm


class WithinOwnRights:
    """A view that gives a group rights: afterwards it has none that the giver lacks."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        user: Any = request.user
        if kwargs.get("pk") and not may_change(user, self.get_object()):  # type: ignore[attr-defined]
            raise PermissionDenied
        with transaction.atomic():
            response: HttpResponse = super().dispatch(request, *args, **kwargs)  # type: ignore[misc]
            group = getattr(self, "object", None)
            if request.method != "POST" or not group or not group.pk or has_rights_of(user, group):
                return response
            transaction.set_rollback(True)
        messages.error(
            request, _("A group was given a right that you do not have. Nothing was saved.")
        )
        return redirect(request.path)


def may_change(user: User, group: Group) -> bool:
    """May a person change a group's rights? Not their own group's."""
    if user.is_superuser:
        return True
    return has_rights_of(user, group) and not user.groups.filter(pk=group.pk).exists()


class AddGroup(WithinOwnRights, groups.CreateView):
    """A new group."""


class EditGroup(WithinOwnRights, groups.EditView):
    """A group and its rights."""


class DeleteGroup(WithinOwnRights, groups.DeleteView):
    """Takes a group away."""


class GroupViewSet(groups.GroupViewSet):
    """Wagtail's, guarded."""

    add_view_class = AddGroup
    edit_view_class = EditGroup
    delete_view_class = DeleteGroup


def before_bulk_action(
    request: HttpRequest, action_type: str, objects: Sequence[Any], action: Any
) -> None:
    """Guard what is done to many accounts at once: roles, activity, deletion."""
    by: Any = request.user
    people = [one for one in objects if isinstance(one, User)]
    if by.is_superuser or not people:
        return
    if not all(may_manage(by, person) for person in people):
        raise PermissionDenied
    if action_type == "assign_role":
        role = action.cleaned_form.cleaned_data["role"]
        if by in people or not has_rights_of(by, role):
            raise PermissionDenied
