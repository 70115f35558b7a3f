"""What the map shows, for others' maps: GeoJSON (RFC 7946) and the Linked Places Format.

Source: Linked Places Format v1.2 (https://github.com/LinkedPasts/linked-places-format), which is
GeoJSON with names, times and citations. Its context is named, never fetched.
"""

import re
from collections.abc import Iterator
from typing import Any

from atlas.network import Network, PlaceEntry, SchoolEntry
from atlas.years import Standing, bounds
from museum.core.addresses import whole
from records.models import Place
from records.models.statements import Sourced

Json = dict[str, Any]
CONTEXT = (
    "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/"
    "linkedplaces-context-v1.1.jsonld"
)
# A day, month or year as both formats write it, with EDTF's signs of doubt.
ONE_DATE = re.compile(r"\d{4}(-\d\d){0,2}[~?%]?")


def geojson(network: Network) -> Json:
    """Return the shown places with their schools; without a position the geometry is null."""
    features = [feature(place, place.record) for place in shown(network) if place.record]
    return {"type": "FeatureCollection", "features": features}


def linked_places(network: Network) -> Json:
    """Return the same places with all names and the times of their schools."""
    features = [linked(place, place.record) for place in shown(network) if place.record]
    return {"type": "FeatureCollection", "@context": CONTEXT, "features": features}


def shown(network: Network) -> Iterator[PlaceEntry]:
    return (place for place in network.places if place.standing is not Standing.NOT)


def feature(entry: PlaceEntry, place: Place) -> Json:
    schools = [school for school in entry.schools if school.standing is not Standing.NOT]
    properties = {
        "title": entry.title,
        "ccodes": [place.country] if place.country else [],
        "url": whole(entry.address),
        "citations": citations(place),
        "schools": [school_data(school) for school in schools],
    }
    return {"type": "Feature", "properties": properties, "geometry": point(place)}


def linked(entry: PlaceEntry, place: Place) -> Json:
    spans = [timespan(school) for school in entry.schools if school.record.opened]
    names = [
        {
            "toponym": name.text,
            **({"lang": name.language} if name.language else {}),
            "citations": citations(name) or citations(place),
        }
        for name in place.names.all()
    ]
    made = {"@id": whole(entry.address), **feature(entry, place), "names": names}
    return {**made, "when": {"timespans": spans}} if spans else made


def point(place: Place) -> Json | None:
    if place.longitude is None or place.latitude is None:
        return None
    return {"type": "Point", "coordinates": [float(place.longitude), float(place.latitude)]}


def school_data(school: SchoolEntry) -> Json:
    """A school with its dates as the museum keeps them, in EDTF."""
    return {
        "title": school.title,
        "url": whole(school.address),
        "opened": school.record.opened,
        "closed": school.record.closed,
        "standing": school.standing,
        "citations": citations(school.record),
    }


def citations(fact: Sourced) -> list[Json]:
    if not (fact.source or fact.source_url):
        return []
    label = ", ".join(filter(None, [fact.source or fact.source_url, fact.source_page]))
    return [{"label": label, **({"@id": fact.source_url} if fact.source_url else {})}]


def timespan(school: SchoolEntry) -> Json:
    """When a school was open; an end that is not recorded is left out."""
    closed = school.record.closed
    span = {"start": limits(school.record.opened)}
    return {**span, "end": limits(closed)} if closed else span


def limits(date: str) -> Json:
    if ONE_DATE.fullmatch(date):
        return {"in": date}
    years = zip(("earliest", "latest"), bounds(date), strict=True)
    return {name: f"{year:04}" for name, year in years if year is not None}
