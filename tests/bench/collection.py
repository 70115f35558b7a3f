"""Make a museum of any size quickly, for measurements: a collection in Hebrew and in French."""

from collections.abc import Iterable, Iterator
from io import BytesIO

from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from PIL import Image, ImageDraw
from wagtail.models import Locale, Page

from exhibitions.models import (
    Artifact,
    Collection,
    Community,
    CommunityIndex,
    Exhibition,
    ExhibitionIndex,
    Relation,
    Story,
    StoryIndex,
)
from home.founding import found_museum
from media.models import MuseumImage

LANGUAGES = ("he", "fr")
PICTURES = 24
SUBJECTS = 8  # exhibitions, communities and stories
BATCH = 500
WORDS = {
    "he": ("כרזה", "מכתב", "תעודה", "פנקס", "מדליה", "מפה", "ירושלים", "טנג'יר", "דיו על נייר"),
    "fr": ("Affiche", "Lettre", "Diplôme", "Registre", "Médaille", "Carte", "Jérusalem", "Tanger"),
}
SEARCHED = {"he": "מדליה", "fr": "médaille"}


def plant() -> None:
    """Found the museum, and give it the other subjects that pages show beside artifacts."""
    home, images = found_museum(), pictures()
    french = Locale.objects.get(language_code="fr")
    text = f"<p>{' '.join(WORDS['he'] * 5)}</p>"
    for index, model, fields in (
        (ExhibitionIndex, Exhibition, {"introduction": text}),
        (CommunityIndex, Community, {"introduction": text, "country": "MA"}),
        (StoryIndex, Story, {"standfirst": text, "subject": "Somebody"}),
    ):
        parent = index.objects.child_of(home).get()
        for number, image in enumerate(images[:SUBJECTS]):
            name = f"{model.__name__} {number}"
            page = model(title=name, locale=home.locale, hero_image=image, **fields)
            parent.add_child(instance=page)
            translation = page.copy_for_translation(french)
            translation.live = True
            translation.save()


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
        insert(made, parent)
        if not keys:
            relate(made)
        keys = [one.translation_key for one in made]
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


def relate(artifacts: list[Artifact]) -> None:
    """Relate each artifact of the source language to a community, a story and its neighbour."""
    communities = list(Community.objects.filter(locale__language_code="he"))
    stories = list(Story.objects.filter(locale__language_code="he"))
    Relation.objects.bulk_create(
        Relation(page_id=one.pk, related_id=other.pk, sort_order=place)
        for number, one in enumerate(artifacts)
        for place, other in enumerate(
            (communities[number % SUBJECTS], stories[number % SUBJECTS], artifacts[number - 1])
        )
    )


def batches(artifacts: list[Artifact]) -> Iterator[Iterable[Artifact]]:
    for start in range(0, len(artifacts), BATCH):
        yield artifacts[start : start + BATCH]
