"""What every source is read into: the neutral record, whatever it came from.

A reader (of spreadsheets today; of LIDO, EAD, Omeka later) gives neutral records, and all that
follows, plan, run and undo, knows nothing of where they came from.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

SHARED = ""
"""The language of a value that is the same in every language."""
Values = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class NeutralRecord:
    """An item as a source tells of it.

    `values` are texts by field and language code (SHARED where there is none). A field or language
    that is not there says nothing; an empty tuple says that the value shall go.
    """

    kind: str
    place: int
    """Where it stands in its source: a spreadsheet's row."""
    source: str = ""
    """The name of the catalogue that it comes from."""
    source_id: str = ""
    """What that catalogue calls it."""
    values: Mapping[str, Values] = field(default_factory=dict)
    pictures: tuple[str, ...] = ()
    """The names of its pictures' files, in order."""
    problems: tuple[str, ...] = ()
    """Why it cannot be taken, in words."""

    def one(self, name: str, language: str = SHARED) -> str:
        """Return a field's first value, empty where it has none."""
        return next(iter(self.values.get(name, {}).get(language, ())), "")
