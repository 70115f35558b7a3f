"""The frame of every page: the menu, the footer's further pages, and a drawer for small screens."""

import re

import pytest
from django.test import Client
from wagtail.models import Page

from home.models import HomePage, PlainPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def pages(museum_home: HomePage) -> dict[str, Page]:
    """Pages below home by name; `draft` is not published."""
    made = {
        "about": PlainPage(title="על המוזיאון", slug="about", show_in_menus=True),
        "contact": PlainPage(title="יצירת קשר", slug="contact"),
        "draft": PlainPage(title="טיוטה", slug="draft", live=False),
    }
    return {name: museum_home.add_child(instance=page) for name, page in made.items()}


def part(html: str, name: str) -> str:
    found = re.search(rf"<{name}\b.*?</{name}>", html, re.DOTALL)
    assert found
    return found[0]


def test_the_header_has_the_menu_and_the_footer_has_all(
    client: Client, pages: dict[str, Page]
) -> None:
    html = client.get("/he/").content.decode()
    header, footer = part(html, "header"), part(html, "footer")
    assert "על המוזיאון" in header and "יצירת קשר" not in header
    assert "על המוזיאון" in footer and "יצירת קשר" in footer
    assert "טיוטה" not in html


def test_the_menu_marks_where_one_is(client: Client, pages: dict[str, Page]) -> None:
    header = part(client.get(pages["about"].specific.address).content.decode(), "header")
    assert re.search(r'href="/he/about/"\s+aria-current="true"', header)
