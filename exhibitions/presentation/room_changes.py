"""Two versions of a room beside one another: each changed wall before and after, and in words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from exhibitions.geometry import footprint, wall_length
from exhibitions.geometry.changes import Change, Done, changes, hung_in
from exhibitions.geometry.stored import StoredRoom, StoredWork, given
from exhibitions.models import Artifact
from exhibitions.models.room.plan import Sizes, hanging, sizes_of, standing
from exhibitions.presentation import room_checks
from exhibitions.vocabulary.room_changes import say
from media.derivatives import renditions
from media.models import MuseumImage

MARK = 30
"""The size of a drawing's numbers: so many fit into its width."""

MARGIN = 20
"""What a plan shows around its walls, in cm."""


@dataclass(frozen=True)
class Told:
    """What was done to one work, or without a number to the wall itself."""

    name: str
    texts: list[str]
    number: int | None = None


@dataclass(frozen=True)
class Shape:
    """A work as it hangs or stands; `points` are those of a polygon of SVG, x and y its middle.

    `done` says how it is drawn: "hung", "taken_down", "changed", or nothing.
    """

    points: str
    x: float
    y: float
    number: int | None
    done: str
    picture: str = ""
    box: tuple[float, float, float, float] = (0, 0, 0, 0)


@dataclass(frozen=True)
class Drawing:
    """A wall from inside, or the plan; lengths are cm, `outline` are points of SVG."""

    view_box: str
    outline: str
    mark: float
    shapes: list[Shape]


@dataclass(frozen=True)
class Section:
    """A wall, or the floor, on which something changed."""

    title: str
    before: Drawing | None
    after: Drawing | None
    told: list[Told]


@dataclass(frozen=True)
class Version:
    """One of the two versions, with what draws it."""

    room: StoredRoom
    sizes: Sizes
    pictures: dict[tuple[str, int], str]
    marks: dict[str, tuple[int, str]]
    """The number and the kind of change of each changed work, by the work's id."""

    def elevation(self, wall_id: str | None) -> Drawing | None:
        """Return a wall as it is seen from inside; None where this version has no such wall."""
        places = [place for place, wall in enumerate(self.room.walls) if wall.id == wall_id]
        if not places:
            return None
        wall, height = self.room.walls[places[0]], self.room.height
        length = round(wall_length(self.room.corners, places[0]))
        shapes = [self.hung(work, height) for work in wall.works if work.is_measured]
        outline = f"0,0 {length},0 {length},{height} 0,{height}"
        return Drawing(f"0 0 {length} {height}", outline, max(length, height) / MARK, shapes)

    def hung(self, work: StoredWork, height: int) -> Shape:
        placed = hanging(work, self.sizes)
        left, top = placed.left, height - placed.top
        right, bottom = placed.right, height - placed.bottom
        points = f"{left},{top} {right},{top} {right},{bottom} {left},{bottom}"
        box = (left + placed.border, top + placed.border, placed.width, placed.height)
        number, done = self.marks.get(work.id, (None, ""))
        middle = ((left + right) / 2, (top + bottom) / 2)
        return Shape(points, *middle, number, done, self.picture(work), box)

    def picture(self, work: StoredWork) -> str:
        kind, shown = ("artifact", work.artifact) if work.artifact else ("image", work.image)
        return self.pictures.get((kind, shown or 0), "")

    def plan(self) -> Drawing | None:
        """Return the plan with what stands on the floor; None while there are no walls."""
        corners = self.room.corners
        if not corners:
            return None
        left, top = min(one.x for one in corners), min(one.y for one in corners)
        width = max(one.x for one in corners) - left
        depth = max(one.y for one in corners) - top
        box = f"{left - MARGIN} {top - MARGIN} {width + 2 * MARGIN} {depth + 2 * MARGIN}"
        shapes = [self.standing(work) for work in self.room.floor if work.is_measured]
        outline = " ".join(f"{one.x},{one.y}" for one in corners)
        return Drawing(box, outline, max(width, depth) / MARK, shapes)

    def standing(self, work: StoredWork) -> Shape:
        corners = footprint(standing(work))
        points = " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)
        number, done = self.marks.get(work.id, (None, ""))
        return Shape(points, work.x or 0, work.y or 0, number, done)


class Comparison:
    """Two versions of a room, read together. At most eleven queries."""

    def __init__(self, before: StoredRoom, after: StoredRoom) -> None:
        self.titles = wall_titles(before), wall_titles(after)
        works = {**works_by_id(before), **works_by_id(after)}
        known = room_checks.look_up({0: before, 1: after})
        self.names = {key: room_checks.name_of(work, known) for key, work in works.items()}
        order: list[str | None] = [wall.id for room in (after, before) for wall in room.walls]
        self.changes = sorted(
            changes(before, after),
            key=lambda one: ([*order, None].index(place_of(one)), bool(one.work), one.work or ""),
        )
        changed = [one.work for one in self.changes if one.work]
        self.numbers = {key: place for place, key in enumerate(dict.fromkeys(changed), start=1)}
        done = {one.work: one.done for one in self.changes if one.work}
        marks = {
            key: (number, KIND_OF_MARK.get(done[key], "changed"))
            for key, number in self.numbers.items()
        }
        sizes, pictures = sizes_of(before, after), pictures_of(works.values())
        self.versions = [Version(room, sizes, pictures, marks) for room in (before, after)]

    def sections(self) -> Iterator[Section]:
        """Yield the changed walls in order, then the removed ones, then the plan."""
        for place, some in groupby(self.changes, key=place_of):
            before, after = (one.elevation(place) if place else one.plan() for one in self.versions)
            titles = {**self.titles[0], **self.titles[1], None: _("Plan and floor")}
            yield Section(titles[place], before, after, list(self.told(some)))

    def told(self, some: Iterable[Change]) -> Iterator[Told]:
        """Yield what was done to each work of a section, and to the wall itself."""
        for work, done in groupby(some, key=lambda one: one.work):
            texts = [say(change, *self.titles) for change in done]
            yield Told(self.names.get(work or "", ""), texts, self.numbers.get(work or ""))


KIND_OF_MARK = {Done.HUNG: "hung", Done.TAKEN_DOWN: "taken-down"}


def place_of(change: Change) -> str | None:
    """Return the wall that a change is told at: where the work is now, or was last."""
    gone = change.done in (Done.TAKEN_DOWN, Done.WALL_REMOVED)
    return change.wall_before if gone else change.wall


def works_by_id(room: StoredRoom) -> dict[str, StoredWork]:
    return {key: hung.work for key, hung in hung_in(room).items()}


def wall_titles(room: StoredRoom) -> dict[str | None, str]:
    """Return what to call the walls of a room, and the floor; names keep their own direction."""
    titles: dict[str | None, str] = {None: _("the floor")}
    for number, wall in enumerate(room.walls, start=1):
        titles[wall.id] = _("Wall %(number)s") % {"number": number}
        if wall.name:
            titles[wall.id] += f" · \u2068{wall.name}\u2069"
    return titles


def pictures_of(works: Iterable[StoredWork]) -> dict[tuple[str, int], str]:
    """Return the addresses of small pictures, by kind and id of what shows them. Three queries."""
    works = list(works)
    artifacts = Artifact.objects.filter(pk__in=given(work.artifact for work in works))
    images: dict[tuple[str, int], MuseumImage] = {
        ("artifact", artifact.pk): artifact.lead_image
        for artifact in artifacts.select_related("lead_image")
        if artifact.lead_image
    }
    outside = MuseumImage.objects.filter(pk__in=given(work.image for work in works))
    images |= {("image", image.pk): image for image in outside}
    renditions.prefetch(images.values())
    return {key: step.url for key, image in images.items() for step in renditions.ladder(image)[:1]}
