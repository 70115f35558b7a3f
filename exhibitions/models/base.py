"""What the museum's page types share: hero picture, body, and what they still lack."""

from collections.abc import Iterable

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Locale, Page
from wagtail.search import index

from exhibitions.blocks import BodyBlock, body
from exhibitions.listing.kinds import summary
from exhibitions.vocabulary import open_questions
from media.derivatives import renditions
from media.models import MuseumImage
from media.models.images import ALT_LENGTH
from museum.core.models import MuseumPage, ShareImage

INTRODUCTION_FEATURES = ["bold", "italic", "link"]


def untranslated(page: MuseumPage) -> Iterable[str]:
    """Name what every page may lack: a language in which visitors could read it."""
    if page.pk and page.live and page.language == settings.LANGUAGE_CODE:
        twins = Page.objects.filter(translation_key=page.translation_key, alias_of=None)
        if twins.count() < Locale.objects.count():
            yield open_questions.TRANSLATIONS


class HeroPage(MuseumPage):
    """A page with a large picture at its head, described in the page's own language."""

    hero_image = models.ForeignKey(
        MuseumImage,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("hero picture"),
        help_text=_("The large picture at the head. Set its focal point: the edges may be cut."),
    )
    hero_alt = models.CharField(
        _("alternative text of the hero picture"),
        max_length=ALT_LENGTH,
        blank=True,
        help_text=_("What the picture shows, for visitors who cannot see it."),
    )

    route_related = ("locale", "hero_image")

    class Meta:
        abstract = True

    def open_questions(self) -> Iterable[str]:
        """Name what a page with a hero may lack: words for those who cannot see it."""
        if self.hero_image_id and not self.hero_alt.strip():
            yield open_questions.ALTERNATIVE_TEXT
        yield from untranslated(self)

    def share_image(self) -> ShareImage | None:
        return renditions.to_share(self.hero_image, self.hero_alt)


def hero_panel() -> MultiFieldPanel:
    """Return the form's panel of the hero picture and its alternative text."""
    return MultiFieldPanel(
        [FieldPanel("hero_image"), FieldPanel("hero_alt")], heading=_("Hero picture")
    )


class ReadingPage(HeroPage):
    """A page that is read: introduction, hero and body."""

    introduction = RichTextField(
        _("introduction"),
        features=INTRODUCTION_FEATURES,
        blank=True,
        help_text=_("Two or three sentences that stand first and represent the page in lists."),
    )
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("body"))

    search_fields = [
        *MuseumPage.search_fields,
        index.SearchField("introduction"),
        index.SearchField("body"),
        index.SearchField("transcripts"),
    ]

    class Meta:
        abstract = True

    def transcripts(self) -> str:
        return body.transcripts(self.body, self.language)

    @property
    def meta_description(self) -> str:
        return self.search_description or summary(self.introduction, 200)

    def pictures(self) -> Iterable[MuseumImage | None]:
        """Return the hero and the pictures of the body."""
        return (self.hero_image, *body.images(self.body))
