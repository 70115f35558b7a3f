"""A record as its public page shows it: what the shell's templates call `page`."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from babel.numbers import format_decimal
from django.conf import settings
from django.utils.translation import get_language
from wagtail.rich_text import get_text_for_indexing as plain_text

from exhibitions.vocabulary import schema_org
from records.models import (
    Name,
    Person,
    PersonPlace,
    PersonSchool,
    Place,
    PlacePart,
    PupilCount,
    Record,
    School,
    SchoolLink,
    SchoolPlace,
    notes_in,
)
from records.naming import Naming
from records.presentation.related import Related, related
from records.presentation.years import exact, life, opening, order, said

DESCRIPTION_LENGTH = 200


class Face:
    """A record in the active language; its translation, where that is what is previewed."""

    def __init__(self, record: Record) -> None:
        self.language = get_language()
        self.given = record
        self.record: Any = record.source_record
        self.title = self.record.title_in(self.language)
        self.address = self.record.address_in(self.language)

    @cached_property
    def naming(self) -> Naming[Name]:
        return self.record.naming(self.language)

    @cached_property
    def _note(self) -> tuple[str, str]:
        """The text, and the language that it is in: the source's where it is not translated."""
        if self.given is not self.record:
            return self.given.note, self.language
        source = settings.LANGUAGE_CODE
        if self.language != source and self.record.note:
            key = self.record.translation_key
            notes = notes_in(type(self.record), [key], self.language)
            if key in notes:
                return notes[key], self.language
        return self.record.note, source

    @property
    def note(self) -> str:
        return self._note[0]

    @property
    def note_language(self) -> str:
        """The text's language where it is not the page's; empty otherwise."""
        return "" if self._note[1] == self.language else self._note[1]

    @property
    def facts(self) -> Iterable[str]:
        """What the line below the title says."""
        return ()

    @property
    def meta_description(self) -> str:
        text = "" if self.note_language else plain_text(self.note)
        facts = " · ".join([self.title, *filter(None, self.facts)])
        return (text or facts)[:DESCRIPTION_LENGTH]

    def share_image(self) -> None:
        """Records have no picture of their own."""

    def open_questions(self) -> Iterable[str]:
        return ()

    @property
    def linked_data(self) -> dict[str, Any]:
        """The record in schema.org's words; name and address are added."""
        return {"alternateName": [name.text for name in self.naming.others]}


class PlaceFace(Face):
    """A place with its schools and people."""

    @property
    def country(self) -> str:
        return self.record.country_in(self.language)

    @property
    def facts(self) -> Iterable[str]:
        return [*(whole.title for whole in self.wholes), self.country]

    @cached_property
    def wholes(self) -> list[Related]:
        return related(Place, self.record.wholes.all(), "whole")

    @cached_property
    def parts(self) -> list[Related]:
        return related(Place, PlacePart.objects.filter(whole=self.record.pk), "place")

    @cached_property
    def schools(self) -> list[Related]:
        rows = SchoolPlace.objects.filter(place=self.record.pk)
        return sorted(related(School, rows, "school"), key=lambda one: order(one.record.opened))

    @cached_property
    def people(self) -> list[Related]:
        return related(Person, PersonPlace.objects.filter(place=self.record.pk), "person")

    @property
    def linked_data(self) -> dict[str, Any]:
        return {**super().linked_data, **place_data(self.record)}


class SchoolFace(Face):
    """A school with where it stood, its pupils and its people."""

    @cached_property
    def places(self) -> list[Related]:
        return related(Place, self.record.places.all(), "place")

    @property
    def place(self) -> Place | None:
        """Where it stood first."""
        return self.places[0].record if self.places else None

    @property
    def country(self) -> str:
        return self.place.country_in(self.language) if self.place else ""

    @property
    def opened(self) -> str:
        return opening(self.record.opened)

    @property
    def closed(self) -> str:
        return said(self.record.closed)

    @property
    def facts(self) -> Iterable[str]:
        return [*(one.title for one in self.places), self.country]

    @cached_property
    def pupil_counts(self) -> list[tuple[str, str, PupilCount]]:
        """Number, date and row, in the order of the record."""
        return [
            (format_decimal(row.number, locale=self.language), said(row.date), row)
            for row in self.record.pupil_counts.all()
        ]

    @cached_property
    def _linked(self) -> dict[str, list[Related]]:
        """Other schools by what they are to this one, seen from either side. Four queries."""
        own = [(row.kind, row) for row in self.record.links.all()]
        back = SchoolLink.objects.filter(other=self.record.pk)
        others = {one.row: one for one in related(School, [row for _kind, row in own], "other")}
        others |= {one.row: one for one in related(School, back, "school")}
        kinds = [*own, *((f"{row.kind}_of", row) for row in back)]
        found: dict[str, list[Related]] = {}
        for kind, row in kinds:
            if row in others:
                found.setdefault(kind, []).append(others[row])
        return found

    @property
    def successors(self) -> list[Related]:
        return self._linked.get(SchoolLink.Kind.SUCCESSOR, [])

    @property
    def predecessors(self) -> list[Related]:
        return self._linked.get(f"{SchoolLink.Kind.SUCCESSOR}_of", [])

    @property
    def branches(self) -> list[Related]:
        return self._linked.get(SchoolLink.Kind.BRANCH, [])

    @property
    def branch_of(self) -> list[Related]:
        return self._linked.get(f"{SchoolLink.Kind.BRANCH}_of", [])

    @cached_property
    def people(self) -> list[Related]:
        return related(Person, PersonSchool.objects.filter(school=self.record.pk), "person")

    @property
    def linked_data(self) -> dict[str, Any]:
        data = {
            **super().linked_data,
            "@type": "School",
            "foundingDate": exact(self.record.opened),
            "dissolutionDate": exact(self.record.closed),
        }
        if self.place:
            name = self.place.title_in(self.language)
            data["location"] = {**schema_org.place(name), **place_data(self.place)}
        return data


class PersonFace(Face):
    """A person with their schools and places."""

    @property
    def facts(self) -> Iterable[str]:
        return [life(self.record.born, self.record.died)]

    @cached_property
    def schools(self) -> list[Related]:
        return related(School, self.record.schools.all(), "school")

    @cached_property
    def places(self) -> list[Related]:
        return related(Place, self.record.places.all(), "place")

    @property
    def linked_data(self) -> dict[str, Any]:
        places = {one.row.role: schema_org.place(one.title) for one in self.places}
        return {
            **super().linked_data,
            "@type": "Person",
            "birthDate": exact(self.record.born),
            "deathDate": exact(self.record.died),
            "birthPlace": places.get(PersonPlace.Role.BORN, ""),
            "deathPlace": places.get(PersonPlace.Role.DIED, ""),
        }


def place_data(place: Place) -> dict[str, Any]:
    """Return where a place lies, in schema.org's words."""
    data: dict[str, Any] = {"@type": "Place"}
    if place.country:
        data["address"] = {"@type": "PostalAddress", "addressCountry": place.country}
    if place.latitude is not None and place.longitude is not None:
        data["geo"] = schema_org.position(place.latitude, place.longitude)
    return data


FACES: dict[type[Record], type[Face]] = {
    Person: PersonFace,
    School: SchoolFace,
    Place: PlaceFace,
}


def face_of(record: Record) -> Any:
    """Return a record's face."""
    return FACES[type(record)](record)
