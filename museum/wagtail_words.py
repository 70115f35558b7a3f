"""Words that Wagtail 8 fixes when the program starts: they would stay in the museum's own language.

It translates them where a class is made, and not where somebody reads them.
"""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.admin.forms.auth import LoginForm
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.images.forms import ImageInsertionForm
from wagtail.snippets.views.snippets import SnippetViewSet


def breadcrumbs_of(viewset: SnippetViewSet) -> list[dict[str, Any]]:
    """Return Wagtail's way to a snippet's list, each step named when it is read."""
    with override(None):
        fixed = WAGTAILS_BREADCRUMBS.fget(viewset)
    labels = [step["label"] for step in fixed]
    return [step | {"label": _(label)} for step, label in zip(fixed, labels, strict=True)]


WAGTAILS_BREADCRUMBS: Any = SnippetViewSet.breadcrumbs_items


def say_in_each_language() -> None:
    """Put what is translated when it is read in the place of what was translated at the start."""
    for name, words in {
        "choose_one_text": _("Choose"),
        "choose_another_text": _("Choose another"),
        "edit_item_text": _("Edit"),
        "search_tab_label": _("Search"),
        "create_action_label": _("Create"),
    }.items():
        setattr(ChooserViewSet, name, words)
    SnippetViewSet.breadcrumbs_items = property(breadcrumbs_of)
    LoginForm.base_fields["password"].label = _("Password")
    for name, label in {
        "format": _("Format"),
        "image_is_decorative": _("Image is decorative"),
        "alt_text": _("Alt text"),
    }.items():
        ImageInsertionForm.base_fields[name].label = label
