"""Letters in the editor: a list, a letter to read, and one box to tick once it is answered."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from home.letters.models import Letter


class LetterPolicy(ModelPermissionPolicy):
    """Letters come from visitors: nobody writes one here."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action != "add" and super().user_has_permission(user, action)


class LetterViewSet(ModelViewSet):
    model = Letter
    name = url_namespace = url_prefix = "letters"
    icon = "mail"
    menu_label = _("Letters")
    menu_order = 350
    add_to_admin_menu = True
    copy_view_enabled = False
    list_display = ["received_at", "topic", "name", "is_answered", "mailed_at"]
    list_filter = ["is_answered", "topic"]
    list_export: list[str] = []
    ordering = ["-received_at"]
    panels = [
        MultiFieldPanel(
            [
                FieldPanel(name, read_only=True)
                for name in ("received_at", "topic", "name", "email", "text", "language")
            ],
            heading=_("The letter"),
        ),
        FieldPanel("is_answered"),
    ]


register_permission_policy(Letter, LetterPolicy(Letter))
letters = LetterViewSet()
