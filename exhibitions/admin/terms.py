"""The museum's vocabularies in the Wagtail admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet

from exhibitions.models import Term


class TermViewSet(SnippetViewSet):
    model = Term
    icon = "tag"
    menu_label = _("Vocabularies")
    menu_order = 320
    add_to_admin_menu = True
    list_display = [
        "name",
        Column("get_vocabulary_display", label=_("Vocabulary"), sort_key="vocabulary"),
    ]
    list_filter = ["vocabulary"]
