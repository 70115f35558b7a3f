"""Sets of listed things as whole numbers: bit n stands for the n-th thing of a list.

Thousands of things are narrowed and counted with a few and-s and or-s, without asking the database:
the way of bitmap indexes (Chan and Ioannidis, 1998), with Python's own numbers as bitmaps.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

Pairs = Iterable[tuple[int, str]]
"""Ids of things, each with a value that it has; a thing may have several."""
Chosen = Mapping[str, Collection[str]]
"""The chosen values by facet."""


@dataclass(frozen=True)
class Bitmaps:
    """A list's ids in its order, and who has what: by facet and value."""

    ids: Sequence[int]
    holders: Mapping[str, Mapping[str, int]]

    @classmethod
    def of(cls, ids: Sequence[int], pairs: Mapping[str, Pairs]) -> "Bitmaps":
        """Return the bitmaps of a list; pairs of things that are not in it count for nothing."""
        place = {pk: number for number, pk in enumerate(ids)}
        found = {facet: holders(place, having) for facet, having in pairs.items()}
        return cls(ids, found)

    @property
    def everything(self) -> int:
        return (1 << len(self.ids)) - 1

    def within(self, chosen: Chosen, but: str = "") -> int:
        """Return what has, of each facet but one, any of the chosen values."""
        bits = self.everything
        for facet, values in chosen.items():
            if values and facet != but:
                having = 0
                for value in values:
                    having |= self.holders[facet].get(value, 0)
                bits &= having
        return bits

    def counts(self, facet: str, bits: int) -> dict[str, int]:
        """Return how many of `bits` have each value of a facet, where any has it."""
        counted = (
            (value, (bits & having).bit_count()) for value, having in self.holders[facet].items()
        )
        return {value: count for value, count in counted if count}

    def listed(self, bits: int) -> list[int]:
        """Return the ids of `bits`, in the list's order."""
        if bits == self.everything:
            return list(self.ids)
        # The last digit of the number is the first thing of the list.
        digits = reversed(f"{bits:b}")
        return [pk for pk, digit in zip(self.ids, digits, strict=False) if digit == "1"]


def holders(place: Mapping[int, int], pairs: Pairs) -> dict[str, int]:
    found: dict[str, bytearray] = {}
    size = len(place) // 8 + 1
    for pk, value in pairs:
        number = place.get(pk)
        if number is not None:
            found.setdefault(value, bytearray(size))[number >> 3] |= 1 << (number & 7)
    return {value: int.from_bytes(bits, "little") for value, bits in found.items()}
