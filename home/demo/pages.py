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
from home.demo import register
from home.demo.blocks import Data, Refs, body, list_of, recording, records, stream
from home.demo.content import in_language, items, rich
from home.demo.objects.load import object_view
from home.demo.rooms import floor_data, outline_of, start_of, walls_data
from home.models import HomePage, PlainPage
from media.rights import RightsStatement
from museum.core.models import MuseumPage

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
    item = {"language": language, **in_language(items(kind)[key], language)}
    return {"title": item["title"], **MAKERS[kind](owner, item, refs)}


def decimal(number: float | None) -> Decimal | None:
    return None if number is None else Decimal(str(number))


def hero(key: str, item: Data, refs: Refs) -> Data:
    """Return the hero's fields; a hero that is no artifact's picture brings words of its own."""
    if not key:
        return {"hero_image_id": None, "hero_alt": ""}
    alt = item["hero_alt"] if "hero_alt" in item else refs.alts[key]
    return {"hero_image_id": refs.images[key], "hero_alt": alt}


def page(owner: str, item: Data, refs: Refs) -> Data:
    values: Data = {"introduction": rich(item.get("introduction", ""))}
    key = owner.split("/")[1]
    if key not in FOUNDED or key == "home":
        values["body"] = body(owner, item.get("body", []), refs)
        values |= hero(item.get("hero", ""), item, refs)
    if "opening_room" in item:
        values["opening_room_id"] = refs.pages[f"room/{item['opening_room']}"]
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
        **hero(item.get("hero", ""), item, refs),
        "names": records(owner, "name", item.get("names", []), names),
        "population": records(owner, "moment", item.get("population", []), moments),
        "schools": records(owner, "school", item.get("schools", []), schools),
        "body": body(owner, item.get("body", []), refs),
    }


def story(owner: str, item: Data, refs: Refs) -> Data:
    return {
        **{name: item.get(name, "") for name in ("subject", "place", "years", "narrator")},
        "standfirst": item["standfirst"],
        **hero(item.get("hero", ""), item, refs),
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
        "views": stream(f"{owner}/views", artifact_views(owner, key, item, refs)),
    }


def artifact_views(owner: str, key: str, item: Data, refs: Refs) -> list[tuple[str, Data]]:
    """Return what there is to see and hear of an artifact: pages or drawing,
    3D object and recordings.
    """
    found = [pages_view(owner, key, item, refs) or picture_view(owner, key, item, refs)]
    if thing := item.get("object"):
        found.append(("object", object_view(f"{owner}/object", key, thing, refs)))
    rows = item.get("recordings", [])
    return found + [(row["type"], recording(row, refs, owner)) for row in rows]


def pages_view(owner: str, key: str, item: Data, refs: Refs) -> tuple[str, Data] | None:
    """Return the pages of an artifact that is a document, with their transcriptions."""
    if key not in refs.documents:
        return None
    value = {
        "document": refs.documents[key],
        "language": item["facsimile"]["language"],
        "caption": item["caption"],
        "transcriptions": list_of(
            f"{owner}/transcriptions", register.transcriptions(item["language"])
        ),
    }
    return "pages", value


def picture_view(owner: str, key: str, item: Data, refs: Refs) -> tuple[str, Data]:
    """Return an artifact's drawing, with the details that the curators point out."""
    fields = ("title", "text", "x", "y", "width", "height")
    details = [
        {"audio": None, **{name: detail[name] for name in fields}}
        for detail in item.get("details", [])
    ]
    value = refs.picture(key, item["caption"])
    return "picture", {**value, "details": list_of(f"{owner}/details", details)}


def exhibition(owner: str, item: Data, refs: Refs) -> Data:
    return {
        "introduction": rich(item["introduction"]),
        "palette": item["palette"],
        **hero(item["hero"], item, refs),
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
