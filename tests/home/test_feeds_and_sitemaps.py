"""What machines read: sitemaps with every language's address, feeds of what is new, robots.txt."""

from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction

from exhibitions.models import Artifact, Exhibition, ExhibitionIndex
from home.models import HomePage
from museum.core.addresses import whole

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
HOST = "http://testserver"


def read(client: Client, address: str) -> ElementTree.Element:
    response = client.get(address)
    assert response.status_code == 200
    return ElementTree.fromstring(response.content)


def alternates(sitemap: ElementTree.Element) -> dict[str, dict[str, str]]:
    """The addresses in a sitemap, each with those of its translations by language."""
    return {
        url.findtext(f"{SITEMAP}loc", ""): {
            link.attrib["hreflang"]: link.attrib["href"] for link in url.iter(LINK)
        }
        for url in sitemap.iter(f"{SITEMAP}url")
    }


def test_the_index_leads_to_a_sitemap_a_language(client: Client, museum: dict[str, Page]) -> None:
    index = read(client, "/sitemap.xml")
    places = [element.text for element in index.iter(f"{SITEMAP}loc")]
    assert places == [f"{HOST}/sitemap-{code}.xml" for code in ("he", "es", "fr", "en")]
    assert client.get("/sitemap-de.xml").status_code == 404


def test_every_page_names_its_translations(
    client: Client, museum: dict[str, Page], translate: Callable[..., Page]
) -> None:
    french = translate(museum["artifact"], "fr", title="Globe")
    hebrew = museum["artifact"].specific
    both = {"he": whole(hebrew.address), "fr": whole(french.address)}
    for code in ("he", "fr"):
        listed = alternates(read(client, f"/sitemap-{code}.xml"))
        assert listed[both[code]] == both
        assert client.get(both[code].removeprefix(HOST)).status_code == 200
    story = whole(museum["story"].specific.address)
    assert alternates(read(client, "/sitemap-he.xml"))[story] == {"he": story}
    assert alternates(read(client, "/sitemap-es.xml")) == {}


def test_sitemaps_keep_private_pages_and_drafts_to_themselves(
    client: Client, museum: dict[str, Page]
) -> None:
    PageViewRestriction.objects.create(
        page=museum["story"], restriction_type=PageViewRestriction.LOGIN
    )
    museum["artifact"].unpublish()
    listed = alternates(read(client, "/sitemap-he.xml"))
    for name in ("story", "artifact"):
        assert HOST + museum[name].specific.address not in listed
    assert HOST + museum["page"].specific.address in listed


def test_a_sitemap_asks_as_much_of_any_museum(
    client: Client, museum: dict[str, Page], artifact: Callable[..., Artifact]
) -> None:
    def queries() -> int:
        client.get("/sitemap-he.xml")
        with CaptureQueriesContext(connection) as captured:
            client.get("/sitemap-he.xml")
        return len(captured)

    before = queries()
    for number in range(20):
        artifact(f"מדליה {number}", f"medal-{number}")
    assert queries() == before


def test_feeds_tell_what_is_new_in_the_language(
    client: Client,
    museum_home: HomePage,
    museum: dict[str, Page],
    translate: Callable[..., Page],
) -> None:
    index = museum_home.add_child(instance=ExhibitionIndex(title="תערוכות", slug="exhibitions"))
    for number in range(22):
        exhibition = Exhibition(
            title=f"תערוכה {number}", slug=f"e{number}", introduction="<p>מבוא & עוד</p>"
        )
        index.add_child(instance=exhibition).save_revision().publish()
    french = translate(exhibition, "fr", title="Exposition <22>")

    hebrew_feed = read(client, "/he/feeds/exhibitions.xml")
    titles = [entry.findtext(f"{ATOM}title") for entry in hebrew_feed.iter(f"{ATOM}entry")]
    assert titles == [f"תערוכה {number}" for number in range(21, 1, -1)]
    assert "מוזיאון" in hebrew_feed.findtext(f"{ATOM}title", "")

    [entry] = read(client, "/fr/feeds/exhibitions.xml").iter(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "Exposition <22>"
    assert entry.find(f"{ATOM}link").attrib["href"] == HOST + french.address
    assert entry.findtext(f"{ATOM}summary") == "מבוא & עוד"
    assert entry.findtext(f"{ATOM}updated")

    [story] = read(client, "/he/feeds/stories.xml").iter(f"{ATOM}entry")
    assert story.findtext(f"{ATOM}title") == museum["story"].title
    assert read(client, "/en/feeds/stories.xml").find(f"{ATOM}entry") is None

    # RFC 4287: a feed has an author, and an identity that no other has.
    feeds = [hebrew_feed, *(read(client, f"/{code}/feeds/stories.xml") for code in ("he", "fr"))]
    assert all(feed.findtext(f"{ATOM}author/{ATOM}name") for feed in feeds)
    assert len({feed.findtext(f"{ATOM}id") for feed in feeds}) == len(feeds)


def test_pages_name_the_feeds(client: Client, museum: dict[str, Page]) -> None:
    html = client.get(museum["story"].specific.address).content.decode()
    assert 'href="/he/feeds/stories.xml"' in html
    assert 'href="/he/feeds/exhibitions.xml"' in html


def test_robots_are_told_where_to_read(client: Client, museum: dict[str, Page]) -> None:
    response = client.get("/robots.txt")
    assert response["Content-Type"].startswith("text/plain")
    text = response.content.decode()
    assert f"Sitemap: {HOST}/sitemap.xml" in text
    assert "Disallow: /admin/" in text
