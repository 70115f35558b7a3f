"""How far pages are translated, for lists of any length in two queries."""

from collections.abc import Iterable
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation


class State(models.TextChoices):
    """How a page stands in a language."""

    SOURCE = "source", _("source")
    LIVE = "live", _("published")
    DRAFT = "draft", _("draft")
    INCOMPLETE = "incomplete", _("texts missing")
    OUTDATED = "outdated", _("out of date")
    MISSING = "missing", _("missing")


def with_waiting(translations: QuerySet[Translation]) -> QuerySet[Translation]:
    """Annotate `incomplete` (texts lack translation) and `outdated` (source published since)."""
    translated = StringTranslation.objects.filter(
        translation_of=OuterRef("string"),
        context=OuterRef("context"),
        locale=OuterRef(OuterRef("target_locale")),
        has_error=False,
    )
    untranslated = StringSegment.objects.filter(source=OuterRef("source")).filter(
        ~Exists(translated)
    )
    newer = Page.objects.filter(
        translation_key=OuterRef("source__object_id"),
        locale=OuterRef("source__locale"),
        last_published_at__gt=OuterRef("source__last_updated_at"),
    )
    return translations.annotate(incomplete=Exists(untranslated), outdated=Exists(newer))


def states_of(pages: Iterable[Page]) -> dict[UUID, dict[str, State]]:
    """Return the state of each page in each language, by translation key and language code."""
    keys = {page.translation_key for page in pages}
    codes = [code for code, _name in settings.LANGUAGES]
    found = {key: dict.fromkeys(codes, State.MISSING) for key in keys}
    # An alias shows the source's words: that language still has no translation.
    twins = Page.objects.filter(translation_key__in=keys, alias_of=None)
    for key, code, live in twins.values_list("translation_key", "locale__language_code", "live"):
        if code == settings.LANGUAGE_CODE:
            found[key][code] = State.SOURCE
        else:
            found[key][code] = State.LIVE if live else State.DRAFT
    waiting = with_waiting(Translation.objects.filter(source__object__in=keys, enabled=True))
    rows = waiting.values_list(
        "source__object", "target_locale__language_code", "incomplete", "outdated"
    )
    for key, code, incomplete, outdated in rows:
        if found[key].get(code, State.MISSING) != State.MISSING and (incomplete or outdated):
            found[key][code] = State.OUTDATED if outdated else State.INCOMPLETE
    return found
