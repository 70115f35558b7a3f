"""From the demonstration's items to the fields of its pages, in one language at a time."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from exhibitions.models import (
    Artifact,
    Collection,
    Community,
    CommunityIndex,
    Exhibition,
    ExhibitionIndex,
    Room,
    Story,
    StoryIndex,
)
from home.demo.blocks import Data, Refs, body, records, stream
from home.demo.content import in_language, items, rich
from home.demo.hanging import floor_data, outline_of, start_of, walls_data
from home.models import HomePage, PlainPage
from media.rights import RightsStatement
from museum.models import MuseumPage

MODELS: dict[str, type[MuseumPage]] = {
    "page": PlainPage,
    "community": Community,
    "story": Story,
    "artifact": Artifact,
    "exhibition": Exhibition,
    "room": Room,
}
# Pages that the museum has from its founding; the demonstration gives them words.
FOUNDED: dict[str, type[MuseumPage]] = {
    "home": HomePage,
    "exhibitions": ExhibitionIndex,
    "communities": CommunityIndex,
    "stories": StoryIndex,
    "collection": Collection,
}


def model_of(kind: str, key: str) -> type[MuseumPage]:
    """Return the page type of an item."""
    return FOUNDED.get(key, PlainPage) if kind == "page" else MODELS[kind]


def fields(kind: str, key: str, language: str, refs: Refs) -> Data:
    """Return all field values of an item's page in a language."""
    owner = f"{kind}/{key}"
    item = in_language(items(kind)[key], language)
    return {"title": item["title"], **MAKERS[kind](owner, item, refs)}


def decimal(number: float | None) -> Decimal | None:
    return None if number is None else Decimal(str(number))


def hero(item: Data, refs: Refs) -> int | None:
    return refs.images[item["hero"]] if item.get("hero") else None


def page(owner: str, item: Data, refs: Refs) -> Data:
    values: Data = {"introduction": rich(item.get("introduction", ""))}
    key = owner.split("/")[1]
    if key not in FOUNDED or key == "home":
        values["body"] = body(owner, item.get("body", []), refs)
        values["hero_image_id"] = hero(item, refs)
    if key == "home":
        values["hero_image_id"] = refs.images["hero-home"]
    return values


def community(owner: str, item: Data, refs: Refs) -> Data:
    names = {"text": "", "language": "", "script": "", "period": "", "note": ""}
    moments = {"date": "", "number": None, "note": "", "source": ""}
    schools = {"name": "", "opened": "", "closed": "", "audience": "both", "pupils": None}
    schools |= {"pupils_date": "", "note": "", "source": ""}
    return {
        "country": item["country"],
        "latitude": decimal(item["latitude"]),
        "longitude": decimal(item["longitude"]),
        "introduction": rich(item["introduction"]),
        "hero_image_id": hero(item, refs),
        "names": records(owner, "name", item.get("names", []), names),
        "population": records(owner, "moment", item.get("population", []), moments),
        "schools": records(owner, "school", item.get("schools", []), schools),
        "body": body(owner, item.get("body", []), refs),
    }


def story(owner: str, item: Data, refs: Refs) -> Data:
    return {
        **{name: item.get(name, "") for name in ("subject", "place", "years", "narrator")},
        "standfirst": item["standfirst"],
        "hero_image_id": hero(item, refs),
        "body": body(owner, item["body"], refs),
    }


def artifact(owner: str, item: Data, refs: Refs) -> Data:
    key = owner.split("/")[1]
    plain = ("accession_number", "date", "medium", "place_of_origin", "provenance", "credit_line")
    people = {"name": "", "role": "", "note": ""}
    inscriptions = {"language": "", "text": "", "transcription": "", "translation": ""}
    rows = [
        {name: value.strip() if isinstance(value, str) else value for name, value in row.items()}
        for row in item.get("inscriptions", [])
    ]
    return {
        **{name: item.get(name, "") for name in plain},
        **{name: decimal(item.get(name)) for name in ("height_cm", "width_cm", "depth_cm")},
        "object_type_id": refs.pages[f"term/{item['object_type']}"],
        "description": rich(item["description"]),
        "rights_statement": RightsStatement.CC0,
        "people": records(owner, "person", item.get("people", []), people),
        "inscriptions": records(owner, "inscription", rows, inscriptions),
        "sources": records(owner, "source", item["sources"], {"citation": "", "url": ""}),
        "views": stream(f"{owner}/views", [("picture", refs.picture(key, item["caption"]))]),
    }


def exhibition(owner: str, item: Data, refs: Refs) -> Data:
    key = owner.split("/")[1]
    return {
        "introduction": rich(item["introduction"]),
        "palette": item["palette"],
        "hero_image_id": refs.images[f"hero-{key}"],
        "opens_on": date.fromisoformat(item["opens_on"]) if item.get("opens_on") else None,
        "credits": records(owner, "credit", item.get("credits", []), {"role": "", "names": ""}),
        "body": body(owner, item.get("body", []), refs),
    }


def room(owner: str, item: Data, refs: Refs) -> Data:
    template = outline_of(item)
    return {
        "introduction": rich(item["introduction"]),
        "height": item["height"],
        "floor_finish": item.get("floor_finish", "oak"),
        "light": item.get("light", "dusk"),
        **start_of(template),
        "walls": walls_data(owner, item, template, refs),
        "floor": floor_data(owner, item, template, refs),
    }


MAKERS: dict[str, Callable[[str, Data, Refs], Data]] = {
    "page": page,
    "community": community,
    "story": story,
    "artifact": artifact,
    "exhibition": exhibition,
    "room": room,
}


def related(kind: str, key: str) -> list[str]:
    """Return the `kind/key` names that an item is related to."""
    found: list[Any] = items(kind)[key].get("related", [])
    return found
