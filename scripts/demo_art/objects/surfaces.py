"""What the objects are made of: brass, bronze, wood, ink and glass, painted by code."""

from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageFilter

from scripts.demo_art.objects.solid import Material

Grey = npt.NDArray[np.floating[Any]]


def noise(seed: int, across: int, down: int, cells: tuple[int, int], octaves: int = 4) -> Grey:
    """Return soft noise, 0 to 1, that continues over the edges; `cells` are its largest spots."""
    dice = np.random.default_rng(seed)
    total = np.zeros((down, across), np.float32)
    for octave in range(octaves):
        size = (min(across, cells[0] << octave), min(down, cells[1] << octave))
        rough = dice.integers(0, 256, (size[1], size[0]), np.uint8)
        tiled = Image.fromarray(np.tile(rough, (3, 3)))
        soft = tiled.resize((across * 3, down * 3), Image.Resampling.BICUBIC)
        middle = np.asarray(soft, np.float32)[down : 2 * down, across : 2 * across]
        total += middle / 255 / 2**octave
    total -= total.min()
    return total / total.max()


def picture(red: Grey, green: Grey, blue: Grey) -> Image.Image:
    layers = np.stack([red, green, blue], 2)
    return Image.fromarray((np.clip(layers, 0, 1) * 255).astype(np.uint8))


def tinted(grey: Grey, dark: str, bright: str) -> Image.Image:
    """Return grey values as colours between two."""
    low, high = (np.array([int(c[i : i + 2], 16) for i in (1, 3, 5)]) / 255 for c in (dark, bright))
    parts = [low[i] + (high[i] - low[i]) * grey for i in range(3)]
    return picture(*parts)


def relief(height: Grey, strength: float) -> Image.Image:
    """Return a normal map of a relief whose heights go from 0 to 1."""
    down, right = np.gradient(height)
    normals = np.stack([-right * strength, down * strength, np.ones_like(height)], 2)
    normals /= np.linalg.norm(normals, axis=2, keepdims=True)
    return Image.fromarray(((normals * 0.5 + 0.5) * 255).astype(np.uint8))


def blurred(grey: Grey, radius: float) -> Grey:
    image = Image.fromarray((np.clip(grey, 0, 1) * 255).astype(np.uint8))
    return np.asarray(image.filter(ImageFilter.GaussianBlur(radius)), np.float32) / 255


@cache
def metal(name: str, dark: str, bright: str, seed: int, worn: float = 0.3) -> Material:
    """A metal that hands have touched: bright where it is smooth, darker and duller in between."""
    patina = noise(seed, 256, 256, (3, 3), 5)
    scratches = noise(seed + 1, 256, 256, (64, 2), 2)
    tone = np.clip(1.05 - 0.75 * np.clip(patina - 0.45, 0, 1) - 0.1 * scratches, 0, 1)
    rough = np.clip(worn + 0.35 * patina * patina + 0.1 * scratches, 0.08, 1)
    surface = picture(np.ones_like(rough), rough, np.ones_like(rough))
    return Material(name, "#ffffff", 1, 1, texture=tinted(tone, dark, bright), surface=surface)


@cache
def brass() -> Material:
    return metal("brass", "#8c6440", "#f0ce94", 11, 0.24)


@cache
def wood() -> Material:
    """Turned walnut: rings as long streaks, and an old polish."""
    streaks = noise(21, 256, 256, (24, 1), 4)
    clouds = noise(22, 256, 256, (2, 3), 3)
    grain = np.clip(0.65 * streaks + 0.45 * clouds - 0.08, 0, 1)
    rough = np.clip(0.34 + 0.25 * (1 - grain), 0, 1)
    surface = picture(np.ones_like(rough), rough, np.zeros_like(rough))
    return Material(
        "wood",
        texture=tinted(grain, "#2c160b", "#84512b"),
        surface=surface,
        roughness=1,
        metallic=1,
    )
