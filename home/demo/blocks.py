"""From the demonstration's words to StreamField data with ids that are the same every time."""

from collections.abc import Callable
from typing import Any

from home.demo.content import identity, rich

Data = dict[str, Any]


class Refs:
    """The database ids of what the demonstration's items point at, by `kind/key`."""

    def __init__(
        self,
        pages: dict[str, int],
        images: dict[str, int],
        alts: dict[str, str],
        objects: dict[str, int] | None = None,
    ) -> None:
        self.pages = pages
        self.images = images
        self.alts = alts
        self.objects = {} if objects is None else objects
        self.recordings: dict[str, int] = {}
        self.documents: dict[str, int] = {}

    def picture(self, key: str, caption: str = "") -> Data:
        """Return a picture block of an artifact's picture, with its alternative text."""
        image = {"image": self.images[key], "decorative": False, "alt_text": self.alts[key]}
        return {"image": image, "caption": caption}


def stream(owner: str, values: list[tuple[str, Data]]) -> list[Data]:
    """Return StreamField data of (block type, value) pairs."""
    return [
        {"type": kind, "value": value, "id": str(identity(owner, place))}
        for place, (kind, value) in enumerate(values)
    ]


def list_of(owner: str, values: list[Any]) -> list[Data]:
    """Return ListBlock data."""
    return stream(owner, [("item", value) for value in values])


def records(owner: str, name: str, rows: list[Data], fields: dict[str, Any]) -> list[Data]:
    """Return StreamField data of one record type; `fields` gives names and what is left empty."""
    return stream(
        f"{owner}/{name}",
        [(name, {field: row.get(field, empty) for field, empty in fields.items()}) for row in rows],
    )


def body(owner: str, blocks: list[Data], refs: Refs) -> list[Data]:
    """Return the body of a page from its blocks in one language."""
    values = []
    for place, block in enumerate(blocks):
        make = MAKERS[block["type"]]
        values.append((block["type"], make(block, refs, f"{owner}/body/{place}")))
    return stream(f"{owner}/body", values)


def wall_text(block: Data, refs: Refs, owner: str) -> Data:
    return {"heading": block.get("heading", ""), "text": rich(block["text"])}


def quotation(block: Data, refs: Refs, owner: str) -> Data:
    return {name: block.get(name, "") for name in ("text", "speaker", "source")}


def picture(block: Data, refs: Refs, owner: str) -> Data:
    return refs.picture(block["artifact"], block.get("caption", ""))


def pictures(block: Data, refs: Refs, owner: str) -> list[Data]:
    return list_of(f"{owner}/pictures", [refs.picture(key) for key in block["artifacts"]])


def picture_pair(block: Data, refs: Refs, owner: str) -> Data:
    return {"pictures": pictures(block, refs, owner)}


def gallery(block: Data, refs: Refs, owner: str) -> Data:
    return {"title": block.get("title", ""), "pictures": pictures(block, refs, owner)}


def facts_table(block: Data, refs: Refs, owner: str) -> Data:
    return {"title": block["title"], "facts": list_of(f"{owner}/facts", block["facts"])}


def recording(block: Data, refs: Refs, owner: str) -> Data:
    return {"media": refs.recordings[block["recording"]], "caption": block["caption"]}


def map_place(block: Data, refs: Refs, owner: str) -> Data:
    fields = ("name", "latitude", "longitude")
    return {**{name: block[name] for name in fields}, "caption": block.get("caption", "")}


def timeline_moment(block: Data, refs: Refs, owner: str) -> Data:
    return {
        "date": block["date"],
        "title": block["title"],
        "text": rich(block.get("text", "")),
    }


def related_works(block: Data, refs: Refs, owner: str) -> Data:
    works = [refs.pages[f"artifact/{key}"] for key in block["works"]]
    return {"title": block.get("title", ""), "works": list_of(f"{owner}/works", works)}


def call_out(block: Data, refs: Refs, owner: str) -> Data:
    link = block.get("link", "")
    return {
        "title": block["title"],
        "text": rich(block["text"]),
        "link": refs.pages[link if "/" in link else f"page/{link}"] if link else None,
        "link_text": block.get("link_text", ""),
    }


MAKERS: dict[str, Callable[[Data, Refs, str], Data]] = {
    "wall_text": wall_text,
    "quotation": quotation,
    "picture": picture,
    "picture_pair": picture_pair,
    "gallery": gallery,
    "video": recording,
    "audio": recording,
    "facts_table": facts_table,
    "map_place": map_place,
    "timeline_moment": timeline_moment,
    "related_works": related_works,
    "call_out": call_out,
}
