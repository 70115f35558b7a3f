"""Links in texts: to pages that may be seen; what points elsewhere stays as plain words."""

from typing import Any

from django.utils.html import escape
from django.utils.translation import get_language
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from museum.core.addresses import address_of
from museum.core.visibility import visible


class VisiblePageLinks(PageLinkHandler):
    """Wagtail's own, without links to drafts and to pages behind a lock: addresses tell titles."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, Any]]) -> list[str]:
        """Return each link's opening tag, to the page in the active language where there is one.

        `<a>` alone is no link. Three queries, for any number of links.
        """
        ids = [int(pk) for attrs in attrs_list if (pk := str(attrs.get("id"))).isdecimal()]
        keys = dict(Page.objects.filter(pk__in=ids).values_list("pk", "translation_key"))
        twins = visible(Page.objects.filter(translation_key__in=keys.values())).order_by()
        here: dict[Any, str] = {}
        chosen: dict[int, str] = {}
        columns = ("pk", "translation_key", "url_path", "locale__language_code")
        for pk, key, url_path, language in twins.values_list(*columns):
            chosen[pk] = url_path
            if language == get_language():
                here[key] = url_path
        tags = []
        for attrs in attrs_list:
            number = int(attrs["id"]) if str(attrs.get("id")).isdecimal() else 0
            target = here.get(keys.get(number)) or chosen.get(number)
            tags.append(f'<a href="{escape(address_of(target))}">' if target else "<a>")
        return tags
