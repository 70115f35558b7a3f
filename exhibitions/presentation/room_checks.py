"""What stands in the way of good hangings, over any number of rooms: for the report and its links.

The same findings as the room editor's own checks (`frontend/admin/room-editor/views/checks.ts`).
"""

from collections import defaultdict
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

from exhibitions.admin.editors.room.words import CHECKS, WORKS
from exhibitions.geometry import Problem, Severity, doors_without_return
from exhibitions.geometry.limits import PHONE_WORKS
from exhibitions.models import Artifact, Room
from exhibitions.models.room_plan import leads_to, problems_of, raw_hung, raw_walls, sizes_of, words

PICTURED = {"artifact", "picture", "screen"}
CHOSEN = {"artifact": "artifact", "picture": "image", "screen": "media", "door": "target"}
"""The field that says what a kind of work shows."""


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


def findings_of(rooms: Iterable[Room]) -> dict[int, list[Finding]]:
    """Return the findings of rooms by the rooms' ids, in a constant number of queries."""
    rooms = list(rooms)
    known, sizes = look_up(rooms), sizes_of(*rooms)
    found = {}
    for room in rooms:
        problems = problems_of(room, sizes) if room.walls else []
        problems += doors_without_return(str(room.pk), known.doors)
        names = names_of(room, known)
        found[room.pk] = [
            *(from_problem(room, problem, names) for problem in problems),
            *(one for raw in raw_hung(room) for one in from_work(raw, names[raw["id"]], known)),
            *weight(room),
        ]
        found[room.pk].sort(key=lambda one: one.severity != Severity.ERROR)
    return found


def look_up(rooms: list[Room]) -> Known:
    """Fetch everything that the works of all rooms point at. Four queries."""
    values = [raw["value"] for room in rooms for raw in raw_hung(room)]
    ids = {value["artifact"] for value in values if value.get("artifact")}
    artifacts = Artifact.objects.in_bulk(ids)
    languages: dict[UUID, set[str]] = defaultdict(set)
    keys = {artifact.translation_key for artifact in artifacts.values()}
    rows = Page.objects.filter(translation_key__in=keys, live=True)
    for key, code in rows.values_list("translation_key", "locale__language_code"):
        languages[key].add(code)
    doors = {
        str(room.pk): {door: str(target) for door, target in leads_to(room).items()}
        for room in rooms
    }
    targets = {int(target) for led in doors.values() for target in led.values()}
    pages = Page.objects.filter(pk__in=targets).values_list("pk", "title", "live")
    return Known(artifacts, languages, {pk: (title, live) for pk, title, live in pages}, doors)


def names_of(room: Room, known: Known) -> dict[str, str]:
    """Return what to call each thing in a room, by its id."""
    return {raw["id"]: name_of(raw, known) for raw in raw_hung(room)}


def name_of(raw: dict[str, Any], known: Known) -> str:
    value, kind = raw["value"], raw["type"]
    name = str(WORKS[kind])
    if kind == "artifact" and (artifact := known.artifacts.get(value.get("artifact") or 0)):
        return artifact.title
    if kind == "door" and (page := known.pages.get(value.get("target") or 0)):
        return f"{name}: {page[0]}"
    if kind == "text" and (text := strip_tags(value.get("text") or "")):
        return Truncator(text).chars(60)
    return name


def from_problem(room: Room, problem: Problem, names: dict[str, str]) -> Finding:
    """Return a problem of the geometry with the name of its place."""
    block, place = problem.work or "", names.get(problem.work or "", "")
    if not block and problem.wall is not None:
        wall = raw_walls(room)[problem.wall]
        place = wall["value"].get("name") or _("Wall %(number)s") % {"number": problem.wall + 1}
        block = wall["id"]
    return Finding(problem.severity, place, words(problem), block)


def from_work(raw: dict[str, Any], name: str, known: Known) -> Iterable[Finding]:
    """Yield what is missing of one work: what it shows, its words, its translations."""
    value, kind, block = raw["value"], raw["type"], raw["id"]

    def finding(text: Any, severity: Severity = Severity.WARNING) -> Finding:
        return Finding(severity, name, str(text), block)

    field = CHOSEN.get(kind)
    chosen: Any = value.get(field) if field else None
    if kind == "picture":
        chosen = (value.get("image") or {}).get("image")
    if field and not chosen:
        yield finding(CHECKS["nothing_chosen"], Severity.ERROR)
    elif kind == "door":
        if not known.pages.get(chosen or 0, ("", False))[1]:
            yield finding(CHECKS["door_to_nowhere"])
    elif kind == "picture":
        picture = value["image"]
        if not picture.get("decorative") and not picture.get("alt_text"):
            yield finding(CHECKS["no_alternative"])
    elif kind == "artifact":
        artifact = known.artifacts.get(chosen or 0)
        yield from from_artifact(artifact, finding, known)


def from_artifact(artifact: Artifact | None, finding: Any, known: Known) -> Iterable[Finding]:
    if artifact is None:
        yield finding(WORKS["deleted"])
        return
    if not artifact.live:
        yield finding(WORKS["unpublished"])
    if not artifact.lead_alt:
        yield finding(CHECKS["no_alternative"])
    own = settings.LANGUAGE_CODE
    codes = [code for code, _name in settings.LANGUAGES if code != own]
    if missing := [code for code in codes if code not in known.languages[artifact.translation_key]]:
        names = ", ".join(str(get_language_info(code)["name_translated"]) for code in missing)
        yield finding(str(CHECKS["not_translated"]) % {"languages": names})


def weight(room: Room) -> Iterable[Finding]:
    """Yield a finding where a telephone would load for long."""
    count = sum(raw["type"] in PICTURED for raw in raw_hung(room))
    if count > PHONE_WORKS:
        text = str(CHECKS["heavy"]) % {"value": count, "limit": PHONE_WORKS}
        yield Finding(Severity.WARNING, "", text)
