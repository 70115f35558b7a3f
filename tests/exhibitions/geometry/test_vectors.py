"""The geometry agrees with the committed vectors, as its TypeScript twin must."""

import json

import pytest

from .make_vectors import VECTORS, vectors

COMMITTED = json.loads(VECTORS.read_text())
MADE = vectors()


def close(value):
    """Every number within a billionth: trigonometry differs in the last digit by machine."""
    if isinstance(value, dict):
        return {key: close(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [close(entry) for entry in value]
    return pytest.approx(value, abs=1e-9) if isinstance(value, float) else value


@pytest.mark.parametrize("kind", ["outlines", "plans", "templates", "free_places"])
def test_each_vector(kind):
    assert [entry.get("name") for entry in MADE[kind]] == [
        entry.get("name") for entry in COMMITTED[kind]
    ]
    for made, committed in zip(MADE[kind], COMMITTED[kind], strict=True):
        assert made == close(committed), made.get("name")


@pytest.mark.parametrize("kind", ["frames", "hung_heights", "text_heights", "links"])
def test_small_sums(kind):
    assert MADE[kind] == COMMITTED[kind]
