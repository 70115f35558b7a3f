"""Films and sounds: their tracks in several languages, and the renditions that visitors play."""

from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.validators import FileExtensionValidator
from django.db import models
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtailmedia.models import AbstractMedia

from media.files import digest
from media.files.local_files import on_disk
from media.models.credits import RIGHTS_FIELDS, Credited
from media.models.derivatives import Derivative
from media.models.images import MuseumImage
from media.models.preserved import Preserved
from media.validation import Refused, captions, names, recordings
from museum.core.wagtail_compat import is_new


class MuseumMedia(Credited, Preserved, AbstractMedia):
    """A film or a sound. The file itself has no public address: visitors play its renditions."""

    language = models.CharField(
        _("language of the sound"),
        max_length=10,
        choices=settings.LANGUAGES,
        blank=True,
        help_text=_("Leave it empty where nobody speaks, or in a language that is not listed."),
    )
    poster = models.ForeignKey(
        MuseumImage,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("poster"),
        help_text=_("What is seen before it is played. Without one a still of the film is."),
    )
    still = models.ForeignKey(
        MuseumImage,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("still"),
    )

    admin_form_fields = (
        "title",
        "file",
        "language",
        "poster",
        "collection",
        "tags",
        *RIGHTS_FIELDS,
    )

    class Meta:
        verbose_name = _("film or sound")
        verbose_name_plural = _("films and sounds")

    def clean(self) -> None:
        """Look into a new file, and note its size and length. Raises ValidationError."""
        super().clean()
        if not is_new(self.file):
            return
        try:
            names.check(str(self.file.name))
            with on_disk(self.file) as path:
                facts = recordings.check(path, str(self.file.name))
        except Refused as reason:
            raise ValidationError({"file": str(reason)}) from reason
        kind = facts.media_type.partition("/")[0]
        if self.type and self.type != kind:
            raise ValidationError({"file": WRONG_KIND[kind]})
        self.width, self.height = facts.width, facts.height
        self.duration = facts.duration or 0

    @property
    def url(self) -> str:
        """The original's address, for those who may edit it."""
        return reverse("recording_original", args=[self.pk])

    @property
    def sources(self) -> list[dict[str, str]]:
        """What a player may play, as addresses and media types: the renditions of its own sound."""
        own = (row for row in self.renditions.all() if row.file and "-" not in row.name)
        return [{"src": row.file.url, "type": row.media_type} for row in own]

    @property
    def cover_id(self) -> int | None:
        """The picture that stands for it: the curator's choice, or a still of the film."""
        return self.poster_id or self.still_id


WRONG_KIND = {
    "audio": _("This is a sound. Add it as audio."),
    "video": _("This is a film. Add it as video."),
}


def track_place(track: "Track", name: str) -> str:
    """Return where a track's file is kept: under a name that no other content ever has."""
    path = Path(name)
    stem = slugify(path.stem)[:40] or "track"
    with on_disk(track.file) as kept:
        return f"tracks/{stem}-{digest.short(kept)}{path.suffix.lower()}"


class Track(models.Model):
    """Words or another sound that go with a film or sound, in one language."""

    class Kind(models.TextChoices):
        """The first four are WebVTT files (the kinds of HTML's `<track>`),
        the others are sounds.
        """

        CAPTIONS = "captions", _("captions")
        SUBTITLES = "subtitles", _("subtitles")
        CHAPTERS = "chapters", _("chapters")
        DESCRIPTIONS = "descriptions", _("description in words")
        AUDIO_DESCRIPTION = "audio-description", _("spoken description")
        DUBBING = "dubbing", _("dubbed sound")

    recording = models.ForeignKey(
        MuseumMedia,
        on_delete=models.CASCADE,
        related_name="tracks",
        verbose_name=_("film or sound"),
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.CAPTIONS)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    file = models.FileField(
        _("file"),
        upload_to=track_place,
        validators=[FileExtensionValidator(["vtt", "mp3", "m4a", "ogg", "wav", "flac"])],
        help_text=_(
            "Captions, subtitles, chapters and descriptions in words: a WebVTT file. Spoken"
            " description and dubbed sound: a sound as long as the recording, which is heard"
            " instead"
            " of its own."
        ),
    )
    # What a WebVTT file says: [start, end, text] in seconds, for transcripts and search.
    cues = models.JSONField(default=list, editable=False)

    class Meta:
        verbose_name = _("track")
        verbose_name_plural = _("tracks")
        ordering = ["recording", "kind", "language"]
        constraints = [
            models.UniqueConstraint(
                fields=["recording", "kind", "language"], name="unique_track_of_recording"
            )
        ]

    def __str__(self) -> str:
        return f"{self.recording}: {self.get_kind_display()}, {self.get_language_display()}"

    @property
    def is_sound(self) -> bool:
        return self.kind in (self.Kind.AUDIO_DESCRIPTION, self.Kind.DUBBING)

    def clean(self) -> None:
        """Look into a new file, and note the words of a WebVTT file. Raises ValidationError."""
        super().clean()
        twins = Track.objects.filter(
            recording=self.recording, kind=self.kind, language=self.language
        )
        if twins.exclude(pk=self.pk).exists():
            raise ValidationError(
                {"language": _("There is such a track in this language already. Change that one.")}
            )
        if not self.file:
            return
        try:
            with on_disk(self.file) as path:
                self.read(path)
        except Refused as reason:
            raise ValidationError({"file": str(reason)}) from reason

    def read(self, path: str) -> None:
        """Check the file at `path`, and note its words. Raises Refused."""
        if is_new(self.file):
            names.check(str(self.file.name))
        length = self.recording.duration
        if self.is_sound:
            self.cues = []
            facts = recordings.check(path, str(self.file.name))
            if not facts.media_type.startswith("audio/"):
                raise Refused(str(WRONG_KIND["video"]))
            too_long = length and (facts.duration or 0) > length + 2
        else:
            if Path(str(self.file.name)).suffix.lower() != ".vtt":
                raise Refused(
                    str(_("Captions, chapters and descriptions are WebVTT files (.vtt)."))
                )
            found = captions.check(path)
            self.cues = [list(cue) for cue in captions.spoken_cues(found)]
            self.leave_styles_out(Path(path).read_bytes())
            too_long = length and found[-1].start > length
        if too_long:
            raise Refused(str(_("It goes on after the recording has ended. Is it another one's?")))

    def leave_styles_out(self, content: bytes) -> None:
        """Keep a WebVTT file without the look that it brings along."""
        plain = captions.without_styles(content)
        if plain != content:
            self.file = ContentFile(plain, Path(str(self.file.name)).name)


class RecordingRendition(Derivative):
    """A film or sound as visitors play it.

    Its file is whole, and stays while a better one is made.
    """

    recording = models.ForeignKey(
        MuseumMedia,
        on_delete=models.CASCADE,
        related_name="renditions",
        verbose_name=_("film or sound"),
    )
    name = models.SlugField(_("name"), max_length=20, help_text=_("Such as 720p, 1080p or sound."))
    file = models.FileField(_("file"), upload_to="recordings", blank=True)
    media_type = models.CharField(_("media type"), max_length=80, blank=True)
    width = models.PositiveIntegerField(_("width (px)"), null=True)
    height = models.PositiveIntegerField(_("height (px)"), null=True)
    size = models.PositiveBigIntegerField(_("size (bytes)"), null=True)

    class Meta:
        verbose_name = _("rendition of a film or sound")
        verbose_name_plural = _("renditions of films and sounds")
        ordering = ["recording", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["recording", "name"], name="unique_rendition_of_recording"
            )
        ]

    def __str__(self) -> str:
        return f"{self.recording} ({self.name})"
