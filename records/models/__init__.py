"""The museum's authority records: people, schools and places, each once, whatever its languages."""

from records.models.names import Name
from records.models.person import Person, PersonName, PersonPlace, PersonSchool
from records.models.place import Place, PlaceName, PlacePart
from records.models.record import Record, notes_in
from records.models.school import (
    PupilCount,
    School,
    SchoolLink,
    SchoolName,
    SchoolPlace,
    Teaching,
)

KINDS: tuple[type[Record], ...] = (Person, School, Place)

__all__ = [
    "KINDS",
    "Name",
    "Person",
    "PersonName",
    "PersonPlace",
    "PersonSchool",
    "Place",
    "PlaceName",
    "PlacePart",
    "PupilCount",
    "Record",
    "School",
    "SchoolLink",
    "SchoolName",
    "SchoolPlace",
    "Teaching",
    "notes_in",
]
