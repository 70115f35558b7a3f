"""Bitmaps narrow and count as sets do."""

from hypothesis import given
from hypothesis import strategies as st

from exhibitions.listing.bitmaps import Bitmaps

IDS = st.lists(st.integers(1, 400), unique=True, max_size=60)
VALUES = st.sampled_from(["map", "letter", "מפה"])
PAIRS = st.lists(st.tuples(st.integers(1, 400), VALUES), max_size=120)
CHOSEN = st.dictionaries(st.sampled_from(["type", "subject"]), st.sets(VALUES, max_size=2))


@given(ids=IDS, types=PAIRS, subjects=PAIRS, chosen=CHOSEN)
def test_they_narrow_and_count_as_sets_do(
    ids: list[int],
    types: list[tuple[int, str]],
    subjects: list[tuple[int, str]],
    chosen: dict[str, set[str]],
) -> None:
    pairs = {"type": types, "subject": subjects}
    bitmaps = Bitmaps.of(ids, pairs)

    def has(pk: int, facet: str, values: set[str]) -> bool:
        return not values or any((pk, value) in pairs[facet] for value in values)

    left = [pk for pk in ids if all(has(pk, facet, some) for facet, some in chosen.items())]
    assert bitmaps.listed(bitmaps.within(chosen)) == left
    but = bitmaps.within(chosen, but="type")
    without = [pk for pk in ids if has(pk, "subject", chosen.get("subject", set()))]
    assert bitmaps.listed(but) == without
    counted = {
        value: sum((pk, value) in types for pk in without) for value in {v for _, v in types}
    }
    assert bitmaps.counts("type", but) == {value: n for value, n in counted.items() if n}
