"""What a visitor's first visit weighs, from the server that visitors get, with real pictures."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from urllib.error import URLError
from urllib.parse import quote
from urllib.request import urlopen

import pytest
from django.conf import settings
from django.core.files.images import ImageFile
from django.db import connection
from playwright.sync_api import Page

from exhibitions.models import Artifact, Relation
from home.models import HomePage
from media import renditions
from media.models import MuseumImage
from tests.e2e import looking

# Bytes, headers included.
DETAIL, LIST, HOME, SCRIPTS = 85_000, 105_000, 200_000, 30_000
ON_A_LIST = 24
SECONDS_TO_START = 90
PICTURES = sorted((looking.ROOT / "home" / "demo" / "pictures").glob("*.webp"))
# The steps that these pages load; larger ones would take minutes to make.
STEPS = [spec for spec, (side, _) in renditions.SPECS.items() if side <= 768]


@pytest.fixture
def house(
    museum_home: HomePage, artifact: Callable[..., Artifact], monkeypatch: pytest.MonkeyPatch
) -> list[Artifact]:
    """A collection of 24 works, the first related to six others."""
    monkeypatch.setattr(renditions, "make", lambda image: image.get_renditions(*STEPS))
    works = []
    for number, path in enumerate(PICTURES[:ON_A_LIST]):
        image = MuseumImage.objects.create(
            title=path.stem, file=ImageFile(BytesIO(path.read_bytes()), path.name)
        )
        picture = {"image": {"image": image.pk, "alt_text": "תמונה"}}
        works.append(
            artifact(
                f"יצירה {number}",
                f"DM.{number}",
                description="<p>שורה של מילים על יצירה אחת.</p>" * 12,
                views=[{"type": "picture", "value": picture}],
            )
        )
    works[0].relations = [Relation(related=other) for other in works[1:7]]
    works[0].save_revision().publish()
    return works


@pytest.fixture
def server(house: list[Artifact]) -> Iterator[str]:
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
    subprocess.run(collect, env=environment, cwd=looking.ROOT, check=True)
    granian = str(Path(sys.executable).with_name("granian"))
    options = ["--interface", "wsgi", "--port", port, "--no-ws", "museum.wsgi:application"]
    with subprocess.Popen([granian, *options], env=environment, cwd=looking.ROOT) as process:
        try:
            wait_for(f"http://127.0.0.1:{port}/healthz")
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


def wait_for(address: str) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while True:
        try:
            with urlopen(address):
                return
        except URLError:
            if time.monotonic() > deadline:
                pytest.fail("The server did not start.")
            time.sleep(0.2)


@pytest.mark.django_db(transaction=True)
def test_the_weight_of_a_first_visit(server: str, house: list[Artifact], page: Page) -> None:
    budgets = {"/he/": HOME, house[0].get_parent().specific.address: LIST, house[0].address: DETAIL}
    for address, budget in budgets.items():
        visit = page.context.browser.new_context(viewport={"width": 1440, "height": 900})
        weights = looking.weigh(visit.new_page(), server + address)
        visit.close()
        assert weights["Image"] > 2_000, "the pictures were not loaded"
        assert sum(weights.values()) <= budget, weights
        assert weights.get("Script", 0) <= SCRIPTS, weights
