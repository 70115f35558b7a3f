"""What a visitor's first visit weighs, from the server that visitors get, with the heaviest of the
demonstration's pictures. `make bench-weights` weighs every page of a running museum.
"""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import urlopen

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.db import connection
from PIL import Image, ImageOps
from playwright.sync_api import Page
from pytest_django import DjangoDbBlocker
from wagtail.models import Locale

from exhibitions.derivatives import room_pictures as drawing_room
from exhibitions.models import (
    Artifact,
    Collection,
    Community,
    CommunityIndex,
    Relation,
    Room,
    RoomPicture,
)
from exhibitions.presentation import room_pictures
from home.models import HomePage
from media.derivatives import renditions
from media.models import (
    DocumentPages,
    MuseumDocument,
    MuseumImage,
    MuseumMedia,
    RecordingRendition,
    Track,
)
from tests import database
from tests.e2e import looking
from tests.exhibitions.room_factory import hung, make_museum, walls_of
from tests.factories import make_home, translate

# One process makes the museum of all of them.
pytestmark = pytest.mark.xdist_group("tests/e2e/pages/test_transfer.py")

ON_A_LIST = 24
# No French page that is weighed shows more than the first of them: the place leads on to the
# second, and the next six stand in its row.
IN_FRENCH = 8
LEAVES = 14
SECONDS_TO_START = 240
# The heaviest first: three lead works of their own, the others stand among what is related.
HEAVIEST = ("tile-tetouan", "medal-alliance", "chart-growth", "hero-first-schools", "tile-isfahan")
PICTURES = sorted(
    (looking.ROOT / "home" / "demo" / "pictures").glob("*.webp"),
    key=lambda path: (
        path.stem not in HEAVIEST,
        HEAVIEST.index(path.stem) if path.stem in HEAVIEST else 0,
        path.stem,
    ),
)
LINES = ["פנקס הכיתה של בית הספר בתטואן", "א · תלמיד ראשון · ✓ · ✓", "ב · תלמיד שני · — · ✓"]
TOLD = "<p>Quelques phrases sur une œuvre, comme un conservateur les écrit pour ses visiteurs.</p>"
# The steps that cards load, and those that works themselves do; all of them would take minutes to
# make.
SMALL, LARGE = (
    [spec for spec, (side, _) in renditions.SPECS.items() if side <= most] for most in (384, 768)
)


def stored(path: Path, large: bool = False) -> MuseumImage:
    file = ImageFile(BytesIO(path.read_bytes()), path.name)
    image = MuseumImage.objects.create(title=path.stem, file=file)
    if large:
        image.get_renditions(*LARGE)
    return image


def pages_view() -> dict[str, object]:
    """A register of 14 pages, each a heavy picture of its own, each transcribed."""
    [document] = MuseumDocument.objects.bulk_create(
        [MuseumDocument(title="פנקס", file=ContentFile(b"-", "register.pdf"))]
    )
    path = looking.ROOT / "home" / "demo" / "pictures" / "register-tetouan-1862.webp"
    first = stored(path, large=True)
    for number in range(1, LEAVES + 1):
        leaf = MuseumImage(title=f"{number}", file=first.file.name, document=document)
        leaf.page_number, leaf.width, leaf.height = number, first.width, first.height
        MuseumImage.objects.bulk_create([leaf])
        for step in first.renditions.all():
            step.pk, step.image = None, leaf
            with step.file.open() as made:
                step.file = ContentFile(made.read(), f"leaf-{number}{Path(made.name).suffix}")
            step.save()
    DocumentPages.objects.create(
        document=document, file_name=document.file.name, state="ready", count=LEAVES
    )
    written = [
        {"type": "item", "value": {"page": number, "text": "\n".join(LINES * 4), "translation": ""}}
        for number in range(1, LEAVES + 1)
    ]
    value = {"document": document.pk, "language": "he", "caption": "", "transcriptions": written}
    return {"type": "pages", "value": value}


def film_view(poster: MuseumImage) -> dict[str, object]:
    """A film of two versions with words in four languages."""
    [film] = MuseumMedia.objects.bulk_create(
        [MuseumMedia(title="סרט", type="video", duration=60, language="he", poster=poster)]
    )
    RecordingRendition.objects.bulk_create(
        RecordingRendition(recording=film, name=name, file=f"{name}.mp4", state="ready", width=1280)
        for name in ("720p", "1080p")
    )
    cues = [
        [second, second + 4.0, "מורה עומד ליד הלוח ומצביע על המפה."] for second in range(0, 60, 5)
    ]
    Track.objects.bulk_create(
        Track(recording=film, kind="captions", language=code, file=f"{code}.vtt", cues=cues)
        for code in ("he", "es", "fr", "en")
    )
    return {"type": "video", "value": {"media": film.pk, "caption": ""}}


def add_community(museum_home: HomePage, works: list[Artifact]) -> Community:
    """A place with two pictures of its own and all works but the heaviest,
    of which a row is shown.
    """
    index = museum_home.add_child(instance=CommunityIndex(title="קהילות", slug="communities"))
    hero, drawing = (works[number].lead_image for number in (2, 3))
    picture = {"image": {"image": drawing.pk, "alt_text": "ציור"}, "caption": "בית הספר"}
    place = Community(title="תטואן", slug="tetouan", country="MA", hero_image=hero)
    place.introduction = "<p>שורה של מילים על מקום אחד.</p>" * 4
    place.latitude, place.longitude = Decimal("35.57"), Decimal("-5.37")
    place.body = [{"type": "picture", "value": picture}]
    place = index.add_child(instance=place)
    place.relations = [Relation(related=work) for work in works[1:]]
    place.save_revision().publish()
    return place


def add_room(museum_home: HomePage, works: list[Artifact]) -> Room:
    """A room of three works whose picture, on which its page and home open, is a drawing of ours:
    it takes as many bytes as one may.
    """
    hall = make_museum(museum_home, works[0].get_parent().specific)
    hung_works = [hung(work, 200 + 250 * place) for place, work in enumerate(works[4:7])]
    room = hall.room("תטואן", walls_of("rectangle", {0: hung_works}), slug="room")
    folder = f"{room_pictures.ROOT}/{room.pk}-x"
    path = next(path for path in PICTURES if path.stem == "hero-first-schools")
    with Image.open(path) as drawing:
        fitted = {
            shape.name: ImageOps.fit(drawing.convert("RGB"), (shape.width, shape.height))
            for shape in room_pictures.SHAPES
        }
    files = {name: BytesIO() for name in fitted}
    for name, picture in fitted.items():
        picture.save(files[name], "PNG")
    drawing_room.store(folder, {name: file.getvalue() for name, file in files.items()})
    RoomPicture.objects.create(room=room, state="ready", folder=folder)
    return room


def furnish() -> list[Artifact]:
    """A collection of 24 works, the first three related to others: one inscribed in two scripts,
    one with a register to read, one with a film. They are told in French too.
    """
    museum_home = make_home()
    collection = museum_home.add_child(instance=Collection(title="האוסף", slug="collection"))
    images = [stored(path, number < 4) for number, path in enumerate(PICTURES[:ON_A_LIST])]
    works = []
    for number, image in enumerate(images):
        picture = {"image": {"image": image.pk, "alt_text": "תמונה"}}
        works.append(
            collection.add_child(
                instance=Artifact(
                    title=f"יצירה {number}",
                    accession_number=f"DM.{number}",
                    description="<p>שורה של מילים על יצירה אחת.</p>" * 12,
                    views=[{"type": "picture", "value": picture}],
                )
            )
        )
    inscribed, register, filmed = works[:3]
    inscribed.inscriptions = [
        {
            "type": "inscription",
            "value": {"language": code, "text": text, "transcription": "", "translation": ""},
        }
        for code, text in (("fr", "Appel"), ("he", "קול קורא"))
    ]
    register.views = [pages_view()]
    filmed.views = [filmed.views.raw_data[0], film_view(images[3])]
    for work in works[:3]:
        work.relations = [Relation(related=other) for other in works[3:7]]
        work.save_revision().publish()
    place = add_community(museum_home, works)
    translate(museum_home, "fr", title="Musée")
    translate(inscribed.get_parent().specific, "fr", title="La collection")
    for work in works[:IN_FRENCH]:
        translate(work, "fr", title=f"Œuvre {work.pk}", description=TOLD * 4)
    translate(place.get_parent().specific, "fr", title="Communautés")
    translate(place, "fr", title="Tétouan", introduction=TOLD)
    # Last: what is published after it has its picture drawn anew.
    add_room(museum_home, works)
    return works


class House(NamedTuple):
    """What each of the museum's pages may weigh, by its address, and the address of its room."""

    budgets: dict[str, int]
    room: str


@pytest.fixture(scope="module")
def house(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[House]:
    """Such a museum. Its pictures take a minute to make: tests look at it together, by way of a
    server of its own, and none writes.
    """
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(renditions, "make", lambda image: image.get_renditions(*SMALL))
        try:
            works = furnish()
            french = Locale.objects.get(language_code="fr")
            budgets = {"/he/": looking.HOME, works[0].get_parent().specific.address: looking.LIST}
            for detail in (*works[:3], Community.objects.get(locale__language_code="he")):
                budgets |= dict.fromkeys(
                    (detail.address, detail.get_translation(french).address), looking.DETAIL
                )
            yield House(budgets, Room.objects.get().address)
        finally:
            database.restore()


@pytest.fixture(scope="module")
def server(house: House) -> Iterator[str]:
    """The museum as `make run` serves it, compressed, over the tests' own database and files."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = str(probe.getsockname()[1])
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "museum.settings.production",
        "SECRET_KEY": "for this test only",
        "ALLOWED_HOSTS": "127.0.0.1",
        "MUSEUM_URL": f"http://127.0.0.1:{port}",
        "MUSEUM_VAR": str(settings.FOLDER),
        "DATABASE_URL": database_url(),
    }
    collect = [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity", "0"]
    # Compressing what none of the pages loads would take most of the time.
    collect += [f"--ignore={name}" for name in ("wagtail*", "mirador.js", "uploader.js")]
    subprocess.run(collect, env=environment, cwd=looking.ROOT, check=True)
    granian = str(Path(sys.executable).with_name("granian"))
    options = ["--interface", "wsgi", "--port", port, "--no-ws", "museum.wsgi:application"]
    with subprocess.Popen([granian, *options], env=environment, cwd=looking.ROOT) as process:
        try:
            wait_for(f"http://127.0.0.1:{port}/healthz", process)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def database_url() -> str:
    """The address of the database that the test runs on."""
    given = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{given['NAME']}"
    # The host may be the folder of a socket, whose slashes an address cannot hold as they are.
    login, host = f"{given['USER']}:{given['PASSWORD']}", quote(given["HOST"], safe="")
    port = f":{given['PORT']}" if given["PORT"] else ""
    return f"postgres://{login}@{host}{port}/{given['NAME']}"


def wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while True:
        try:
            with urlopen(address):
                return
        except URLError as error:
            if process.poll() is not None or time.monotonic() > deadline:
                said = error.read() if isinstance(error, HTTPError) else error
                pytest.fail(f"The server did not start: {said!r}")
            time.sleep(0.2)


def test_the_weight_of_a_first_visit(server: str, house: House, page: Page) -> None:
    for address, budget in house.budgets.items():
        visit = page.context.browser.new_context(viewport={"width": 1440, "height": 900})
        weights = looking.weigh(visit.new_page(), server + address)
        visit.close()
        assert weights["Image"] > 2_000, "the pictures were not loaded"
        assert sum(weights.values()) <= budget, (address, weights)
        assert weights.get("Script", 0) <= looking.SCRIPTS, (address, weights)


def test_the_weight_of_a_lit_room_on_a_phone(server: str, house: House, page: Page) -> None:
    """Home and the room's page come with the room's picture, and without the walk."""
    for address, name in (("/he/", "threshold"), (house.room, "walk")):
        visit = page.context.browser.new_context(
            viewport={"width": 412, "height": 823}, device_scale_factor=1.75, is_mobile=True
        )
        phone = visit.new_page()
        weights = looking.weigh(phone, server + address, scrolled=False)
        source = phone.locator(f".{name}__picture").evaluate("image => image.currentSrc")
        visit.close()
        assert source.endswith("tall-800.avif")
        assert sum(weights.values()) <= looking.PHONE, (address, weights)
        assert weights.get("Script", 0) <= looking.SCRIPTS, (address, weights)
