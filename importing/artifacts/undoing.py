"""A row is taken back: by the versions before it, and only where nobody has worked on it since."""

from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import Locale, Revision
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from exhibitions.models import Artifact
from importing.artifacts.fields import SOURCE_ID
from importing.artifacts.standing import is_used, pages_of
from importing.models import PlannedRow, SourceIdentity
from importing.refusals import Refused
from museum.core.models import User

SOURCE = settings.LANGUAGE_CODE


def take_back(row: PlannedRow, user: User) -> None:
    """Take a row back, within the caller's transaction. Raises Refused with why it is left."""
    pages = pages_of(row.translation_key)
    if SOURCE not in pages:
        raise Refused(_("It has been deleted since."))
    for language, told in row.trace["pages"].items():
        page = pages.get(language)
        if page is None or page.latest_revision_id != told["after"]:
            raise Refused(_("It has been edited since."))
    if row.trace["made"]:
        remove(pages)
    else:
        restore(row, pages, user)
    if row.trace["identity"]:
        ids = [one["value"] for one in row.changes if one["field"] == SOURCE_ID]
        SourceIdentity.objects.filter(
            kind=row.run.kind,
            source=row.run.source,
            source_id__in=ids,
            translation_key=pages[SOURCE].translation_key,
        ).delete()


def remove(pages: dict[str, Artifact]) -> None:
    """Delete what the import has made, unless it has found its place in the museum."""
    for page in pages.values():
        if page.live:
            raise Refused(_("It has been published since."))
        if is_used(page):
            raise Refused(_("Another page has used it since."))
    for language in sorted(pages, key=lambda code: code == SOURCE):
        pages[language].delete()


def restore(row: PlannedRow, pages: dict[str, Artifact], user: User) -> None:
    told = row.trace["pages"]
    if SOURCE in told:
        go_back(pages[SOURCE], told[SOURCE], user)
    for language, page in pages.items():
        if language != SOURCE and language in row.trace["texts"]:
            restore_texts(row, language)
        elif language != SOURCE and language in told:
            go_back(page, told[language], user)
    for language in row.trace["texts"]:
        if language in told:
            show_again(row, pages[language], told[language], user)


def go_back(page: Artifact, told: dict[str, Any], user: User) -> None:
    """Make the version before the import the latest one."""
    previous = Revision.objects.get(pk=told["before"])
    draft: Any = previous.as_object()
    was_published = page.live_revision_id == previous.pk
    if not page.live:
        draft.save()
    revision = draft.save_revision(user=user, log_action=True, previous_revision=previous)
    if told["published"]:
        PublishPageRevisionAction(revision, user=user, changed=True).execute()
    elif page.live and was_published:
        # What visitors read is the latest version again.
        Artifact.objects.filter(pk=page.pk).update(
            has_unpublished_changes=False, live_revision=revision
        )


def restore_texts(row: PlannedRow, language: str) -> None:
    """Give translated texts back what stood there, unless translators have written since."""
    locale = Locale.objects.get(language_code=language)
    for context, string, previous in row.trace["texts"][language]:
        place = {"context_id": context, "translation_of_id": string, "locale": locale}
        if previous is None:
            StringTranslation.objects.filter(**place).delete()
        else:
            StringTranslation.objects.update_or_create(**place, defaults=previous)


def show_again(row: PlannedRow, page: Artifact, told: dict[str, Any], user: User) -> None:
    if told["made"]:
        if page.live:
            raise Refused(_("Its translation has been published since."))
        page.delete()
        return
    source = pages_of(row.translation_key)[SOURCE]
    record, _created = TranslationSource.update_or_create_from_instance(source)
    translation = Translation.objects.filter(
        source=record, target_locale=page.locale, enabled=True
    ).first()
    if translation is not None:
        translation.save_target(user=user, publish=bool(told["published"]))
