"""The tags of the shell: places on the locator map, data for search engines, page numbers."""

import json
import re

import pytest
import segno
from bs4 import BeautifulSoup
from django.conf import settings
from django.core.paginator import Paginator

from museum.templatetags.shell_tags import (
    fold,
    json_ld,
    locator,
    open_graph_locale,
    page_numbers,
    qr_code,
)


def test_a_place_lies_where_the_map_draws_it():
    tetouan = locator(35.57, -5.37)
    assert tetouan.on_map
    assert (tetouan.x, tetouan.y) == ("120.0", "244.3")


@pytest.mark.parametrize(
    ("latitude", "longitude", "printed"),
    [(35.57, -5.37, "35.57° N 5.37° W"), (-34.6, 58.4, "34.60° S 58.40° E")],
)
def test_coordinates_are_printed_by_hemisphere(latitude: float, longitude: float, printed: str):
    assert locator(latitude, longitude).coordinates == printed


def test_a_place_beyond_the_map_has_only_its_coordinates():
    assert not locator(-34.6, -58.4).on_map


def test_data_for_search_engines_cannot_end_its_script_element():
    name = "</script><b>&"
    markup = json_ld({"name": name})
    assert markup.count("</script>") == 1
    data = markup.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert json.loads(data) == {"name": name}


def test_long_runs_of_pages_are_shortened():
    paginator = Paginator(range(1000), 10)
    numbers = list(page_numbers(paginator.page(50)))
    assert numbers[0] == 1
    assert numbers[-1] == 100
    assert numbers.count(paginator.ELLIPSIS) == 2
    assert {48, 49, 50, 51, 52} <= set(numbers)


@pytest.mark.parametrize(("number", "shown"), [(0, 0), (6, 6), (8, 8), (9, 6), (20, 6)])
def test_long_rows_of_cards_fold(number: int, shown: int):
    cards = list(range(number))
    folded = fold(cards, 6)
    assert folded.shown == cards[:shown]
    assert folded.more == cards[shown:]


def test_open_graph_has_its_own_names_of_languages():
    names = [open_graph_locale(code) for code, _name in settings.LANGUAGES]
    assert names == ["he_IL", "es_ES", "fr_FR", "en_US"]


def test_an_address_is_drawn_for_a_telephone():
    address = "https://museum.example/he/%D7%90%D7%95%D7%A1%D7%A3/"
    drawing = BeautifulSoup(qr_code(address), "html.parser").svg
    code = segno.make_qr(address, error="m")
    dark = sum(module for row in code.matrix for module in row)
    runs = re.findall(r"h(\d+)", drawing.path["d"])
    assert drawing["viewbox"] == f"0 0 {len(code.matrix)} {len(code.matrix)}"
    assert sum(map(int, runs)) == dark
    # It is beside the address, and no style within it breaks the content-security policy.
    assert drawing["aria-hidden"] == "true"
    assert "style" not in qr_code(address)
