"""The editor's form of every page."""

from itertools import chain, count
from typing import Any

from django.utils.text import slugify
from wagtail.admin.forms import WagtailAdminPageForm

from museum.core.wagtail_compat import SLUG_LENGTH


class MuseumPageForm(WagtailAdminPageForm):
    """Gives a page whose address was left empty one of its own.

    The browser proposes an address from the title, and has none for a title of emoji.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False

    def clean(self) -> dict[str, Any]:
        if "slug" in self.cleaned_data and not self.cleaned_data["slug"]:
            title = slugify(self.cleaned_data.get("title", ""), allow_unicode=True)
            self.cleaned_data["slug"] = self.free_slug(title or self.instance._meta.model_name)
        return super().clean()

    def free_slug(self, base: str) -> str:
        """Return `base`, shortened to leave room for a number, and numbered where it is taken.

        Wagtail's own does not look at the siblings of a page that has no place in the tree yet.
        """
        base = base[:SLUG_LENGTH]
        siblings = self.parent_page.get_children().exclude(pk=self.instance.pk)
        taken = set(siblings.filter(slug__startswith=base).values_list("slug", flat=True))
        candidates = chain([base], (f"{base}-{number}" for number in count(2)))
        return next(slug for slug in candidates if slug not in taken)
