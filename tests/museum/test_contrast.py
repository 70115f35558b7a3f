"""The design tokens keep WCAG 2.2 AA in every combination that the styles use."""

import re
from pathlib import Path

import pytest

TOKENS = Path(__file__).parents[2] / "frontend" / "styles" / "base" / "tokens.css"
PALETTES = ("indigo", "pomegranate", "brass", "olive", "turquoise", "ink")
SURFACES = ("paper", "card", "stone", "stone-lit", "accent-tint")
# The least contrast of text, and of lines and marks that one must see to use the page
# (WCAG success criteria 1.4.3 and 1.4.11).
TEXT, MARK = 4.5, 3.0

PAIRS = [
    *((text, surface, TEXT) for surface in SURFACES for text in ("ink", "ink-quiet", "accent")),
    *((text, surface, TEXT) for surface in SURFACES for text in ("brass", "alarm")),
    *((mark, surface, MARK) for surface in SURFACES for mark in ("line-strong", "focus")),
    ("ink", "map-land", TEXT),
    ("paper", "alarm", TEXT),
    *((mark, "map-land", MARK) for mark in ("alarm", "focus")),
    *(
        (text, surface, TEXT)
        for surface in ("accent-wall", "accent-wall-lit")
        for text in ("on-accent", "on-accent-quiet")
    ),
    *(
        (text, surface, TEXT)
        for surface in ("night", "night-card")
        for text in ("on-night", "on-night-quiet")
    ),
]


def declarations(selector: str) -> dict[str, str]:
    """Return the custom properties of the first rule with `selector`."""
    rule = re.search(
        rf"^{re.escape(selector)} \{{(.*?)^\}}", TOKENS.read_text(), re.MULTILINE | re.DOTALL
    )
    assert rule, f"tokens.css has no rule {selector}"
    return dict(re.findall(r"--([\w-]+):\s*([^;]+);", rule[1]))


def colour(value: str, scheme: str) -> str:
    """Return the hex colour of a token's value in the light or the dark scheme."""
    if both := re.fullmatch(r"light-dark\((#\w{6}), (#\w{6})\)", value):
        return both[1] if scheme == "light" else both[2]
    assert re.fullmatch(r"#\w{6}", value), f"{value} is no colour that the test can read"
    return value


def luminance(hex_colour: str) -> float:
    """Return the relative luminance of `#rrggbb`, as WCAG defines it."""
    channels = [int(hex_colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_wcags():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("palette", PALETTES)
def test_every_pair_in_use_can_be_read(palette: str, scheme: str):
    tokens = declarations(":root") | declarations(f'[data-palette="{palette}"]')
    weak = []
    for front, back, least in PAIRS:
        ratio = contrast(colour(tokens[front], scheme), colour(tokens[back], scheme))
        if ratio < least:
            weak.append(f"{front} on {back}: {ratio:.2f} of {least}")
    assert not weak


def test_every_palette_decides_the_same_tokens():
    kinds = {palette: set(declarations(f'[data-palette="{palette}"]')) for palette in PALETTES}
    assert len({frozenset(kind) for kind in kinds.values()}) == 1


def test_no_component_invents_a_colour():
    styles = (path for path in TOKENS.parent.glob("*.css") if path != TOKENS)
    for path in styles:
        screen_only = path.read_text().split("@media print")[0]
        masks_aside = re.sub(r"mask[^;]*;", "", screen_only)
        assert not re.search(r"#[0-9a-f]{3,8}\b|rgb\(|hsl\(", masks_aside), path.name
