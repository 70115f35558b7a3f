"""Page × role × surface: a locked page and a draft are nowhere but where somebody was let in.

`python -m pytest -s tests/museum/access/test_table.py` prints the table.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.test import Client
from pytest_django import DjangoDbBlocker
from wagtail.models import Locale, Page, PageViewRestriction

from exhibitions.models import Community, CommunityIndex, Relation, Story, StoryIndex
from exhibitions.models.term import ArtifactTerm, Term
from home.models import PlainPage
from media.models import MuseumDocument
from museum.core.models import User
from tests.database import taken_back
from tests.exhibitions.room_factory import Museum, block_id, hung, make_museum, walls_of
from tests.factories import make_home, translate

pytestmark = pytest.mark.django_db
LANGUAGES = ("he", "fr", "es", "en")
WORD = "Zamboni"
PASSWORD = "sesame"


@dataclass
class House:
    """Pages that carry WORD in their titles in every language,
    and pages around them that do not.
    """

    museum: Museum
    secret: dict[str, dict[str, Page]]
    document: MuseumDocument

    @property
    def own(self) -> list[str]:
        """Every address that belongs to a secret page."""
        found = [page.address for one in self.secret.values() for page in one.values()]
        work, room = self.secret["artifact"]["he"], self.secret["room"]["he"]
        story = self.secret["story"]["he"]
        found += [
            f"/artifacts/{work.translation_key}/manifest.json",
            f"/artifacts/{work.translation_key}/linked-art.json",
            f"/rooms/{room.translation_key}/scene.json",
            f"/documents/{self.document.pk}/{self.document.filename}",
        ]
        for code in LANGUAGES:
            found += [
                f"/{code}/mirador/{work.translation_key}/",
                f"/{code}/cite/{story.translation_key}/",
                f"/{code}/cite/{work.translation_key}/citation.ris",
            ]
        return found

    @property
    def around(self) -> list[str]:
        """Public addresses where a secret page could be named."""
        exhibition, open_room = self.museum.exhibition, self.museum.exhibition.get_children()[0]
        shown = [self.museum.artifacts[0], open_room.specific, exhibition]
        found = ["/sitemap.xml", "/collection.json"]
        found += [f"/exhibitions/{exhibition.translation_key}/collection.json"]
        found += [f"/rooms/{open_room.translation_key}/scene.json"]
        found += [f"/artifacts/{shown[0].translation_key}/manifest.json"]
        for code in LANGUAGES:
            found += [
                f"/{code}/",
                f"/{code}/collection/",
                f"/{code}/stories/",
                f"/{code}/communities/",
                f"/{code}/exhibitions/",
                f"/{code}/search/?q={WORD}",
                f"/{code}/feeds/stories.xml",
                f"/{code}/feeds/exhibitions.xml",
                f"/sitemap-{code}.xml",
                f"/{code}/catalogue/{exhibition.translation_key}/",
                f"/{code}/no-such-page/",
            ]
            found += [page.get_translation(locale(code)).specific.address for page in shown]
        return found


@pytest.fixture(scope="module")
def built(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[House]:
    """Such a house, built once for this module."""
    with django_db_blocker.unblock(), taken_back():
        yield build(make_home())


@pytest.fixture
def house(db: None, built: House) -> House:
    """The house as it was built: no test has another's pages in its hands."""
    secret = {
        name: {code: Page.objects.get(pk=page.pk).specific for code, page in pages.items()}
        for name, pages in built.secret.items()
    }
    return replace(built, secret=secret)


def build(museum_home: Page) -> House:
    museum = make_museum(museum_home)
    stories = museum_home.add_child(instance=StoryIndex(title="סיפורים", slug="stories"))
    communities = museum_home.add_child(instance=CommunityIndex(title="קהילות", slug="communities"))
    shown, work = museum.artifact(1), museum.artifact(2)
    term = Term.objects.create(
        vocabulary="subject", slug="zamboni-term", name=f"{WORD} term", locale=museum_home.locale
    )
    ArtifactTerm.objects.create(artifact=work, term=term)
    document = MuseumDocument.objects.create(title="T", file=ContentFile(b"1", "t.csv"))
    work.views.append(("document", {"document": document}))
    second = museum.room("x", walls_of("rectangle", {0: [hung(work, 100)]}), slug="zamboni-room")
    door = {"target": second.pk, "x": 100, "width": 90, "height": 210}
    first = museum.room(
        "open",
        walls_of(
            "rectangle",
            {
                0: [hung(shown, 100), hung(work, 300)],
                1: [{"type": "door", "id": block_id("door"), "value": door}],
            },
        ),
        introduction=f'<p><a linktype="page" id="{work.pk}">a link</a></p>',
    )
    first.move(museum.exhibition, pos="first-child")
    secret = {
        "artifact": work,
        "room": second,
        "story": stories.add_child(
            instance=Story(title="x", slug="zamboni-story", subject="x", standfirst="x")
        ),
        "community": communities.add_child(
            instance=Community(title="x", slug="zamboni-community", country="IT")
        ),
        "page": museum_home.add_child(
            instance=PlainPage(title="x", slug="zamboni-page", show_in_menus=True)
        ),
    }
    for page in secret.values():
        if page is not work:
            Relation.objects.create(page=shown, related=page)
    made: dict[str, dict[str, Page]] = {}
    for name, page in secret.items():
        fresh = Page.objects.get(pk=page.pk).specific
        fresh.title = f"{WORD} {name} he"
        if name == "artifact":
            fresh.views = work.views
        fresh.save_revision().publish()
        made[name] = {"he": fresh}
        for code in LANGUAGES[1:]:
            made[name][code] = translate(fresh, code, title=f"{WORD} {name} {code}")
    for code in LANGUAGES[1:]:
        for page in (first, shown, museum.exhibition, stories, communities):
            translate(Page.objects.get(pk=page.pk).specific, code)
    return House(museum, made, document)


def locale(code: str) -> Locale:
    return Locale.objects.get(language_code=code)


def hidden_in(client: Client, house: House, addresses: list[str]) -> list[str]:
    """Return those addresses where a secret shows: its titles, its addresses, its term."""
    titles = [f"{WORD} {name}" for name in (*house.secret, "term")]
    # Whoever asks for an address of its own is told it again: the way to other languages leads
    # there.
    traces = [*titles, "zamboni-"]
    traces += [str(one["he"].translation_key) for one in house.secret.values()]
    found = []
    for address in addresses:
        answer = client.get(address, follow=True)
        assert answer.status_code in (200, 404), (address, answer.status_code)
        body = b"".join(answer) if answer.streaming else answer.content
        text = body.decode(errors="replace")
        is_file = address.startswith("/documents/") and answer.status_code == 200
        if is_file or any(one in text for one in (titles if address in house.own else traces)):
            found.append(address)
    return found


def lock(house: House, kind: str) -> None:
    """Lock the Hebrew pages alone: the others follow."""
    group = Group.objects.create(name="Friends")
    for pages in house.secret.values():
        made = PageViewRestriction.objects.create(
            page=pages["he"], restriction_type=kind, password=PASSWORD
        )
        made.groups.add(group)


@pytest.mark.parametrize("kind", ["password", "login", "groups"])
def test_a_locked_page_is_nowhere(client: Client, house: House, kind: str) -> None:
    lock(house, kind)
    assert hidden_in(client, house, [*house.own, *house.around]) == []


def test_a_draft_is_nowhere(client: Client, house: House) -> None:
    for pages in house.secret.values():
        for page in pages.values():
            page.unpublish()
    assert hidden_in(client, house, [*house.own, *house.around]) == []


ROLES = ("stranger", "key", "account", "friend", "editor")


def enter(client: Client, house: House, role: str) -> None:
    """Have the visitor of a client become someone."""
    if role == "key":
        for made in PageViewRestriction.objects.all():
            action = f"/he/_util/authenticate_with_password/{made.pk}/{made.page_id}/"
            client.post(action, {"password": PASSWORD, "return_url": "/"})
    elif role != "stranger":
        user = User.objects.create_user(role, password="x", is_superuser=role == "editor")
        if role == "friend":
            user.groups.set(Group.objects.filter(name="Friends"))
        client.force_login(user)


LET_IN = {
    "password": {"key"},
    "login": {"account", "friend", "editor"},
    "groups": {"friend", "editor"},
}


@pytest.mark.parametrize("kind", LET_IN)
def test_who_is_let_in_sees_the_page_and_all_that_is_its_own(house: House, kind: str) -> None:
    lock(house, kind)
    for role in ROLES:
        client = Client()
        enter(client, house, role)
        statuses = {address: client.get(address).status_code for address in house.own}
        opened = {address for address, status in statuses.items() if status == 200}
        print(f"{kind:10}{role:10}{len(opened)} of {len(house.own)} addresses")
        if role in LET_IN[kind]:
            expected = {one for one in house.own if not one.endswith("scene.json")}
            assert expected <= opened, (role, sorted(expected - opened))
            # What is public is the same for everybody.
            assert hidden_in(client, house, house.around) == [], role
        elif kind != "password":
            assert not opened - set(file_addresses(house, role)), (role, opened)


def file_addresses(house: House, role: str) -> list[str]:
    """Return the files that a role has as one who works here."""
    return [f"/documents/{house.document.pk}/{house.document.filename}"] if role == "editor" else []
