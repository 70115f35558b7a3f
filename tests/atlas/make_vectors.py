"""Writes the vectors that hold `atlas.years` and its TypeScript twin to each other.

``python -m tests.atlas.make_vectors`` writes ``atlas/vectors.json`` anew. Read the difference
before committing it: from then on both sides must agree with it.
"""

import json
import os
from itertools import product
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "museum.settings.test")
django.setup()

from atlas.years import Years

PATH = Path(__file__).parents[2] / "atlas" / "vectors.json"
ASKED = ((1859, 1859), (1861, 1861), (1864, 1864), (1867, 1867), (1869, 1869), (1859, 1870))


def vectors() -> list[list[str | int]]:
    """Return years as the page writes them, a first and a last asked year, and the standing."""
    ends = product((None, 1860), (None, 1862, 1868), (None, 1866), (None, 1868))
    return [
        [str(years), first, last, str(years.standing(first, last))]
        for years in (Years(*four) for four in ends)
        for first, last in ASKED
    ]


if __name__ == "__main__":
    lines = ",\n  ".join(json.dumps(vector) for vector in vectors())
    PATH.write_text(f"[\n  {lines}\n]\n", encoding="utf-8")
