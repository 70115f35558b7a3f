"""A room as it is stored: one typed reading of the raw data of its StreamFields.

Everything that shows or checks a room takes a `StoredRoom`; nothing else reads the raw data. A
draft may lack anything: what is missing, or is of another type than the blocks store, is None,
empty, or what the block would offer. Blocks of a kind that rooms no longer have are left out.
Lengths are whole cm.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .constants import STAY_MAX, STAY_MIN
from .plan import Corner, Start

HUNG_KINDS = frozenset({"artifact", "picture", "text", "screen", "door"})
STANDING_KINDS = frozenset({"artifact", "seat"})


@dataclass(frozen=True)
class StoredWork:
    """Anything on a wall or on the floor.

    On the floor `width`, `depth` and `height` are those of the plinth or seat. `artifact` and
    `target` are ids of pages, `image` and `media` of files. `alt_text` is empty for a decorative
    picture. `why` says to visitors why it hangs here; `voices`
    are the recordings that say it, by language. On the guided visit `passed` works are no stops;
    `stay` is in seconds, None for as long as reading takes; `turn` is the id of a detail.
    """

    id: str
    kind: str
    on_floor: bool = False
    x: int | None = None
    y: int | None = None
    width: int | None = None
    depth: int | None = None
    height: int | None = None
    rotation: int = 0
    artifact: int | None = None
    target: int | None = None
    image: int | None = None
    media: int | None = None
    alt_text: str = ""
    decorative: bool = False
    text: str = ""
    why: str = ""
    voices: Mapping[str, int] = field(default_factory=dict, hash=False)
    caption: str = ""
    frame: str = "none"
    label_side: str = "none"
    showcase: bool = False
    stop: int | None = None
    passed: bool = False
    stay: int | None = None
    turn: str = ""

    @property
    def shows(self) -> int | None:
        """The id of what a work shows or a door leads to; None for nothing."""
        return self.artifact or self.target or self.image or self.media

    @property
    def is_measured(self) -> bool:
        """Whether all numbers that place a thing are there; a draft may lack any of them."""
        numbers: tuple[int | None, ...]
        if self.kind == "door":
            numbers = (self.x, self.width, self.height)
        elif self.kind == "seat":
            numbers = (self.x, self.y, self.width, self.depth)
        elif self.on_floor:
            numbers = (self.x, self.y, self.width, self.depth, self.height)
        else:
            numbers = (self.x, self.y, self.width)
        return None not in numbers


@dataclass(frozen=True)
class StoredWall:
    """A wall from its own corner to the next wall's; `colour` is `#rrggbb` or empty."""

    id: str
    name: str
    corner: Corner
    colour: str
    finish: str
    works: tuple[StoredWork, ...]


@dataclass(frozen=True)
class StoredRoom:
    """A whole room; `page` is the id of the page that it is, None before that is saved."""

    walls: tuple[StoredWall, ...] = ()
    floor: tuple[StoredWork, ...] = ()
    height: int = 0
    start: Start | None = None
    page: int | None = None

    @property
    def corners(self) -> tuple[Corner, ...]:
        return tuple(wall.corner for wall in self.walls)

    @property
    def works(self) -> Iterator[StoredWork]:
        """Everything on the walls, then on the floor."""
        for wall in self.walls:
            yield from wall.works
        yield from self.floor

    @property
    def doors(self) -> dict[str, int]:
        """The pages that the doors lead to, by the doors' ids."""
        return {work.id: work.target for work in self.works if work.kind == "door" and work.target}


def read_room(
    walls: Iterable[Any],
    floor: Iterable[Any],
    height: int | None,
    start: tuple[int | None, int | None, int | None],
    page: int | None = None,
) -> StoredRoom:
    """Return a room from the raw data of its two StreamFields; `start` is x, y and heading."""
    x, y, heading = start
    return StoredRoom(
        walls=read_walls(walls),
        floor=_works(floor, "floor", STANDING_KINDS),
        height=height or 0,
        start=None if x is None or y is None else Start(x, y, heading or 0),
        page=page,
    )


def read_walls(raw: Iterable[Any]) -> tuple[StoredWall, ...]:
    """Return the walls from the raw data of their StreamField."""
    return tuple(
        StoredWall(
            id=block_id,
            name=_text(value.get("name")),
            corner=Corner(_whole(value.get("corner_x")) or 0, _whole(value.get("corner_y")) or 0),
            colour=_text(value.get("colour")),
            finish=_text(value.get("finish")) or "limewash",
            works=_works(_items(value.get("works")), block_id, HUNG_KINDS),
        )
        for block_id, _kind, value in _blocks(raw, "wall", {"wall"})
    )


def with_work(raw: Sequence[Any], wall: int, work: Mapping[str, Any]) -> list[Any]:
    """Return the raw data of walls with one block more among the works of a wall."""
    walls = list(raw)
    value = _struct(walls[wall].get("value"))
    works = [*_items(value.get("works")), dict(work)]
    walls[wall] = {**walls[wall], "value": {**value, "works": works}}
    return walls


def given(ids: Iterable[int | None]) -> set[int]:
    """Return the ids that are there, each once."""
    return {number for number in ids if number is not None}


def _works(raw: Iterable[Any], owner: str, kinds: frozenset[str]) -> tuple[StoredWork, ...]:
    on_floor = kinds is STANDING_KINDS
    return tuple(
        _work(block_id, kind, value, on_floor)
        for block_id, kind, value in _blocks(raw, owner, kinds)
    )


def _work(block_id: str, kind: str, value: Mapping[str, Any], on_floor: bool) -> StoredWork:
    plinth = "plinth_" if on_floor and kind != "seat" else ""
    picture = _struct(value.get("image"))
    decorative = bool(picture.get("decorative"))
    return StoredWork(
        id=block_id,
        kind=kind,
        on_floor=on_floor,
        x=_whole(value.get("x")),
        y=_whole(value.get("y")),
        width=_whole(value.get(f"{plinth}width")),
        depth=_whole(value.get(f"{plinth}depth")),
        height=_whole(value.get(f"{plinth}height")),
        rotation=_whole(value.get("rotation")) or 0,
        artifact=_whole(value.get("artifact")),
        target=_whole(value.get("target")),
        image=_whole(picture.get("image")),
        media=_whole(value.get("media")),
        alt_text="" if decorative else _text(picture.get("alt_text")),
        decorative=decorative,
        text=_text(value.get("text")),
        why=_text(value.get("why")).strip(),
        voices=_voices(value),
        caption=_text(value.get("caption")),
        frame=_text(value.get("frame")) or "none",
        label_side=_text(value.get("label_side")) or "none",
        showcase=bool(value.get("showcase")),
        stop=_whole(value.get("stop")),
        passed=bool(value.get("passed")),
        stay=_seconds(value.get("stay")),
        turn=_text(value.get("turn")),
    )


def _voices(value: Mapping[str, Any]) -> dict[str, int]:
    voices = [_struct(_struct(item).get("value")) for item in _items(value.get("voices"))]
    said = ((_text(voice.get("language")), _whole(voice.get("media"))) for voice in voices)
    return {language: media for language, media in said if language and media}


def _blocks(
    raw: Iterable[Any], owner: str, kinds: Iterable[str]
) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Yield id, kind and value of the blocks of known kinds; a block without an id gets one."""
    for place, block in enumerate(raw):
        described = _struct(block)
        kind = _text(described.get("type"))
        if kind in kinds:
            block_id = _text(described.get("id")) or f"{owner}-{place}"
            yield block_id, kind, _struct(described.get("value"))


def _items(value: Any) -> Sequence[Any]:
    return value if isinstance(value, Sequence) and not isinstance(value, str) else ()


def _struct(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _whole(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _seconds(value: Any) -> int | None:
    """How long the visit stays; what nobody could have chosen is no choice."""
    seconds = _whole(value)
    return seconds if seconds and STAY_MIN <= seconds <= STAY_MAX else None


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
