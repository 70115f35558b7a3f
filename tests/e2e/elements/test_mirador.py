"""Mirador on a page of ours opens our own manifests: in every language, and asking nobody else."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from exhibitions.models import Artifact
from home.demo.content import PICTURES
from media.models import MuseumImage
from tests.e2e.looking import faults, messages_of
from tests.exhibitions import viewed
from tests.media.pictures import sizes_only, uploaded

PATIENCE = 30_000


@pytest.fixture
def work(
    live_server: LiveServer,
    artifact: Callable[..., Artifact],
    translate: Callable[..., Artifact],
    tmp_path: Path,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> Artifact:
    """A work with a view of every kind.

    Its first picture is the demonstration's large map, tiled.
    """
    settings.MEDIA_ROOT = tmp_path / "media"
    sizes_only(monkeypatch, 512)
    large: MuseumImage = uploaded(PICTURES / "map-network.webp")
    views = viewed.views_of()
    views[0]["value"]["image"]["image"] = large.pk
    page = viewed.with_views(artifact, views)
    translate(page, "fr", title="Registre")
    return page


def opened(page: Page, address: str) -> list[str]:
    """Open Mirador; returns what the console complains about while it is looked at."""
    complaints = messages_of(page)
    with page.expect_response(re.compile(r"/info\.json$")) as info:
        page.goto(address)
    assert info.value.ok
    expect(page.locator(".openseadragon-canvas").first).to_be_visible(timeout=PATIENCE)
    page.wait_for_load_state("networkidle")
    return complaints


def test_mirador_opens_a_manifest(page: Page, live_server: LiveServer, work: Artifact) -> None:
    complaints = opened(page, f"{live_server.url}/fr/mirador/{work.translation_key}/")
    # The page around it is ours: it has a name, a language, one landmark and one first heading.
    expect(page).to_have_title(re.compile("^Registre · Mirador"))
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    expect(page.get_by_role("main")).to_have_count(1)
    expect(page.get_by_role("banner").get_by_role("heading", level=1)).to_have_text("Registre")
    assert faults(page, but=("#mirador",)) == []
    viewer = page.locator("#mirador")
    expect(viewer.get_by_text("À propos de cette pièce")).to_be_visible()
    expect(viewer.get_by_role("heading", name="Registre").first).to_be_visible()
    viewer.get_by_role("tab", name="Annotations").click()
    expect(viewer.get_by_text("משנת 1862")).to_be_visible()
    viewer.get_by_role("button", name="Suivant").click()
    expect(viewer.get_by_text("Page 1")).to_be_visible()
    assert complaints == []


def test_hebrew_reads_from_the_right(page: Page, live_server: LiveServer, work: Artifact) -> None:
    complaints = opened(page, f"{live_server.url}/he/mirador/{work.translation_key}/")
    bar = page.locator("#mirador").get_by_role("tab").first.bounding_box()
    assert bar and bar["x"] > 720, "the side bar stands at the right"
    expect(page.get_by_text("על הפריט")).to_be_visible()
    page.get_by_role("link", name="חזרה לדף במוזיאון").click()
    expect(page).to_have_url(re.compile(r"/he/collection/[^/]+/$"))
    assert complaints == []


def test_only_this_page_lets_scripts_make_styles(
    page: Page, live_server: LiveServer, work: Artifact
) -> None:
    policies = [
        page.goto(live_server.url + address).headers["content-security-policy"]
        for address in (f"/he/mirador/{work.translation_key}/", work.address)
    ]
    assert "'nonce-" in policies[0] and "'nonce-" not in policies[1]
    assert not [policy for policy in policies if "unsafe" in policy or "http" in policy]


def test_what_is_not_public_is_not_opened(
    page: Page, live_server: LiveServer, work: Artifact
) -> None:
    answer = page.goto(f"{live_server.url}/es/mirador/{work.translation_key}/")
    assert answer and answer.status == 404, "not translated"
    work.unpublish()
    answer = page.goto(f"{live_server.url}/he/mirador/{work.translation_key}/")
    assert answer and answer.status == 404
