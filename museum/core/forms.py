"""The editor's form of every page."""

from itertools import chain, count
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm

from museum.core.wagtail_compat import SLUG_LENGTH

SCHEDULE = ("go_live_at", "expire_at")


class MuseumPageForm(WagtailAdminPageForm):
    """Gives a page whose address was left empty one of its own.

    The browser proposes an address from the title, and has none for a title of emoji.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False
        for name in SCHEDULE:
            if name in self.fields:
                self.fields[name].help_text = in_museum_time()
        if "expire_at" in self.fields:
            self.fields["expire_at"].help_text += " " + _(
                "The translations of a page go with it, unless they have an end of their own."
            )

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


def in_museum_time() -> str:
    """Say in which time zone a page's schedule is, and what time it is there."""
    with timezone.override(settings.TIME_ZONE):
        now = date_format(timezone.localtime(), "TIME_FORMAT")
    return _("In the museum’s own time, %(zone)s. It is now %(time)s there.") % {
        "zone": settings.TIME_ZONE,
        "time": now,
    }
