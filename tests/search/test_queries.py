"""What people type, in four languages, and what they find, in the order of the page.

`queries.txt` has a line a query: language, query, and the addresses' last steps of what is found.
The same list holds on both databases.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoDbBlocker
from wagtail.models import Locale

from exhibitions.models import Artifact, Collection
from records.models import Person, Place, School, SchoolPlace
from tests.database import taken_back
from tests.factories import make_home
from tests.records.factories import make

pytestmark = pytest.mark.django_db

LINES = Path(__file__).with_name("queries.txt").read_text().splitlines()
QUERIES = [
    [part.strip() for part in line.split("|")]
    for line in LINES
    if line and not line.startswith("#")
]

LANGUAGES = ("he", "es", "fr", "en")
RECORDS: dict[tuple[Any, str], str] = {
    (Place, "tetouan"): "תטואן|Tetuán|Tétouan|Tetouan|ar:تطوان|:Tettauen",
    (Place, "tangier"): "טנג׳יר|Tánger|Tanger|Tangier|ar:طنجة",
    (Place, "casablanca"): "קזבלנקה|Casablanca|Casablanca|Casablanca|ar:الدار البيضاء",
    (Place, "baghdad"): "בגדאד|Bagdad|Bagdad|Baghdad|ar:بغداد",
    (Place, "kermanshah"): "כרמאנשאה|Kermanshah|Kermanchah|Kermanshah|fa:کرمانشاه",
    (School, "girls"): "בית הספר לבנות|Escuela de niñas|École de filles|Girls’ school",
    (School, "mikveh"): "מקוה ישראל|Mikvé Israel|Mikvé-Israël|Mikveh Israel",
    (Person, "cremieux"): "אדולף כרמיה|Adolphe Crémieux|Adolphe Crémieux|Adolphe Crémieux",
    (Person, "netter"): "שרל נטר|Charles Netter|Charles Netter|Charles Netter|:קרל נטר",
}
# Title and text, in the order of the languages.
ARTIFACTS = {
    "telegram": [
        ("מברק", "נשלח מתטואן אל המורים"),
        ("Telegrama", "Enviado de Tetuán a los maestros"),
        ("Télégramme", "Envoyé de Tétouan aux instituteurs"),
        ("Telegram", "Sent from Tetouan to the teachers"),
    ],
    "class": [
        ("תמונת כיתה", "תלמידים בבניין החדש שבטנג׳יר"),
        ("Foto de clase", "Alumnos en el edificio nuevo de Tánger"),
        ("Photo de classe", "Élèves dans le bâtiment neuf de Tanger"),
        ("Class photograph", "Pupils in the new building in Tangier"),
    ],
    "letter": [
        ("מכתב אל אדולף כרמיה", "על שני בתי ספר בכרמאנשאה"),
        ("Carta a Adolphe Crémieux", "Sobre dos escuelas en Kermanshah"),
        ("Lettre à Adolphe Crémieux", "Sur deux écoles à Kermanchah"),
        ("Letter to Adolphe Crémieux", "About two schools in Kermanshah"),
    ],
    "spade": [
        ("את חפירה", "שרל נטר הביא אותו למקוה ישראל"),
        ("Una pala", "Charles Netter la llevó a Mikvé Israel"),
        ("Une bêche", "Charles Netter l’apporta à Mikvé-Israël"),
        ("A spade", "Charles Netter brought it to Mikveh Israel"),
    ],
}


@pytest.fixture(scope="module")
def museum(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A small museum in four languages, made once for all queries."""
    with django_db_blocker.unblock(), taken_back():
        home = make_home()
        collection = home.add_child(instance=Collection(title="האוסף", slug="collection"))
        sources = {
            slug: collection.add_child(
                instance=Artifact(
                    title=texts[0][0], slug=slug, accession_number=slug, description=texts[0][1]
                )
            )
            for slug, texts in ARTIFACTS.items()
        }
        for place, code in enumerate(LANGUAGES[1:], start=1):
            locale, _made = Locale.objects.get_or_create(language_code=code)
            for page in (home, collection):
                page.copy_for_translation(locale).save_revision().publish()
            for slug, page in sources.items():
                copy = page.copy_for_translation(locale)
                copy.title, copy.description = ARTIFACTS[slug][place]
                copy.save_revision().publish()
        made = {
            slug: make(model, *names(text), slug=slug) for (model, slug), text in RECORDS.items()
        }
        SchoolPlace.objects.create(school=made["girls"], place=made["tetouan"])
        yield


def names(text: str) -> list[tuple[str, str]]:
    first, others = text.split("|")[:4], text.split("|")[4:]
    named = [(name, language) for name, language in zip(first, LANGUAGES, strict=True)]
    return [*named, *((one.split(":")[1], one.split(":")[0]) for one in others)]


@pytest.mark.parametrize(
    ("language", "query", "expected"), QUERIES, ids=lambda value: str(value).replace(" ", "_")
)
def test_finds(museum: None, client: Client, language: str, query: str, expected: str) -> None:
    groups = client.get(f"/{language}/search/", {"q": query}).context["groups"]
    found = [
        address.rstrip("/").rpartition("/")[2]
        for group in groups
        for address in (*(hit.address for hit in group.hits), *(card.url for card in group.cards))
    ]
    assert " ".join(found) == expected


def test_every_language_is_asked() -> None:
    asked = [language for language, _query, _expected in QUERIES]
    assert all(asked.count(language) >= 10 for language in LANGUAGES)
    assert len({(language, query) for language, query, _expected in QUERIES}) == len(QUERIES)
