"""What stands in the way of good hangings, over any number of rooms: for the report and its links.

The same findings as the room editor's own checks (`frontend/admin/room-editor/views/checks.ts`).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _
from wagtail.models import Page

from exhibitions.geometry import Problem, Severity, doors_without_return, without_door
from exhibitions.geometry.constants import PHONE_WORKS
from exhibitions.geometry.plan import WORK_KINDS
from exhibitions.geometry.stored import StoredRoom, StoredWork, given
from exhibitions.models import Artifact, Room
from exhibitions.models.room.plan import Sizes, problems_of, sizes_of
from exhibitions.presentation import objects_on_plinths
from exhibitions.vocabulary.room_findings import FINDINGS, WORKS, in_words
from media.models import Object3D
from museum.core.visibility import published

CHOSEN = WORK_KINDS | {"door"}
"""Kinds for which something must be chosen: what is shown, or where a door leads."""

ALIKE = 3
"""So many times may a 3D object be larger or smaller than the catalogue says: parts are modelled,
too.
"""

SAME_SHAPE = 0.1
"""A picture shows the work's edges, or a little less or more of it, in parts of its height."""


@dataclass(frozen=True)
class Finding:
    """One finding in the reader's language; `block` is the id of the work or wall it stands at."""

    severity: Severity
    place: str
    text: str
    block: str = ""


@dataclass
class Known:
    """What the rooms' works point at, fetched once for all rooms."""

    artifacts: dict[int, Artifact]
    languages: dict[UUID, set[str]]
    pages: dict[int, tuple[str, bool]]
    doors: dict[str, dict[str, str]]
    objects: dict[int, Object3D]


def findings_of(rooms: Iterable[Room]) -> dict[int, list[Finding]]:
    """Return the findings of rooms by the rooms' ids, in a constant number of queries."""
    rooms = list(rooms)
    stored = {room.pk: room.stored for room in rooms}
    known, sizes = look_up(stored), sizes_of(*stored.values())
    beside = rooms_beside(rooms)
    findings = {}
    for pk, room in stored.items():
        problems = problems_of(room, sizes) if room.walls else []
        problems += doors_without_return(str(pk), known.doors)
        if room.walls:
            problems += without_door(known.doors[str(pk)], beside[pk])
        names = {work.id: name_of(work, known) for work in room.works}
        findings[pk] = [
            *(from_problem(room, problem, names) for problem in problems),
            *(finding for work in room.works for finding in from_work(work, names, known)),
            *shapes_that_differ(room, names, known, sizes),
            *(finding for work in room.works for finding in from_object(room, work, names, known)),
            *twice(room, names),
            *weight(room),
        ]
        findings[pk].sort(key=lambda finding: finding.severity != Severity.ERROR)
    return findings


def look_up(rooms: dict[int, StoredRoom]) -> Known:
    """Fetch everything that the works of all rooms point at. Five queries at most."""
    ids = given(work.artifact for room in rooms.values() for work in room.works)
    artifacts = Artifact.objects.in_bulk(ids)
    languages: dict[UUID, set[str]] = defaultdict(set)
    keys = {artifact.translation_key for artifact in artifacts.values()}
    rows = published(Page.objects.filter(translation_key__in=keys))
    for key, code in rows.values_list("translation_key", "locale__language_code"):
        languages[key].add(code)
    targets = {target for room in rooms.values() for target in room.doors.values()}
    pages = Page.objects.filter(pk__in=targets).values_list("pk", "title", "live")
    return Known(
        artifacts,
        languages,
        {pk: (title, live) for pk, title, live in pages},
        {
            str(pk): {door: str(target) for door, target in room.doors.items()}
            for pk, room in rooms.items()
        },
        objects_on_plinths.first_objects(artifacts.values()),
    )


def name_of(work: StoredWork, known: Known) -> str:
    """Return what to call a thing in a room."""
    name = str(WORKS[work.kind])
    if work.kind == "artifact" and (artifact := known.artifacts.get(work.artifact or 0)):
        return artifact.title
    if work.kind == "door" and (page := known.pages.get(work.target or 0)):
        return f"{name}: {page[0]}"
    if work.kind == "text" and (text := strip_tags(work.text)):
        return Truncator(text).chars(60)
    return name


def from_problem(room: StoredRoom, problem: Problem, names: dict[str, str]) -> Finding:
    """Return a problem of the geometry with the name of its place."""
    block, place = problem.work or "", names.get(problem.work or "", "")
    if not block and problem.wall is not None:
        wall = room.walls[problem.wall]
        place = wall.name or _("Wall %(number)s") % {"number": problem.wall + 1}
        block = wall.id
    return Finding(problem.severity, place, in_words(problem), block)


def from_work(work: StoredWork, names: dict[str, str], known: Known) -> Iterable[Finding]:
    """Yield what is missing of one work: what it shows, its words, its translations."""

    def finding(text: Any, severity: Severity = Severity.WARNING) -> Finding:
        return Finding(severity, names[work.id], str(text), work.id)

    if work.kind in CHOSEN and not work.shows:
        yield finding(FINDINGS["nothing_chosen"], Severity.ERROR)
    elif work.kind == "door":
        if not known.pages.get(work.target or 0, ("", False))[1]:
            yield finding(FINDINGS["door_to_nowhere"])
    elif work.kind == "picture":
        if not work.decorative and not work.alt_text:
            yield finding(FINDINGS["no_alternative"])
    elif work.kind == "artifact":
        yield from from_artifact(known.artifacts.get(work.artifact or 0), finding, known)


def from_artifact(artifact: Artifact | None, finding: Any, known: Known) -> Iterable[Finding]:
    if artifact is None:
        yield finding(WORKS["deleted"])
        return
    if not artifact.live:
        yield finding(WORKS["unpublished"])
    if not artifact.lead_alt:
        yield finding(FINDINGS["no_alternative"])
    own = settings.LANGUAGE_CODE
    codes = [code for code, _name in settings.LANGUAGES if code != own]
    if missing := [code for code in codes if code not in known.languages[artifact.translation_key]]:
        names = ", ".join(str(get_language_info(code)["name_translated"]) for code in missing)
        yield finding(str(FINDINGS["not_translated"]) % {"languages": names})


def from_object(
    room: StoredRoom, work: StoredWork, names: dict[str, str], known: Known
) -> Iterable[Finding]:
    """Yield what is unlikely about the size of a 3D object on the floor."""
    item = known.objects.get(work.artifact or 0) if work.on_floor else None
    if item is None or not item.size_y:
        return
    stated, high = known.artifacts[work.artifact or 0].height_cm, item.size_y * 100
    left = (room.height or Room._meta.get_field("height").default) - (work.height or 0)
    numbers = {"value": f"{high:.0f}", "limit": f"{stated or left:.0f}"}
    if item.unit_question:
        yield Finding(Severity.WARNING, names[work.id], item.unit_question, work.id)
    elif stated and not 1 / ALIKE < high / float(stated) < ALIKE:
        text = str(FINDINGS["object_size_differs"]) % numbers
        yield Finding(Severity.WARNING, names[work.id], text, work.id)
    elif not stated and high > left:
        text = str(FINDINGS["object_too_high"]) % numbers
        yield Finding(Severity.WARNING, names[work.id], text, work.id)


def rooms_beside(rooms: Iterable[Room]) -> dict[int, int]:
    """Return how many of the rooms each has in its exhibition, itself too, by the rooms' ids."""
    parents = {room.pk: room.path[: -Page.steplen] for room in rooms}
    counts = Counter(parents.values())
    return {pk: counts[parent] for pk, parent in parents.items()}


def shapes_that_differ(
    room: StoredRoom, names: dict[str, str], known: Known, sizes: Sizes
) -> Iterable[Finding]:
    """Yield a finding where a picture gives a work another height than the catalogue does."""
    for work in room.works:
        artifact = known.artifacts.get(work.artifact or 0)
        shape = sizes.artifacts.get(work.artifact or 0)
        if work.on_floor or not artifact or not shape or not shape[0]:
            continue
        width, height = float(artifact.width_cm or 0), float(artifact.height_cm or 0)
        shown = width * shape[1] / shape[0]
        if width and height and abs(shown - height) > max(1, height * SAME_SHAPE):
            numbers = {"width": f"{width:g}", "height": f"{height:g}", "shown": f"{shown:.0f}"}
            text = str(FINDINGS["shape_differs"]) % numbers
            yield Finding(Severity.WARNING, names[work.id], text, work.id)


def twice(room: StoredRoom, names: dict[str, str]) -> Iterable[Finding]:
    """Yield a finding at each further place of a work that the room has already."""
    seen = set()
    for work in room.works:
        if work.artifact and work.artifact in seen:
            text = str(FINDINGS["hung_twice"])
            yield Finding(Severity.WARNING, names[work.id], text, work.id)
        seen.add(work.artifact)


def weight(room: StoredRoom) -> Iterable[Finding]:
    """Yield a finding where a telephone would load for long."""
    count = sum(work.kind in WORK_KINDS for work in room.works)
    if count > PHONE_WORKS:
        text = str(FINDINGS["heavy"]) % {"value": count, "limit": PHONE_WORKS}
        yield Finding(Severity.WARNING, "", text)
