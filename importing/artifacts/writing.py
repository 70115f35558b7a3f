"""A planned row becomes a page: a draft where it is new, a version where it changes one.

What is returned is the trace by which `importing.artifacts.undoing` takes it back:

    made        is the artifact new?
    identity    has its identifier in another catalogue been noted?
    pages       by language: the versions before and after, whether the page is new, and whether
                the change went live
    texts       by language: [place, text, what stood there] of each translated text
"""

from collections import defaultdict
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from exhibitions.models import Artifact, Collection
from importing.artifacts.fields import BY_NAME, SOURCE_ID
from importing.artifacts.standing import pages_of
from importing.models import PlannedRow, SourceIdentity
from importing.refusals import Refused
from museum.core.models import User

SOURCE = settings.LANGUAGE_CODE
PREVIOUS = ("data", "translation_type", "tool_name", "has_error", "field_error")
Trace = dict[str, Any]


def collection() -> Collection | None:
    """Return the page below which new artifacts stand."""
    found = Collection.objects.filter(locale__language_code=SOURCE, alias_of=None)
    return found.order_by("path").first()


class Writer:
    """Writes one row, within the caller's transaction. Raises Refused and ValidationError."""

    def __init__(self, row: PlannedRow, user: User, publishes: bool) -> None:
        self.row, self.user, self.publishes = row, user, publishes
        self.trace: Trace = {"made": False, "identity": False, "pages": {}, "texts": {}}
        self.changes: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for change in row.changes:
            if change["field"] != SOURCE_ID:
                self.changes[change["language"] or SOURCE].append(change)

    def write(self) -> Trace:
        page = self.found() if self.row.translation_key else self.make()
        self.row.translation_key = page.translation_key
        self.identify(page)
        for language in self.changes:
            if language != SOURCE:
                self.write_twin(page, language)
        return self.trace

    # The page itself

    def make(self) -> Artifact:
        parent = collection()
        if parent is None or not parent.permissions_for_user(self.user).can_add_subpage():
            raise Refused(_("You may not add artifacts to the collection."))
        number = self.row.accession_number
        same = Artifact.objects.filter(accession_number=number, alias_of=None)
        if same.filter(locale=parent.locale).exists():
            raise Refused(
                _("Since the plan was made, another artifact has got the number %(number)s.")
                % {"number": number}
            )
        page = Artifact(locale=parent.locale, live=False, owner=self.user)
        give(page, self.changes[SOURCE])
        page.title = page.title or self.row.title
        parent.add_child(instance=page)
        # The plan has cleaned each value, and the tree the title and the slug.
        page.save_revision(user=self.user, clean=False)
        self.trace["made"] = True
        self.note(SOURCE, page, before=None, made=True)
        return page

    def found(self) -> Artifact:
        """Return the artifact's page, changed where it shall change."""
        page = pages_of(self.row.translation_key).get(SOURCE)
        if page is None:
            raise Refused(_("The artifact has been deleted since the plan was made."))
        self.refuse_edited(page, SOURCE)
        if self.changes[SOURCE]:
            self.may_edit(page)
            return self.change(page, SOURCE)
        return page

    def refuse_edited(self, page: Artifact, language: str) -> None:
        if self.row.seen.get(language) != page.latest_revision_id:
            raise Refused(
                _("“%(title)s” was edited after the plan was made. Plan anew to see both.")
                % {"title": page.title}
            )

    def may_edit(self, page: Artifact) -> None:
        rights = page.permissions_for_user(self.user)
        if not rights.can_edit():
            raise Refused(_("You may not change “%(title)s”.") % {"title": page.title})
        if rights.page_locked():
            raise Refused(_("“%(title)s” is locked.") % {"title": page.title})

    def change(self, page: Artifact, language: str) -> Artifact:
        """Make a version with the changes; a page that is not published is stored too, as the
        editor does it.
        """
        before = page.latest_revision_id or page.save_revision(changed=False).pk
        draft = page.get_latest_revision_as_object()
        give(draft, self.changes[language])
        if not page.live:
            draft.save()
        revision = draft.save_revision(user=self.user, log_action=True)
        published = page.live and self.publishes
        if published:
            if not page.permissions_for_user(self.user).can_publish():
                raise Refused(_("You may not publish “%(title)s”.") % {"title": page.title})
            PublishPageRevisionAction(revision, user=self.user, changed=True).execute()
        stored = Artifact.objects.get(pk=page.pk)
        self.note(language, stored, before=before, published=published)
        return draft if not published else stored

    def identify(self, page: Artifact) -> None:
        for change in self.row.changes:
            if change["field"] == SOURCE_ID:
                SourceIdentity.objects.update_or_create(
                    kind=self.row.run.kind,
                    source=self.row.run.source,
                    source_id=change["value"],
                    defaults={"translation_key": page.translation_key},
                )
                self.trace["identity"] = True

    def note(self, language: str, page: Artifact, **told: Any) -> None:
        known = {"made": False, "published": False, "after": page.latest_revision_id}
        self.trace["pages"][language] = known | told

    # Its translations

    def write_twin(self, page: Artifact, language: str) -> None:
        """Write the texts of another language: as translators do, or on a page of its own."""
        locale = Locale.objects.get(language_code=language)
        twin = pages_of(page.translation_key).get(language)
        if twin is not None:
            self.refuse_edited(twin, language)
            self.may_edit(twin)
        kept = Translation.objects.filter(
            source__object_id=page.translation_key, target_locale=locale, enabled=True
        )
        if twin is not None and not kept.exists():
            self.change(twin, language)
            return
        translation = self.translation(page, locale)
        self.trace["texts"][language] = [
            told
            for change in self.changes[language]
            for told in self.write_texts(translation, change)
        ]
        self.show(translation, twin, language)

    def translation(self, page: Artifact, locale: Locale) -> Translation:
        """Return the translation of what is published, or of a draft where nothing is."""
        stored = Artifact.objects.get(pk=page.pk)
        source, _created = TranslationSource.update_or_create_from_instance(stored)
        return Translation.objects.get_or_create(source=source, target_locale=locale)[0]

    def write_texts(self, translation: Translation, change: dict[str, Any]) -> list[list[Any]]:
        segments = list(
            translation.source.stringsegment_set.filter(context__path=change["field"]).order_by(
                "order"
            )
        )
        texts = change["value"] or [None] * len(segments)
        if len(texts) != len(segments):
            raise Refused(
                _("%(field)s: the text has other paragraphs than when the plan was made.")
                % {"field": BY_NAME[change["field"]].title}
            )
        told = []
        for segment, text in zip(segments, texts, strict=True):
            place = {
                "translation_of_id": segment.string_id,
                "context_id": segment.context_id,
                "locale_id": translation.target_locale_id,
            }
            same = StringTranslation.objects.filter(**place)
            told.append([segment.context_id, segment.string_id, same.values(*PREVIOUS).first()])
            if text is None:
                same.delete()
                continue
            StringTranslation.objects.update_or_create(
                **place,
                defaults={
                    "data": text,
                    "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
                    "tool_name": "",
                    "has_error": False,
                    "field_error": "",
                    "last_translated_by": self.user,
                },
            )
        return told

    def show(self, translation: Translation, twin: Artifact | None, language: str) -> None:
        """Store the page of a translation; one that visitors read waits for its translator, unless
        the import publishes.
        """
        live = twin is not None and twin.live
        if live and not self.publishes:
            return
        if twin is not None and live and not twin.permissions_for_user(self.user).can_publish():
            raise Refused(_("You may not publish “%(title)s”.") % {"title": twin.title})
        translation.save_target(user=self.user, publish=live)
        stored = Artifact.objects.get(
            translation_key=translation.source.object_id, locale=translation.target_locale
        )
        before = twin.latest_revision_id if twin else None
        self.note(language, stored, before=before, made=twin is None, published=live)


def give(page: Artifact, changes: list[dict[str, Any]]) -> None:
    for change in changes:
        BY_NAME[change["field"]].give(page, change["value"])
