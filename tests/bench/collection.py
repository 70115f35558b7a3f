"""Make a museum of any size quickly, for measurements: a collection in Hebrew and in French."""

from collections.abc import Iterable, Iterator
from io import BytesIO

from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from PIL import Image, ImageDraw
from wagtail.models import Locale, Page, Site

from exhibitions.models import Artifact, Collection, CommunityIndex, ExhibitionIndex, StoryIndex
from home.models import HomePage
from media.models import MuseumImage

LANGUAGES = ("he", "fr")
PICTURES = 24
BATCH = 500
WORDS = {
    "he": ("כרזה", "מכתב", "תעודה", "פנקס", "מדליה", "מפה", "ירושלים", "טנג'יר", "דיו על נייר"),
    "fr": ("Affiche", "Lettre", "Diplôme", "Registre", "Médaille", "Carte", "Jérusalem", "Tanger"),
}
SEARCHED = {"he": "מדליה", "fr": "médaille"}


def plant() -> None:
    """Make the home page and the index pages, in each language."""
    pictures()
    source = Site.objects.get(is_default_site=True).root_page.specific
    if not isinstance(source, HomePage):
        source = replace_root(source)
    for model in (ExhibitionIndex, CommunityIndex, StoryIndex, Collection):
        if not model.objects.exists():
            slug = model.__name__.lower()
            source.add_child(instance=model(title=model.__name__, slug=slug, locale=source.locale))
    french, _ = Locale.objects.get_or_create(language_code="fr")
    for page in [source, *source.get_children().specific()]:
        if not page.has_translation(french):
            translation = page.copy_for_translation(french)
            translation.live = True
            translation.save()


def replace_root(old: Page) -> HomePage:
    """Put a home page in the place of the one that Wagtail makes."""
    home = HomePage(title="Museum", slug="museum", locale=Locale.objects.get(language_code="he"))
    Page.get_first_root_node().add_child(instance=home)
    Site.objects.filter(is_default_site=True).update(root_page=home)
    old.delete()
    return home


def pictures() -> list[MuseumImage]:
    """Small pictures with their renditions, shared by all artifacts."""
    for number in range(MuseumImage.objects.count(), PICTURES):
        image = Image.new("RGB", (600, 400 + number * 20), (200 - number * 4, 180, 150))
        ImageDraw.Draw(image).ellipse((100, 60, 500, 340), fill=(40, 60 + number * 4, 90))
        file = BytesIO()
        image.save(file, "JPEG")
        content = ContentFile(file.getvalue(), f"picture-{number}.jpg")
        MuseumImage.objects.create(title=f"Picture {number}", file=content)
    return list(MuseumImage.objects.order_by("pk")[:PICTURES])


def grow_to(count: int) -> None:
    """Have `count` artifacts in each language, published, pictured and searchable."""
    images = pictures()
    keys: list[object] = []
    for language in LANGUAGES:
        parent = Collection.objects.get(locale__language_code=language)
        present = parent.get_children_count()
        made = [artifact(number, parent, language, images) for number in range(present, count)]
        for twin, key in zip(made, keys, strict=False):
            twin.translation_key = key
        keys = [one.translation_key for one in made]
        insert(made, parent)
    call_command("update_index", verbosity=0)


def artifact(number: int, parent: Page, language: str, images: list[MuseumImage]) -> Artifact:
    """One artifact as a curator would have catalogued it, not yet in the database."""
    words = WORDS[language]
    kind, place = words[number % 6], words[6 + number % 2]
    image = images[number % len(images)]
    title = f"{kind} {number}, {place}"
    return Artifact(
        title=title,
        draft_title=title,
        slug=f"artifact-{number}",
        url_path=f"{parent.url_path}artifact-{number}/",
        path=Page._get_path(parent.path, parent.depth + 1, number + 1),
        depth=parent.depth + 1,
        content_type=ContentType.objects.get_for_model(Artifact),
        locale=parent.locale,
        first_published_at=timezone.now(),
        accession_number=f"B.{number:05}",
        date=str(1860 + number % 90),
        earliest=1860 + number % 90,
        latest=1860 + number % 90,
        medium=words[-1],
        place_of_origin=place,
        description=f"<p>{title}. {' '.join(words[6:] * 20)}</p>",
        credit_line="Made for measurements",
        views=[{"type": "picture", "value": {"image": picture(image), "caption": title}}],
        lead_image=image,
        lead_alt=title,
    )


def picture(image: MuseumImage) -> dict[str, object]:
    return {"image": image.pk, "decorative": False, "alt_text": image.title}


def insert(artifacts: list[Artifact], parent: Page) -> None:
    """Write pages in bulk: saving them singly would take minutes.

    Django refuses bulk_create for models with a parent table, so the two tables are written one
    after the other; `raw` leaves the first alone in the second step.
    """
    for batch in batches(artifacts):
        with transaction.atomic():
            common = [field.attname for field in Page._meta.concrete_fields if field.name != "id"]
            pages = [Page(**{name: getattr(one, name) for name in common}) for one in batch]
            for one, page in zip(batch, Page.objects.bulk_create(pages), strict=True):
                one.pk = one.id = one.page_ptr_id = page.pk
                one.save_base(raw=True, force_insert=True)
    Page.objects.filter(pk=parent.pk).update(numchild=len(artifacts) + parent.numchild)


def batches(artifacts: list[Artifact]) -> Iterator[Iterable[Artifact]]:
    for start in range(0, len(artifacts), BATCH):
        yield artifacts[start : start + BATCH]
