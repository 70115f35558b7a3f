"""PO files for translators' own tools: whatever is sent back, a sentence says what came of it."""

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import quote

import polib
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail_localize.models import StringTranslation, Translation

from home.translations.limits import mark_all
from home.translations.outdated import outdated
from home.translations.permissions import may_translate

# The texts of the longest page take a few hundred kilobytes.
LARGEST = 5 * 1024 * 1024
OWNER = "X-WagtailLocalize-TranslationID"
# What polib raises at files that are none of its kind.
UNREADABLE = (OSError, ValueError, LookupError, TypeError, AttributeError)


class Refused(ValueError):
    """A file that cannot be taken; the message is for its translator."""


@dataclass
class Taken:
    """What came of an import, in numbers of texts."""

    texts: int = 0
    unknown: int = 0
    unsure: int = 0
    kept: int = 0
    marked: int = 0


def exported(translation: Translation) -> polib.POFile:
    """Return a translation's texts; those whose source has changed since are marked as unsure."""
    file = translation.export_po()
    rows = outdated(translation.source, translation.target_locale)
    unsure = set(rows.values_list("context__path", "string__data"))
    for entry in file:
        if not entry.obsolete and (entry.msgctxt, entry.msgid) in unsure:
            entry.flags.append("fuzzy")
    return file


def download(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Send a translation as a PO file."""
    translation = get_object_or_404(Translation, id=translation_id)
    if not may_translate(request.user, translation):
        raise PermissionDenied
    title = slugify(translation.source.object_repr, allow_unicode=True) or "page"
    response = HttpResponse(str(exported(translation)), "text/x-gettext-translation; charset=utf-8")
    name = quote(f"{title}-{translation.target_locale.language_code}.po")
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}"
    return response


@require_POST
def upload(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Import a PO file, and say what came of it."""
    translation = get_object_or_404(Translation, id=translation_id)
    if not may_translate(request.user, translation):
        raise PermissionDenied
    try:
        taken = take(read(request.FILES.get("file")), translation, request.user)
    except Refused as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, import_summary(taken))
    return redirect(get_valid_next_url_from_request(request) or reverse("wagtailadmin_home"))


def read(file: UploadedFile | None) -> polib.POFile:
    """Read a file that was sent. Raises Refused."""
    if file is None:
        raise Refused(_("No file came. Choose the PO file, and send it again."))
    if (file.size or 0) > LARGEST:
        raise Refused(
            _("The file has %(size)s; a page's PO file has at most %(limit)s. Is it the right one?")
            % {"size": filesizeformat(file.size or 0), "limit": filesizeformat(LARGEST)}
        )
    with TemporaryDirectory() as folder:
        # polib takes a name or the content, and would open what a content names.
        path = Path(folder, "sent.po")
        path.write_bytes(file.read())
        try:
            found = polib.pofile(os.fspath(path))
        except UnicodeDecodeError as error:
            raise Refused(
                _("The file's letters cannot be read. Save it as UTF-8, and send it again.")
            ) from error
        except UNREADABLE as error:
            raise Refused(
                _("This is no PO file, or it is damaged. Download it anew, and translate that.")
            ) from error
    if not found and not found.metadata:
        raise Refused(_("There are no texts in this file."))
    return found


def belongs(file: polib.POFile, translation: Translation) -> None:
    """Raises Refused where a file is of another translation, or does not say of which."""
    owner = file.metadata.get(OWNER, "").strip()
    if not owner:
        raise Refused(
            _(
                "The file does not say which page it belongs to: your program dropped the line "
                "“%(line)s” from its head. Download the file anew and copy the line from it."
            )
            % {"line": OWNER}
        )
    if owner != str(translation.uuid):
        raise Refused(other(owner))
    said = file.metadata.get("Language", "").replace("_", "-").partition("-")[0].strip().lower()
    wanted = translation.target_locale.language_code.partition("-")[0].lower()
    if said and said != wanted:
        raise Refused(
            _("The file says that it is in “%(said)s”; this translation is in %(language)s.")
            % {"said": said, "language": translation.target_locale.get_display_name()}
        )


def other(owner: str) -> str:
    """Say whose file it is, where the museum knows."""
    try:
        known = Translation.objects.select_related("source", "target_locale").get(uuid=owner)
    except (ObjectDoesNotExist, ValidationError):
        return _("This PO file is not of this museum's, or of a translation that is gone.")
    return _("This PO file is of “%(title)s” in %(language)s. Send it on that page.") % {
        "title": known.source.object_repr,
        "language": known.target_locale.get_display_name(),
    }


@transaction.atomic
def take(file: polib.POFile, translation: Translation, user: Any) -> Taken:
    """Import what is sure and new. Raises Refused."""
    belongs(file, translation)
    taken = Taken()
    newer = written_since(file, translation, user)
    wanted = polib.POFile()
    wanted.metadata = file.metadata
    for entry in file:
        if entry.obsolete or not entry.msgstr and not entry.msgid_plural:
            continue
        text = newer.get((entry.msgctxt, entry.msgid), entry.msgstr)
        if entry.fuzzy or entry.msgid_plural:
            taken.unsure += 1
        elif text != entry.msgstr:
            taken.kept += 1
        else:
            entry.msgstr = entry.msgstr.replace("\0", "")
            wanted.append(entry)
    confirm(wanted, translation)
    warnings = translation.import_po(wanted, user=user, tool_name=_("PO file"))
    taken.unknown, taken.texts = len(warnings), len(wanted) - len(warnings)
    taken.marked = mark_all(translation)
    return taken


def confirm(file: polib.POFile, translation: Translation) -> None:
    """Take the mark from outdated texts that come back as sure: they may stay as they are."""
    sure = {(entry.msgctxt, entry.msgid) for entry in file}
    for segment in outdated(translation.source, translation.target_locale):
        if (segment.context.path, segment.string.data) in sure:
            StringTranslation.objects.filter(
                translation_of=segment.string,
                context=segment.context,
                locale=translation.target_locale,
            ).update(has_error=False, tool_name="", field_error="")


def written_since(
    file: polib.POFile, translation: Translation, user: Any
) -> dict[tuple[str, str], str]:
    """Return the texts that others wrote after the file was made, by place and source."""
    rows = StringTranslation.objects.filter(
        context__object_id=translation.source.object_id, locale=translation.target_locale
    ).exclude(last_translated_by=None)
    rows = rows.exclude(last_translated_by=user)
    made = moment(file.metadata.get("POT-Creation-Date", ""))
    if made is not None:
        rows = rows.filter(updated_at__gt=made)
    found = rows.values_list("context__path", "translation_of__data", "data")
    return {(place, source): text for place, source, text in found}


def moment(text: str) -> datetime | None:
    try:
        made = parse_datetime(text.strip())
    except ValueError:
        return None
    return made if made and made.tzinfo else None


def import_summary(taken: Taken) -> str:
    """Say what came of an import."""
    told = [
        ngettext("%(count)d text was taken.", "%(count)d texts were taken.", taken.texts),
        ngettext(
            "%(count)d text is not on this page, and was left out.",
            "%(count)d texts are not on this page, and were left out.",
            taken.unknown,
        ),
        ngettext(
            "%(count)d text is marked as unsure, or has plural forms, and was left out.",
            "%(count)d texts are marked as unsure, or have plural forms, and were left out.",
            taken.unsure,
        ),
        ngettext(
            "%(count)d text was translated here by somebody else meanwhile, and was kept.",
            "%(count)d texts were translated here by others meanwhile, and were kept.",
            taken.kept,
        ),
        ngettext(
            "%(count)d text cannot be shown as it is; it is marked below.",
            "%(count)d texts cannot be shown as they are; they are marked below.",
            taken.marked,
        ),
    ]
    counts = (taken.texts, taken.unknown, taken.unsure, taken.kept, taken.marked)
    sentences = [words % {"count": count} for words, count in zip(told, counts, strict=True)]
    first, *others = sentences
    kept = [other for other, count in zip(others, counts[1:], strict=True) if count]
    return " ".join([first, *kept])
